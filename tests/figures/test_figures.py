"""What must hold of the figures: nothing covers anything, numbers as the reader has them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from matplotlib.lines import Line2D

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
from dialoog.figures.lettering import Labels
from dialoog.report.wording import Wording
from tests.strategies import act, coded_edition, word

ACADEMIC, PRACTITIONER = Perspective.ACADEMIC, Perspective.PRACTITIONER


def texts(figure):
    return [text for labels in figure.findobj(Labels) for text in labels.texts]


def marks(figure):
    """The lines that have marks, with or without a stroke between them."""
    return figure.findobj(lambda a: isinstance(a, Line2D) and a.get_marker() != "None")


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
    figure = distances(points(("een", 3), ("twee", 2)))
    drawn = [line for line in marks(figure) if line.get_linestyle() == "-"]
    assert [len(line.get_xdata()) for line in drawn] == [3, 2]
    rows = [y for line in drawn for y in line.get_ydata()]
    assert len(set(rows)) == len(rows)


def test_a_group_has_its_name_and_a_mark_is_named_once():
    figure = distances(points(("een", 2), ("twee", 1)))
    assert {"een", "twee", "een 0", "een 1", "twee 0", "gevonden"} <= set(texts(figure))
    assert texts(figure).count("toeval") == 1


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
    assert {"0", "500", "1.000"} <= set(texts(figure))


@pytest.mark.parametrize("share", [0.05, 0.08, 0.171, 0.24, 0.6, 1.0])
def test_a_scale_of_shares_has_ticks_that_whole_per_cents_can_say(share):
    row = ShareRow(label="a", shares={ACADEMIC: share})
    figure = shares_figure(
        [row], names={ACADEMIC: "w"}, axis="as", percent=Wording("nl").percent
    )
    ticks = [int(text[:-1]) for text in texts(figure) if text.endswith("%")]
    assert len(ticks) > 2
    assert len({b - a for a, b in pairwise(ticks)}) == 1


def test_signs_above_a_speaker_do_not_cover_each_other():
    asked = {"words": (word("werk"),), "acts": (act(Act.QUESTION),)}
    silent = {"words": tuple(word("werk") for _ in range(200))}
    coded = coded_edition({"Ada": ACADEMIC}, [("Ada", [asked] * 4 + [silent])])
    figure = dialogue_figure(
        coded, DialogueLabels(axis="woorden", themes={}), write=Wording("nl").number
    )
    figure.dpi = 72
    (signs,) = marks(figure)
    left, *_, right = places = [
        x for x, _ in signs.get_transform().transform(signs.get_xydata())
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
        return [line.get_ydata()[0] for line in marks(figure)[:2]]

    first, second = heights(0.3, 0.301)
    assert second - first > 0.2
    first, second = heights(0.3, 0.2)
    assert first == second


def test_labels_are_drawn_by_other_backends_too(tmp_path):
    import matplotlib as mpl
    from matplotlib.figure import Figure
    from matplotlib.transforms import IdentityTransform

    figure = Figure(figsize=(2, 1), dpi=72)
    label = Labels([(72, 36)], ["ja & nee"], across="right", along="middle")
    label.set_transform(IdentityTransform())
    figure.add_artist(label)
    with mpl.rc_context({"svg.fonttype": "none"}):
        figure.savefig(tmp_path / "label.svg")
    figure.savefig(tmp_path / "label.png")
    drawn = (tmp_path / "label.svg").read_text("utf-8")
    assert ">ja &amp; nee</text>" in drawn
    assert "text-anchor: end" in drawn
    assert 'x="72"' in drawn
    pixels = mpl.image.imread(tmp_path / "label.png")[:, :, 0] < 0.9
    columns, rows = pixels.any(axis=0).nonzero()[0], pixels.any(axis=1).nonzero()[0]
    assert columns.max() <= 72
    assert columns.min() > 0
    assert rows.min() > 18
    assert rows.max() < 54


def test_the_same_marks_stand_on_axes_of_a_notebook():
    from matplotlib.figure import Figure

    from dialoog.figures.dialogue import draw_dialogue

    said = [{"words": (word("werk"),) * 9, "acts": (act(Act.QUESTION),)}]
    coded = coded_edition({"Ada": ACADEMIC}, [("Ada", said)])
    axes = Figure().add_subplot()
    draw_dialogue(axes, coded, DialogueLabels(axis="words", themes={}))
    assert axes.get_xlim() == (0, 9)
    assert [line.get_marker() != "None" for line in axes.lines] == [False, True]
    (bars,) = axes.collections
    assert len(bars.get_paths()) == 1
