"""What a notebook shows: editions, analyses, codebooks, comparisons, figures."""

from __future__ import annotations

import re

import matplotlib.pyplot as plt
import pandas as pd
import pytest
from matplotlib.axes import Axes

import dialoog
from dialoog.edition.html_view import MOST_TURNS
from tests.conftest import REAL

OTHER = REAL.with_name("trotse-techneuten.txt")


@pytest.fixture(scope="module")
def comparison(real_analysis):
    return dialoog.compare([real_analysis, OTHER])


@pytest.fixture(autouse=True)
def closed_figures():
    yield
    plt.close("all")


@pytest.fixture(autouse=True, scope="module")
def headless():
    before = plt.get_backend()
    plt.switch_backend("agg")
    yield
    plt.switch_backend(before)


def shown(request, name):
    return request.getfixturevalue(name)


@pytest.mark.parametrize("name", ["real_edition", "real_analysis", "comparison"])
def test_repr_is_one_line(name, request):
    assert "\n" not in repr(shown(request, name))
    assert len(repr(shown(request, name))) < 160


def test_the_parts_are_one_line_too(real_analysis):
    parts = (real_analysis.edition.source, real_analysis.coded, real_analysis.codebook)
    for part in parts:
        assert "\n" not in repr(part)
        assert len(repr(part)) < 160


def test_an_edition_shows_its_turns_coloured(real_edition):
    html = real_edition._repr_html_()
    assert html.count("border-left") == len(real_edition.turns)
    assert real_edition.turns[0].text[:40] in html
    assert "#0067a5" in html
    assert "#b34700" in html


def test_a_long_edition_says_how_much_it_leaves_out():
    turns = pd.DataFrame(
        {
            "speaker": ["Jan", "Mia"] * MOST_TURNS,
            "text": ["Wij praten hier nog over."] * 2 * MOST_TURNS,
        }
    )
    html = dialoog.from_dataframe(turns)._repr_html_()
    assert html.count("border-left") == MOST_TURNS
    assert f"and {MOST_TURNS} more turns" in html


def test_text_of_strangers_is_escaped():
    turns = pd.DataFrame(
        {
            "speaker": ["Jan<script>", "Mia"] * 3,
            "text": ["Dit is <b>vet</b> & <script>alert(1)</script>."] * 6,
        }
    )
    edition = dialoog.from_dataframe(turns, title="<i>Titel</i>")
    analysis = dialoog.analyse(edition)
    comparison = dialoog.compare([analysis])
    for thing in (edition, analysis, comparison):
        html = thing._repr_html_()
        assert not re.search(r"<script|<b>vet|<i>Titel", html)
    assert "&lt;script&gt;" in edition._repr_html_()


@pytest.mark.parametrize("name", ["real_analysis", "comparison"])
def test_every_table_shows_n_unit_and_note(name, request):
    thing = shown(request, name)
    html = thing._repr_html_()
    sections = html.split("<details")[1:]
    assert len(sections) >= 8
    assert all(re.search(r"<small>n = \d+ \w+", section) for section in sections)
    for frame in thing.tables().values():
        if f"<b>{frame.attrs['table']}</b>" in html:
            assert f"n = {frame.attrs['n']} {frame.attrs['unit']}" in html


def test_perspectives_side_by_side_leave_no_row_out(real_analysis):
    assert len(real_analysis.themes) == 24
    assert "more rows" not in real_analysis._repr_html_()


def test_a_long_table_of_a_comparison_says_how_much_it_leaves_out(
    comparison, monkeypatch
):
    monkeypatch.setattr("dialoog.comparison.html_view.MOST_ROWS", 7)
    html, frames = comparison._repr_html_(), comparison.tables()
    for section, frame in zip(html.split("<details")[1:], frames.values(), strict=True):
        assert section.count("<tr") <= 7 + 1
        assert (f"and {len(frame) - 7} more rows" in section) is (len(frame) > 7)


def test_without_dialogue_the_views_say_so(empty_analysis):
    assert "no-dialogue" in empty_analysis.edition._repr_html_()
    assert "n = 0 sentences" in empty_analysis._repr_html_()
    assert "<details" in dialoog.compare([])._repr_html_()
    assert "0 editions" in repr(dialoog.compare([]))


def test_a_codebook_shows_themes_and_claims(real_analysis):
    html = real_analysis.codebook._repr_html_()
    assert real_analysis.codebook.claims[0].statement in html
    assert html.count("<table") == 2


def test_compare_takes_analyses_editions_and_paths(real_analysis, real_edition):
    one = dialoog.compare([real_analysis])
    assert (
        one.tables()["editions"].equals(
            dialoog.compare([real_edition]).tables()["editions"]
        )
        is True
    )
    assert len(dialoog.compare([REAL, str(REAL)]).editions) == 1


