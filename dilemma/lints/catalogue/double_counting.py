"""Lints about things that are counted twice."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Row, Subject
from dilemma.scenario.model import Entry

__all__ = ["duplicate_factor", "overlap_counted"]

NO_AMOUNT = frozenset({"name", "because", "sources", "held_by", "evidence", "note", "overlaps"})
"""Fields that change no amount."""


@lint("overlap-counted", "warning", "'{0}' and '{1}' overlap, and both count under '{2}'")
def overlap_counted(file: Subject) -> Iterator[Question]:
    """Two factors that the file says overlap are both counted under one option.

    Why: What they share is weighed twice by every theory that reads both, such as the harm to a norm and
    the duty to keep it.

    Mend: Let one of them measure only what the other does not, or set one to 0 and keep it for a
    perspective. If each is read by different theories, accept it in the file and say so.

    Bad::

        trust-lost: {party: public, value: -0.1, overlaps: [candour]}     # and duties: {candour: ...}

    Good::

        trust-lost: {party: public, value: -0.1, because: What distrust costs. The lie is apart.}
    """
    pairs_raised: set[frozenset[str]] = set()
    for table in ("consequences", "duties"):
        for id, factor in getattr(file.scenario, table).items():
            for place, other in enumerate(factor.overlaps):
                both = [
                    option
                    for option in file.scenario.options
                    if _counts(file, id, option) and _counts(file, other, option)
                ]
                if both and frozenset((id, other)) not in pairs_raised:
                    pairs_raised.add(frozenset((id, other)))
                    yield Question((table, id, "overlaps", place), (id, other, both[0]), at="value")


def _counts(file: Subject, factor: str, option: str) -> bool:
    """Whether a factor has an amount other than 0 under an option."""
    return any(amounts.get(option, 0.0) != 0 for row, amounts in file.grid.items() if _is_row_of(row, factor))


def _is_row_of(row: Row, factor: str) -> bool:
    return row[0] != "uses" and row[1] == factor


@lint("duplicate-factor", "warning", "the same as '{0}' in all but names and reasons")
def duplicate_factor(file: Subject) -> Iterator[Question]:
    """Two consequences are the same in everything but their names and reasons.

    Why: A harm that stands there twice weighs twice. It happens when two sources report one thing, or when
    a row is copied to be changed and is not.

    Mend: Leave one out and give the other both reasons. If they are two happenings that strike alike,
    accept it in the file and say so.

    Bad::

        displaced: {party: town, value: -0.1, count: 900}
        refugees: {party: town, value: -0.1, count: 900}

    Good::

        displaced: {party: town, value: -0.1, count: 900, sources: [first-report, second-report]}
    """
    for (first, one), (second, other) in combinations(file.scenario.consequences.items(), 2):
        if _same(one, other) and second not in one.overlaps and first not in other.overlaps:
            options = file.scenario.options.values()
            pairs = [(option.consequences.get(first), option.consequences.get(second)) for option in options]
            if any(row for row, _ in pairs) and all(_same(*pair) for pair in pairs):
                yield Question(("consequences", second), (first,))


def _same(one: Entry | None, other: Entry | None) -> bool:
    """Whether two entries have the same amounts; names and reasons are not compared."""
    if one is None or other is None:
        return one is other
    fields = type(one).model_fields.keys() - NO_AMOUNT
    return all(getattr(one, field) == getattr(other, field) for field in fields)
