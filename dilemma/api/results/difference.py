"""The difference of two scenarios or views as a result of the library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from dilemma.api.results.result import Result, Rows
from dilemma.reports.blocks import Block
from dilemma.reports.words.names import counted
from dilemma.robustness.collection import difference

__all__ = ["Difference"]

COLUMNS = ("framework", "name", "differs", "a", "b")


class Difference(Result, difference.Difference):
    """Two scenarios or views weighed, and why their verdicts differ.

    `changes` are the values that differ, `differing` the theories whose choices do, `steps` the settings that
    carry verdicts of the first over to the second.
    """

    def __repr__(self) -> str:
        first, second = (side.label for side in self.sides)
        told = f"{counted(len(self.changes), 'value')} and {counted(len(self.differing), 'verdict')} differ"
        return f"<Difference of {first} and {second}: {told}>"

    def to_dict(self) -> dict[str, Any]:
        """Return the content as the object that `diff --json` prints."""
        from dilemma.reports.diff.record import difference_record

        return dict(difference_record(self))

    def _blocks(self, *, full: bool) -> Iterable[Block]:
        from dilemma.reports.diff.blocks import difference_blocks

        return difference_blocks(self, full=full)

    def _table(self) -> tuple[Sequence[str], Rows]:
        return COLUMNS, map(_row, self.to_dict()["frameworks"])


def _row(theory: dict[str, Any]) -> dict[str, Any]:
    """Return the row of a theory: what it chooses on either side; None where it does not apply."""
    sides = {side: None if theory[side] is None else " ".join(theory[side]) for side in ("a", "b")}
    return {"framework": theory["id"], "name": theory["name"], "differs": theory["differs"], **sides}
