"""Editions compared: invariants for any editions, and made-up courses of events."""

from __future__ import annotations

import datetime as dt
import pickle
import tracemalloc
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialoog.coding import Act, Stance
from dialoog.comparison import SCHEMAS, compare, comparison_view, summarise
from dialoog.edition import Perspective
from dialoog.errors import Note
from dialoog.measures import benjamini_hochberg, holm, jeffreys, wilson
from dialoog.tables import (
    claims_table,
    perspective_moves_table,
    perspectives_table,
    themes_table,
)
from tests.strategies import (
    act,
    claim,
    codebook,
    coded_edition,
    coded_editions,
    theme,
    word,
)

SPEAKERS = {"Ada": Perspective.ACADEMIC, "Bram": Perspective.PRACTITIONER}


def as_other_files(editions):
    """The same editions, each from a file of its own."""
    return [
        replace(
            e,
            edition=replace(e.edition, source=replace(e.edition.source, sha256=f"{i}")),
        )
        for i, e in enumerate(editions)
    ]


several = st.lists(coded_editions(max_turns=4), max_size=3).map(as_other_files)


@given(several)
@settings(max_examples=15)
def test_tables_keep_to_their_schema(editions):
    for name, frame in compare(editions).tables().items():
        for column in SCHEMAS[name].columns:
            assert frame[column.name].dtype == column.dtype, (name, column.name)
            if not column.nullable:
                assert frame[column.name].notna().all(), (name, column.name)
        assert list(frame.columns) == [c.name for c in SCHEMAS[name].columns]
        assert frame.index.equals(pd.RangeIndex(len(frame)))


@given(several, st.randoms())
@settings(max_examples=15)
def test_the_order_of_the_editions_does_not_matter(editions, random):
    shuffled = random.sample(editions, len(editions))
    again = compare(shuffled).tables()
    for name, frame in compare(editions).tables().items():
        pd.testing.assert_frame_equal(frame, again[name])


@given(coded_editions())
@settings(max_examples=15)
def test_a_summary_has_the_numbers_of_the_tables(coded):
    summary = summarise(coded)
    shown = perspectives_table(coded).set_index("perspective")
    themes = themes_table(coded).set_index(["theme", "perspective"])["sentences"]
    claims = claims_table(coded)
    for perspective, own in summary.perspectives.items():
        assert shown.loc[perspective.value, "sentences"] == own.sentences
        assert shown.loc[perspective.value, "tokens"] == own.tokens
        for code in coded.codebook.themes:
            assert themes[code.id, perspective.value] == own.themes.get(code.id, 0)
    for _, row in claims.iterrows():
        assert summary.status(row["claim"]).value == row["status"]


def edition(name, date, *, academic=(), practitioner=(), themes=(), words=()):
    said = {"words": tuple(word(lemma) for lemma in words) or (word("werk"),)}
    return coded_edition(
        SPEAKERS,
        [
            ("Ada", [said | {"claims": academic, "themes": themes}] * 2),
            ("Bram", [said | {"claims": practitioner}] * 2),
        ],
        date=dt.date.fromisoformat(date) if date else None,
        name=f"{name}.txt",
    )


YES, NO = claim("claim-0", Stance.AFFIRMS), claim("claim-0", Stance.DENIES)
OTHER = claim("claim-1", Stance.AFFIRMS)


def test_claims_that_recur_and_who_holds_them():
    comparison = compare(
        [
            edition("b", "2025-02-01", academic=(YES,), practitioner=(NO,)),
            edition("a", "2025-01-01", academic=(YES,), practitioner=(YES, OTHER)),
            edition("c", "2025-03-01", practitioner=(YES,)),
        ]
    )
    first, second = comparison.table("recurring").to_dict("records")
    assert (first["claim"], first["editions"], first["of_editions"]) == (
        "claim-0",
        3,
        3,
    )
    assert (first["academic_affirms"], first["academic_denies"]) == (2, 0)
    assert (first["practitioner_affirms"], first["practitioner_denies"]) == (2, 1)
    assert (first["shared"], first["differs"]) == (1, 1)
    assert (first["first_edition"], first["last_edition"]) == ("a", "c")
    assert (second["claim"], second["editions"]) == ("claim-1", 1)


