"""What must hold of the page, whatever is on it."""

from __future__ import annotations

import re
from collections import Counter
from importlib.util import find_spec

import pandas as pd
import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast
from hypothesis import given, settings
from lxml import html

from dialoog.coding import Evidence
from dialoog.edition import Perspective
from dialoog.errors import MissingExtra, UsageError
from dialoog.export import EXPORTERS, open_sink
from dialoog.figures import ShareRow, shares_figure
from dialoog.figures.editions import EditionPoint, editions_figure
from dialoog.report import LANGUAGES, report_html
from dialoog.report.fulltext import marked_pieces, strongest
from dialoog.report.svg import inline_svg
from dialoog.report.terms import TOP
from dialoog.report.wording import Wording, text_of
from dialoog.tables import sentences_behind
from tests.report.build import SHAPES, analysis_of, talk
from tests.strategies import codebook, coded_edition, coded_editions, word


@pytest.fixture(params=SHAPES, scope="module")
def analysis(request):
    return SHAPES[request.param]()


@pytest.fixture(scope="module")
def page(analysis):
    return html.document_fromstring(report_html(analysis))


def holds(page, analysis):
    """What a page must be: checked on the shapes, and on editions of any shape."""
    ids = Counter(page.xpath("//@id"))
    assert not [name for name, count in ids.items() if count > 1]
    for href in page.xpath("//@href"):
        assert href == "data:," or (href.startswith("#") and href[1:] in ids), href
    assert not page.xpath("//script|//img|//iframe|//object|//form|//*[@src]")
    said = ["".join(p.itertext()) for p in page.xpath("//ol[@class='sentences']/li/p")]
    assert [shown(s) for s in said] == [shown(s.text) for s in analysis.coded.sentences]


def shown(text):
    """Text as a browser takes it: line ends one, control characters gone."""
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f�]", "", text.replace("\r\n", "\n"))


def test_links_ids_and_text_are_whole(page, analysis):
    holds(page, analysis)


@given(coded_editions())
@settings(deadline=None, max_examples=15)
def test_any_edition_has_a_page(coded):
    analysis = analysis_of(coded)
    holds(html.document_fromstring(report_html(analysis)), analysis)


def test_same_analysis_same_bytes(analysis):
    assert report_html(analysis) == report_html(analysis)


def test_a_number_opens_the_sentences_it_counts(page):
    for link in page.xpath("//a[@class='n']"):
        panel = page.get_element_by_id(link.get("href")[1:])
        assert len(panel.xpath("./ol/li")) == int(link.text_content())
        back = panel.xpath(".//a[@class='close']/@href")
        assert back == [f"#{link.get('id')}"]


def test_theme_numbers_are_those_of_the_selection():
    analysis = SHAPES["two"]()
    page = html.document_fromstring(report_html(analysis))
    titles = {
        section.xpath("string(.//h2/bdi)"): section.xpath("./ol/li/a/@href")
        for section in page.xpath("//section[@class='panel']")
    }
    for theme in analysis.codebook.themes:
        rows = sentences_behind(analysis.coded, theme=theme.id, perspective="academic")
        title = f"Zinnen over ‘{theme.label}’ vanuit wetenschap"
        assert titles[title] == [f"#zin-{row}" for row in rows]


@pytest.mark.parametrize("shape", ["two", "three", "moderated"])
def test_numbers_of_speakers_claims_and_moves_open_what_the_tables_count(shape):
    analysis = SHAPES[shape]()
    page = html.document_fromstring(report_html(analysis))
    opened = {
        section.xpath("string(.//h2/bdi)"): [
            int(href.removeprefix("#zin-")) for href in section.xpath("./ol/li/a/@href")
        ]
        for section in page.xpath("//section[@class='panel']")
    }
    words, wanted = Wording("nl"), {}
    for row, speaker in enumerate(analysis.sentences["speaker"]):
        wanted.setdefault(words("behind-speaker", speaker=speaker), []).append(row)
    codes = analysis.codes[analysis.codes["kind"] == "claim"]
    labels = {claim.id: claim.label for claim in analysis.codebook.claims}
    for code in codes.itertuples():
        stance, label = words(f"stance-{code.stance}"), labels[code.code]
        title = words("behind-claim", speaker=code.speaker, stance=stance, claim=label)
        wanted.setdefault(title, []).append(code.row)
    moves = analysis.moves[analysis.moves["move"] != "introduction"]
    for move in moves.itertuples():
        other = words("nobody") if pd.isna(move.other) else move.other
        done = words(f"move-{move.move}")
        title = words("behind-move", speaker=move.speaker, other=other, move=done)
        wanted.setdefault(title, []).append(move.row)
    kinds = re.compile(r"Zinnen van |.* → |.* (bevestigt|bestrijdt|werpt op): ")
    assert {title: rows for title, rows in opened.items() if kinds.match(title)} == {
        title: sorted(set(rows)) for title, rows in wanted.items()
    }


