"""Inventory of the numbers of a scenario: the address and kind of each, and whether any theory reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal, NamedTuple, TypeAlias

from dilemma.scenario import model
from dilemma.scenario.numbers import Number, terms_of

__all__ = ["Kind", "Written", "beliefs_read", "numbers"]

Kind: TypeAlias = Literal[
    "exchange",
    "worst",
    "enough",
    "discount",
    "quantity",
    "party-weight",
    "level",
    "size",
    "combatant",
    "liability",
    "tie",
    "belief",
    "event",
    "value",
    "count",
    "chance",
    "delay",
    "duty-weight",
    "virtue-weight",
    "degree",
    "virtue",
    "setting",
]
"""Kinds of number, which are kinds of dial."""

TOP: Mapping[str, Kind] = {
    "exchange": "exchange",
    "worst": "worst",
    "enough": "enough",
    "discount": "discount",
}
PARTY: Mapping[str, Kind] = {
    "weight": "party-weight",
    "level": "level",
    "size": "size",
    "combatant": "combatant",
    "liable": "liability",
    "tie": "tie",
}
HAPPENING: Mapping[str, Kind] = {"value": "value", "count": "count", "chance": "chance", "delay": "delay"}


class Written(NamedTuple):
    """A number at its address; `stated` unless it is a default, `read` if a verdict can depend on it.

    Not read are a factor's number that every option overrides, numbers of what no option lists, a quantity
    that no product names, an option's probability of a belief that none of its consequences depends on, and
    the degree of a duty that is waived.
    """

    kind: Kind
    address: str
    number: Number
    stated: bool
    read: bool


def numbers(scenario: model.Scenario) -> Iterator[Written]:
    """Yield every number of the file except settings of theories, in the order of the format and the file.

    Numbers whose defaults follow from others (exchange, worst, sizes, liability) are there only if stated.
    """
    others = (*_parties(scenario), *_factors(scenario), *_options(scenario))
    top = tuple(_fields("", scenario, TOP))
    settings = chain.from_iterable(set_.values() for set_ in scenario.frameworks.values())
    named = _named(scenario, [*(one.number for one in (*top, *others) if one.read), *settings])
    yield from top
    for id, quantity in scenario.quantities.items():
        yield Written("quantity", f"quantities.{id}.value", quantity.value, stated=True, read=id in named)
    yield from others


def _fields(place: str, entry: model.Entry | model.Scenario, kinds: Mapping[str, Kind]) -> Iterator[Written]:
    """Yield the numbers in these fields of an entry."""
    for field, kind in kinds.items():
        number = getattr(entry, field)
        if number is not None:
            yield Written(kind, f"{place}{field}", number, field in entry.model_fields_set, read=True)


def _parties(scenario: model.Scenario) -> Iterator[Written]:
    for id, party in scenario.parties.items():
        yield from _fields(f"parties.{id}.", party, PARTY)


def _factors(scenario: model.Scenario) -> Iterator[Written]:
    for id, belief in scenario.beliefs.items():
        yield from _fields(f"beliefs.{id}.", belief, {"probability": "belief"})
    for id, consequence in scenario.consequences.items():
        yield from _consequence(scenario, id, consequence)
    for id, duty in scenario.duties.items():
        yield from _fields(f"duties.{id}.", duty, {"weight": "duty-weight"})
    for id, virtue in scenario.virtues.items():
        listed = any(id in option.virtues for option in scenario.options.values())
        for one in _fields(f"virtues.{id}.", virtue, {"weight": "virtue-weight"}):
            yield one._replace(read=listed)


def _consequence(scenario: model.Scenario, id: str, factor: model.Consequence) -> Iterator[Written]:
    """Yield a consequence's own numbers, marked as read if an option that lists it does not override them."""
    place, options = f"consequences.{id}.", scenario.options.values()
    rows = [option.consequences[id] for option in options if id in option.consequences]
    for one in _fields(place, factor, HAPPENING):
        if one.kind != "count" or factor.falls_on is None:
            field = one.address.removeprefix(place)
            yield one._replace(read=any(getattr(row, field) is None for row in rows))
    for party, count in (factor.falls_on or {}).items():
        read = any(party not in (row.falls_on or {}) for row in rows)
        yield Written("count", f"{place}falls_on.{party}", count, stated=True, read=read)


def _options(scenario: model.Scenario) -> Iterator[Written]:
    for id, option in scenario.options.items():
        place, awaited = f"options.{id}.", _awaited(scenario, option)
        for belief, event in option.beliefs.items():
            for one in _event(f"{place}beliefs.{belief}.", event):
                yield one._replace(read=_is_read(one.address.rpartition(".")[2], awaited.get(belief, ())))
        for factor, happening in option.consequences.items():
            inside = f"{place}consequences.{factor}."
            yield from _fields(inside, happening, HAPPENING)
            for party, count in (happening.falls_on or {}).items():
                yield Written("count", f"{inside}falls_on.{party}", count, stated=True, read=True)
        for duty, conduct in option.duties.items():
            for one in _fields(f"{place}duties.{duty}.", conduct, {"degree": "degree"}):
                yield one._replace(read=not conduct.waived)
        for virtue, expression in option.virtues.items():
            yield from _fields(f"{place}virtues.{virtue}.", expression, {"degree": "virtue"})


def _event(place: str, event: model.EventChance) -> Iterator[Written]:
    """Yield an option's own probability of a belief: one, or one for each truth of a state."""
    yield from _fields(place, event, {"probability": "event"})
    for literal, probability in (event.given or {}).items():
        yield Written("event", f"{place}given.{literal}", probability, stated=True, read=True)


def _awaited(scenario: model.Scenario, option: model.Option) -> dict[str, list[frozenset[model.Condition]]]:
    """Return the conditions of each consequence that the option lists, by the beliefs they name."""
    awaited: dict[str, list[frozenset[model.Condition]]] = {}
    for id, happening in option.consequences.items():
        conditions = frozenset((*scenario.consequences[id].when, *happening.when))
        for condition in conditions:
            awaited.setdefault(condition.belief, []).append(conditions)
    return awaited


def beliefs_read(scenario: model.Scenario) -> frozenset[str]:
    """Return the beliefs whose own probability some consequence depends on, under some option.

    An option's own probability stands in its place there, but one given a state depends on that of the state.
    """
    found: set[str] = set()
    for option in scenario.options.values():
        for belief in _awaited(scenario, option):
            own = option.beliefs.get(belief)
            literals = (own.given or ()) if own else (belief,)
            found.update(model.condition_of(literal).belief for literal in literals)
    return frozenset(found)


def _is_read(field: str, awaiting: Sequence[frozenset[model.Condition]]) -> bool:
    """Return whether a consequence depends on a number of an event: its probability, or one given a state.

    A number given a state is not read by a consequence that needs the state to be otherwise.
    """
    state, holds = model.condition_of(field)
    return any(model.Condition(state, not holds) not in conditions for conditions in awaiting)


def _named(scenario: model.Scenario, found: Sequence[Number]) -> set[str]:
    """Return the ids of quantities that numbers name, directly or through other quantities."""
    named: set[str] = set()
    waiting = list(found)
    while waiting:
        fresh = set(terms_of(waiting.pop())) - named
        named |= fresh
        waiting += [scenario.quantities[id].value for id in fresh]
    return named
