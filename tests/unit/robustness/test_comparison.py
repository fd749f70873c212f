"""Comparison of views: the fewest settings that explain why their verdicts differ."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dilemma import load, weigh
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.robustness.comparison import Divide, divides, kind_of
from dilemma.scenario.views.view import view
from dilemma.weighing import judge_view
from tests.support.samples import THOROUGH
from tests.support.schemas import output
from tests.unit.cli.running import dilemma

SCHEMA = output("weigh")
CAMPS = {
    "cluster": ("proponents", "critics"),
    "track-two": ("proponents", "critics"),
    "negotiations": ("restraint", "sovereignty"),
}


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("beliefs.luck.probability", "fact"),
        ("options.go.consequences.loss.role", "weight"),
        ("exchange", "weight"),
        ("frameworks.double-effect.ratio", "theory"),
    ],
)
def test_evidence_settles_facts_and_not_weights(address: str, kind: str) -> None:
    """How things are is a fact; how much they matter, and how an act is described, is a judgement."""
    assert kind == kind_of(load("cluster").scenario, address)


def _verdicts(name: str, divide: Divide, base: str) -> dict[str, object]:
    """Return the choices in a view with the settings of a divide applied."""
    document = load(name)
    found = view(document, base, {a: v for a, v in divide.settings.items() if v is not None})
    return {v.about.id: v.choice for v in judge_view(found, CATALOGUE).verdicts}


@pytest.mark.parametrize("name", CAMPS)
def test_the_settings_told_carry_the_verdict_over(name: str) -> None:
    """Put into the first view, one or two settings have the framework choose as in the second."""
    document = load(name)
    for one, other in (CAMPS[name], CAMPS[name][::-1])[: 2 if THOROUGH else 1]:
        first, second = (weigh(document, perspective=id) for id in (one, other))
        wanted = {verdict.about.id: verdict.choice for verdict in second.verdicts}
        found = divides(first, second, CATALOGUE)
        pairs = zip(first.verdicts, second.verdicts, strict=True)
        parted = [one_.about.id for one_, other_ in pairs if one_.choice != other_.choice]
        assert sorted(parted) == sorted(id for divide in found for id in divide.frameworks)
        for divide in found:
            if None not in divide.settings.values():
                choices = _verdicts(name, divide, one)
                for id in divide.frameworks:
                    assert wanted[id] == choices[id], (id, divide.settings)


def test_of_more_settings_none_can_be_spared() -> None:
    """Where three or more settings are needed, the verdict does not turn without any one of them."""
    document = load("track-two")
    first, second = (weigh(document, perspective=id) for id in CAMPS["track-two"])
    wanted = {verdict.about.id: verdict.choice for verdict in second.verdicts}
    many = [divide for divide in divides(first, second, CATALOGUE) if not divide.few]
    assert many
    for divide in many:
        theories = [theory for theory in CATALOGUE if theory.about.id in divide.frameworks]
        for spared in divide.settings:
            fewer = {a: v for a, v in divide.settings.items() if a != spared and v is not None}
            for verdict in judge_view(view(document, CAMPS["track-two"][0], fewer), theories).verdicts:
                assert verdict.choice != wanted[verdict.about.id], (verdict.about.id, spared)


def test_a_single_setting_is_found_before_a_pair() -> None:
    """Where one setting does it, no second is named."""
    data: dict[str, Any] = {
        "format": 1,
        "title": "A bet",
        "question": "Take it?",
        "parties": {"we": {"kind": "people"}},
        "beliefs": {"luck": {"claim": "It comes off", "probability": 0.2}},
        "consequences": {
            "sure": {"party": "we", "value": 0.4},
            "prize": {"party": "we", "value": 1, "when": "luck"},
        },
        "options": {"keep": {"consequences": {"sure": 1}}, "bet": {"consequences": {"prize": 1}}},
        "perspectives": {
            "wary": {"because": "Luck is rare", "set": {"beliefs.luck.probability": 0.1}},
            "bold": {
                "because": "Luck is ours",
                "set": {"beliefs.luck.probability": 0.8, "parties.we.weight": 2},
            },
        },
    }
    document = load(data)
    found = divides(weigh(document, perspective="wary"), weigh(document, perspective="bold"), CATALOGUE)
    (divide,) = [divide for divide in found if "utilitarian" in divide.frameworks]
    assert dict(divide.settings) == {"beliefs.luck.probability": 0.8}
    assert (divide.kind, divide.few) == ("fact", True)


def test_settings_that_only_stand_together_are_put_together() -> None:
    """A view may bring a row and say more of it; what is said of a row that is not there is passed over."""
    data: dict[str, Any] = {
        "format": 1,
        "title": "A bet",
        "question": "Take it?",
        "parties": {"we": {"kind": "people"}},
        "consequences": {
            "sure": {"party": "we", "value": 0.4},
            "prize": {"party": "we", "value": 0.1},
        },
        "options": {"keep": {"consequences": {"sure": 1}}, "bet": {"consequences": {"sure": 0.1}}},
        "perspectives": {
            "wary": {"because": "There is no prize", "set": {"parties.we.weight": 2}},
            "bold": {
                "because": "There is one, and a large one",
                "set": {
                    "options.bet.consequences.prize.chance": 1,
                    "options.bet.consequences.prize.value": 1,
                },
            },
        },
    }
    document = load(data)
    found = divides(weigh(document, perspective="wary"), weigh(document, perspective="bold"), CATALOGUE)
    (divide,) = [divide for divide in found if "utilitarian" in divide.frameworks]
    row = "options.bet.consequences.prize"
    assert {f"{row}.chance", f"{row}.value"} == set(divide.settings)


def test_views_that_agree_are_divided_by_nothing() -> None:
    """A view held against itself has no division."""
    weighing = weigh(load("cluster"), perspective="critics")
    assert divides(weighing, weighing, CATALOGUE) == ()


@pytest.mark.parametrize("name", CAMPS if THOROUGH else ("cluster", "track-two"))
def test_comparisons_obey_their_schema_and_are_told(name: str) -> None:
    """Repeated `--as` prints the views and what divides them, as data and in words."""
    camps = ",".join(CAMPS[name])
    record = json.loads(dilemma("weigh", name, "--as", camps, "--json").out)
    SCHEMA.validate(record)
    assert len(record["views"]) == 2
    ran = dilemma("weigh", name, "--as", camps, COLUMNS="60")
    assert (ran.code, ran.err) == (0, "")
    assert "What would carry" in ran.out.replace("\n", " ")


def test_comparisons_are_piped_and_made_memos() -> None:
    """Without a width each line is whole; as a memo it is Markdown."""
    words = ("weigh", "cluster", "--as", ",".join(CAMPS["cluster"]))
    ran = dilemma(*words)
    assert (ran.code, ran.err) == (0, "")
    assert "What would carry" in ran.out
    assert dilemma(*words, "--format", "md").out.startswith("# ")
