"""The credences that people state in theories, as a table, and where those of two groups differ most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dilemma.reports.blocks import Table
from dilemma.reports.collect.phrases import Phrases
from dilemma.reports.words.shares import per_cent
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.credences import (
    TheoryCredence,
    credences_of,
    mean_credences,
    rows_stating,
)

__all__ = ["credence_difference", "credence_table"]

COLUMNS: Final = ("given by", "median", "least", "most")
BRIEF: Final = 3  # theories in the table where not everything is told
MOST_NAMED: Final = 2  # people named at either end, in full
TELLING: Final = 0.05  # from which on a difference of means is told


def credence_table(collection: Collection, phrases: Phrases) -> Table | None:
    """Return, by theory, how many give it credence, the median of these, the least and the most and whose.

    None if nobody states credences.
    """
    found, stating = credences_of(collection.views), len(rows_stating(collection.views))
    if not found:
        return None
    shown = found if phrases.full else found[:BRIEF]
    verb = "states" if stating == 1 else "state"
    title = f"Credences ({stating} of {len(collection.views)} {verb} some)"
    rows = tuple(_row(collection, one, stating, phrases) for one in shown)
    rest = len(found) - len(shown)
    more = f" {rest} more {'theory is' if rest == 1 else 'theories are'} given by fewer." if rest else ""
    return Table(title, COLUMNS, rows, f"Shares of what a person gives in all, of those who give any.{more}")


def _row(collection: Collection, one: TheoryCredence, stating: int, phrases: Phrases) -> tuple[str, ...]:
    low, high = one.shares[0][0], one.shares[-1][0]
    given, middle = f"{len(one.shares)} of {stating}", per_cent(one.median)
    if low == high:
        only = phrases.person(collection.views[one.shares[0][1]], one.shares[0][1])
        alike = "all alike" if len(one.shares) > 1 else f"only {only}"
        return phrases.short_name(one.theory), given, middle, alike, ""
    ends = (_end(collection, one, share, phrases) for share in (low, high))
    return phrases.short_name(one.theory), given, middle, *ends


def _end(collection: Collection, one: TheoryCredence, share: float, phrases: Phrases) -> str:
    """Return the least or the most share, and whose it is."""
    rows = [row for given, row in one.shares if given == share]
    most = MOST_NAMED if phrases.full else 1
    named = ", ".join(phrases.person(collection.views[row], row) for row in rows[:most])
    more = f" +{len(rows) - most}" if len(rows) > most else ""
    return f"{per_cent(share)} {named}{more}"


def credence_difference(collection: Collection, pair: Sequence[Iterable[int]], phrases: Phrases) -> str:
    """Return on which theory the mean credences of two sets of people differ most; empty if hardly at all.

    It is empty too if nobody of one of them states credences.
    """
    first, second = (mean_credences(collection.views, rows) for rows in pair)
    stating = {*rows_stating(collection.views)}
    counts = " and ".join(str(len(stating & {*rows})) for rows in pair)
    if not first or not second:
        return ""
    apart = {theory: first.get(theory, 0.0) - second.get(theory, 0.0) for theory in (*first, *second)}
    theory = max(apart, key=lambda one: (abs(apart[one]), one))
    if abs(apart[theory]) < TELLING:
        return ""
    here, there = (per_cent(one.get(theory, 0.0)) for one in (first, second))
    name = phrases.short_name(theory)
    means = f"on average {here} and {there}, of {counts} who state any"
    return f"Of their credences, those in {name} differ most: {means}."
