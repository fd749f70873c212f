"""Two rounds of views as a result of the library."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Self

from dilemma.api.results.result import Result, Rows
from dilemma.reports.blocks import Block
from dilemma.robustness.collection import rounds

__all__ = ["Rounds"]

QUARTILES = ("q1", "median", "q3")
COLUMNS = (
    *("address", "name", "kind", "moved"),
    *(f"{when}_{quartile}" for when in ("before", "after") for quartile in QUARTILES),
)


class Rounds(Result, rounds.Rounds):
    """Two rounds of views of one scenario: who moved, on what, and whether people came closer.

    `before` and `after` are the collections, `pairs` the rows of everyone in both, `moves` the numbers by how
    many people moved them, `turned` in how many views each theory's verdict changed. `apart` is the mean
    share of verdicts in which two people differ, before and after. `anonymous` is whether names are left out.
    """

    anonymous: bool

    @classmethod
    def of(cls, found: rounds.Rounds, *, anonymous: bool) -> Self:
        """Return the result for two rounds."""
        one = cls._make(found)
        one.anonymous = anonymous
        return one

    def __repr__(self) -> str:
        told = f"{len(self.before.views)} views before, {len(self.after.views)} after"
        return f"<Rounds of {self.before.document.id}: {told}, {len(self.pairs)} people in both>"

    def to_dict(self) -> dict[str, Any]:
        """Return the content as the object that `collect --before --after --json` prints."""
        from dilemma.reports.collect.record import rounds_record

        return dict(rounds_record(self))

    def _blocks(self, *, full: bool) -> Iterable[Block]:
        from dilemma.reports.collect.phrases import Phrases
        from dilemma.reports.collect.rounds import rounds_blocks

        before = self.before
        phrases = Phrases(before.document, before.frameworks, anonymous=self.anonymous, full=full)
        return rounds_blocks(self, phrases, full=full)

    def _table(self) -> tuple[Sequence[str], Rows]:
        return COLUMNS, self._rows()

    def _rows(self) -> Iterator[dict[str, Any]]:
        """Yield one row per number: how many people moved it, and its quartiles before and after."""
        from dilemma.reports.collect.phrases import Phrases

        phrases = Phrases(self.before.document, self.before.frameworks, anonymous=self.anonymous, full=True)
        for move in self.moves:
            start = (move.address, phrases.number(move.address), move.kind, move.moved)
            yield dict(zip(COLUMNS, (*start, *move.before, *move.after), strict=True))
