"""Tables of results as data frames have them: the columns of the command's CSV, and what pandas needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from dilemma.reports.words.letters import letters

if TYPE_CHECKING:
    from dilemma.api.results.result import Rows
    from dilemma.scenario.model import Scenario

__all__ = ["Tidy"]

LETTER, ON_PANEL = "option_letter", "on_panel"
AFTER = {"option": LETTER, "framework": ON_PANEL}
"""The columns that are added, by the column that each is about; it follows the name of that, if any."""
FILE = {"perspective": "", "perspective_name": "the file"}
"""What stands in the columns of a perspective where there is none."""


class Tidy(NamedTuple):
    """What a table gains as a data frame: letters of options, whether a theory is on the panel, no gaps.

    `options` are all options by id, in order. `panel` are the ids of the theories on the file's panel; if it
    is empty, all are on it. `decided` are the columns that are true or false; where nothing is decided, they
    are false, and another column says so.
    """

    options: Sequence[str]
    panel: Sequence[str] = ()
    decided: Sequence[str] = ()

    @classmethod
    def of(cls, scenario: Scenario, decided: Sequence[str] = ()) -> Tidy:
        """Return what a table of this scenario gains."""
        return cls(tuple(scenario.options), scenario.panel, decided)

    def table(self, columns: Sequence[str], rows: Rows) -> tuple[Sequence[str], Rows]:
        """Return the columns and rows with those that are added."""
        return tuple(_with_added(columns)), self._rows(rows)

    def _rows(self, rows: Rows) -> Iterator[dict[str, Any]]:
        lettered = letters(tuple(self.options))
        for row in rows:
            theory = row.get("framework")
            added = {
                LETTER: lettered.get(row.get("option", ""), ""),
                ON_PANEL: theory is not None and (not self.panel or theory in self.panel),
            }
            filled = {column: bool(row[column]) for column in self.decided}
            own = {column: word for column, word in FILE.items() if row.get(column) is None}
            yield {**row, **added, **filled, **own}


def _with_added(columns: Sequence[str]) -> Iterator[str]:
    """Yield the columns, each one that is added after those that it is about."""
    for column in columns:
        yield column
        about = column.removesuffix("_name")
        if about in AFTER and (column != about or f"{about}_name" not in columns):
            yield AFTER[about]
