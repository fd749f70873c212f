"""Probabilities of states and events, and of rows in the worlds that states make up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from math import prod

from tests.laws.oracle.numbers import Data, Numbers, is_map_of_fields
from tests.laws.oracle.records import Literal, Row

World = dict[str, bool]
"""A truth value for each of some states."""


class Beliefs:
    """The beliefs of a file: an event is one whose probability some option sets for itself."""

    def __init__(self, data: Data, numbers: Numbers) -> None:
        self.numbers = numbers
        self.own: dict[str, Data] = {id: option.get("beliefs", {}) for id, option in data["options"].items()}
        events = {belief for own in self.own.values() for belief in own}
        self.probability = {
            id: numbers.best(belief["probability"]) for id, belief in data.get("beliefs", {}).items()
        }
        self.states = [id for id in self.probability if id not in events]

    def states_of(self, option: str, literals: Iterable[Literal]) -> list[str]:
        """Return the states that literals name, or that the option's chance of their events depends on."""
        found = []
        for belief, _ in literals:
            own = self.own[option].get(belief)
            if belief in self.states:
                found.append(belief)
            elif isinstance(own, dict) and "given" in own:
                found.append(_state_of(own))
        return list(dict.fromkeys(found))

    def worlds(self, states: Iterable[str]) -> Iterator[tuple[World, float]]:
        """Yield every truth assignment to the states with its probability."""
        names = list(states)
        for values in product((True, False), repeat=len(names)):
            world = dict(zip(names, values, strict=True))
            yield world, prod(self._of(self.probability[id], holds) for id, holds in world.items())

    def chance(self, row: Row, world: World) -> float:
        """Return the chance of a row in a world."""
        chances = [self._literal(row.option, literal, world) for literal in row.literals]
        return prod([row.chance, *chances])

    def overall(self, row: Row) -> float:
        """Return the chance of a row over all worlds."""
        return sum(chance * self.chance(row, world) for world, chance in self.worlds(row.states))

    def _literal(self, option: str, literal: Literal, world: World) -> float:
        belief, holds = literal
        if belief in self.states:
            return 1.0 if world[belief] is holds else 0.0
        return self._of(self._event(option, belief, world), holds)

    def _event(self, option: str, event: str, world: World) -> float:
        own = self.own[option].get(event)
        if own is None:
            return self.probability[event]
        if not is_map_of_fields(own):
            return self.numbers.best(own)
        if "given" not in own:
            return self.numbers.field(own, "probability", self.probability[event])
        state = _state_of(own)
        return self.numbers.best(own["given"][state if world[state] else f"not {state}"])

    @staticmethod
    def _of(probability: float, holds: bool) -> float:
        return probability if holds else 1 - probability


def _state_of(own: Data) -> str:
    """Return the state that an option's probability of an event depends on."""
    literal: str = next(iter(own["given"]))
    return literal.removeprefix("not ")
