"""Agreements by claim, and the talk over time."""

from __future__ import annotations

from hypothesis import given, settings

from dialoog.coding import Act, Stance
from dialoog.edition import Perspective
from dialoog.tables import agreements_table, moves_table, talk_table, turns_table
from tests.strategies import act, claim, coded_edition, coded_editions, word

SPEAKERS = {"Ada": Perspective.ACADEMIC, "Bram": Perspective.PRACTITIONER}
AFFIRMS_0 = claim("claim-0", Stance.AFFIRMS)
AFFIRMS_1 = claim("claim-1", Stance.AFFIRMS)


def test_an_agreement_is_on_the_claim_both_turns_mention():
    coded = coded_edition(
        SPEAKERS,
        [
            ("Ada", [{"claims": (AFFIRMS_0, AFFIRMS_1)}]),
            ("Bram", [{"acts": (act(Act.AGREEMENT),)}, {"claims": (AFFIRMS_1,)}]),
            ("Ada", [{"acts": (act(Act.DISAGREEMENT),), "claims": (AFFIRMS_0,)}]),
            ("Bram", [{"acts": (act(Act.AGREEMENT),)}]),
        ],
    )
    table = agreements_table(coded)
    found = table[["speaker", "other", "claim", "agreements", "disagreements", "rows"]]
    assert found.astype(object).where(found.notna(), None).values.tolist() == [
        ["Ada", "Bram", "claim-0", 0, 1, "3"],
        ["Bram", "Ada", "claim-1", 1, 0, "1"],
        ["Bram", "Ada", None, 1, 0, "4"],
    ]


@given(coded_editions())
@settings(max_examples=30)
def test_agreements_open_to_the_sentences_of_the_moves(coded):
    table, moves = agreements_table(coded), moves_table(coded)
    replies = moves[moves["move"].isin(["agreement", "disagreement"])]
    listed = {int(row) for rows in table["rows"] for row in rows.split("; ")}
    assert listed == set(replies.loc[replies["other"].notna(), "row"])
    for _, row in table.iterrows():
        both = row["agreements"] + row["disagreements"]
        assert both == len(row["rows"].split("; "))


def test_talk_over_time_follows_the_tokens():
    four = {"words": tuple(word("werk") for _ in range(4))}
    coded = coded_edition(SPEAKERS, [("Ada", [four] * 3), ("Bram", [four])])
    talk = talk_table(coded)
    academic = talk[talk["perspective"] == "academic"]
    assert academic["part"].tolist() == [1, 2, 3, 4]
    assert academic["share_tokens"].tolist() == [1, 1, 1, 0]
    assert turns_table(coded)["share_so_far"].tolist() == [1, 0.25]


@given(coded_editions())
@settings(max_examples=30)
def test_all_talk_is_in_the_quarters_and_in_the_turns(coded):
    talk, turns = talk_table(coded), turns_table(coded)
    assert talk["tokens"].sum() == turns["tokens"].sum()
    assert talk["sentences"].sum() == turns["sentences"].sum() == len(coded.sentences)