def test_news_is_what_the_latest_has_for_the_first_time():
    comparison = compare(
        [
            edition("a", "2025-01-01", practitioner=(YES,)),
            edition(
                "c", "2025-03-01", practitioner=(NO, OTHER), themes=(theme("theme-2"),)
            ),
            edition("b", "2025-02-01", practitioner=(YES,)),
            edition("undated", None, academic=(OTHER,)),
        ]
    )
    news = comparison.table("news")
    assert set(news["edition"]) == {"c"}
    found = news[["perspective", "code", "what", "before", "now"]].astype(str)
    assert found.to_numpy().tolist() == [
        ["academic", "theme-2", "new", "", "100%"],
        ["practitioner", "claim-0", "position", "affirms", "denies"],
        ["practitioner", "claim-1", "new", "", "affirms"],
    ]


@pytest.mark.parametrize(
    ("editions", "direction"), [(7, "closer"), (4, "too few editions to say")]
)
def test_a_gap_that_closes_is_a_trend_if_there_are_editions_enough(editions, direction):
    series = []
    for year in range(editions):
        on_it = {"themes": (theme("theme-0"),)}
        ada = [on_it] * (editions - year) + [{}] * year
        series.append(
            coded_edition(
                SPEAKERS,
                [("Ada", ada), ("Bram", [{}] * editions)],
                date=dt.date(2018 + year, 6, 1),
                name=f"{year}.txt",
            )
        )
    trends = compare(series).table("trends").set_index(["measure", "theme"])
    gap = trends.loc[("theme", "theme-0")]
    assert gap["direction"] == direction
    assert gap["first"] == 1
    if direction == "closer":
        assert gap["slope"] == pytest.approx(-1 / editions, rel=1e-3)


def test_editions_resemble_by_words_across_codebooks():
    one = edition("one", "2025-01-01", words=("trots", "merk"))
    two = edition("two", "2025-02-01", words=("trots", "merk"))
    three = coded_edition(
        SPEAKERS, [("Ada", [{"words": (word("merk"), word("cookie"))}])], name="three"
    )
    three = replace(three, codebook=replace(codebook(themes=2), id="other"))
    similar = compare([one, two, three]).table("similar")
    nearest = similar[similar["rank"] == 1].set_index("edition")
    assert nearest.loc["one", "other"] == "two"
    assert nearest.loc["one", "words"] == pytest.approx(1)
    assert nearest.loc["three", "words"] < 1
    assert nearest.loc["three", "themes"] != nearest.loc["three", "themes"]


def _series_on_two_themes():
    """Eight editions: academics leave two themes of which practitioners say nothing."""
    themes = (theme("theme-0"), theme("theme-1"))
    on_it = {"themes": themes, "acts": (act(Act.QUESTION),)}
    return [
        coded_edition(
            SPEAKERS,
            [("Ada", [on_it] * (8 - year) + [{}] * year), ("Bram", [{}] * 8)],
            date=dt.date(2018 + year, 6, 1),
            name=f"{year}.txt",
        )
        for year in range(8)
    ]


@pytest.mark.parametrize(
    ("name", "count", "total"),
    [("themes", "sentences", "all_sentences"), ("talk", "count", "of")],
)
def test_shares_have_the_interval_that_is_asked_for(name, count, total):
    usual = compare(_series_on_two_themes()).table(name)
    table = compare(_series_on_two_themes(), interval=jeffreys).table(name)
    for frame, interval in ((usual, wilson), (table, jeffreys)):
        low, high = interval(frame[count], frame[total])
        assert frame["share_low"].to_numpy() == pytest.approx(low, nan_ok=True)
        assert frame["share_high"].to_numpy() == pytest.approx(high, nan_ok=True)
    assert not usual["share_low"].equals(table["share_low"])
    assert table.attrs["note"] == (
        f"{usual.attrs['note']} Intervals of shares are Jeffreys'."
    )


