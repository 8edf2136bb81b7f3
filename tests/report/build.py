"""Editions of every shape that the page has to cope with."""

from __future__ import annotations

import dataclasses

from dialoog.analysis import Analysis
from dialoog.codebook import Claim, Codebook, Theme
from dialoog.coding import Act, CodedEdition, Stance
from dialoog.edition import Perspective
from dialoog.errors import Note
from tests.strategies import act, claim, codebook, coded_edition, theme, word

ADA, BRAM, CATO = "Ada de Vries", "Bram Smit", "Cato Bakker"
NASTY = {
    "script": "<script>document.title='gekaapt'</script></style></svg>",
    "quotes": "Hij zei: \"ja\" & 'nee' <b>vet</b> {{ 7*7 }} {% raw %} &amp;",
    "right-to-left": "شكرا لك \u202eomgekeerd\u202c עברית",
    "long": "hottentottententententoonstelling" * 12,
    "emoji": "👩🏽‍🔬 en 🧑‍💼 geven $5 of $x_1$ 😉 \x07",
}


def analysis_of(coded: CodedEdition, *notes: Note) -> Analysis:
    """The analysis of a coded edition, without its provenance."""
    return Analysis(
        coded=coded, provenance={"dialoog": "0", "spaCy": "<1>"}, notes=notes
    )


def talk(turns: int, *perspectives: Perspective) -> Analysis:
    """So many turns of people of these perspectives, by turns, with codes of all kinds."""
    names = (ADA, BRAM, CATO)[: len(perspectives)]
    said = []
    for number in range(turns):
        stance = list(Stance)[number % 3]
        sentence = {
            "text": f"Dit is het werk van beurt {number}.",
            "words": (word("werk"), word("trots"), word("verhaal")),
            "themes": (
                theme(f"theme-{number % 3}"),
                theme(f"theme-{(number + 1) % 3}"),
            ),
            "claims": (claim(f"claim-{number % 2}", stance),),
            "acts": (act(list(Act)[number % 3]),),
            "key": number % 4 / 4,
        }
        said.append((names[number % len(names)], [sentence, {"text": "Kort."}]))
    return analysis_of(coded_edition(dict(zip(names, perspectives, strict=True)), said))


def nasty() -> Analysis:
    """Names, labels, sentences, evidence and notes that try to break out."""
    texts = list(NASTY.values())
    book = Codebook(
        id="nasty",
        title=NASTY["script"],
        language="nl",
        version="1",
        themes=tuple(
            Theme(id=f"t{i}", label=text, definition=text, terms=("werk",))
            for i, text in enumerate(texts)
        ),
        claims=tuple(
            Claim(
                id=f"c{i}",
                label=text,
                theme=f"t{i}",
                statement=text,
                affirms=("…",),
                denies=("…",),
            )
            for i, text in enumerate(texts)
        ),
    )
    speakers = {
        NASTY["script"]: Perspective.ACADEMIC,
        NASTY["right-to-left"]: Perspective.PRACTITIONER,
        NASTY["long"]: Perspective.OTHER,
    }
    names = list(speakers)
    turns = [
        (
            names[i % 3],
            [
                {
                    "text": text,
                    "words": (word(text), word(text)),
                    "themes": (theme(f"t{i % 5}"),),
                    "claims": (claim(f"c{i % 5}", Stance.AFFIRMS),),
                    "acts": (act(Act.QUESTION),),
                    "key": 0.9,
                }
            ],
        )
        for i, text in enumerate(texts * 2)
    ]
    coded = coded_edition(speakers, turns, book=book, name=NASTY["quotes"])
    edition = dataclasses.replace(coded.edition, series=NASTY["script"])
    coded = dataclasses.replace(coded, edition=edition)
    return analysis_of(coded, Note(code="new", message=NASTY["script"]))


SHAPES = {
    "two": lambda: talk(12, Perspective.ACADEMIC, Perspective.PRACTITIONER),
    "one": lambda: talk(3, Perspective.OTHER),
    "three": lambda: talk(
        15, Perspective.ACADEMIC, Perspective.PRACTITIONER, Perspective.OTHER
    ),
    "moderated": lambda: talk(
        9, Perspective.MODERATOR, Perspective.ACADEMIC, Perspective.PRACTITIONER
    ),
    "no-turns": lambda: analysis_of(
        coded_edition({}, []), Note(code="no-dialogue", message="No dialogue.")
    ),
    "no-codes": lambda: analysis_of(
        coded_edition({ADA: Perspective.ACADEMIC}, [(ADA, [{"text": "Dag."}])])
    ),
    "empty-codebook": lambda: analysis_of(
        coded_edition(
            {ADA: Perspective.ACADEMIC},
            [(ADA, [{"text": "Dag."}])],
            book=codebook(themes=0, claims=0),
        )
    ),
    "nasty": nasty,
}
