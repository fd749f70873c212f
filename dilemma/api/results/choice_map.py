"""A map of choices over two numbers as a result of the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from dilemma.api.results.frames import Tidy
from dilemma.api.results.result import Result, Rows
from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.blocks import Block
from dilemma.reports.words.names import Names, counted
from dilemma.robustness.cruxes import maps

__all__ = ["ChoiceMap"]

COLUMNS = ("framework", "framework_name", "across", "up", "choice", "choice_names")


class ChoiceMap(Result, maps.ChoiceMap):
    """The choices of each theory over a grid of two numbers, all others unchanged.

    `across` and `up` are the numbers, `columns` and `rows` their values on the grid, lowest first; `choices`
    holds, by theory, one row of choices for each value of `up`.
    """

    def __repr__(self) -> str:
        told = f"{self.across.address} by {self.up.address}"
        return f"<ChoiceMap of {self.view.document.id}: {told}, {counted(len(self.theories), 'theory')}>"

    def to_dict(self) -> dict[str, Any]:
        """Return the content as the object that `cruxes --map --json` prints."""
        from dilemma.reports.cruxes.record import map_record

        return dict(map_record(self))

    def _blocks(self, *, full: bool) -> Iterable[Block]:  # noqa: ARG002 - it has one length
        from dilemma.reports.cruxes.maps import map_blocks

        return map_blocks(self, frameworks_named(about.id for about in self.theories))

    def _table(self) -> tuple[Sequence[str], Rows]:
        return Tidy.of(self.view.scenario).table(COLUMNS, self._rows())

    def _rows(self) -> Iterator[dict[str, Any]]:
        """Yield one row per theory and point of the grid; several options are joined by +, names by ;."""
        names = Names(self.view.scenario)
        for about in self.theories:
            for up, row in zip(self.rows, self.choices[about.id], strict=True):
                for across, choice in zip(self.columns, row, strict=True):
                    yield {
                        "framework": about.id,
                        "framework_name": about.name,
                        "across": across,
                        "up": up,
                        "choice": "+".join(choice or ()),
                        "choice_names": "; ".join(map(names.option, choice or ())),
                    }
