"""The levels of persons under each option, and the comparison of two options for one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, permutations
from typing import TypeAlias

from dilemma.case.model import Act, Effect, Party
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    any_of,
    choose,
    least,
    minus,
    negated,
    negative,
    total,
)

__all__ = ["Levels", "People"]

Levels: TypeAlias = Mapping[tuple[str, str], Quantity]
"""An amount for one member of a party under an option, by option and party."""


@dataclass(frozen=True, eq=False, repr=False, match_args=False)  # a dataclass, since it keeps what it derives
class People:
    """The parties of a case and how well off a member of each is under each option."""

    acts: Sequence[Act]
    parties: Mapping[str, Party]

    @cached_property
    def kind_people(self) -> tuple[Party, ...]:
        """The parties of kind people, whatever their weight."""
        return tuple(party for party in self.parties.values() if party.is_people)

    @cached_property
    def effects(self) -> Mapping[tuple[str, str], tuple[Effect, ...]]:
        """The effects on a party, by option and party; none is missing."""
        found: dict[tuple[str, str], list[Effect]] = {
            (act.id, id): [] for act in self.acts for id in self.parties
        }
        for act in self.acts:
            for effect in act.effects:
                found[act.id, effect.party.id].append(effect)
        return {key: tuple(effects) for key, effects in found.items()}

    @cached_property
    def levels(self) -> Levels:
        """L(o,q) = ℓ + Σ i: the level that a member may expect."""
        return {
            (o, q): self.parties[q].level + total([effect.stake for effect in effects])
            for (o, q), effects in self.effects.items()
        }

    @cached_property
    def burdened(self) -> Levels:
        """The level with losses alone: ℓ + Σ i over consequences with a value below 0."""
        return {
            (o, q): self.parties[q].level
            + total(choose(negative(effect.value), effect.stake, 0.0) for effect in effects)
            for (o, q), effects in self.effects.items()
        }

    def exists(self, act: Act, party: Party) -> bool:
        """Return whether the party's members live under the option.

        Those of a party marked `possible` do so only if the option lists a consequence for them.
        """
        return not party.possible or bool(self.effects[act.id, party.id])

    def pair(
        self, one: Act, other: Act, party: Party, levels: Levels | None = None
    ) -> tuple[Quantity, Quantity]:
        """Return a member's levels under two options, as far as they may be compared; else 0 and 0.

        One who lives under only one of them is compared only if his level there is below 0, and counts 0
        where he does not live: a life of agony is a complaint, a life not lived is none.
        """
        by_option = self.levels if levels is None else levels
        here, there = by_option[one.id, party.id], by_option[other.id, party.id]
        if not party.possible:
            return here, there
        lives_here, lives_there = self.exists(one, party), self.exists(other, party)
        if lives_here and lives_there:
            return here, there
        return (least(0.0, here) if lives_here else 0.0), (least(0.0, there) if lives_there else 0.0)

    def gain(self, act: Act, rival: Act, party: Party) -> Quantity:
        """Return how much better off a member is under the rival than under the option; 0 where Equal."""
        gain = self._gains.get((act.id, rival.id, party.id))
        return 0.0 - self._gains[rival.id, act.id, party.id] if gain is None else gain

    @cached_property
    def _gains(self) -> Mapping[tuple[str, str, str], Quantity]:
        gains = {}
        for act, rival in combinations(self.acts, 2):
            for party in self.parties.values():
                here, there = self.pair(act, rival, party)
                gains[act.id, rival.id, party.id] = minus(there, here)
        return gains

    def comparable(self, one: Act, other: Act, party: Party) -> Truth:
        """Return whether a member's fate under two options may be compared.

        One who lives under only one of them has no complaint, unless his level there is below 0.
        """
        lives = [act for act in (one, other) if self.exists(act, party)]
        return len(lives) == 2 or any_of(*[above(0.0, self.levels[act.id, party.id]) for act in lives])

    def better(self, act: Act, rival: Act, party: Party) -> Truth:
        """Return whether a member is better off under the rival than under the option."""
        here, there = self.pair(act, rival, party)
        return above(there, here)

    def none_worse(self, act: Act, rival: Act) -> Truth:
        """Return whether no person is worse off under the rival than under the option."""
        return self._none_worse[act.id, rival.id]

    @cached_property
    def _none_worse(self) -> Mapping[tuple[str, str], Truth]:
        return {
            (act.id, rival.id): all_of(*[negated(self.better(rival, act, q)) for q in self.kind_people])
            for act, rival in permutations(self.acts, 2)
        }
