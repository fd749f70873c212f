"""Who bears what, in short: the parties on whom the options differ most."""

from __future__ import annotations

from typing import Final

from dilemma.reports.blocks import Table
from dilemma.reports.page.burdens import burdens, totals_of
from dilemma.reports.words.names import counted
from dilemma.weighing import Weighing

__all__ = ["burdens_in_short"]

REST: Final = "Left out: {parties} for whom the options differ less."


def burdens_in_short(weighing: Weighing, most: int) -> tuple[Table, int]:
    """Return the table of at most `most` parties, in the order of the file, and how many have no row.

    Those are left out for whom the best and the worst option differ least.
    """
    table, totals = burdens(weighing), totals_of(weighing.view.scenario)
    gaps = [max(row) - min(row) for row in totals.values()]
    kept = sorted(range(len(gaps)), key=lambda place: -gaps[place])[:most]
    more = len(gaps) - len(kept)
    rows = tuple(table.rows[place] for place in sorted(kept))
    rest = f"{table.rest} {REST.format(parties=counted(more, 'party'))}" if more else table.rest
    return table._replace(rows=rows, rest=rest), more