def test_turns_and_sentences_have_the_numbers_of_the_tables(page, analysis):
    turns = page.xpath("//article[contains(@class, 'turn')]")
    sentences = page.xpath("//ol[@class='sentences']/li")
    of_tables = (analysis.tables()[name] for name in ("turns", "sentences"))
    for shown_, table, column, name in zip(
        (turns, sentences), of_tables, ("turn", "row"), ("beurt", "zin"), strict=True
    ):
        numbers = table[column].tolist()
        assert [own.get("id") for own in shown_] == [f"{name}-{n}" for n in numbers]
    heads = [turn.xpath("string(.//span[@class='which'])") for turn in turns]
    assert heads == [f"Beurt {n}" for n in analysis.tables()["turns"]["turn"]]


@pytest.mark.parametrize(
    ("themes", "claims", "said"),
    [(1, 1, "1 thema en 1 stelling"), (3, 2, "3 thema's en 2 stellingen")],
)
def test_the_codebook_is_counted_in_the_right_number(themes, claims, said):
    analysis = analysis_of(coded_edition({}, [], book=codebook(themes, claims)))
    page = html.document_fromstring(report_html(analysis))
    assert page.xpath("string(//section[@id='verantwoording']//summary)") == said


@pytest.mark.parametrize("names", [("Ada",), ("Ada", "Bram")])
def test_a_list_of_words_says_how_many_it_shows_at_most(names):
    sides = (Perspective.ACADEMIC, Perspective.PRACTITIONER)
    said = [
        (name, [{"words": [word(f"{name}{chr(97 + i)}") for i in range(20)]}] * 3)
        for name in names
    ]
    coded = coded_edition(dict(zip(names, sides, strict=False)), said)
    page = html.document_fromstring(report_html(analysis_of(coded)))
    section = page.get_element_by_id("woorden")
    assert f"hoogstens {TOP}" in section.xpath("string(.//figcaption)")
    rows = [len(table.xpath("./tbody/tr")) for table in section.xpath(".//table")]
    assert rows == [TOP] * len(names)


def test_claims_stand_under_their_status():
    analysis = SHAPES["two"]()
    page = html.document_fromstring(report_html(analysis))
    for status, rows in analysis.claims.groupby("status", observed=True):
        section = page.get_element_by_id(f"stellingen-{status}")
        assert len(section.xpath(".//tbody")) == rows["claim"].nunique()
        assert len(section.xpath(".//tbody/tr")) == len(rows)


def test_too_few_turns_is_said_and_no_difference_claimed():
    analysis = talk(2, Perspective.ACADEMIC, Perspective.PRACTITIONER)
    assert set(analysis.themes["doubt"]) == {"too few turns to say"}
    text = report_html(analysis)
    assert "Er zijn te weinig beurten" in text
    assert "vaker bij" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_is_in_its_language(lang):
    page = html.document_fromstring(report_html(SHAPES["three"](), lang=lang))
    assert page.get("lang") == lang
    assert page.xpath("string(//h2[@id='wie-kop'])") == Wording(lang)("who-heading")


def test_languages_have_the_same_texts():
    def keys(lang):
        resource = FluentResource(text_of(lang))
        assert not [e for e in resource.body if isinstance(e, ast.Junk)]
        return {e.id.name for e in resource.body if isinstance(e, ast.Message)}

    assert keys("nl") == keys("en")


def test_unknown_language_is_named_with_the_known():
    with pytest.raises(UsageError, match=r"'fr'.*nl, en"):
        report_html(SHAPES["two"](), lang="fr")


def test_labels_are_text_in_the_font_of_the_page():
    figure = shares_figure(
        [ShareRow(label="van $5 tot $6", shares={Perspective.ACADEMIC: 0.5})],
        names={Perspective.ACADEMIC: "wetenschap"},
        axis="deel",
        percent=str,
    )
    drawn = inline_svg(figure, name="proef", title="Proef", linked=False)
    assert ">van $5 tot $6</text>" in drawn
    assert "font-family" not in drawn


