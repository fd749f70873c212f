"""A weighing as a result of the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from dilemma import weighing
from dilemma.api.results.frames import Tidy
from dilemma.api.results.result import Result, Rows
from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.blocks import Block
from dilemma.reports.weigh.panel import Detail, panel_of
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import counted
from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges

__all__ = ["DECIDED", "Weighing"]

DECIDED = ("chosen", "permissible")
"""Columns that are false where `applicable` is: the theory judges no option."""


class Weighing(Result, weighing.Weighing):
    """The verdict of each theory on a view of a scenario, and what each option would still owe.

    `view` is the scenario at its settings, `verdicts` holds one `Verdict` a theory, `residue` the duties left
    unmet by option, `agreement` how many theories favour and permit each option.
    """

    def __repr__(self) -> str:
        view, shown = self.view, panel_of(self)
        lettered = letters(tuple(view.scenario.options))
        single = Counter(verdict.choice[0] for verdict in shown if len(verdict.choice) == 1)
        votes = ", ".join(f"{letter} {single[id]}" for id, letter in lettered.items() if single[id])
        told = f"; sole choices: {votes}" if votes else "; no theory chooses one option alone"
        of = view.document.id + (f" by {view.perspective}" if view.perspective else "")
        return (
            f"<Weighing of {of}: {counted(len(lettered), 'option')}, {counted(len(shown), 'theory')}{told}>"
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the content as the object that `weigh --json` prints."""
        from dilemma.reports.weigh.record import weighing_record

        return dict(weighing_record(self))

    def _blocks(self, *, full: bool) -> Iterable[Block]:
        from dilemma.reports.weigh.blocks import weighing_blocks

        theories = frameworks_named(verdict.about.id for verdict in self.verdicts)
        return weighing_blocks(self, lambda: cruxes_in_ranges(self.view, theories), Detail(full=full))

    def _table(self) -> tuple[Sequence[str], Rows]:
        from dilemma.reports.weigh.record import TIDY_COLUMNS, tidy

        return Tidy.of(self.view.scenario, DECIDED).table(TIDY_COLUMNS, tidy(self))
