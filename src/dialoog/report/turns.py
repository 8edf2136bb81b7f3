"""Section: the dialogue from turn to turn, as a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dialoog.figures import DialogueLabels, dialogue_figure
from dialoog.report.svg import inline_svg

if TYPE_CHECKING:
    from markupsafe import Markup

    from dialoog.report.scene import Scene


def dialogue_svg(scene: Scene) -> Markup | None:
    """The dialogue as a figure whose marks link to the text; None without sentences."""
    coded, words = scene.coded, scene.words
    if not coded.sentences:
        return None
    found = {code.theme for sentence in coded.sentences for code in sentence.themes}
    labels = DialogueLabels(
        axis=words("dialogue-axis"),
        themes={t.id: t.label for t in coded.codebook.themes if t.id in found},
        url={row: f"#zin-{row}" for row in range(len(coded.sentences))},
    )
    title = words(
        "dialogue-alt",
        turns=len(coded.edition.turns),
        speakers=len(coded.edition.speakers),
    )
    return inline_svg(
        dialogue_figure(coded, labels, write=words.number),
        name="gesprek",
        title=title,
        linked=True,
    )
