"""States of the world: their combinations, how likely each is, and what an option brings in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from typing import NamedTuple, TypeAlias

from dilemma.case.model import Act, Effect, Key, State, Supposition
from dilemma.quantity import (
    Quantity,
    Truth,
    all_of,
    at_least,
    choose,
    greatest,
    never,
    positive,
    ratio,
    same,
    total,
)

__all__ = [
    "Facts",
    "World",
    "chance_in",
    "combinations_of",
    "credible_worlds",
    "probability_of",
    "states_of",
    "worlds_of",
]

Facts: TypeAlias = tuple[Supposition, ...]
"""One combination of states."""

Parts: TypeAlias = dict[frozenset[tuple[str, bool]], Quantity]
"""Amounts by what they suppose."""


class World(NamedTuple):
    """One combination of states, its probability, and the total of each option in it."""

    facts: Facts
    probability: Quantity
    totals: Mapping[str, Quantity]  # U(o|s), by option
    apart: Mapping[str, Quantity]  # the same without what is alike under every option in this world
    risky: Mapping[str, Quantity]  # the same without what is alike under every option in every world


def states_of(effects: Iterable[Effect]) -> tuple[State, ...]:
    """Return the states that some of these effects suppose, each once."""
    named = (one.state for effect in effects for branch in effect.branches for one in branch.supposes)
    return tuple({state.id: state for state in named}.values())


def worlds_of(acts: Sequence[Act], states: Sequence[State]) -> tuple[World, ...]:
    """Return every combination of the states: 2 to the power of their number (at most 12)."""
    rows = {act.id: {effect.key: _parts_of(effect) for effect in act.effects} for act in acts}
    whole = _summed(rows)
    apart, risky = _without_common(acts, rows)
    every = tuple(combinations_of(states))
    sums = (whole, apart, risky)
    known = [_known(facts) for facts in every]
    plain = all(isinstance(one, float) for each in sums for parts in each.values() for one in parts.values())
    outcomes = zip(*map(partial(_plain_outcomes if plain else _outcomes, known), sums), strict=True)
    return tuple(
        World(facts, probability_of(facts), *three) for facts, three in zip(every, outcomes, strict=True)
    )


def _outcomes(
    worlds: Sequence[frozenset[tuple[str, bool]]], sums: Mapping[str, Parts]
) -> Iterator[dict[str, Quantity]]:
    """Yield the outcome of each option in each world."""
    for world in worlds:
        yield {id: _outcome(world, parts) for id, parts in sums.items()}


def _plain_outcomes(
    worlds: Sequence[frozenset[tuple[str, bool]]], sums: Mapping[str, Parts]
) -> Iterator[dict[str, Quantity]]:
    """Yield the same for plain numbers, several times faster: each part is added where it holds, in order."""
    supposed = dict.fromkeys(facts for parts in sums.values() for facts in parts)
    places = {facts: [at for at, world in enumerate(worlds) if facts <= world] for facts in supposed}
    columns = []
    for parts in sums.values():
        column: list[Quantity] = [0.0] * len(worlds)
        for facts, amount in parts.items():
            for at in places[facts]:
                column[at] = column[at] + amount
        columns.append(column)
    for row in zip(*columns, strict=True):
        yield dict(zip(sums, row, strict=True))


def combinations_of(states: Iterable[State]) -> Iterator[Facts]:
    """Yield every combination of the states."""
    yield from product(*map(_sides, states))


def probability_of(facts: Facts) -> Quantity:
    """Return the probability of a combination of states."""
    return _product(fact.probability for fact in facts)


def chance_in(effect: Effect, facts: Facts) -> Quantity:
    """Return the chance of an effect in a combination of all the states that it may suppose."""
    if len(effect.branches) == 1 and not effect.branches[0].supposes:
        return effect.branches[0].chance
    world = _known(facts)
    return total(
        branch.chance for branch in effect.branches if all(fact.key in world for fact in branch.supposes)
    )


def credible_worlds(states: Sequence[State], bar: Quantity) -> tuple[Truth, ...]:
    """Return whether each world is credible, in the order of `worlds_of`.

    A world is credible if its probability is above 0 and at least the bar times the greatest probability of
    a world. With a bar of at most 1 at least one world is credible.
    """
    sides = [[(side, _share(side)) for side in _sides(state)] for state in states]
    return tuple(
        all_of(
            *[positive(side.probability) for side, _ in facts],
            at_least(_product(share for _, share in facts), bar),
        )
        for facts in product(*sides)
    )


def _sides(state: State) -> tuple[Supposition, Supposition]:
    """Return the two suppositions about a state."""
    return Supposition(state, holds=True), Supposition(state, holds=False)


def _share(side: Supposition) -> Quantity:
    """Return the probability of a supposition as a share of the likelier one's."""
    return ratio(side.probability, greatest(side.probability, 1.0 - side.probability), 0.0)