def test_news_is_judged_by_the_interval_that_is_asked_for():
    """Of 8 in 8 Wilson's interval begins at 0.68, Jeffreys' at 0.74; before it was 0.71."""
    on_it = {"themes": (theme("theme-0"),)}
    said = [[on_it] * 5 + [{}] * 2] * 3 + [[on_it] * 8]
    series = [
        coded_edition(
            SPEAKERS,
            [("Ada", sentences), ("Bram", [{}])],
            date=dt.date(2018 + year, 6, 1),
            name=f"{year}.txt",
        )
        for year, sentences in enumerate(said)
    ]
    assert compare(series).table("news").empty
    news = compare(series, interval=jeffreys).table("news")
    assert news["what"].tolist() == ["more"]
    assert news["share_low"].iloc[0] == pytest.approx(float(jeffreys(8, 8)[0]))
    assert news.attrs["note"] == "Intervals of shares are Jeffreys'."


@pytest.mark.parametrize("name", ["trends", "conduct"])
def test_p_values_have_the_correction_that_is_asked_for(name):
    usual = compare(_series_on_two_themes()).table(name)
    table = compare(_series_on_two_themes(), correct=holm).table(name)
    for frame, correct in ((usual, benjamini_hochberg), (table, holm)):
        assert frame["p_adjusted"].to_numpy() == pytest.approx(
            correct(frame["p"]), nan_ok=True
        )
    assert not usual["p_adjusted"].equals(table["p_adjusted"])
    assert table.attrs["note"] == f"{usual.attrs['note']} p adjusted by Holm."


def test_one_file_twice_counts_once_and_namesakes_are_told_apart():
    first = edition("a", "2025-01-01", academic=(YES,))
    namesake = edition("a", "2025-02-01", words=("iets", "anders"))
    comparison = compare([first, first, namesake])
    assert [e.name for e in comparison.editions] == ["a", "a-2"]
    assert [note.code for note in comparison.notes] == ["same-edition"]


def long_edition(number, sentences):
    said = [{"themes": (theme("theme-0"),), "words": (word("werk"),) * 5}] * sentences
    return coded_edition(
        SPEAKERS, [("Ada", said), ("Bram", said)], name=f"{number}.txt"
    )


def test_memory_does_not_grow_with_the_texts():
    small, large = (pickle.dumps(summarise(long_edition(0, n))) for n in (10, 1_000))
    assert len(large) < 1.1 * len(small)
    tracemalloc.start()
    one = long_edition(0, 400)
    alone = tracemalloc.get_traced_memory()[0]
    del one
    tracemalloc.reset_peak()
    compare(long_edition(number, 400) for number in range(20))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    # At most the edition in hand, the next one being made, and their index.
    assert peak < 6 * alone


@given(several)
@settings(max_examples=15)
def test_views_fit_a_terminal_of_100_columns(editions):
    for name, frame in compare(editions).tables().items():
        shown = comparison_view(frame)
        assert set(shown.columns) - {"held by", "interval", "of", "p adj."} <= {
            c.name for c in SCHEMAS[name].columns
        }
        assert len(shown) == len(frame)
        assert max(map(len, shown.to_string(index=False).splitlines())) <= 100


def test_views_cut_long_names_and_round_numbers():
    one = edition("een-heel-lange-naam-van-een-editie-uit-2025", "2025-01-01")
    shown = comparison_view(compare([one]).table("editions")).iloc[0]
    assert shown["edition"] == "een-heel-lange-naam-van-een…"
    assert shown["date"] == "2025-01-01"
    assert shown["distance"] == "–"


