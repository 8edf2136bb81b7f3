"""Any number of perspectives side by side: themes, claims, terms and moves."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from scipy import stats
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

from dialoog.analysis import analyse
from dialoog.coding import Act, Stance
from dialoog.edition import Perspective, read
from dialoog.measures import holm, jeffreys
from dialoog.measures.contrast import NOBODY_TO_COMPARE, TOO_FEW_TURNS
from dialoog.measures.counts import COMPARED
from dialoog.tables import (
    claims_table,
    moves_table,
    perspective_claims_table,
    perspective_moves_table,
    terms_table,
    themes_table,
)
from tests.conftest import EDITIONS
from tests.strategies import act, claim, coded_edition, coded_editions, theme, word

BUILDERS = {
    "theme": themes_table,
    "claim": perspective_claims_table,
    "move": perspective_moves_table,
}
ASKS, AGREES = {"acts": (act(Act.QUESTION),)}, {"acts": (act(Act.AGREEMENT),)}
ON = {"themes": (theme("theme-0"),), "words": (word("merk"), word("trots"))}
YES = {"claims": (claim("claim-0", Stance.AFFIRMS),)}
NO = {"claims": (claim("claim-0", Stance.DENIES),)}


def conversation(rounds=6):
    """Three perspectives and a moderator, each with a way of its own."""
    return coded_edition(
        {
            "Ada": Perspective.ACADEMIC,
            "Bram": Perspective.PRACTITIONER,
            "Cato": Perspective.OTHER,
            "Max": Perspective.MODERATOR,
        },
        [
            turn
            for _ in range(rounds)
            for turn in (
                ("Max", [ASKS | ON]),
                ("Ada", [YES | ON, ON, {}]),
                ("Bram", [NO, AGREES]),
                ("Cato", [{}, {}, {}]),
            )
        ],
    )


@pytest.mark.parametrize("key", BUILDERS)
@given(coded=coded_editions())
@settings(max_examples=25)
def test_each_perspective_stands_beside_all_others(key, coded):
    frame = BUILDERS[key](coded)
    sizes = pd.Series(
        [
            next(
                s.perspective.value
                for s in coded.edition.speakers
                if s.name == coded.edition.turns[sentence.turn].speaker
            )
            for sentence in coded.sentences
        ],
        dtype=object,
    ).value_counts()
    for _, part in frame.groupby(key, observed=True):
        sides = part[part["perspective"].isin([p.value for p in COMPARED])]
        for _, row in part.iterrows():
            n, k = int(sizes[row["perspective"]]), int(row["sentences"])
            others = sides[sides["perspective"] != row["perspective"]]
            rest = int(others["sentences"].sum())
            n_rest = int(sum(sizes[p] for p in others["perspective"]))
            assert row["share"] == pytest.approx(k / n)
            low, high = proportion_confint(k, n, method="wilson")
            assert row["share_low"] == pytest.approx(low, abs=1e-9)
            assert row["share_high"] == pytest.approx(high, abs=1e-9)
            moderator = row["perspective"] == "moderator"
            if moderator or not n_rest:
                assert row["doubt"] == NOBODY_TO_COMPARE
                assert np.isnan([row["difference"], row["g2"], row["p"]]).all()
                continue
            assert row["difference"] == pytest.approx(k / n - rest / n_rest)
            if 0 < k + rest < n + n_rest:
                expected = stats.chi2_contingency(
                    [[k, n - k], [rest, n_rest - rest]],
                    correction=False,
                    lambda_="log-likelihood",
                ).statistic
                assert abs(row["g2"]) == pytest.approx(expected, abs=1e-6)
            assert np.isnan(row["p"]) == (
                row["doubt"] == TOO_FEW_TURNS or k + rest == 0
            )


@pytest.mark.parametrize("key", BUILDERS)
def test_three_perspectives_and_a_moderator(key):
    frame = BUILDERS[key](conversation())
    spoken = ["academic", "practitioner", "moderator", "other"]
    for _, part in frame.groupby(key, observed=True):
        assert part["perspective"].tolist() == spoken
    tested = frame[frame["p"].notna()]
    assert set(tested["perspective"]) == {"academic", "practitioner", "other"}
    expected = multipletests(tested["p"], method="fdr_bh")[1]
    assert tested["p_adjusted"].to_numpy() == pytest.approx(expected)


def test_what_is_one_sides_own_is_found():
    coded = conversation()
    claims = perspective_claims_table(coded).set_index("perspective")
    assert claims.loc["academic", ["affirms", "denies"]].tolist() == [6, 0]
    assert claims.loc["practitioner", ["affirms", "denies"]].tolist() == [0, 6]
    assert claims["position"].astype(object).where(
        claims["position"].notna(), None
    ).tolist() == [
        "affirms",
        "denies",
        None,
        None,
    ]
    themes = themes_table(coded).set_index(["theme", "perspective"])
    assert themes.loc[("theme-0", "academic"), "p_adjusted"] < 0.05
    assert themes.loc[("theme-0", "academic"), "difference_low"] > 0.5
    assert themes.loc[("theme-0", "academic"), "per_1000_tokens"] == pytest.approx(
        1000 * 12 / 30
    )
    moves = perspective_moves_table(coded).set_index(["move", "perspective"])
    assert moves.loc[("agreement", "practitioner"), "sentences"] == 6
    assert moves.loc[("agreement", "practitioner"), "p_adjusted"] < 0.05
    assert moves.loc[("question", "moderator"), "doubt"] == NOBODY_TO_COMPARE
    terms = terms_table(coded)
    assert set(terms["perspective"]) == {"academic", "practitioner", "other"}
    assert set(terms.loc[terms["perspective"] == "academic", "lemma"]) == {
        "merk",
        "trots",
    }


@given(coded_editions())
@settings(max_examples=25)
def test_sides_sum_to_the_tables_of_speakers_and_moves(coded):
    by_side, by_speaker = perspective_claims_table(coded), claims_table(coded)
    counts = ["sentences", "affirms", "denies", "raises"]
    pd.testing.assert_frame_equal(
        by_side.groupby("claim")[counts].sum(),
        by_speaker.groupby("claim")[counts].sum(),
    )
    moves, one_by_one = perspective_moves_table(coded), moves_table(coded)
    for kind, part in moves.groupby("move", observed=True):
        made = one_by_one[one_by_one["move"] == kind]
        assert part["sentences"].sum() == made["row"].nunique()


@pytest.mark.parametrize("build", BUILDERS.values())
def test_holm_and_jeffreys_are_used_and_said_when_asked_for(build):
    coded = conversation()
    usual = build(coded)
    other = build(coded, interval=jeffreys, correct=holm)
    done = usual["p"].notna()
    expected = multipletests(usual.loc[done, "p"], method="holm")[1]
    assert other.loc[done, "p_adjusted"].to_numpy() == pytest.approx(expected)
    row = other[other["sentences"] > 0].iloc[0]
    n = round(row["sentences"] / row["share"])
    low, _ = proportion_confint(row["sentences"], n, method="jeffreys")
    assert row["share_low"] == pytest.approx(low)
    assert "Jeffreys" in other.attrs["note"]
    assert "Holm" in other.attrs["note"]
    assert "Holm" not in usual.attrs["note"]


def test_a_term_has_the_same_numbers_however_few_are_shown():
    coded = analyse(read(EDITIONS / "trotse-techneuten.txt")).coded
    every, few = (terms_table(coded, top=top) for top in (1_000, 2))
    assert few.groupby("perspective", observed=True).size().tolist() == [2, 2]
    assert few[["p_adjusted", "log_ratio_low"]].notna().to_numpy().all()
    kept = every[every["rank"] <= 2].reset_index(drop=True)
    pd.testing.assert_frame_equal(few, kept, check_exact=True)


def test_terms_by_holm():
    coded = conversation()
    note = terms_table(coded, correct=holm).attrs["note"]
    assert note.endswith("p adjusted by Holm.")


@pytest.mark.parametrize("build", [*BUILDERS.values(), terms_table])
def test_three_turns_each_are_too_few_to_say(build):
    speakers = {"Ada": Perspective.ACADEMIC, "Bram": Perspective.PRACTITIONER}
    turns = [("Ada", [YES | ON | AGREES]), ("Bram", [NO | ASKS])] * 3
    frame = build(coded_edition(speakers, turns))
    compared = frame[frame["doubt"] != NOBODY_TO_COMPARE]
    assert len(compared)
    assert compared["p"].isna().all()
    assert (compared["doubt"] == TOO_FEW_TURNS).all()
    assert "too few turns to say" in frame.attrs["note"]
    assert frame.attrs["n"] > 0
