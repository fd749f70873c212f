"""Addresses of fields, and of what a bare id stands for."""

from __future__ import annotations

import pytest

from dilemma.errors import UnknownName
from dilemma.scenario import belief_address, weight_address
from dilemma.scenario.addresses.lookup import path_of
from dilemma.scenario.model import Scenario
from dilemma.scenario.structure.shapes import Record, Rows, Shape, scenario_shape
from tests.unit.scenario.small import THEORIES, document, instead

CORRELATED = """\
correlations:
  rise: {between: [quantities.houses, options.flood.consequences.swept.chance], rank: 0.5}
"""


def test_every_field_of_the_format_has_an_address() -> None:
    """Written in the file or left at its default, a field can be reached."""
    text = instead("{warned: 0.9}", "{warned: {given: {storm: 0.9, not storm: 0.1}}}")
    data = document(f"{text}{CORRELATED}").data
    rows = {
        (): "x",
        ("sources",): "survey",
        ("quantities",): "rate",
        ("parties",): "walkers",
        ("beliefs",): "storm",
        ("consequences",): "swept",
        ("duties",): "no-harm",
        ("virtues",): "courage",
        ("options",): "flood",
        ("perspectives",): "keeper",
        ("frameworks",): "threshold-deontology",
        ("accepts",): "any-code",
        ("correlations",): "rise",
        ("options", "flood", "beliefs"): "warned",
        ("options", "flood", "beliefs", "warned", "given"): "not storm",
        ("options", "flood", "consequences"): "swept",
        ("options", "flood", "duties"): "no-harm",
        ("options", "flood", "virtues"): "courage",
        ("consequences", "swept", "falls_on"): "villagers",
        ("options", "flood", "consequences", "swept", "falls_on"): "walkers",
        ("frameworks", "threshold-deontology"): "multiple",
        ("perspectives", "keeper", "credences"): "utilitarian",
    }

    def walk(shape: Shape, path: tuple[str, ...]) -> int:
        if path:
            assert path == path_of(".".join(path), data, THEORIES)
        if isinstance(shape, Record):
            return 1 + sum(walk(inside, (*path, name)) for name, inside in shape.fields.items())
        if isinstance(shape, Rows) and path[-1] != "set":
            return 1 + walk(shape.each, (*path, rows[path]))
        return 1

    assert walk(scenario_shape(), ()) > 150
    assert set(Scenario.model_fields) == set(scenario_shape().fields)


def test_bare_ids_stand_for_weights_and_probabilities() -> None:
    """A party, duty or virtue has a weight, a belief a probability."""
    scenario = document().scenario
    addresses = [weight_address(scenario, name) for name in ("walkers", "no-harm", "courage")]
    assert addresses == ["parties.walkers.weight", "duties.no-harm.weight", "virtues.courage.weight"]
    assert belief_address(scenario, "storm") == "beliefs.storm.probability"


MISNAMED = {
    ("weight", "walker"): "no party, duty or virtue 'walker'; did you mean 'walkers'?",
    ("weight", "storm"): (
        "no party, duty or virtue 'storm' (it is a belief; its number has the address "
        "beliefs.storm.probability)"
    ),
    ("weight", "swept"): (
        "no party, duty or virtue 'swept' (it is a consequence; its number has the address "
        "consequences.swept.value)"
    ),
    ("belief", "strom"): "no belief 'strom'; did you mean 'storm'?",
    (
        "belief",
        "walkers",
    ): "no belief 'walkers' (it is a party; its number has the address parties.walkers.weight)",
    ("belief", "xyz"): "no belief 'xyz'",
}


@pytest.mark.parametrize(("what", "name"), MISNAMED)
def test_ids_of_the_wrong_kind_say_so(what: str, name: str) -> None:
    """A wrong id is told what it is, or what was probably meant among those that fit."""
    address = weight_address if what == "weight" else belief_address
    with pytest.raises(UnknownName) as caught:
        address(document().scenario, name)
    assert MISNAMED[what, name] == str(caught.value)
