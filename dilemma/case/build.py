"""Construction of a case from a scenario: defaults filled in, and every number read as a quantity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final, NamedTuple, TypeVar

from dilemma.case.case import Case
from dilemma.case.estimates import Evaluator, Reading, best_estimate, read_best_estimate
from dilemma.case.model import Act, Agency, Branch, Effect, Obligation, Party, Role, State, Supposition, Trait
from dilemma.quantity import (
    Quantity,
    all_of,
    at_least,
    choose,
    greatest,
    magnitude,
    negative,
    positive,
    power,
    total,
)
from dilemma.scenario import model
from dilemma.scenario.numbers import Number

__all__ = ["agency_of", "assumed", "baseline_of", "case_of", "is_liable"]

T = TypeVar("T")

NEAR_CERTAIN: Final = 0.9
"""The probability of fighting from which a party counts as liable, unless the file says otherwise."""

EXCHANGES_IN_WORST: Final = 10.0
"""`worst` over `exchange`, where one is taken from the other: the greatest weight of a duty."""

ASSUMED_EXCHANGE: Final = 1.0
"""The exchange of a file that states neither `exchange` nor `worst`, and no value that befalls people."""


def case_of(scenario: model.Scenario, read: Reading = read_best_estimate) -> Case:
    """Return the case of a scenario, with each number read by `read`.

    A consequence's role is fixed at the best estimates of the settings in force, whatever `read` gives.
    """
    numbers = _Numbers(scenario, read)
    places = [_ListedOption(scenario, id, option, numbers) for id, option in scenario.options.items()]
    listed = {place.option_id: list(_listed(place)) for place in places}
    in_use = [one for own in listed.values() for one in own if one.factor.scope == "act"]
    worst, exchange = _worst_and_exchange(scenario, numbers, in_use)
    sizes = _sizes(scenario, numbers, in_use)
    parties = {id: _party(id, party, sizes, numbers) for id, party in scenario.parties.items()}
    duties = {
        id: _WeightedDuty(duty, numbers.at(f"duties.{id}.weight", duty.weight), exchange)
        for id, duty in scenario.duties.items()
    }
    base = baseline_of(scenario)
    acts = {place.option_id: _act(place, listed[place.option_id], parties, duties) for place in places}
    return Case(
        parties=parties,
        duties=tuple(duties),
        virtues=tuple(scenario.virtues),
        absolute_duties=tuple(id for id, due in duties.items() if due.noun.kind == "absolute"),
        claims=tuple(id for id, due in duties.items() if due.noun.owed_to),
        bases=frozenset(word for duty in scenario.duties.values() for word in duty.basis),
        acts=tuple(acts.values()),
        baseline=acts[base] if base else None,
        exchange=exchange,
        worst=worst,
        enough=None if scenario.enough is None else numbers.at("enough", scenario.enough),
        settings={
            theory: {name: numbers.at(f"frameworks.{theory}.{name}", number) for name, number in set_.items()}
            for theory, set_ in scenario.frameworks.items()
        },
    )


def baseline_of(scenario: model.Scenario) -> str | None:
    """Return the id of the baseline: the option that the file names, else the only omission, else None."""
    if scenario.baseline is not None:
        return scenario.baseline
    omissions = [id for id, option in scenario.options.items() if option.omission]
    return omissions[0] if len(omissions) == 1 else None


def is_liable(scenario: model.Scenario, party: model.Party) -> bool:
    """Return whether a party may be harmed to any extent without being wronged, at best estimates."""
    if party.liable is not None:
        return best_estimate(scenario, party.liable) == 1.0
    if party.combatant is None or party.represented:
        return False
    return best_estimate(scenario, party.combatant) >= NEAR_CERTAIN


def assumed(scenario: model.Scenario) -> tuple[float, float]:
    """Return `worst` and `exchange` at best estimates, stated or taken from what the file holds."""
    case = case_of(scenario)
    assert isinstance(case.worst, float)
    assert isinstance(case.exchange, float)
    return case.worst, case.exchange


def agency_of(option: model.Option, here: model.ConsequenceEntry, factor: model.Consequence) -> Agency:
    """Return whether an option does or allows a consequence: as stated, else `allows` for an omission."""
    return here.agency or factor.agency or ("allows" if option.omission else "does")


class _Numbers:
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


def _worst_and_exchange(
    scenario: model.Scenario, numbers: _Numbers, in_use: Sequence[_ListedConsequence]
) -> tuple[Quantity, Quantity]:
    """Return W and the exchange; each is taken from the other where only the other is known."""
    stated = None if scenario.exchange is None else numbers.at("exchange", scenario.exchange)
    if scenario.worst is not None:
        worst = numbers.at("worst", scenario.worst)
    else:
        largest = greatest(0.0, *_amounts_of_people(scenario, numbers, in_use))
        assumed = (ASSUMED_EXCHANGE if stated is None else stated) * EXCHANGES_IN_WORST
        worst = choose(positive(largest), largest, assumed)
    return worst, worst / EXCHANGES_IN_WORST if stated is None else stated


def _amounts_of_people(
    scenario: model.Scenario, numbers: _Numbers, in_use: Iterable[_ListedConsequence]
) -> Iterator[Quantity]:
    """Yield |v|, |ℓ| and |ℓ + v| of every consequence in use for people."""
    levels = {
        id: numbers.at(f"parties.{id}.level", party.level)
        for id, party in scenario.parties.items()
        if party.kind == "people"
    }
    for listed in in_use:
        found = [levels[id] for id in listed.parties if id in levels]
        if found:
            value = listed.value
            yield magnitude(value)
            for level in found:
                if level != 0.0:
                    yield from (magnitude(level), magnitude(level + value))


def _sizes(
    scenario: model.Scenario, numbers: _Numbers, in_use: Iterable[_ListedConsequence]
) -> dict[str, Quantity]:
    """Return S by party: the size that the file states, else the largest number a consequence strikes."""
    counts: dict[str, list[Quantity]] = {id: [] for id in scenario.parties}
    for listed in in_use:
        for party, _, count in listed.shares:
            counts[party].append(count)
    return {
        id: _size_from(counts[id]) if party.size is None else numbers.at(f"parties.{id}.size", party.size)
        for id, party in scenario.parties.items()
    }


def _size_from(counts: list[Quantity]) -> Quantity:
    largest = greatest(0.0, *counts)
    return choose(positive(largest), largest, 1.0)


class _ListedOption(NamedTuple):
    """One option of a scenario, with the reader of its numbers."""

    scenario: model.Scenario
    option_id: str
    option: model.Option
    numbers: _Numbers

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
    return next(literal for literal in given if not literal.startswith("not "))


class _WeightedDuty(NamedTuple):
    """A duty, its weight, and the exchange."""

    noun: model.Duty
    weight: Quantity
    exchange: Quantity


def _party(id: str, party: model.Party, sizes: Mapping[str, Quantity], numbers: _Numbers) -> Party:
    weight = numbers.at(f"parties.{id}.weight", party.weight)
    combatant = party.combatant
    fights = None if combatant is None else numbers.at(f"parties.{id}.combatant", combatant)
    if party.liable is not None:
        liable = numbers.at(f"parties.{id}.liable", party.liable)
    elif fights is None or party.represented:
        liable = 0.0
    else:
        liable = choose(at_least(fights, NEAR_CERTAIN), 1.0, 0.0)
    return Party(
        id=id,
        is_people=party.kind == "people",
        weight=weight,
        size=sizes[id],
        states_size=party.size is not None,
        level=numbers.at(f"parties.{id}.level", party.level),
        states_level="level" in party.model_fields_set,
        combatant=fights,
        liable=liable,
        represented=party.represented,
        agent=party.agent,
        possible=party.possible,
        tie=numbers.at(f"parties.{id}.tie", party.tie),
        counted=positive(weight) if party.kind == "people" else False,
    )


def _either(here: T | None, there: T) -> T:
    """Return the option's own value, else the factor's."""
    return there if here is None else here


def _act(
    place: _ListedOption,
    listed: Iterable[_ListedConsequence],
    parties: Mapping[str, Party],
    duties: Mapping[str, _WeightedDuty],
) -> Act:
    effects = [effect for consequence in listed for effect in consequence.effects(parties)]
    return Act(
        id=place.option_id,
        omission=place.option.omission,
        force=place.option.force,
        effects=tuple(effect for effect in effects if effect.scope == "act"),
        practice=tuple(effect for effect in effects if effect.scope == "rule"),
        obligations=tuple(_obligations(place, duties, parties)),
        traits=tuple(_traits(place)),
        uses=tuple(parties[party] for party in place.option.uses),
    )


def _listed(place: _ListedOption) -> Iterator[_ListedConsequence]:
    for id, happening in place.option.consequences.items():
        address = f"options.{place.option_id}.consequences.{id}"
        yield _ListedConsequence(place, id, address, happening, place.scenario.consequences[id])


class _ListedConsequence:
    """One consequence under one option: the option's own fields, with those of the factor as defaults."""

    def __init__(
        self,
        place: _ListedOption,
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
        sides = ((Supposition(states[id], holds=True), Supposition(states[id], holds=False)) for id in open_)
        branches = []
        for more in product(*sides):
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


def _obligations(
    place: _ListedOption, duties: Mapping[str, _WeightedDuty], parties: Mapping[str, Party]
) -> Iterator[Obligation]:
    for id, conduct in place.option.duties.items():
        address = f"options.{place.option_id}.duties.{id}"
        noun, weight, exchange = duties[id]
        degree = 0.0 if conduct.waived else place.numbers.at(f"{address}.degree", conduct.degree)
        yield Obligation(
            id=id,
            address=address,
            kind=noun.kind,
            weight=weight,
            basis=noun.basis,
            owed_to=tuple(parties[party] for party in noun.owed_to),
            aid=noun.demands == "aid",
            degree=degree,
            role=conduct.role,
            waived=conduct.waived,
            exchange=exchange,
        )


def _traits(place: _ListedOption) -> Iterator[Trait]:
    virtues = place.scenario.virtues
    for id, expression in place.option.virtues.items():
        address = f"options.{place.option_id}.virtues.{id}"
        weight = place.numbers.at(f"virtues.{id}.weight", virtues[id].weight)
        yield Trait(id, address, weight, place.numbers.at(f"{address}.degree", expression.degree))
