"""The list of numbers that may be changed as a result of the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, overload

from dilemma.api.results.result import Result, Rows
from dilemma.frameworks.framework import Framework
from dilemma.reports.blocks import Block
from dilemma.reports.words.names import counted
from dilemma.robustness.dials.dial import Dial
from dilemma.scenario import View

__all__ = ["Dials"]


@dataclass(frozen=True, repr=False)
class Dials(Result, Sequence[Dial]):
    """The numbers of a scenario that may be changed, in a sequence: each with address, estimate and domain.

    `word` is the word that they were searched for, if any.
    """

    view: View
    frameworks: tuple[Framework, ...]
    dials: tuple[Dial, ...]
    word: str | None = None

    @overload
    def __getitem__(self, place: int) -> Dial: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Dial, ...]: ...
    def __getitem__(self, place: int | slice) -> Dial | tuple[Dial, ...]:
        return self.dials[place]

    def __len__(self) -> int:
        return len(self.dials)

    def __repr__(self) -> str:
        ranged = sum(dial.range is not None for dial in self.dials)
        about = f" with “{self.word}”" if self.word else ""
        told = f"{counted(len(self), 'number')}, {ranged} with a range"
        return f"<Dials of {self.view.document.id}{about}: {told}>"

    def to_dict(self) -> dict[str, Any]:
        """Return the content as the object that `dials --json` prints."""
        from dilemma.reports.dials.record import dials_record

        return dict(dials_record(self.view, self.frameworks, self.word))

    def _blocks(self, *, full: bool) -> Iterable[Block]:
        from dilemma.reports.dials.blocks import dials_blocks
        from dilemma.reports.dials.brief import brief_blocks

        return (dials_blocks if full else brief_blocks)(self.view, self.frameworks, self.word)

    def _table(self) -> tuple[Sequence[str], Rows]:
        from dilemma.reports.dials.record import TABLE_COLUMNS, dials_rows

        return TABLE_COLUMNS, dials_rows(self.view, self.frameworks, self.word)
