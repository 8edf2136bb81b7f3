"""The dialogue from left to right: who speaks, and which themes come by."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from dialoog.coding import Act
from dialoog.figures.labels import short_label
from dialoog.figures.palette import COLOURS, INK, MUTED, bare
from dialoog.measures.words import token_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from matplotlib.axes import Axes

    from dialoog.coding import CodedEdition
    from dialoog.edition import Perspective

WIDTH = 10.5
"""Inches; a row is `ROW` high."""
ROW = 0.3
ACT_SIGNS: Mapping[Act, str] = {
    Act.QUESTION: "?",
    Act.AGREEMENT: "=",
    Act.DISAGREEMENT: "≠",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogueLabels:
    """The words in the figure, in the language of the reader.

    Attributes:
        axis: Below the horizontal axis.
        themes: Theme id → label, in the order of the rows; others are not drawn.
        url: What a sentence links to: row → address. No links if None.
    """

    axis: str
    themes: Mapping[str, str]
    url: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A sentence as a stretch of the horizontal axis, in words."""

    row: int
    left: float
    width: float
    perspective: Perspective


def dialogue_figure(coded: CodedEdition, labels: DialogueLabels) -> Figure:
    """Two panels over one axis: a lane per speaker, and a row per theme.

    The axis counts words from the beginning. A sentence is as wide as it has words;
    above the lanes stand `?` (question), `=` (agreement) and `≠` (disagreement).
    """
    bars = _bars(coded)
    lanes, rows = max(len(coded.edition.speakers), 1), max(len(labels.themes), 1)
    figure = Figure(figsize=(WIDTH, ROW * (1.6 * lanes + rows) + 0.9))
    figure.set_layout_engine("constrained")
    top, bottom = figure.subplots(2, 1, sharex=True, height_ratios=[1.6 * lanes, rows])
    _draw_lanes(top, coded, bars, labels)
    _draw_themes(bottom, coded, bars, labels)
    bottom.set_xlabel(labels.axis, color=INK, fontsize=10)
    end = bars[-1].left + bars[-1].width if bars else 1
    bottom.set_xlim(0, end)
    return figure


def draw_dialogue(
    axes: Axes,
    coded: CodedEdition,
    labels: DialogueLabels,
    *,
    colours: Mapping[str, str] = COLOURS,
) -> None:
    """The same on one pair of axes: the lanes of the speakers, the themes below them.

    Args:
        axes: What to draw on.
        coded: The coded edition.
        labels: The words in it.
        colours: Perspective → colour.
    """
    bars, lanes = _bars(coded), len(coded.edition.speakers)
    _draw_lanes(axes, coded, bars, labels, colours)
    _draw_themes(axes, coded, bars, labels, colours, first=lanes)
    names = [speaker.name for speaker in coded.edition.speakers]
    _label_rows(axes, [*names, *labels.themes.values()])
    axes.set_xlabel(labels.axis, color=INK, fontsize=10)
    axes.set_xlim(0, bars[-1].left + bars[-1].width if bars else 1)


def dialogue_height(coded: CodedEdition, labels: DialogueLabels) -> float:
    """Inches that `draw_dialogue` needs."""
    return ROW * (len(coded.edition.speakers) + len(labels.themes)) + 0.9


def _bars(coded: CodedEdition) -> list[Bar]:
    held = {speaker.name: speaker.perspective for speaker in coded.edition.speakers}
    said_by = {turn.number: held[turn.speaker] for turn in coded.edition.turns}
    bars, left = [], 0
    for row, sentence in enumerate(coded.sentences):
        width = max(token_count(sentence), 1)
        bars.append(
            Bar(row=row, left=left, width=width, perspective=said_by[sentence.turn])
        )
        left += width
    return bars


def _draw_lanes(
    axes: Axes,
    coded: CodedEdition,
    bars: Sequence[Bar],
    labels: DialogueLabels,
    colours: Mapping[str, str] = COLOURS,
) -> None:
    names = [speaker.name for speaker in coded.edition.speakers]
    lane_of = {turn.number: names.index(turn.speaker) for turn in coded.edition.turns}
    for lane in range(len(names)):
        own = [b for b in bars if lane_of[coded.sentences[b.row].turn] == lane]
        _draw_bars(axes, own, lane, 0.42, labels, colours)
    for bar in bars:
        sentence = coded.sentences[bar.row]
        signs = "".join(ACT_SIGNS[code.act] for code in sentence.acts)
        if signs:
            sign = axes.text(
                bar.left + bar.width / 2,
                lane_of[sentence.turn] - 0.26,
                signs,
                ha="center",
                va="bottom",
                fontsize=11,
                fontweight="bold",
                color=INK,
            )
            # the lanes make room for signs, so the layout need not measure each
            sign.set_in_layout(False)
    _label_rows(axes, names)


def _draw_themes(
    axes: Axes,
    coded: CodedEdition,
    bars: Sequence[Bar],
    labels: DialogueLabels,
    colours: Mapping[str, str] = COLOURS,
    first: int = 0,
) -> None:
    for place, theme in enumerate(labels.themes, start=first):
        axes.axhline(place, color=MUTED, linewidth=0.6, zorder=0)
        on_it = [
            bar
            for bar in bars
            if any(code.theme == theme for code in coded.sentences[bar.row].themes)
        ]
        _draw_bars(axes, on_it, place, 0.7, labels, colours)
    _label_rows(axes, list(labels.themes.values()))


def _draw_bars(
    axes: Axes,
    bars: Iterable[Bar],
    place: int,
    height: float,
    labels: DialogueLabels,
    colours: Mapping[str, str],
) -> None:
    low, high = place - height / 2, place + height / 2
    drawn = list(bars)
    pieces = PolyCollection(
        [
            [
                (b.left, low),
                (b.left + b.width, low),
                (b.left + b.width, high),
                (b.left, high),
            ]
            for b in drawn
        ],
        facecolors=[colours[b.perspective] for b in drawn],
        linewidths=0,
    )
    pieces.set_urls([labels.url.get(b.row) for b in drawn])
    axes.add_collection(pieces)


def _label_rows(axes: Axes, names: Sequence[str]) -> None:
    axes.set_yticks(range(len(names)), [short_label(name) for name in names])
    axes.set_ylim(len(names) - 0.45, -0.85)
    bare(axes)
