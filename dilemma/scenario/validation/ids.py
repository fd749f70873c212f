"""Validation of ids: their form, and that none is used twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from dilemma.scenario.addresses.traversal import rows_at
from dilemma.scenario.numbers import WORD, parse_number
from dilemma.scenario.problem import Problem
from dilemma.scenario.structure.shapes import KINDS, TABLES

__all__ = ["RESERVED", "fault_of", "faulty_tables", "id_problems", "kind_of"]

RESERVED = {"not", "note"}
EVERY = "all"
"""What --as calls the file and all of its perspectives, which therefore names none of them."""


def id_problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield the problems of the ids that a file declares."""
    declared: dict[str, str] = {}
    for table in TABLES:
        for name in rows_at(data, table):
            if fault := fault_of(name, table):
                yield Problem((table, name), "id", f"'{name}' {fault}", "key")
            elif table in KINDS:
                if name in declared:
                    message = f"'{name}' is already the id of {KINDS[declared[name]]}"
                    yield Problem((table, name), "repeated-id", message, "key")
                declared.setdefault(name, table)


def fault_of(name: str, table: str) -> str | None:
    """Return why a word cannot be an id in a table, or None if it can."""
    if not WORD.fullmatch(name):
        return "is no id: ids are lower-case letters and digits, in words joined by hyphens"
    if name[0].isdigit() and parse_number(name) is not None:
        return "is no id: it reads as a number"
    if table == "perspectives" and name == EVERY:
        return "is no id of a perspective: where one is named, it stands for all of them"
    return "is no id: the word is taken" if name in RESERVED else None


def faulty_tables(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield the maps of a file in which some id is none."""
    for table in TABLES:
        if any(fault_of(name, table) for name in rows_at(data, table)):
            yield table


def kind_of(data: Mapping[str, Any], name: str) -> str | None:
    """Return the kind of entry that has the id, such as `a party`; None if there is none."""
    return next((kind for table, kind in KINDS.items() if name in rows_at(data, table)), None)
