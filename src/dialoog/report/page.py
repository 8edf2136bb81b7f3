"""The page as a whole: from an analysis to one HTML file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from dialoog.measures.contrast import TOO_FEW_TURNS
from dialoog.report.claims import claims_by_status, silent_claims
from dialoog.report.fulltext import KEY, text_turns
from dialoog.report.moves import DIRECTED, directions, journeys
from dialoog.report.rendering import templates
from dialoog.report.scene import Scene
from dialoog.report.speakers import speaker_lines
from dialoog.report.terms import TOP, term_groups, terms_svg
from dialoog.report.themes import theme_lines, themes_svg
from dialoog.report.turns import dialogue_svg
from dialoog.report.wording import Wording, told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dialoog.analysis import Analysis
    from dialoog.report.behind import Number
    from dialoog.report.themes import ThemeLine

KEY_SENTENCES = 4
"""At most so many to take away, per speaker."""
TOP_THEMES = 3


def report_html(analysis: Analysis, *, lang: str = "nl") -> str:
    """The analysis as one self-contained HTML page, for a reader without the code.

    No script and no request: it opens offline, from a mail attachment too. Every
    number of sentences links to the sentences it counts, and these to their place in
    the full text. The same analysis gives the same page, byte for byte.

    Args:
        analysis: Of one edition.
        lang: Language of the page around the text: "nl" or "en".

    Raises:
        UsageError: There is no page in that language.
    """
    tables = {
        "themes": analysis.themes,
        "claims": analysis.claims,
        "terms": analysis.terms,
    }
    scene = Scene(coded=analysis.coded, tables=tables, words=Wording(lang))
    template = templates().get_template("page.html.j2")
    return template.render(
        _context(scene),
        notes=told(scene.words, analysis.notes),
        invented=any(note.code == "fictional" for note in analysis.notes),
        made=analysis.provenance,
    )


def _context(scene: Scene) -> dict[str, Any]:
    edition, themes = scene.coded.edition, theme_lines(scene)
    groups, claims = term_groups(scene), claims_by_status(scene)
    name = edition.source.name.replace("\\", "/").rsplit("/", 1)[-1]
    return {
        "t": scene.words,
        "scene": scene,
        "edition": edition,
        "book": scene.coded.codebook,
        "title": edition.title or name,
        "source_name": name,
        "speakers": speaker_lines(scene),
        "dialogue": dialogue_svg(scene),
        "themes": themes,
        "top_themes": _top_themes(scene, themes),
        "themes_figure": themes_svg(scene, themes),
        "claims": claims,
        "claims_count": {status: len(lines) for status, lines in claims},
        "silent": silent_claims(scene),
        "key_sentences": _key_sentences(scene),
        "terms": groups,
        "most_terms": TOP,
        "terms_figure": terms_svg(scene, groups),
        "directed": [kind.value for kind in DIRECTED],
        "directions": directions(scene),
        "journeys": journeys(scene),
        "turns": text_turns(scene),
        "numbers": _numbers(scene),
        "sentences": scene.coded.sentences,
        "too_few": TOO_FEW_TURNS in set(scene.tables["themes"]["doubt"]),
    }


def _numbers(scene: Scene) -> list[tuple[Number, Markup]]:
    """The numbers with the sentences behind them; most stand behind many."""
    line: Any = templates().get_template("line.html.j2").module
    lines = [
        line.line(row, scene.speakers[sentence.turn].name, sentence.text)
        for row, sentence in enumerate(scene.coded.sentences)
    ]
    return [
        (number, Markup("".join([lines[row] for row in number.rows])))  # noqa: S704
        for number in scene.behind.numbers
    ]


def _top_themes(scene: Scene, themes: Sequence[ThemeLine]) -> list[tuple[str, Number]]:
    """The themes most talked about, with numbers of their own."""
    return [
        (line.label, scene.behind.number(line.all.rows, line.all.title))
        for line in themes[:TOP_THEMES]
    ]


def _key_sentences(scene: Scene) -> list[tuple[str, list[int]]]:
    """Speaker → rows of the sentences to take away, in the order of the text."""
    chosen = []
    for speaker in scene.coded.edition.speakers:
        rows = [
            row
            for row in scene.index.rows({"speaker": speaker.name})
            if scene.coded.sentences[row].key >= KEY
        ]
        rows.sort(key=lambda row: (-scene.coded.sentences[row].key, row))
        if rows:
            chosen.append((speaker.name, sorted(rows[:KEY_SENTENCES])))
    return chosen
