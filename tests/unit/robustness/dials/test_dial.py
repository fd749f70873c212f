"""Dials: domains, numbers that no theory reads, and derived numbers."""

from __future__ import annotations

import pytest

from dilemma import load
from dilemma.frameworks.registry import every_framework
from dilemma.robustness.dials.dial import Dial, derived, dials, unread


def dilemma(**changes) -> dict:
    """Return a small file with a number of every kind, with some of its maps replaced."""
    return {
        "format": 1,
        "title": "t",
        "question": "q",
        "exchange": 1,
        "worst": 2,
        "enough": -1,
        "parties": {
            "a": {"weight": 3, "level": -2, "size": [7, 8, 9], "liable": True, "combatant": 0.9},
            "b": {},
        },
        "beliefs": {
            "rain": {"claim": "It rains", "probability": 0.4},
            "spring": {"claim": "It is spring", "probability": 0.3},
        },
        "consequences": {
            "flood": {"party": "a", "value": -2, "count": 5, "when": "rain"},
            "crop": {"falls_on": {"a": 1, "b": [0, 0, 4]}, "value": [-1, 0.5, 20], "delay": 2},
        },
        "duties": {"warn": {}},
        "virtues": {"courage": {"weight": 8}},
        "options": {
            "act": {
                "beliefs": {"rain": {"given": {"spring": 0.2, "not spring": 0.1}}},
                "consequences": {"flood": 0.5, "crop": {"falls_on": {"a": 7}}},
                "duties": {"warn": -0.5},
                "virtues": {"courage": [0.2, 0.8]},
            },
            "wait": {"omission": True, "consequences": {"flood": 1}},
        },
        **changes,
    }


def found(data: dict) -> dict[str, Dial]:
    """Return a file's dials by address."""
    return {dial.address: dial for dial in dials(load(data).scenario, every_framework())}


DOMAINS = [  # address, best, range, domain
    ("exchange", 1, None, (0.01, 100)),
    ("discount", 0, None, (0, 0.2)),
    ("parties.a.weight", 3, None, (0, 30)),
    ("parties.b.weight", 1, None, (0, 30)),
    ("parties.a.level", -2, None, (-20, 0)),
    ("parties.b.level", 0, None, (0, 0)),
    ("worst", 2, None, (2e-6, 20)),
    ("enough", -1, None, (-10, 0)),
    ("parties.a.size", 8, (7, 9), (7, 80)),  # not below a count
    ("parties.a.liable", 1, None, (0, 1)),
    ("parties.a.combatant", 0.9, None, (0, 1)),
    ("parties.a.tie", 0, None, (0, 1)),
    ("beliefs.rain.probability", 0.4, None, (0, 1)),
    ("consequences.flood.value", -2, None, (-20, 0)),
    ("consequences.flood.count", 5, None, (0, 8)),  # not above the size
    ("consequences.crop.value", 0.5, (-1, 20), (-1, 20)),
    ("consequences.crop.falls_on.b", 0, (0, 4), (0, 4)),
    ("consequences.crop.delay", 2, None, (0, 20)),
    ("duties.warn.weight", 5, None, (0, 10)),
    ("virtues.courage.weight", 8, None, (0, 10)),
    ("options.act.beliefs.rain.given.spring", 0.2, None, (0, 1)),
    ("options.act.beliefs.rain.given.not spring", 0.1, None, (0, 1)),
    ("options.act.consequences.flood.chance", 0.5, None, (0, 1)),
    ("options.act.consequences.crop.falls_on.a", 7, None, (0, 8)),
    ("options.act.duties.warn.degree", -0.5, None, (-1, 1)),
    ("options.act.virtues.courage.degree", 0.5, (0.2, 0.8), (-1, 1)),
    ("frameworks.threshold-deontology.multiple", 2, None, (0, 100)),
    ("frameworks.virtue.base", 1, None, (1e-6, 1)),
]


@pytest.mark.parametrize(("address", "best", "range_", "domain"), DOMAINS, ids=str)
def test_what_a_number_might_be(address: str, best: float, range_: object, domain: object) -> None:
    """A domain is fixed by the kind of number and its best estimate, and takes in the stated range."""
    dial = found(dilemma())[address]
    assert (dial.best, dial.range, (dial.low, dial.high)) == (best, range_, pytest.approx(domain))
    assert dial.swept is (dial.low < dial.high)


def test_a_default_is_told_from_what_is_stated() -> None:
    """A dial says whether the file states it."""
    dials_ = found(dilemma(exchange=10))
    stated = {address for address, dial in dials_.items() if dial.stated}
    assert {"exchange", "parties.a.weight", "options.act.duties.warn.degree"} <= stated
    assert not {"discount", "parties.b.weight", "duties.warn.weight", "frameworks.virtue.base"} & stated


