"""Construction of a case from a scenario: defaults filled in, and every number read as a quantity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

from dilemma.case.estimates import Evaluator, Reading, best_estimate, read_best_estimate
from dilemma.case.model import Act, Agency, Case, Effect, Obligation, Party, Role, State, Supposition, Trait
from dilemma.case.reason import term
from dilemma.quantity import (
    Quantity,
    Truth,
    all_of,
    choose,
    greatest,
    least,
    minus,
    negative,
    never,
    positive,
    power,
)
from dilemma.scenario import model
from dilemma.scenario.numbers import Number

__all__ = ["agency_of", "baseline_of", "case_of", "is_liable"]

T = TypeVar("T")


def case_of(
    scenario: model.Scenario, read: Reading = read_best_estimate, written: model.Scenario | None = None
) -> Case:
    """Return the case of a scenario, with each number read by `read`.

    A consequence's role is fixed at the best estimates of the settings in force, whatever `read` gives.
    `written` is the scenario before settings changed it, if they did: it fixes the scale of values, so that
    no dial changes the scale by which it is measured.
    """
    numbers = _Numbers(scenario, read)
    parties = {id: _party(id, party, numbers) for id, party in scenario.parties.items()}
    duties = {
        id: _WeightedDuty(duty, numbers.at(f"duties.{id}.weight", duty.weight))
        for id, duty in scenario.duties.items()
    }
    base = baseline_of(scenario)
    effects: dict[str, tuple[Effect, ...]] = {}
    before: Mapping[tuple[str, str], Effect] = {}
    for id in sorted(scenario.options, key=lambda id: id != base):
        place = _ListedOption(scenario, id, scenario.options[id], numbers)
        effects[id] = tuple(_effects(place, parties, before))
        if id == base:
            before = {effect.key: effect for effect in effects[id] if effect.scope == "act"}
    exchange = model.ASSUMED_EXCHANGE if scenario.exchange is None else scenario.exchange
    acts: dict[str, Act] = {}
    for id, option in scenario.options.items():
        own = tuple(effect for effect in effects[id] if effect.scope == "act")
        acts[id] = Act(
            id=id,
            effects=own,
            terms=tuple(term("consequence", e.address, e.contribution, e.party.id) for e in own),
            harms=tuple(e for e in own if not never(positive(e.harm_done))),
            aims=tuple(e for e in own if e.role != "side-effect" and not never(e.is_bad)),
            practice=tuple(effect for effect in effects[id] if effect.scope == "rule"),
            obligations=tuple(_obligations(id, option, duties, parties, numbers)),
            traits=tuple(_traits(id, option, scenario, numbers)),
            uses=tuple(parties[party] for party in option.uses),
        )
    return Case(
        parties=parties,
        duties=tuple(duties),
        virtues=tuple(scenario.virtues),
        absolute_duties=tuple(id for id, due in duties.items() if due.noun.kind == "absolute"),
        claims=tuple(id for id, due in duties.items() if due.noun.owed_to),
        acts=tuple(acts.values()),
        baseline=acts[base] if base else None,
        exchange=numbers.at("exchange", exchange),
        scale=_scale(written or scenario),
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


def is_liable(party: model.Party) -> bool:
    """Return whether a party may be harmed without being wronged: as the file says, else if it fights."""
    return party.combatant is True if party.liable is None else party.liable


def agency_of(option: model.Option, here: model.ConsequenceEntry, factor: model.Consequence) -> Agency:
    """Return whether an option does or allows a consequence: as stated, else `allows` for an omission."""
    return here.agency or factor.agency or ("allows" if option.omission else "does")


def _scale(scenario: model.Scenario) -> float:
    """Return the largest of |value|, |level| and |level + value| over consequences in use; 1 if it is 0."""
    largest = 0.0
    levels = {id: best_estimate(scenario, party.level) for id, party in scenario.parties.items()}
    for option in scenario.options.values():
        for id, happening in option.consequences.items():
            factor = scenario.consequences[id]
            if factor.scope == "act":
                value = best_estimate(scenario, _either(happening.value, factor.value))
                struck = [levels[party] for party in factor.falls_on or (factor.party,) if party]
                for level in struck:
                    largest = max(largest, abs(value), abs(level), abs(level + value))
    return largest or 1.0


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


class _ListedOption(NamedTuple):
    """One option of a scenario, with the reader of its numbers."""

    scenario: model.Scenario
    option_id: str
    option: model.Option
    numbers: _Numbers

    def chance_of(self, belief: str) -> Quantity:
        """Return P(belief) under this option: its own probability for an event."""
        if belief in self.option.beliefs:
            address = f"options.{self.option_id}.beliefs.{belief}"
            return self.numbers.at(address, self.option.beliefs[belief])
        return self.numbers.chances[belief]


class _Odds(NamedTuple):
    """The likelihood of a consequence: in total, and given the states that it supposes."""

    likelihood: Quantity
    given_states: Quantity
    supposes: tuple[Supposition, ...]


class _WeightedDuty(NamedTuple):
    """A duty and its weight."""

    noun: model.Duty
    weight: Quantity


def _party(id: str, party: model.Party, numbers: _Numbers) -> Party:
    weight = numbers.at(f"parties.{id}.weight", party.weight)
    return Party(
        id=id,
        is_people=party.kind == "people",
        weight=weight,
        level=numbers.at(f"parties.{id}.level", party.level),
        states_level="level" in party.model_fields_set,
        combatant=party.combatant,
        liable=is_liable(party),
        agent=party.agent,
        tie=numbers.at(f"parties.{id}.tie", party.tie),
        counted=positive(weight) if party.kind == "people" else False,
    )


def _either(here: T | None, there: T) -> T:
    """Return the option's own value, else the factor's."""
    return there if here is None else here


def _effects(
    place: _ListedOption, parties: Mapping[str, Party], before: Mapping[tuple[str, str], Effect]
) -> Iterator[Effect]:
    factors = place.scenario.consequences
    for id, happening in place.option.consequences.items():
        address = f"options.{place.option_id}.consequences.{id}"
        yield from _ListedConsequence(place, id, address, happening, factors[id]).effects(parties, before)


class _ListedConsequence(NamedTuple):
    """One consequence under one option: the option's own fields, with those of the factor as defaults."""

    place: _ListedOption
    id: str
    address: str
    here: model.ConsequenceEntry
    factor: model.Consequence

    def _number(self, field: str, here: Number | None, there: Number) -> Quantity:
        """Return a field's number as a quantity, read at the address that sets it."""
        if here is None:
            return self.place.numbers.at(f"consequences.{self.id}.{field}", there)
        return self.place.numbers.at(f"{self.address}.{field}", here)

    def _odds(self) -> _Odds:
        likelihood = given_states = self._number("chance", self.here.chance, self.factor.chance)
        supposes: list[Supposition] = []
        for belief, holds in (*self.factor.when, *self.here.when):
            probability = self.place.chance_of(belief)
            odds = probability if holds else 1.0 - probability
            likelihood = likelihood * odds
            if belief in self.place.numbers.states:
                supposes.append(Supposition(self.place.numbers.states[belief], holds))
            else:
                given_states = given_states * odds
        return _Odds(likelihood, given_states, tuple(supposes))

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

    def effects(
        self, parties: Mapping[str, Party], before: Mapping[tuple[str, str], Effect]
    ) -> Iterator[Effect]:
        """Yield one effect per party; all share chance, value, role and agency."""
        value = self._number("value", self.here.value, self.factor.value)
        delay = self._number("delay", self.here.delay, self.factor.delay)
        likelihood, given_states, supposes = self._odds()
        discount = power(self.place.numbers.yearly, -delay)
        stake = likelihood * discount * value
        if_so = given_states * discount * value
        bad = negative(value)
        is_bad = all_of(bad, positive(likelihood))
        agency = agency_of(self.place.option, self.here, self.factor)
        role, scope = self._role(), self.factor.scope
        consented = _either(self.here.consented, self.factor.consented)
        harms = agency == "does" and scope == "act" and not never(bad)
        for party_id, address, count in self._shares():
            party = parties[party_id]
            unweighted = stake * count
            anyway = before.get((self.id, party_id))
            yield Effect(
                id=self.id,
                address=address,
                party=party,
                role=role,
                agency=agency,
                consented=consented,
                scope=scope,
                tags=self.factor.tags,
                value=value,
                is_bad=is_bad,
                members=count,
                likelihood=likelihood,
                discount=discount,
                stake=stake,
                unweighted=unweighted,
                contribution=party.weight * unweighted,
                harm_done=_harm_done(bad, unweighted, anyway) if harms else 0.0,
                supposes=supposes,
                supposed=party.weight * (if_so * count),
            )