def _product(factors: Iterable[Quantity]) -> Quantity:
    result: Quantity = 1.0
    for factor in factors:
        result = result * factor
    return result


def _known(facts: Facts) -> frozenset[tuple[str, bool]]:
    return frozenset(fact.key for fact in facts)


def _outcome(world: frozenset[tuple[str, bool]], parts: Parts) -> Quantity:
    """Return U(o|s): the sum of the parts whose suppositions hold in this world."""
    return total([amount for supposed, amount in parts.items() if supposed <= world])


def _sums(rows: Iterable[Parts]) -> Parts:
    """Return the sum of amounts by what they suppose, so that a world adds only a few sums."""
    sums: Parts = {}
    for row in rows:
        for supposed, amount in row.items():
            sums[supposed] = sums.get(supposed, 0.0) + amount
    return sums


def _parts_of(effect: Effect) -> Parts:
    """Return the amounts of one effect by what they suppose."""
    return {_known(branch.supposes): effect.in_branch(branch) for branch in effect.branches}


def _without_common(
    acts: Sequence[Act], rows: Mapping[str, Mapping[Key, Parts]]
) -> tuple[dict[str, Parts], dict[str, Parts]]:
    """Return the sums of each option without parts that are the same under every option.

    First without all such parts, then without only those that suppose no state.
    """
    effects = {act.id: {effect.key: effect for effect in act.effects} for act in acts}
    shared = [key for key in rows[acts[0].id] if all(key in own for own in rows.values())] if acts else []
    apart = {id: dict(own) for id, own in rows.items()}
    risky = {id: dict(own) for id, own in rows.items()}
    for key in shared:
        own_parts = [rows[act.id][key] for act in acts]
        aligned = _aligned([effects[act.id][key] for act in acts], own_parts)
        first, *others = aligned
        alike = {facts: all_of(*[same(one, own[facts]) for own in others]) for facts, one in first.items()}
        if aligned is not own_parts or not all(map(never, alike.values())):
            for act, own in zip(acts, aligned, strict=True):
                kept = {facts: choose(alike[facts], 0.0, amount) for facts, amount in own.items()}
                apart[act.id][key] = kept
                risky[act.id][key] = {facts: own[facts] if facts else kept[facts] for facts in own}
    return _summed(apart), _summed(risky)


def _summed(rows: Mapping[str, Mapping[Key, Parts]]) -> dict[str, Parts]:
    return {id: _sums(own.values()) for id, own in rows.items()}


def _aligned(effects: Sequence[Effect], parts: list[Parts]) -> list[Parts]:
    """Return the parts of one question under each option, by the same suppositions for all options."""
    if all(own.keys() == parts[0].keys() for own in parts):
        return parts
    worlds = [_known(facts) for facts in combinations_of(states_of(effects))]
    return [{world: _outcome(world, own) for world in worlds} for own in parts]