def test_a_hint_to_scroll_is_never_shown_by_a_browser_that_cannot_know():
    """Without a timeline an animation of no length would show its end for good."""
    (style,) = html.document_fromstring(report_html(SHAPES["two"]())).xpath("//style")
    (line,) = [x for x in style.text.splitlines() if "animation: hint" in x]
    assert line.startswith("@supports (animation-timeline: scroll(nearest inline))")


def test_the_bars_of_a_sentence_are_one_link_to_it():
    analysis = SHAPES["two"]()
    page = html.document_fromstring(report_html(analysis))
    links = page.xpath("//section[@id='gesprek']//svg//a")
    assert [link.get("href") for link in links] == [
        f"#zin-{row}" for row in range(len(analysis.coded.sentences))
    ]
    for link, sentence in zip(links, analysis.coded.sentences, strict=True):
        assert len(link.xpath("./path")) == 1 + len(sentence.themes)


def test_what_is_not_known_is_a_gap_in_a_line():
    points = [
        EditionPoint(group="a", label=str(i), distance=d, expected=None)
        for i, d in enumerate((None, 0.1, 0.2, None, 0.3, 0.4))
    ]
    figure = editions_figure(
        points, found="f", expected="e", axis="a", write=Wording("nl").number
    )
    drawn = html.fragment_fromstring(
        inline_svg(figure, name="proef", title="Proef", linked=False)
    )
    (line,) = [d for d in drawn.xpath("//g/path/@d") if d.count("M") == 2]
    assert line.count("L") == 2
    assert "nan" not in html.tostring(drawn, encoding="unicode")


def test_shares_are_whole_only_where_exact():
    percent = Wording("nl").percent
    assert [percent(x) for x in (0, 0.001, 0.5, 0.999, 1)] == [
        "0%", "<1%", "50%", ">99%", "100%"
    ]  # fmt: skip


def test_dates_and_numbers_are_written_as_the_reader_does():
    import datetime as dt

    assert Wording("nl").date(dt.date(2025, 4, 11)) == "11 april 2025"
    assert Wording("en").date(dt.date(2025, 4, 11)) == "11 April 2025"
    assert Wording("nl").number(1234.56, 1) == "1.234,6"
    assert Wording("en").number(1234.56, 1) == "1,234.6"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_is_one_and_a_number_that_names_has_no_mark_for_thousands(lang):
    words = Wording(lang)
    one = [
        words("dialogue-alt", turns=1, speakers=1),
        words("themes-figure-alt", n=1),
        words("conduct-intro", n=1, books=1),
        words("n-codes", themes=1, claims=1),
        words("compared-invented", n=1, all=1),
        words("compared-lead", n=1, books=1),
        words("n-editions", n=1),
    ]
    plural = r"\b1 \w+(en|ers|'s|s)\b"
    assert not [text for text in one if re.search(plural, text)]
    assert words("sentence", n=1234).endswith(" 1234")
    assert words("turn", n=1234).endswith(" 1234")


@given(coded_editions())
@settings(deadline=None, max_examples=30)
def test_marked_pieces_give_the_sentence_back(coded):
    for sentence in coded.sentences:
        evidence = [e for code in sentence.themes for e in code.evidence]
        pieces = marked_pieces(sentence, evidence)
        assert "".join(text for text, _ in pieces) == sentence.text


def test_every_analysis_gets_a_page_of_its_own(tmp_path):
    with open_sink("html", tmp_path / "uit", several=True) as put:
        put(SHAPES["one"]())
        put(SHAPES["two"]())
    pages = sorted((tmp_path / "uit").glob("*.html"))
    assert len(pages) == 2
    for path in pages:
        assert path.read_text("utf-8").count("<html") == 1


def test_missing_libraries_are_named(monkeypatch):
    def without_matplotlib(name):
        return None if name == "matplotlib" else find_spec(name)

    monkeypatch.setattr("dialoog.export.html.find_spec", without_matplotlib)
    with pytest.raises(MissingExtra, match=r"dialoog\[report\]"):
        EXPORTERS["html"].text(SHAPES["one"]())


def test_the_strongest_evidence_is_shown_and_none_twice():
    def piece(text, start, weight):
        return Evidence(
            rule="word", text=text, start=start, end=start + len(text), weight=weight
        )

    given_ = [
        piece("intrinsieke", 10, 0.2),
        piece("intrinsieke motivatie", 10, 0.9),
        piece("wel", 0, 0.01),
        piece("geloof", 4, 0.3),
        piece("echt", 40, 0.4),
        piece("een hele bijzin " * 5, 50, 2.0),
    ]
    shown_ = [e.text for e in strongest(given_)]
    assert shown_ == ["geloof", "intrinsieke motivatie", "echt"]
