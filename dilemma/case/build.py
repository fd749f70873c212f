"""Construction of a case from a scenario: defaults filled in, and every number read as a quantity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dilemma.case.case import Case
from dilemma.case.defaults import baseline_of, liability_of, sizes_of, worst_and_exchange
from dilemma.case.estimates import Reading, read_best_estimate
from dilemma.case.listed import ListedConsequence, ListedOption, Numbers, listed_consequences
from dilemma.case.model import Act, Obligation, Party, Trait
from dilemma.quantity import Quantity, positive
from dilemma.scenario import model

__all__ = ["assumed", "case_of", "with_option"]


def case_of(scenario: model.Scenario, read: Reading = read_best_estimate) -> Case:
    """Return the case of a scenario, with each number read by `read`.

    A consequence's role is fixed at the best estimates of the settings in force, whatever `read` gives.
    """
    numbers = Numbers(scenario, read)
    places = [ListedOption(scenario, id, option, numbers) for id, option in scenario.options.items()]
    listed = {place.option_id: list(listed_consequences(place)) for place in places}
    in_use = [one for own in listed.values() for one in own if one.factor.scope == "act"]
    worst, exchange = worst_and_exchange(scenario, numbers, in_use)
    sizes = sizes_of(scenario, numbers, in_use)
    parties = {id: _party(id, party, sizes, numbers) for id, party in scenario.parties.items()}
    duties = _duties(scenario, numbers, exchange)
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


def with_option(case: Case, scenario: model.Scenario, option: str) -> Case:
    """Return a case at best estimates with one option read anew, the others being as they were.

    `scenario` is that of the case but for plain facts of this option: roles, agency, consent, what is waived,
    whom the plan uses. It gives what `case_of(scenario)` gives, faster.
    """
    numbers = Numbers(scenario, read_best_estimate)
    place = ListedOption(scenario, option, scenario.options[option], numbers)
    duties = _duties(scenario, numbers, case.exchange)
    return case.with_act(_act(place, listed_consequences(place), case.parties, duties))


def assumed(scenario: model.Scenario) -> tuple[float, float]:
    """Return `worst` and `exchange` at best estimates, stated or taken from what the file holds."""
    case = case_of(scenario)
    assert isinstance(case.worst, float)
    assert isinstance(case.exchange, float)
    return case.worst, case.exchange


class _WeightedDuty(NamedTuple):
    """A duty, its weight, and the exchange."""

    noun: model.Duty
    weight: Quantity
    exchange: Quantity


def _duties(scenario: model.Scenario, numbers: Numbers, exchange: Quantity) -> dict[str, _WeightedDuty]:
    """Return the duties of a scenario by id, each with its weight."""
    return {
        id: _WeightedDuty(duty, numbers.at(f"duties.{id}.weight", duty.weight), exchange)
        for id, duty in scenario.duties.items()
    }


def _party(id: str, party: model.Party, sizes: Mapping[str, Quantity], numbers: Numbers) -> Party:
    weight = numbers.at(f"parties.{id}.weight", party.weight)
    combatant = party.combatant
    fights = None if combatant is None else numbers.at(f"parties.{id}.combatant", combatant)
    return Party(
        id=id,
        is_people=party.kind == "people",
        weight=weight,
        size=sizes[id],
        states_size=party.size is not None,
        level=numbers.at(f"parties.{id}.level", party.level),
        states_level="level" in party.model_fields_set,
        combatant=fights,
        liable=liability_of(id, party, fights, numbers),
        represented=party.represented,
        agent=party.agent,
        possible=party.possible,
        tie=numbers.at(f"parties.{id}.tie", party.tie),
        counted=positive(weight) if party.kind == "people" else False,
    )


def _act(
    place: ListedOption,
    listed: Iterable[ListedConsequence],
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


def _obligations(
    place: ListedOption, duties: Mapping[str, _WeightedDuty], parties: Mapping[str, Party]
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


def _traits(place: ListedOption) -> Iterator[Trait]:
    virtues = place.scenario.virtues
    for id, expression in place.option.virtues.items():
        address = f"options.{place.option_id}.virtues.{id}"
        weight = place.numbers.at(f"virtues.{id}.weight", virtues[id].weight)
        yield Trait(id, address, weight, place.numbers.at(f"{address}.degree", expression.degree))
