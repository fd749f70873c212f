"""A comparison of perspectives as a result of the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dilemma.api.results.frames import Tidy
from dilemma.api.results.result import Result, Rows
from dilemma.api.results.weighing import DECIDED
from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.blocks import Block
from dilemma.robustness import comparison

__all__ = ["Comparison"]

MOST_NAMES = 3  # perspectives named in one line
PAIR = 2  # views whose differences one screen tells


class Comparison(Result, comparison.Comparison):
    """One scenario weighed under several views, with the fewest settings that explain where verdicts differ.

    `weighings` holds one weighing a perspective; `divides` maps the places (from, to) of two of them to what
    divides them.
    """

    def __repr__(self) -> str:
        views = [one.view for one in self.weighings]
        told = ", ".join(view.perspective or "the file" for view in views[:MOST_NAMES])
        told += f" and {len(views) - MOST_NAMES} more" if len(views) > MOST_NAMES else ""
        return f"<Comparison of {views[0].document.id}: {told}>"

    def to_dict(self) -> dict[str, Any]:
        """Return the content as the object that `weigh --json` prints for several perspectives."""
        from dilemma.reports.weigh.record import comparison_record

        return dict(comparison_record(self))

    def _blocks(self, *, full: bool) -> Iterable[Block]:
        from dilemma.reports.weigh.comparison import comparison_blocks
        from dilemma.reports.weigh.panel import Detail

        shown = (
            self.divides
            if full
            else {
                pair: found
                for pair, found in self.divides.items()
                if pair == (0, 1) and len(self.weighings) == PAIR
            }
        )
        theories = frameworks_named(verdict.about.id for verdict in self.weighings[0].verdicts)
        return comparison_blocks(self._replace(divides=shown), theories, Detail(full=full))

    def _table(self) -> tuple[Sequence[str], Rows]:
        from dilemma.reports.weigh.record import TIDY_COLUMNS, tidy

        rows = (row for weighing in self.weighings for row in tidy(weighing))
        scenario = self.weighings[0].view.scenario
        return Tidy.of(scenario, DECIDED).table(TIDY_COLUMNS, rows)