@pytest.mark.parametrize("path", [str(REAL), REAL, REAL.parent])
def test_a_single_path_is_not_a_list_of_letters(path):
    with pytest.raises(dialoog.UsageError, match="list of editions"):
        dialoog.compare(path)


def test_every_table_but_the_long_ones_is_in_the_view(real_analysis):
    html = real_analysis._repr_html_()
    for name in real_analysis.tables():
        shown = f"<b>{name.replace('_', ' ')}</b>" in html
        assert shown is not (f"<code>{name}</code>" in html), name


def test_every_table_is_an_attribute(real_analysis):
    for name, frame in real_analysis.tables().items():
        assert getattr(real_analysis, name).equals(frame), name


def test_the_sentences_behind_a_move(real_analysis):
    moves = real_analysis.moves_by_perspective
    asked = moves[(moves["move"] == "question") & (moves["perspective"] == "academic")]
    behind = real_analysis.sentences_behind(move="question", perspective="academic")
    assert len(behind) == asked["sentences"].iloc[0]


def test_every_count_of_sentences_opens_to_as_many(real_analysis):
    themes = real_analysis.themes
    for row in range(0, len(themes), 5):
        behind = real_analysis.rows_behind(themes, row, "sentences")
        assert len(behind) == themes["sentences"].iloc[row]
    assert real_analysis.rows_behind("themes", 0, "sentences").equals(
        real_analysis.rows_behind(themes, 0, "sentences")
    )


def test_a_filtered_table_opens_too(real_analysis):
    own = real_analysis.claims.query("affirms > 0").iloc[::-1]
    behind = real_analysis.rows_behind(own, 0, "affirms")
    assert len(behind) == own["affirms"].iloc[0]


@pytest.mark.parametrize(
    "cell", [("bestaatniet", 0, "share"), ("themes", 0, "x"), ("themes", -1, "share")]
)
def test_a_cell_that_is_not_there_is_wrong_usage(real_analysis, cell):
    with pytest.raises(dialoog.UsageError, match="There is no"):
        real_analysis.rows_behind(*cell)


def test_explain_takes_a_row_or_a_sentence(real_analysis):
    row = real_analysis.sentences["row"].iloc[3]
    assert real_analysis.explain(row) == real_analysis.explain(
        real_analysis.coded.sentences[3]
    )
    with pytest.raises(dialoog.UsageError, match="no sentence 9999"):
        real_analysis.explain(9999)


def test_kwic_refuses_an_unknown_order(real_analysis):
    assert len(real_analysis.kwic("ambassadeur", sort="left")) > 0
    with pytest.raises(dialoog.UsageError, match="order"):
        real_analysis.kwic("ambassadeur", sort="omgekeerd")


def test_check_of_a_codebook_is_a_table(real_analysis, tmp_path):
    path = tmp_path / "mijn.toml"
    path.write_text(dialoog.codebook_template("mijn"), encoding="utf-8")
    book = dialoog.load_codebook(path)
    alone = dialoog.check_codebook(book)
    assert list(alone.columns) == ["remark", "item", "text", "message"]
    analysis = dialoog.analyse(real_analysis.edition, codebook=book)
    tried = dialoog.check_codebook(book, [analysis])
    assert "term-never-found" in set(tried["remark"])


def test_figures_return_axes_and_draw_on_given_ones(real_analysis, comparison):
    _, axes = plt.subplots()
    for draw in (
        real_analysis.plot_themes,
        lambda **given: real_analysis.plot_terms("academic", **given),
        real_analysis.plot_dialogue,
        comparison.plot_distances,
    ):
        assert isinstance(draw(), Axes)
        axes.clear()
        assert draw(ax=axes) is axes
        assert axes.has_data()


def test_figures_take_colours(real_analysis):
    axes = real_analysis.plot_themes(colours={"academic": "#123456"})
    colours = {line.get_color() for line in axes.get_lines()}
    assert "#123456" in colours
    assert "#b34700" in colours


def test_figures_of_nothing_are_empty(empty_analysis):
    for axes in (
        empty_analysis.plot_themes(),
        empty_analysis.plot_terms("other"),
        empty_analysis.plot_dialogue(),
        dialoog.compare([]).plot_distances(),
    ):
        assert isinstance(axes, Axes)


def test_a_figure_without_matplotlib_names_the_extra(real_analysis, monkeypatch):
    monkeypatch.setattr("dialoog.errors.find_spec", lambda _: None)
    with pytest.raises(dialoog.MissingExtra, match=r"dialoog\[report\]"):
        real_analysis.plot_themes()
