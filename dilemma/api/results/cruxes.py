"""Cruxes as a result of the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dilemma.api.results.frames import Tidy
from dilemma.api.results.result import Result, Rows
from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.blocks import Block
from dilemma.reports.words.names import counted
from dilemma.robustness.cruxes import crux

__all__ = ["Cruxes"]


class Cruxes(Result, crux.Cruxes):
    """The values of single numbers at which a theory's choice changes, those inside stated ranges first.

    `cruxes` holds them, `sweeps` the choices over each number's domain, `idle` the numbers that change no
    choice.
    """

    def __repr__(self) -> str:
        inside = [one for one in self.cruxes if one.inside]
        numbers = len({one.dial.address for one in inside})
        theories = len({one.about.id for one in inside})
        told = f"{counted(numbers, 'number')} in stated ranges turn {counted(theories, 'theory')}"
        return (
            f"<Cruxes of {self.view.document.id}: {told}; {counted(len(self.cruxes), 'turn')} in all domains>"
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the content as the object that `cruxes --json` prints."""
        from dilemma.reports.cruxes.record import cruxes_record

        return dict(cruxes_record(self))

    def _blocks(self, *, full: bool) -> Iterable[Block]:
        theories = frameworks_named(verdict.about.id for verdict in self.verdicts)
        if full:
            from dilemma.reports.cruxes.blocks import cruxes_blocks

            return cruxes_blocks(self, theories)
        from dilemma.reports.cruxes.brief import brief_blocks
        from dilemma.robustness.cruxes.live import live_cruxes

        return brief_blocks(live_cruxes(self.view, theories), theories)

    def _table(self) -> tuple[Sequence[str], Rows]:
        from dilemma.reports.cruxes.record import TABLE_COLUMNS, cruxes_rows

        return Tidy.of(self.view.scenario).table(TABLE_COLUMNS, cruxes_rows(self))
