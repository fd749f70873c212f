"""A reconciliation as a result of the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Self

from dilemma.api.results.frames import Tidy
from dilemma.api.results.result import Result, Rows
from dilemma.reconciliation import reconciliation
from dilemma.reconciliation.request import Request
from dilemma.reconciliation.subject import Source
from dilemma.reports.blocks import Block
from dilemma.weighing import Weighing

__all__ = ["Reconciliation"]


class Reconciliation(Result, reconciliation.Reconciliation):
    """The choices of methods for moral uncertainty on one subject at some credences.

    `results` holds one `Result` a method, `credences` those in force, `simplex` the shares of all possible
    credences. `source` is what was reconciled, and `request` what was asked.
    """

    source: Source
    request: Request

    @classmethod
    def of(cls, found: reconciliation.Reconciliation, source: Source, request: Request) -> Self:
        """Return the result for a reconciliation of a source as requested."""
        one = cls._make(found)
        one.source, one.request = source, request
        return one

    def __repr__(self) -> str:
        ran = [result for result in self.results if result.ran]
        told = "; ".join(f"{result.about.id}: {', '.join(result.choice)}" for result in ran)
        of = self.source.view.document.id if isinstance(self.source, Weighing) else "a table"
        return f"<Reconciliation of {of}: {told}>"

    def to_dict(self) -> dict[str, Any]:
        """Return the content as the object that `reconcile --json` prints."""
        from dilemma.reports.reconcile.record import reconciliation_record

        return dict(reconciliation_record(self.source, self.request, self))

    def _blocks(self, *, full: bool) -> Iterable[Block]:
        from dilemma.reports.reconcile.blocks import reconciliation_blocks
        from dilemma.reports.reconcile.screen import screen_blocks

        return (reconciliation_blocks if full else screen_blocks)(self.source, self.request, self)

    def _table(self) -> tuple[Sequence[str], Rows]:
        from dilemma.reports.reconcile.record import CSV_COLUMNS, rows

        tidy = Tidy(tuple(self.subject.options), decided=("chosen",))
        return tidy.table(CSV_COLUMNS, rows(self.source, self))
