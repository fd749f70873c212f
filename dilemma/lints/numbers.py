"""All numbers written in a file, each with its kind of evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dilemma.scenario.model import Entry, Evidence, Scenario
from dilemma.scenario.numbers import Product, Range
from dilemma.scenario.problem import Path
from dilemma.scenario.structure.shapes import FACTORS

__all__ = ["WrittenNumber", "numbers"]

TABLES = ("quantities", "parties", "beliefs", *FACTORS)


class WrittenNumber(NamedTuple):
    """A number written in the file: its path, its value, and the evidence that its entry states.

    Products are left out: they are made of other numbers.
    """

    path: Path
    number: float | Range
    evidence: Evidence


def numbers(scenario: Scenario) -> Iterator[WrittenNumber]:
    """Yield every number of the file, those in its perspectives left out."""
    for table in TABLES:
        entries: Mapping[str, Entry] = getattr(scenario, table)
        for id, entry in entries.items():
            yield from _of((table, id), entry, entry.evidence)
    for id, option in scenario.options.items():
        for belief, event in option.beliefs.items():
            own = "evidence" in event.model_fields_set
            evidence = event.evidence if own else scenario.beliefs[belief].evidence
            yield from _of(("options", id, "beliefs", belief), event, evidence)
        for table in FACTORS:
            rows: Mapping[str, Entry] = getattr(option, table)
            factors: Mapping[str, Entry] = getattr(scenario, table)
            for factor, row in rows.items():
                own = "evidence" in row.model_fields_set
                evidence = row.evidence if own else factors[factor].evidence
                yield from _of(("options", id, table, factor), row, evidence)


def _of(path: Path, entry: Entry, evidence: Evidence) -> Iterator[WrittenNumber]:
    """Yield the numbers in the fields of one entry."""
    for field in type(entry).model_fields:
        if field not in entry.model_fields_set:
            continue
        value = getattr(entry, field)
        if field in {"falls_on", "given"}:
            for key, number in (value or {}).items():
                yield from _number((*path, field, key), number, evidence)
        else:
            yield from _number((*path, field), value, evidence)


def _number(path: Path, value: object, evidence: Evidence) -> Iterator[WrittenNumber]:
    if isinstance(value, float | Range) and not isinstance(value, Product):
        yield WrittenNumber(path, value, evidence)