@pytest.mark.parametrize(("count", "doubt"), [(8, ""), (5, "too few editions to say")])
def test_conduct_is_compared_over_topics_with_the_edition_as_unit(count, doubt):
    """Academics ask in every edition, practitioners in none, on two topics."""
    asks = {"acts": (act(Act.QUESTION),)}
    series = [
        coded_edition(
            SPEAKERS | {"Max": Perspective.MODERATOR},
            [("Max", [asks]), ("Ada", [asks, {}]), ("Bram", [{}] * (2 + number))],
            book=replace(codebook(), id=f"topic-{number % 2}"),
            name=f"{number}.txt",
        )
        for number in range(count)
    ]
    conduct = compare(series).table("conduct").set_index("measure")
    question = conduct.loc["question"]
    assert (question["editions"], question["codebooks"]) == (count, 2)
    assert (question["academic"], question["practitioner"]) == (0.5, 0)
    assert question["difference"] == 0.5
    assert question["doubt"] == doubt
    if not doubt:
        assert question["p"] == pytest.approx(2 / 2**count)
        assert question["difference_low"] == question["difference_high"] == 0.5
        assert conduct.loc["agreement", "p"] == 1
    shown = comparison_view(compare(series).table("conduct"))
    assert "question" in shown["measure"].tolist()


@given(several)
@settings(max_examples=15)
def test_talk_and_moves_are_those_of_the_tables_of_the_editions(editions):
    talk = compare(editions).table("talk")
    for measure in ("question", "agreement", "uptake", "introduction"):
        counted = talk.loc[talk["measure"] == measure, "count"].sum()
        tables = [perspective_moves_table(e) for e in editions]
        made = [t.loc[t["move"] == measure, "sentences"].sum() for t in tables]
        assert counted == sum(made)


def test_claims_of_a_third_perspective_are_counted():
    coded = coded_edition(
        SPEAKERS | {"Cato": Perspective.OTHER},
        [("Ada", [{"claims": (YES,)}]), ("Bram", [{}]), ("Cato", [{"claims": (NO,)}])],
    )
    table = compare([coded, edition("b", "2025-02-01")]).table("recurring")
    row = table.iloc[0]
    assert (row["academic_affirms"], row["other_denies"], row["differs"]) == (1, 1, 1)
    assert comparison_view(table)["held by"].tolist() == ["A 1+ 0-, P 0+ 0-, O 0+ 1-"]


def test_claims_of_a_codebook_of_one_edition_cannot_recur():
    alone = edition("a", "2025-01-01", academic=(YES,))
    comparison = compare([alone])
    assert comparison.table("recurring").empty
    assert comparison.table("claims")["claim"].tolist() == ["claim-0"]


def test_the_view_marks_the_editions_that_are_invented():
    long = edition("x" * 40, "2025-01-01")
    real = edition("echt", "2025-02-01")
    name = long.edition.source.name
    shown = comparison_view(compare([long, real], fictional={name}).table("editions"))
    assert shown["edition"].tolist() == ["x" * 25 + "… *", "echt"]
    assert shown.attrs["note"].endswith("*: invented, not to be quoted.")
    shown = comparison_view(compare([real]).table("editions"))
    assert "invented" not in shown.attrs["note"]


def test_doubts_of_an_edition_are_told_with_its_name():
    doubt = Note(code="perspective-unknown", message="Who is Ada?", start=1, end=2)
    coded = coded_edition(SPEAKERS, [("Ada", [{}])], name="map/een.txt")
    doubtful = replace(coded, edition=replace(coded.edition, notes=(doubt,)))
    comparison = compare([doubtful])
    assert comparison.notes == ()
    assert comparison.warnings() == (replace(doubt, message="een: Who is Ada?"),)


def test_without_editions_the_columns_are_the_same():
    for name, frame in compare([]).tables().items():
        assert len(frame) == 0
        assert [frame[c.name].dtype == c.dtype for c in SCHEMAS[name].columns]
        assert frame.attrs["unit"]