def test_a_default_that_follows_from_other_numbers_is_no_dial() -> None:
    """Exchange, worst, enough, sizes, liability and fighting are dials only where the file states them."""
    there = {"exchange", "worst", "enough", "parties.a.size", "parties.a.liable", "parties.a.combatant"}
    assert there <= found(dilemma()).keys()
    bare = {**dilemma(parties={"a": {}, "b": {}})}
    plain = {key: value for key, value in bare.items() if key not in {"exchange", "worst", "enough"}}
    assert there.isdisjoint(found(plain))


def test_a_count_and_a_size_that_is_a_product_move_freely() -> None:
    """A size or count bounds the other only where that one is not a product, which may move along."""
    parties = {"a": {"size": "q * 2"}, "b": {}}
    assert found(dilemma(quantities={"q": 5}, parties=parties))["consequences.flood.count"].high == 50
    factors = {"flood": {"party": "a", "value": -2, "count": "q"}, "crop": {"party": "b", "value": 1}}
    data = dilemma(quantities={"q": 5}, consequences=factors)
    data["options"]["act"]["consequences"]["crop"] = 1
    quantity = found(data)["quantities.q.value"]
    assert (quantity.low, quantity.high) == (0, 8)


def test_what_nothing_reads_is_no_dial() -> None:
    """Numbers that every option overrides, no option lists or no product names are not read."""
    scenario = load(
        dilemma(
            quantities={"idle": 3},
            virtues={"courage": {"weight": 8}, "pride": {"weight": 2}},
            consequences={
                "flood": {"party": "a", "value": -2, "chance": 0.3},
                "crop": {"falls_on": {"a": 1, "b": 2}, "value": 1},
                "fire": {"party": "b", "value": -1},
            },
        )
    ).scenario
    assert unread(scenario) == (
        "quantities.idle.value",
        "consequences.flood.chance",
        "consequences.crop.falls_on.a",
        "consequences.fire.value",
        "virtues.pride.weight",
        "options.act.beliefs.rain.given.spring",
        "options.act.beliefs.rain.given.not spring",
    )
    addresses = {dial.address for dial in dials(scenario, ())}
    assert addresses.isdisjoint(unread(scenario))


PRODUCTS = [  # quantities, the chance of the flood under `act`, and the domain of `q`
    ({"q": 0.25}, "q", (0, 1)),
    ({"q": 4}, "q / 10", (0, 10)),
    ({"q": 0.03}, "q / 0.07", (0, 0.07)),
    ({"q": 4}, "q * q / 100", (0, 10)),
    ({"q": 4}, "2 / q", (2, 40)),
    ({"q": 4}, "q / q", (4e-6, 40)),
    ({"q": 4, "r": "q * 2", "s": 16}, "r / s", (0, 8)),
    ({"q": [2, 4, 30], "r": 10}, "q / r", (0, 10)),
]


@pytest.mark.parametrize(("quantities", "chance", "domain"), PRODUCTS, ids=str)
def test_a_quantity_moves_while_its_products_are_possible(quantities, chance, domain) -> None:
    """A quantity's domain ends where a chance would pass 1 or a divisor reach 0; the product is no dial."""
    data = dilemma(quantities=quantities)
    data["options"]["act"]["consequences"]["flood"] = {"chance": chance}
    dials_ = found(data)
    dial = dials_["quantities.q.value"]
    assert (dial.low, dial.high) == pytest.approx(domain)
    assert "options.act.consequences.flood.chance" not in dials_


def test_a_product_names_what_it_follows_from() -> None:
    """A product leads to the quantities that are numbers, through those that are products themselves."""
    data = dilemma(quantities={"q": 4, "r": "q * 2", "s": 16})
    data["options"]["act"]["consequences"]["flood"] = {"chance": "r / s"}
    assert [one[1:] for one in derived(load(data).scenario, ())] == [
        ("quantities.r.value", "q * 2", 8, ("quantities.q.value",)),
        ("options.act.consequences.flood.chance", "r / s", 0.5, ("quantities.q.value", "quantities.s.value")),
    ]


def test_settings_are_those_of_the_theories_asked_for() -> None:
    """Settings come from the theories named, at the file's value where it sets one."""
    data = dilemma(frameworks={"threshold-deontology": {"multiple": [1, 3, 5]}})
    theory = next(one for one in every_framework() if one.about.id == "threshold-deontology")
    settings = [dial for dial in dials(load(data).scenario, (theory,)) if dial.kind == "setting"]
    assert {dial.address.split(".")[1] for dial in settings} == {"threshold-deontology"}
    assert ("frameworks.threshold-deontology.multiple", 3, (1, 5)) in [
        (dial.address, dial.best, dial.range) for dial in settings
    ]
