"""The credences that people state in theories, as a table, and where those of two groups differ most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dilemma.reports.blocks import Table
from dilemma.reports.collect.phrases import MOST_VALUES, Phrases
from dilemma.reports.words.names import listed
from dilemma.reports.words.shares import per_cent
from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.credences import (
    TheoryCredence,
    credences_of,
    mean_credences,
    rows_stating,
    shares_of,
)
from dilemma.robustness.collection.dividing.choosers import are_few

__all__ = ["credence_difference", "credence_table"]

COLUMNS: Final = ("given by", "median", "least", "most")
CREDENCES: Final = "How likely people take each theory to be right, in shares."
BRIEF: Final = 3  # theories in the table where not everything is told
MOST_NAMED: Final = 2  # people named at either end, in full
BRIEF_NAMES: Final = 2  # people named who choose otherwise than implied, where not everything is told
COMPARED: Final = 2  # decimals by which differences are equal
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
    more = f"{rest} more {'theory is' if rest == 1 else 'theories are'} given by fewer." if rest else ""
    notes = (CREDENCES, more, _apart_in_words(collection, phrases), _parting(collection, phrases))
    return Table(title, COLUMNS, rows, " ".join(filter(None, notes)))


def _apart_in_words(collection: Collection, phrases: Phrases) -> str:
    """Return, in full, where the credences of those who choose otherwise differ most; else nothing."""
    found = collection.choosers
    if found is None or not phrases.full:
        return ""
    here, there = (phrases.letters[option] for option in found.options)
    whose = f"The credences of those who choose {here} and of those who choose {there}"
    return credence_difference(collection, found.rows, phrases, whose)


def _parting(collection: Collection, phrases: Phrases) -> str:
    """Return who would choose otherwise than their own numbers and credences imply, in a sentence."""
    asked = [
        row for row, view in enumerate(collection.views) if view.choice and collection.implied[row].stated
    ]
    if not asked:
        stated = any(view.choice for view in collection.views)
        return "No one states both a choice and credences." if stated else ""
    rows = collection.parting()
    of = f"Of {'1 person' if len(asked) == 1 else f'{len(asked)} people'} who state a choice too"
    open_ = sum(not collection.implied[row].choice for row in asked)
    no_option = f" ({open_} {'implies' if open_ == 1 else 'imply'} no one option)" if open_ else ""
    if not rows:
        return f"{of}, none chooses otherwise than their views imply{no_option}."
    shown = rows if phrases.full else rows[:BRIEF_NAMES]
    told = [_own_and_implied(collection, row, phrases) for row in shown]
    more = f" and {len(rows) - len(told)} more" if len(told) < len(rows) else ""
    names = "" if phrases.anonymous else f": {', '.join(told)}{more}"
    verb = "chooses" if len(rows) == 1 else "choose"
    return f"{of}, {len(rows)} {verb} otherwise than their views imply{names}{no_option}."


def _own_and_implied(collection: Collection, row: int, phrases: Phrases) -> str:
    """Return a person with their own choice and the one that is implied."""
    view = collection.views[row]
    own, implied = (view.choice or "",), collection.implied[row].choice
    return f"{phrases.person(view, row)} ({phrases.letters_of(own)}, not {phrases.letters_of(implied)})"


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


def credence_difference(
    collection: Collection, rows: Sequence[Sequence[int]], phrases: Phrases, whose: str
) -> str:
    """Return on which theories the credences of two sets of people differ most; empty if hardly at all.

    Of few people each credence is told, else the means. It is empty too if nobody of one of them states any.
    """
    first, second = (mean_credences(collection.views, side) for side in rows)
    if not first or not second:
        return ""
    apart = {
        theory: round(abs(first.get(theory, 0.0) - second.get(theory, 0.0)), COMPARED)
        for theory in sorted({*first, *second})
    }
    most = max(apart.values())
    if most < TELLING:
        return ""
    few, told = are_few(rows), []
    for theory in (theory for theory in apart if apart[theory] == most):
        here, there = (
            _each(collection, side, theory) if few else per_cent(means.get(theory, 0.0))
            for side, means in zip(rows, (first, second), strict=True)
        )
        told.append(f"{phrases.short_name(theory)} ({here} against {there})")
    return f"{whose} differ most in {listed(told)}{'' if few else ', on average'}."


def _each(collection: Collection, rows: Iterable[int], theory: str) -> str:
    """Return the credences of these people in a theory, each once, least first; of many the ends alone."""
    stating = {*rows_stating(collection.views)}
    shares = sorted(shares_of(collection.views[row]).get(theory, 0.0) for row in {*rows} & stating)
    told = [*dict.fromkeys(map(per_cent, shares))]
    return listed(told) if len(told) <= MOST_VALUES else f"{told[0]} to {told[-1]}"
