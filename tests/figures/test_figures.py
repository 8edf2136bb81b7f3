"""What must hold of the figures: nothing covers anything, numbers as the reader has them."""

from __future__ import annotations

import pytest

from dialoog.coding import Act
from dialoog.edition import Perspective
from dialoog.figures import (
    DialogueLabels,
    KeynessPanel,
    ShareRow,
    dialogue_figure,
    keyness_figure,
    shares_figure,
)
from dialoog.figures.editions import EditionPoint, editions_figure
from dialoog.report.wording import Wording
from tests.strategies import act, coded_edition, word

ACADEMIC, PRACTITIONER = Perspective.ACADEMIC, Perspective.PRACTITIONER


def texts(figure):
    return {
        text.get_text() for text in figure.findobj(lambda a: hasattr(a, "get_text"))
    }


def points(*groups):
    return [
        EditionPoint(group=name, label=f"{name} {i}", distance=0.1 * i, expected=0.5)
        for name, count in groups
        for i in range(count)
    ]


def distances(shown):
    return editions_figure(
        shown,
        found="gevonden",
        expected="toeval",
        axis="as",
        write=Wording("nl").number,
    )


def test_a_line_joins_the_editions_of_one_codebook_only():
    (axes,) = distances(points(("een", 3), ("twee", 2))).axes
    lines = [line for line in axes.get_lines() if line.get_linestyle() == "-"]
    assert [len(line.get_xdata()) for line in lines] == [3, 2]
    rows = [y for line in lines for y in line.get_ydata()]
    assert len(set(rows)) == len(rows)


def test_a_group_has_its_name_and_a_mark_is_named_once():
    figure = distances(points(("een", 2), ("twee", 1)))
    assert {"een", "twee", "een 0", "een 1", "twee 0", "gevonden", "toeval"} <= texts(
        figure
    )
    assert len(figure.findobj(lambda a: getattr(a, "get_text", str)() == "toeval")) == 1


@pytest.mark.parametrize(("lang", "tick"), [("nl", "0,2"), ("en", "0.2")])
def test_axes_have_the_decimal_sign_of_the_reader(lang, tick):
    write = Wording(lang).number
    stems = keyness_figure(
        [KeynessPanel(perspective=ACADEMIC, name="w", terms=[("werk", 0.9)])],
        axis="z",
        write=write,
    )
    both = editions_figure(
        points(("een", 2)), found="f", expected="e", axis="a", write=write
    )
    for figure in (stems, both):
        assert tick in texts(figure)
        assert tick.translate({44: ".", 46: ","}) not in texts(figure)


def test_a_count_of_words_has_no_decimals_and_a_mark_for_thousands():
    said = [{"words": tuple(word("werk") for _ in range(3000))}]
    coded = coded_edition({"Ada": ACADEMIC}, [("Ada", said)])
    figure = dialogue_figure(
        coded, DialogueLabels(axis="woorden", themes={}), write=Wording("nl").number
    )
    assert {"0", "500", "1.000"} <= texts(figure)


def test_signs_above_a_speaker_do_not_cover_each_other():
    asked = {"words": (word("werk"),), "acts": (act(Act.QUESTION),)}
    silent = {"words": tuple(word("werk") for _ in range(200))}
    coded = coded_edition({"Ada": ACADEMIC}, [("Ada", [asked] * 4 + [silent])])
    (axes,) = dialogue_figure(
        coded, DialogueLabels(axis="woorden", themes={}), write=Wording("nl").number
    ).axes
    (signs,) = axes.get_lines()
    left, *_, right = places = [
        x for x, _ in axes.transData.transform(signs.get_xydata())
    ]
    width = signs.get_marker().get_extents().width
    assert len(places) == 4
    assert right - left >= 3 * width


def test_equal_shares_do_not_hide_each_other():
    def heights(academic, practitioner):
        row = ShareRow(
            label="a", shares={ACADEMIC: academic, PRACTITIONER: practitioner}
        )
        figure = shares_figure(
            [row], names={ACADEMIC: "w", PRACTITIONER: "p"}, axis="as", percent=str
        )
        return [line.get_ydata()[0] for line in figure.axes[0].get_lines()]

    first, second = heights(0.3, 0.301)
    assert second - first > 0.2
    first, second = heights(0.3, 0.2)
    assert first == second