def _harm_done(bad: Truth, unweighted: Quantity, before: Effect | None) -> Quantity:
    """Return D: how much worse this is than the harm that the baseline allows anyway."""
    anyway = least(0.0, before.unweighted) if before and before.agency == "allows" else 0.0
    return choose(bad, greatest(0.0, minus(anyway, unweighted)), 0.0)


def _obligations(
    option_id: str,
    option: model.Option,
    duties: Mapping[str, _WeightedDuty],
    parties: Mapping[str, Party],
    numbers: _Numbers,
) -> Iterator[Obligation]:
    for id, conduct in option.duties.items():
        address = f"options.{option_id}.duties.{id}"
        noun, weight = duties[id]
        yield Obligation(
            id=id,
            address=address,
            absolute=noun.kind == "absolute",
            weight=weight,
            basis=noun.basis,
            owed_to=parties[noun.owed_to] if noun.owed_to else None,
            degree=numbers.at(f"{address}.degree", conduct.degree),
            role=conduct.role,
            waived=conduct.waived,
        )


def _traits(
    option_id: str, option: model.Option, scenario: model.Scenario, numbers: _Numbers
) -> Iterator[Trait]:
    for id, expression in option.virtues.items():
        address = f"options.{option_id}.virtues.{id}"
        weight = numbers.at(f"virtues.{id}.weight", scenario.virtues[id].weight)
        yield Trait(id, address, weight, numbers.at(f"{address}.degree", expression.degree))
