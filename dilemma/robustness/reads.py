"""Which roles, agencies and consents of consequences a theory reads: no other can change its verdict.

A theory depends on nothing but its case. So where it reads the same of a changed case, it says the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dilemma.case import Case, Effect
from dilemma.frameworks.framework import Framework
from dilemma.weighing import chosen

__all__ = ["facts_read", "is_watched"]

FIELDS = {"role": "role", "agency": "agency", "consented": "consent"}
"""The fields of a consequence in the file that are watched, and those of an effect that follow from them."""

PARTS = 4  # of the address of a consequence under an option; a part of it is at a longer one


def facts_read(case: Case, framework: Framework) -> frozenset[str]:
    """Return the addresses of the watched fields that the framework reads when it judges the case."""
    read: set[tuple[str, str]] = set()
    watched = _watched(read)
    acts = tuple(
        act._replace(
            effects=tuple(map(watched._make, act.effects)), practice=tuple(map(watched._make, act.practice))
        )
        for act in case.acts
    )
    base = case.baseline
    baseline = None if base is None else next(act for act in acts if act.id == base.id)
    chosen(replace(case, acts=acts, baseline=baseline), framework)
    names = {name: field for field, name in FIELDS.items()}
    return frozenset(f"{'.'.join(address.split('.')[:PARTS])}.{names[name]}" for address, name in read)


def is_watched(address: str) -> bool:
    """Return whether `facts_read` tells if this field is read: one of a consequence under an option."""
    parts = address.split(".")
    return len(parts) == PARTS + 1 and parts[2] == "consequences" and parts[-1] in FIELDS


def _watched(read: set[tuple[str, str]]) -> type[Effect]:
    """Return a class of effects that adds to `read` the address of each and the watched fields read of it."""
    at = Effect._fields.index("address")

    def noted(self: Effect, *names: str) -> None:
        read.update((str(tuple.__getitem__(self, at)), name) for name in names)

    def reader(name: str) -> property:
        index = Effect._fields.index(name)

        def read_field(self: Effect) -> Any:
            noted(self, name)
            return tuple.__getitem__(self, index)

        return property(read_field)

    class Watched(Effect):
        """An effect that notes which of its watched fields are read; all if it is read as a tuple."""

        __slots__ = ()

        def __iter__(self) -> Iterator[Any]:
            noted(self, *FIELDS.values())
            return tuple.__iter__(self)

        def __getitem__(self, index: Any) -> Any:
            noted(self, *FIELDS.values())
            return tuple.__getitem__(self, index)

        def __eq__(self, other: object) -> bool:
            noted(self, *FIELDS.values())
            return tuple.__eq__(self, other)

        def __hash__(self) -> int:
            noted(self, *FIELDS.values())
            return tuple.__hash__(self)

    for name in FIELDS.values():
        setattr(Watched, name, reader(name))
    return Watched
