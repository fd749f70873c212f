"""Counterfactual changes of single plain facts: an address and an alternative value for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dilemma.case.defaults import is_liable
from dilemma.case.estimates import best_estimate
from dilemma.case.listed import agency_of
from dilemma.scenario import model

__all__ = ["Change", "plain_facts", "with_change"]


class Change(NamedTuple):
    """An alternative value for one fact of the file; `kind` selects the template for its wording."""

    kind: str
    address: str  # of the field that changes
    value: object


def plain_facts(scenario: model.Scenario, option: str) -> Iterator[Change]:
    """Yield a change of every plain fact (not a number) that could affect a verdict on the option."""
    here = scenario.options[option]
    for id, happening in here.consequences.items():
        yield from _of_consequence(scenario, option, id, happening)
    for id, conduct in here.duties.items():
        yield from _of_duty(scenario, option, id, conduct)
    if here.uses:
        yield Change("not-used", f"options.{option}.uses", ())
    for id, party in scenario.parties.items():
        if party.kind == "people" and (party.combatant is not None or party.liable is not None):
            liable = is_liable(scenario, party)
            yield Change("not-liable" if liable else "liable", f"parties.{id}.liable", float(not liable))


def _of_consequence(
    scenario: model.Scenario, option: str, id: str, happening: model.ConsequenceEntry
) -> Iterator[Change]:
    factor, place = scenario.consequences[id], f"options.{option}.consequences.{id}"
    if best_estimate(scenario, factor.value if happening.value is None else happening.value) >= 0:
        return  # for a good, neither its role nor consent makes a difference
    role = happening.role or factor.role
    agency = agency_of(scenario.options[option], happening, factor)
    if role not in (None, "side-effect"):
        yield Change("as-side-effect", f"{place}.role", "side-effect")
    elif agency == "does":
        yield Change("as-means", f"{place}.role", "means")
    if (factor.consented if happening.consented is None else happening.consented) is not True:
        yield Change("consented", f"{place}.consented", value=True)
    if agency == "does":
        yield Change("allowed", f"{place}.agency", "allows")
    else:
        yield Change("done", f"{place}.agency", "does")


def _of_duty(scenario: model.Scenario, option: str, id: str, conduct: model.Conduct) -> Iterator[Change]:
    place = f"options.{option}.duties.{id}"
    if scenario.duties[id].kind == "absolute":
        yield Change("not-absolute", f"duties.{id}.kind", "pro-tanto")
    else:
        yield Change("absolute", f"duties.{id}.kind", "absolute")
    if conduct.role in ("means", "end"):
        yield Change("wrong-as-side-effect", f"{place}.role", "side-effect")
    if not conduct.waived and scenario.duties[id].kind != "absolute":
        yield Change("waived", f"{place}.waived", value=True)


def with_change(scenario: model.Scenario, change: Change) -> model.Scenario:
    """Return a copy of the scenario with the change applied to one field of one entry."""
    *path, field = change.address.split(".")
    table, id, *inner = path
    entries: dict[str, Any] = dict(getattr(scenario, table))
    if inner:
        own: dict[str, Any] = dict(getattr(entries[id], inner[0]))
        own[inner[1]] = own[inner[1]].model_copy(update={field: change.value})
        entries[id] = entries[id].model_copy(update={inner[0]: own})
    else:
        entries[id] = entries[id].model_copy(update={field: change.value})
    return scenario.model_copy(update={table: entries})
