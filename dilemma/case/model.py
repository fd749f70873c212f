"""The model of a case: a scenario at given settings, with quantities for numbers and defaults filled in.

The letters follow the usual notation: contribution e(o,c) = h · P(when) · δ · w · n · v, stake
i(o,c) = h · P(when) · δ · v, level L(o,q) = level_q + Σ i(o,c), total U(o) = Σ e(o,c).
Theories read a Case and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from operator import attrgetter
from typing import Literal, NamedTuple

from dilemma.case.reason import Reason
from dilemma.quantity import Quantity, Truth, all_of, at_least, greatest, minus, negative, positive, total

__all__ = [
    "NOTHING",
    "Act",
    "Case",
    "Change",
    "Effect",
    "Obligation",
    "Party",
    "State",
    "Supposition",
    "Trait",
    "World",
]

Role = Literal["end", "means", "side-effect"]
Agency = Literal["does", "allows"]


class Party(NamedTuple):
    """Those who bear or enjoy consequences; `civilian` is None for parties that are not people."""

    id: str
    is_people: bool
    weight: Quantity
    level: Quantity
    states_level: bool  # whether the file writes its level, or leaves it at 0
    combatant: bool | None
    liable: bool
    agent: bool
    tie: Quantity
    counted: Truth  # whether it is a party of people that counts at all (weight above 0)

    @property
    def address(self) -> str:
        return f"parties.{self.id}"

    @property
    def civilian(self) -> bool:
        """Whether it is civilian; people of unknown status are (Additional Protocol I, art. 50(1))."""
        return self.combatant is False or (self.combatant is None and self.is_people)


class State(NamedTuple):
    """A belief whose probability no option sets: its truth does not depend on the choice."""

    id: str
    probability: Quantity

    @property
    def address(self) -> str:
        return f"beliefs.{self.id}"


class Supposition(NamedTuple):
    """The supposition that a state holds, or that it does not."""

    state: State
    holds: bool

    def credible(self, bar: Quantity) -> Truth:
        """Return whether its probability is above 0 and at least the bar."""
        probability = self.state.probability if self.holds else 1.0 - self.state.probability
        return all_of(positive(probability), at_least(probability, bar))


class Effect(NamedTuple):
    """The effect of one consequence under one option on one party."""

    id: str
    address: str
    party: Party
    role: Role
    agency: Agency
    consented: bool
    scope: Literal["act", "rule"]
    tags: tuple[str, ...]
    value: Quantity
    is_bad: Truth  # bad and possible, whoever bears it and whether or not they agreed
    members: Quantity  # how many are struck, in the scenario's own count
    likelihood: Quantity  # chance, given the option, times P(when)
    discount: Quantity  # δ: what delay leaves of it
    stake: Quantity  # what one member faces: likelihood · δ · value
    unweighted: Quantity  # e°: stake times members, every party counted as 1
    contribution: Quantity  # e: e° times the party's weight
    harm_done: Quantity  # D: what would not have happened anyway, for harms the agent does
    supposes: tuple[Supposition, ...]  # the states its `when` names
    supposed: Quantity  # e with those states taken for certain: its part of U(o|s) where they hold

    @property
    def key(self) -> tuple[str, str]:
        """The consequence and the party: the same question under every option."""
        return self.id, self.party.id

    @property
    def is_harm(self) -> Truth:
        """Whether it is bad, possible, not consented to, and to a party that is not liable."""
        if self.consented or self.party.liable:
            return False
        return self.is_bad


class Change(NamedTuple):
    """The change of one consequence from the baseline; `effect` is the effect that it comes from."""

    effect: Effect
    amount: Quantity  # Δ: e(o,c) - e(baseline,c)
    unweighted: Quantity  # the same with every party counted as 1


class Obligation(NamedTuple):
    """One duty under one option."""

    id: str
    address: str
    absolute: bool
    weight: Quantity
    basis: tuple[str, ...]
    owed_to: Party | None
    degree: Quantity
    role: Role | None
    waived: bool

    @property
    def infringed(self) -> Truth:
        return negative(self.degree)

    def violated(self, grave: Quantity) -> Truth:
        """Return whether the degree of infringement is above `grave`."""
        return negative(self.degree + grave)

    @property
    def breach(self) -> Quantity:
        """The breach: weight times degree of infringement, 0 or more."""
        return self.weight * greatest(0.0, -self.degree)


class Trait(NamedTuple):
    """The degree to which one option expresses a virtue."""

    id: str
    address: str
    weight: Quantity
    degree: Quantity


class Act(NamedTuple):
    """One option with all that is listed under it."""

    id: str
    effects: tuple[Effect, ...]  # of scope `act`
    terms: tuple[Reason, ...]  # of U(o): one an effect
    harms: tuple[Effect, ...]  # by which the option itself does harm, if D may be above 0
    aims: tuple[Effect, ...]  # that are its end or its means, and may be bad
    practice: tuple[Effect, ...]  # of scope `rule`: what its rule would bring if generally accepted
    obligations: tuple[Obligation, ...]
    traits: tuple[Trait, ...]
    uses: tuple[Party, ...]

    @property
    def address(self) -> str:
        return f"options.{self.id}"


class World(NamedTuple):
    """One combination of states, and the total of each option in it."""

    facts: tuple[Supposition, ...]
    totals: Mapping[str, Quantity]  # U(o|s), by option


@dataclass(frozen=True, eq=False, repr=False, match_args=False)  # a dataclass, since it keeps what it derives
class Case:
    """A scenario at given settings; `dilemma.case.build.case_of` makes one."""

    parties: Mapping[str, Party]
    duties: tuple[str, ...]
    virtues: tuple[str, ...]
    absolute_duties: tuple[str, ...]
    claims: tuple[str, ...]  # the duties that say whom they are owed to
    acts: tuple[Act, ...]
    baseline: Act | None
    exchange: Quantity
    scale: float  # the largest value or level in use, at best estimates of the file as written
    settings: Mapping[str, Mapping[str, Quantity]]  # what the scenario sets for theories, by id

    @cached_property
    def totals(self) -> Mapping[str, Quantity]:
        """U(o), by option."""
        return {act.id: total([effect.contribution for effect in act.effects]) for act in self.acts}

    @cached_property
    def struck(self) -> tuple[Party, ...]:
        """The parties that consequences of scope `act` affect under some option."""
        return tuple({effect.party.id: effect.party for effect in self.in_use}.values())

    @cached_property
    def people(self) -> tuple[Party, ...]:
        """The parties that are people."""
        return tuple(party for party in self.parties.values() if party.is_people)

    @cached_property
    def members(self) -> Mapping[str, Quantity]:
        """The number of members of each affected party: the most that any consequence affects."""
        strikes: dict[str, list[Quantity]] = {party.id: [] for party in self.struck}
        for effect in self.in_use:
            strikes[effect.party.id].append(effect.members)
        return {id: greatest(*counts) for id, counts in strikes.items()}

    @cached_property
    def levels(self) -> Mapping[tuple[str, str], Quantity]:
        """L(o,q), by option and party: the expected level of one member."""
        stakes = self._by_party(attrgetter("stake"))
        return {(o, q): self.parties[q].level + stake for (o, q), stake in stakes.items()}

    @cached_property
    def shares(self) -> Mapping[tuple[str, str], Quantity]:
        """Σ e°(o,c), by option and party: the total for its members, without the party's weight."""
        return self._by_party(attrgetter("unweighted"))

    def _by_party(self, amount: Callable[[Effect], Quantity]) -> dict[tuple[str, str], Quantity]:
        """Return the sum of an amount over consequences, by option and party; 0 where there is none."""
        sums: dict[tuple[str, str], Quantity] = {
            (act.id, id): 0.0 for act in self.acts for id in self.parties
        }
        for act in self.acts:
            for effect in act.effects:
                sums[act.id, effect.party.id] = sums[act.id, effect.party.id] + amount(effect)
        return sums

    @cached_property
    def changes(self) -> Mapping[str, tuple[Change, ...]]:
        """The changes of each option from the baseline, one per consequence; none for the baseline."""
        return {act.id: () if act is self.baseline else tuple(self._changes(act)) for act in self.acts}

    def _changes(self, act: Act) -> Iterator[Change]:
        before = {effect.key: effect for effect in self.baseline.effects} if self.baseline else {}
        for effect in act.effects:
            old = before.pop(effect.key, None)
            if old is None:
                yield Change(effect, effect.contribution, effect.unweighted)
            else:
                yield Change(
                    effect,
                    minus(effect.contribution, old.contribution),
                    minus(effect.unweighted, old.unweighted),
                )
        for old in before.values():
            yield Change(old, -old.contribution, -old.unweighted)

    @cached_property
    def in_use(self) -> tuple[Effect, ...]:
        """Every consequence of scope `act` that some option lists."""
        return tuple(effect for act in self.acts for effect in act.effects)

    @cached_property
    def states(self) -> tuple[State, ...]:
        """The states that some consequence in use supposes."""
        named = (supposition.state for effect in self.in_use for supposition in effect.supposes)
        return tuple({state.id: state for state in named}.values())

    @cached_property
    def worlds(self) -> tuple[World, ...]:
        """Every combination of the states: 2 to the power of their number (at most 12)."""
        parts = {act.id: _parts(act) for act in self.acts}
        return tuple(
            World(facts, {id: _outcome(facts, sums) for id, sums in parts.items()})
            for facts in product(*(_sides(state) for state in self.states))
        )

    def credible(self, bar: Quantity) -> tuple[Truth, ...]:
        """Return whether each world is credible, in the order of `worlds`: all of its suppositions are.

        With a bar of at most 0.5 at least one world is credible.
        """
        sides = (tuple(side.credible(bar) for side in _sides(state)) for state in self.states)
        return tuple(all_of(*facts) for facts in product(*sides))


Suppositions = tuple[Supposition, ...]


def _sides(state: State) -> Suppositions:
    """Return the two suppositions about a state."""
    return Supposition(state, holds=True), Supposition(state, holds=False)


def _parts(act: Act) -> Mapping[frozenset[tuple[str, bool]], Quantity]:
    """Return the sum of effects by set of suppositions, so that a world adds only a few sums."""
    parts: dict[frozenset[tuple[str, bool]], Quantity] = {}
    for effect in act.effects:
        key = frozenset((supposition.state.id, supposition.holds) for supposition in effect.supposes)
        parts[key] = parts.get(key, 0.0) + effect.supposed
    return parts


def _outcome(facts: Suppositions, parts: Mapping[frozenset[tuple[str, bool]], Quantity]) -> Quantity:
    """Return U(o|s): the sum of the effects that this world includes."""
    world = {(fact.state.id, fact.holds) for fact in facts}
    return total(amount for supposed, amount in parts.items() if supposed <= world)


NOTHING = Case({}, (), (), (), (), (), None, exchange=1.0, scale=1.0, settings={})
"""An empty case, to find what a theory needs: it reports all of that as missing."""
