"""Figures: the dialogue turn by turn, themes and typical words, drawn with matplotlib."""

from dialoog.figures.dialogue import DialogueLabels, dialogue_figure
from dialoog.figures.keyness import KeynessPanel, keyness_figure
from dialoog.figures.palette import COLOURS, INK, MARKERS, MUTED
from dialoog.figures.shares import ShareRow, shares_figure

__all__ = [
    "COLOURS",
    "INK",
    "MARKERS",
    "MUTED",
    "DialogueLabels",
    "KeynessPanel",
    "ShareRow",
    "dialogue_figure",
    "keyness_figure",
    "shares_figure",
]
