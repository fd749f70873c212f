"""A stress test as a result of the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dilemma.api.results.frames import Tidy
from dilemma.api.results.result import Result, Rows
from dilemma.reports.blocks import Block
from dilemma.reports.words.names import counted
from dilemma.robustness.stress import stress_test

__all__ = ["StressTest"]


class StressTest(Result, stress_test.StressTest):
    """Verdicts under all stated uncertainty, compared with those at the best estimates.

    `stressed` holds the counts by theory, `doubts` the numbers that were drawn, `weighing` the verdicts at
    the best estimates, and `without_tail` the same draws without catastrophes of low chance, if there are
    any.
    """

    def __repr__(self) -> str:
        id = self.weighing.view.document.id
        told = f"{counted(self.stressed.draws, 'draw')} of {counted(len(self.doubts), 'number')}"
        return f"<StressTest of {id}: {told}, seed {self.stressed.seed}>"

    def to_dict(self) -> dict[str, Any]:
        """Return the content as the object that `stress --json` prints."""
        from dilemma.reports.stress.record import stress_record

        return dict(stress_record(self))

    def _blocks(self, *, full: bool) -> Iterable[Block]:
        from dilemma.reports.stress.blocks import stress_blocks
        from dilemma.reports.stress.brief import brief_blocks

        return (stress_blocks if full else brief_blocks)(self)

    def _table(self) -> tuple[Sequence[str], Rows]:
        from dilemma.reports.stress.record import stress_columns, stress_rows

        return Tidy.of(self.weighing.view.scenario).table(stress_columns(self), stress_rows(self))
