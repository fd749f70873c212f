"""Facts and values: whether evidence could settle the number at an address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from dilemma.scenario.model import Kind, Scenario
from dilemma.scenario.numbers import Product, Range, terms_of

__all__ = ["kind_at", "products", "stands_in_values", "stated_kind"]

FACTUAL = frozenset(
    {"probability", "given", "chance", "count", "falls_on", "size", "delay", "when", "combatant"}
)
"""Fields that evidence could settle; all others hold values."""

BARE_FACTS = frozenset({"beliefs", "consequences"})
"""Maps of an option whose entries may be written as one number, which is a probability."""

AN_ENTRY = 4
"""The length of the address of an option's entry: options, the option, the map and the id."""


def kind_at(scenario: Scenario, address: str) -> Kind:
    """Return whether the number at an address is a fact or a value.

    What the file says of it holds. Else probabilities, chances, counts, sizes and delays are facts, and so
    are quantities that stand only in those; everything else is a value.
    """
    path = address.split(".")
    own = stated_kind(scenario, path)
    if own:
        return own
    if path[0] == "quantities" and len(path) > 1:
        return "value" if path[1] in stands_in_values(scenario) else "fact"
    bare = path[0] == "options" and len(path) == AN_ENTRY and path[2] in BARE_FACTS
    return "fact" if bare or not FACTUAL.isdisjoint(path) else "value"


def stated_kind(scenario: Scenario, path: list[str]) -> Kind | None:
    """Return the kind that the file states for the number at a path, or for the quantity, if any."""
    here: Any = scenario
    kind: Kind | None = None
    for step in path:
        here = here.get(step) if isinstance(here, Mapping) else getattr(here, step, None)
        if path[0] == "quantities" and isinstance(here, BaseModel):
            kind = getattr(here, "kind", None)
    return here.kind if isinstance(here, Range) and here.kind else kind


def stands_in_values(scenario: Scenario) -> frozenset[str]:
    """Return the quantities that stand in some number that is a value, alone or through other quantities.

    A quantity whose kind the file states passes on that kind to those that it is made of.
    """
    users: dict[str, set[str]] = {}
    values: set[str] = set()
    for address, number in products(scenario):
        terms = set(terms_of(number))
        path = address.split(".")
        kind = stated_kind(scenario, path)
        if path[0] == "quantities" and kind is None:
            for term in terms:
                users.setdefault(path[1], set()).add(term)
        elif (kind or kind_at(scenario, address)) == "value":
            values |= terms
    waiting = list(values)
    while waiting:
        fresh = users.get(waiting.pop(), set()) - values
        values |= fresh
        waiting.extend(fresh)
    return frozenset(values)


def products(scenario: Scenario) -> Iterator[tuple[str, Product]]:
    """Yield the address of each product of the file, and the product."""
    for table in type(scenario).model_fields:
        if table != "perspectives":
            yield from products_in(table, getattr(scenario, table))


def products_in(address: str, here: object) -> Iterator[tuple[str, Product]]:
    """Yield the address of each product in a value at an address, and the product."""
    if isinstance(here, Product):
        yield address, here
    elif isinstance(here, BaseModel):
        for field in here.model_fields_set:
            yield from products_in(f"{address}.{field}", getattr(here, field))
    elif isinstance(here, Mapping):
        for key, item in here.items():
            yield from products_in(f"{address}.{key}", item)
