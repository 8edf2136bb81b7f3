"""Hypothesis strategies: coded editions of every shape, small."""

from __future__ import annotations

import datetime as dt
import hashlib

from hypothesis import strategies as st

from dialoog.codebook import Claim, Codebook, Theme
from dialoog.coding import (
    Act,
    ActCode,
    ClaimCode,
    CodedEdition,
    CodedSentence,
    Evidence,
    Stance,
    ThemeCode,
    Word,
)
from dialoog.edition import Edition, Perspective, Speaker, Turn
from dialoog.source import Source

NAMES = ("Ada de Vries", "Bram Smit", "Cato Bakker", "Daan Visser")
LEMMAS = ("werk", "trots", "verhaal", "ambassadeursrol", "vertellen", "durven")


def codebook(themes: int = 3, claims: int = 3) -> Codebook:
    """A codebook whose ids are `theme-0` … and `claim-0` …."""
    return Codebook(
        id="test",
        title="Test",
        language="nl",
        version="1",
        themes=tuple(
            Theme(id=f"theme-{i}", label=f"Thema {i}", definition="…", terms=("werk",))
            for i in range(themes)
        ),
        claims=tuple(
            Claim(
                id=f"claim-{i}",
                label=f"Bewering {i}",
                theme=f"theme-{i % themes}",
                statement="…",
                affirms=("…",),
                denies=("…",),
            )
            for i in range(claims)
        ),
    )


def word(lemma: str, *, start: int = 0, pos: str = "NOUN") -> Word:
    """A token with this lemma, spelled like it."""
    return Word(lemma, lemma, pos, is_stop=False, start=start, end=start + len(lemma))


def theme(theme_id: str, score: float = 1.0) -> ThemeCode:
    """A theme code with one piece of evidence."""
    return ThemeCode(theme=theme_id, score=score, evidence=(_evidence(),))


def claim(claim_id: str, stance: Stance, score: float = 1.0) -> ClaimCode:
    """A claim code with one piece of evidence."""
    return ClaimCode(
        claim=claim_id, stance=stance, score=score, evidence=(_evidence(),)
    )


def act(kind: Act) -> ActCode:
    """A dialogue act without evidence."""
    return ActCode(act=kind, evidence=())


def coded_edition(
    speakers: dict[str, Perspective],
    turns: list[tuple[str, list[dict[str, object]]]],
    *,
    book: Codebook | None = None,
    date: dt.date | None = None,
    name: str = "test.txt",
) -> CodedEdition:
    """A coded edition from turns: the speaker, and fields of each `CodedSentence`.

    The text of a sentence is its `text`, or its words.
    """
    text, made_turns, sentences = "", [], []
    for number, (speaker, contents) in enumerate(turns):
        first = len(text)
        for place, fields in enumerate(contents):
            words = fields.get("words", (word("werk"),))
            said = fields.get("text") or " ".join(w.text for w in words)  # type: ignore[attr-defined]
            start = len(text)
            text += f"{said} "
            sentences.append(
                CodedSentence(
                    **{  # type: ignore[arg-type]
                        "turn": number,
                        "sentence": place,
                        "start": start,
                        "end": start + len(str(said)),
                        **fields,
                        "text": said,
                        "words": words,
                    }
                )
            )
        span = (first, max(first, len(text) - 1))
        made_turns.append(
            Turn(number=number, speaker=speaker, spans=(span,), text=text[slice(*span)])
        )
    spoken = [speaker for speaker, _ in turns]
    return CodedEdition(
        edition=Edition(
            source=Source(
                text=text,
                name=name,
                sha256=hashlib.sha256(f"{name}{text}".encode()).hexdigest(),
                format="txt",
            ),
            title=name,
            date=date,
            speakers=tuple(
                Speaker(name=speaker, perspective=perspective)
                for speaker, perspective in sorted(
                    speakers.items(),
                    key=lambda s: spoken.index(s[0]) if s[0] in spoken else 99,
                )
            ),
            turns=tuple(made_turns),
        ),
        codebook=book or codebook(),
        sentences=tuple(sentences),
    )


def _evidence() -> Evidence:
    return Evidence(rule="term:werk", text="werk", start=0, end=4)


@st.composite
def coded_editions(
    draw: st.DrawFn, *, max_turns: int = 8, book: Codebook | None = None
) -> CodedEdition:
    """Editions with 0 to 4 speakers of any perspective, and any codes."""
    book = book or codebook()
    chosen = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=4))
    speakers = {name: draw(st.sampled_from(Perspective)) for name in chosen}
    turns = []
    if chosen:
        said_by = draw(st.lists(st.sampled_from(chosen), max_size=max_turns))
        turns = [
            (name, draw(st.lists(_sentence_fields(book), min_size=1, max_size=4)))
            for name in said_by
        ]
    date = draw(st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2026, 1, 1)))
    return coded_edition(speakers, turns, book=book, date=date)


def _sentence_fields(book: Codebook) -> st.SearchStrategy[dict[str, object]]:
    words = st.lists(
        st.builds(
            word,
            st.sampled_from(LEMMAS) | st.just("."),
            pos=st.sampled_from(["NOUN", "VERB", "PRON", "PUNCT"]),
        ),
        max_size=5,
    )
    themes = st.lists(st.sampled_from([t.id for t in book.themes]), unique=True)
    claims = st.lists(st.sampled_from([c.id for c in book.claims]), unique=True)
    scores = st.floats(0, 1)
    return st.fixed_dictionaries(
        {
            "words": words.map(tuple),
            "themes": themes.flatmap(
                lambda ids: st.tuples(
                    *(st.builds(theme, st.just(i), scores) for i in ids)
                )
            ),
            "claims": claims.flatmap(
                lambda ids: st.tuples(
                    *(
                        st.builds(claim, st.just(i), st.sampled_from(Stance), scores)
                        for i in ids
                    )
                )
            ),
            "acts": st.sets(st.sampled_from(Act)).map(
                lambda kinds: tuple(act(kind) for kind in Act if kind in kinds)
            ),
            "key": scores,
        }
    )
