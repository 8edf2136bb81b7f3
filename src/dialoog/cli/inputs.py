"""One command over several inputs: each failure is named, the rest goes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from dialoog.cli.messages import say, warn
from dialoog.cli.progress import Progress
from dialoog.edition import read
from dialoog.errors import Note, SourceError
from dialoog.source.model import called

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from dialoog.analysis import Analysis
    from dialoog.comparison import Choice
    from dialoog.edition import Edition, Perspective


@dataclass(slots=True)
class Inputs:
    """The files that a command was given; after reading, which of them failed.

    Attributes:
        names: Files as the user named them, `-` for standard input.
        perspectives: Perspective by speaker name, set by hand.
        unread: Which of them could not be read so far, and why.
    """

    names: Sequence[str]
    perspectives: Mapping[str, Perspective]
    unread: list[Note] = field(default_factory=list)

    def editions(self) -> Iterator[Edition]:
        """Read the files in turn.

        A single file that cannot be read is an error; one of several is named on
        stderr and skipped.
        """
        for name in self.names:
            try:
                edition = read(name, perspectives=self.perspectives)
            except SourceError as error:
                if len(self.names) == 1:
                    raise
                say(f"error: {error}")
                self.unread.append(Note(code="not-read", message=str(error)))
                continue
            warn(name, edition.notes)
            yield edition

    def analyses(
        self,
        choice_of: Callable[[Edition], Choice],
        **options: Any,  # noqa: ANN401 (what `analyse` takes)
    ) -> Iterator[Analysis]:
        """Read and analyse the files in turn; none is kept.

        Args:
            choice_of: What to code an edition with.
            options: Of `dialoog.analysis.analyse`, as the pipeline.
        """
        # Not above: reading turns needs neither spaCy nor pandas.
        from dialoog.analysis.analyse import analyse_as

        progress = Progress()
        for number, edition in enumerate(self.editions(), start=1):
            name = self._place(number) + called(edition.source.name)
            try:
                analysis = analyse_as(
                    edition,
                    choice_of(edition),
                    watch=partial(progress.tell, name),
                    **options,
                )
            finally:
                progress.clear()
            yield analysis

    def _place(self, number: int) -> str:
        return f"{number} of {len(self.names)}, " if len(self.names) > 1 else ""

    @property
    def status(self) -> int:
        """Exit status: 0 all read, 1 some failed, 3 all failed."""
        if not self.unread:
            return 0
        return SourceError.exit_status if len(self.unread) == len(self.names) else 1
