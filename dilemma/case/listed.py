"""The consequences that an option lists, with the factor's fields as defaults, as effects on parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from dilemma.case.estimates import Evaluator, Reading, best_estimate
from dilemma.case.model import Agency, Branch, Effect, Party, Role, State, Supposition
from dilemma.case.worlds import combinations_of
from dilemma.quantity import Quantity, all_of, negative, positive, power, total
from dilemma.scenario import model
from dilemma.scenario.numbers import Number

__all__ = ["ListedConsequence", "ListedOption", "Numbers", "agency_of", "listed_consequences"]

T = TypeVar("T")


def agency_of(option: model.Option, here: model.ConsequenceEntry, factor: model.Consequence) -> Agency:
    """Return whether an option does or allows a consequence: as stated, else `allows` for an omission."""
    return here.agency or factor.agency or ("allows" if option.omission else "does")


class Numbers:
    """The numbers that all options share: probabilities of beliefs and states, and the yearly discount."""

    def __init__(self, scenario: model.Scenario, read: Reading) -> None:
        self.at = Evaluator(scenario, read).at
        self.yearly = 1.0 + self.at("discount", scenario.discount)
        self.chances = {
            id: self.at(f"beliefs.{id}.probability", belief.probability)
            for id, belief in scenario.beliefs.items()
        }
        events = {id for option in scenario.options.values() for id in option.beliefs}
        self.states = {id: State(id, self.chances[id]) for id in scenario.beliefs if id not in events}


class ListedOption(NamedTuple):
    """One option of a scenario, with the reader of its numbers."""

    scenario: model.Scenario
    option_id: str
    option: model.Option
    numbers: Numbers

    def chance_of(self, belief: str, facts: Mapping[str, bool]) -> Quantity:
        """Return P(belief) under this option where these states hold, or do not."""
        own = self.option.beliefs.get(belief)
        if own is None:
            return self.numbers.chances[belief]
        place = f"options.{self.option_id}.beliefs.{belief}"
        if own.given is None:
            assert own.probability is not None
            return self.numbers.at(f"{place}.probability", own.probability)
        state = given_state(own.given)
        literal = state if facts[state] else f"not {state}"
        return self.numbers.at(f"{place}.given.{literal}", own.given[literal])

    def given_states(self, beliefs: Iterable[str]) -> tuple[str, ...]:
        """Return the states on which the probabilities of these beliefs depend under this option."""
        own = (self.option.beliefs.get(belief) for belief in beliefs)
        return tuple(dict.fromkeys(given_state(event.given) for event in own if event and event.given))


def given_state(given: Mapping[str, Number]) -> str:
    """Return the state that a `given` names."""
    return model.condition_of(next(iter(given))).belief


def _either(here: T | None, there: T) -> T:
    """Return the option's own value, else the factor's."""
    return there if here is None else here


def listed_consequences(place: ListedOption) -> Iterator[ListedConsequence]:
    """Yield the consequences that an option lists."""
    for id, happening in place.option.consequences.items():
        address = f"options.{place.option_id}.consequences.{id}"
        yield ListedConsequence(place, id, address, happening, place.scenario.consequences[id])


class ListedConsequence:
    """One consequence under one option: the option's own fields, with those of the factor as defaults."""

    def __init__(
        self,
        place: ListedOption,
        id: str,
        address: str,
        here: model.ConsequenceEntry,
        factor: model.Consequence,
    ) -> None:
        self.place, self.id, self.address, self.here, self.factor = place, id, address, here, factor
        self.value = self._number("value", here.value, factor.value)
        self.shares = tuple(self._shares())

    def _number(self, field: str, here: Number | None, there: Number) -> Quantity:
        """Return a field's number as a quantity, read at the address that sets it."""
        if here is None:
            return self.place.numbers.at(f"consequences.{self.id}.{field}", there)
        return self.place.numbers.at(f"{self.address}.{field}", here)

    @property
    def parties(self) -> tuple[str, ...]:
        """The ids of the parties it strikes."""
        return tuple(self.factor.falls_on or (str(self.factor.party),))

    def _branches(self) -> tuple[Branch, ...]:
        """Return the chance of the consequence, by the states on which it depends."""
        conditions = (*self.factor.when, *self.here.when)
        states = self.place.numbers.states
        literals = tuple(Supposition(states[id], holds) for id, holds in conditions if id in states)
        events = [(id, holds) for id, holds in conditions if id not in states]
        fixed = {fact.state.id for fact in literals}
        open_ = [id for id in self.place.given_states(id for id, _ in events) if id not in fixed]
        branches = []
        for more in combinations_of(states[id] for id in open_):
            supposes = (*literals, *more)
            facts = {fact.state.id: fact.holds for fact in supposes}
            chance = self._number("chance", self.here.chance, self.factor.chance)
            for belief, holds in events:
                probability = self.place.chance_of(belief, facts)
                chance = chance * (probability if holds else 1.0 - probability)
            branches.append(Branch(supposes, chance))
        return tuple(branches)

    def _role(self) -> Role:
        stated = self.here.role or self.factor.role
        if stated:
            return stated
        best = best_estimate(self.place.scenario, _either(self.here.value, self.factor.value))
        return "end" if best > 0 else "side-effect"

    def _shares(self) -> Iterator[tuple[str, str, Quantity]]:
        """Yield each party affected, the address of its count, and how many members are affected."""
        factor, here = self.factor, self.here
        if factor.falls_on is None:
            assert factor.party is not None
            yield factor.party, self.address, self._number("count", here.count, factor.count)
            return
        ours = here.falls_on or {}
        for party, count in factor.falls_on.items():
            part = f"falls_on.{party}"
            yield party, f"{self.address}.{part}", self._number(part, ours.get(party), count)

    def effects(self, parties: Mapping[str, Party]) -> Iterator[Effect]:
        """Yield one effect per party; all share chance, value, role and agency."""
        value, branches = self.value, self._branches()
        likelihood = total(_likelihood(branch) for branch in branches)
        delay = self._number("delay", self.here.delay, self.factor.delay)
        discount = power(self.place.numbers.yearly, -delay)
        expected = likelihood * discount * value
        is_bad = all_of(negative(value), positive(likelihood))
        agency, role = agency_of(self.place.option, self.here, self.factor), self._role()
        consent = _either(self.here.consented, self.factor.consented)
        when = tuple((belief, holds) for belief, holds in (*self.factor.when, *self.here.when))
        for party_id, address, count in self.shares:
            party = parties[party_id]
            unweighted = expected * count
            yield Effect(
                id=self.id,
                address=address,
                party=party,
                role=role,
                agency=agency,
                consent=consent,
                scope=self.factor.scope,
                tags=self.factor.tags,
                value=value,
                is_bad=is_bad,
                members=count,
                when=when,
                likelihood=likelihood,
                discount=discount,
                expected=expected,
                stake=expected * (count / party.size),
                unweighted=unweighted,
                contribution=party.weight * unweighted,
                branches=branches,
            )


def _likelihood(branch: Branch) -> Quantity:
    """Return the chance of a branch times the probability of what it supposes."""
    likelihood = branch.chance
    for fact in branch.supposes:
        likelihood = likelihood * fact.probability
    return likelihood
