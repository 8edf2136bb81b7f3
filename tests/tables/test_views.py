"""Views fit a terminal and say what the tables say."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings

from dialoog.coding import Act, Stance
from dialoog.edition import Perspective
from dialoog.tables import (
    all_tables,
    claims_table,
    moves_table,
    terms_table,
    themes_table,
    view,
)
from tests.strategies import act, claim, coded_edition, coded_editions, theme, word

READ = (
    "perspectives",
    "themes",
    "claims",
    "claims_by_perspective",
    "terms",
    "moves",
    "moves_by_perspective",
)


@given(coded_editions())
@settings(max_examples=30)
def test_views_fit_a_terminal_of_100_columns(coded):
    for name, frame in all_tables(coded).items():
        laid_out = view(frame)
        assert laid_out.attrs == frame.attrs
        if name in READ and len(laid_out):
            lines = laid_out.to_string(index=False).splitlines()
            assert max(map(len, lines)) <= 100, name


def dialogue():
    on_theme = {"themes": (theme("theme-0"),)}
    return coded_edition(
        {"Ada": Perspective.ACADEMIC, "Bram": Perspective.PRACTITIONER},
        [
            (
                "Ada",
                [
                    {"claims": (claim("claim-0", Stance.RAISES),)} | on_theme,
                    {"text": "Herkenbaar?", "acts": (act(Act.QUESTION),)},
                ],
            ),
            (
                "Bram",
                [
                    {"claims": (claim("claim-0", Stance.AFFIRMS),)} | on_theme,
                    {"acts": (act(Act.AGREEMENT),)},
                    on_theme,
                ],
            ),
        ],
    )


def test_themes_stand_side_by_side_with_counts_and_a_doubt():
    first = view(themes_table(dialogue())).iloc[0].to_dict()
    assert first["academic"] == "1 (50%)"
    assert first["practitioner"] == "2 (67%)"
    assert first["difference"] == "-17 pp"
    assert first["p adj."] == "too few"


def test_a_moderator_does_not_hide_which_way_two_perspectives_differ():
    two = dialogue()
    asked = ("Mo", [{"acts": (act(Act.QUESTION),)}])
    with_moderator = coded_edition(
        {
            "Ada": Perspective.ACADEMIC,
            "Bram": Perspective.PRACTITIONER,
            "Mo": Perspective.MODERATOR,
        },
        [asked, ("Ada", [{"themes": (theme("theme-0"),)}, {}]), ("Bram", [{}, {}])],
    )
    assert view(themes_table(with_moderator)).iloc[0]["difference"] == "+50 pp"
    for name in ("claims_by_perspective", "moves_by_perspective"):
        shown = view(all_tables(two)[name])
        assert shown.columns.tolist()[1:] == [
            "academic",
            "practitioner",
            "difference",
            "G²",
            "p adj.",
        ]


def test_numbers_of_the_other_tables_are_rounded():
    talk = all_tables(dialogue())["talk"]
    shown = view(talk)["share_tokens"].tolist()
    assert shown == [
        "–" if pd.isna(share) else f"{share:.3f}" for share in talk["share_tokens"]
    ]


def test_claims_stand_side_by_side():
    assert view(claims_table(dialogue())).iloc[0].to_dict() == {
        "claim": "Bewering 0",
        "status": "alone",
        "academic": "raises 1",
        "practitioner": "affirms 1",
    }


def test_moves_are_counted_by_direction():
    shown = view(moves_table(dialogue()))
    assert list(zip(shown["move"], shown["speaker"], shown["other"], strict=True)) == [
        ("question", "Ada", "Bram"),
        ("agreement", "Bram", "Ada"),
        ("introduction", "Ada", "–"),
        ("uptake", "Bram", "Ada"),
    ]


def test_a_list_of_terms_that_is_cut_says_so():
    def shown(lemmas):
        words = tuple(word(f"term{chr(97 + i)}") for i in range(lemmas))
        coded = coded_edition(
            {"Ada": Perspective.ACADEMIC}, [("Ada", [{"words": words}] * 3)]
        )
        return view(terms_table(coded))["academic"].tolist()

    assert len(shown(15)) == 15
    assert "more" not in shown(15)[-1]
    assert len(shown(20)) == 16
    assert shown(20)[-1] == "… and 5 more"


@pytest.mark.parametrize(
    ("sentences", "on_it", "shown"),
    [(300, 1, "1 (<1%)"), (300, 299, "299 (>99%)"), (3, 3, "3 (100%)")],
)
def test_no_share_is_rounded_to_nothing_or_everything(sentences, on_it, shown):
    said = [{"themes": (theme("theme-0"),)}] * on_it + [{}] * (sentences - on_it)
    coded = coded_edition({"Ada": Perspective.ACADEMIC}, [("Ada", said)])
    assert view(themes_table(coded))["academic"].iloc[0] == shown


def test_a_theme_nobody_mentions_is_not_called_too_few():
    said = [{"themes": (theme("theme-0"),)}]
    turns = [("Ada", said), ("Bram", said)] * 4
    speakers = {"Ada": Perspective.ACADEMIC, "Bram": Perspective.PRACTITIONER}
    shown = view(themes_table(coded_edition(speakers, turns)))["p adj."]
    assert shown.tolist() == ["1.000", "–", "–"]
