"""What the report says of theories: each test, each thing that binds, and what must be borne in mind."""

from __future__ import annotations

from typing import Any

import pytest

from dilemma import load, weigh
from dilemma.frameworks.framework import Family
from dilemma.reports.words.caveats import about_verdict
from dilemma.reports.words.names import Names
from dilemma.reports.words.reasons import sentence
from dilemma.reports.words.templates import FAMILIES
from dilemma.weighing import Weighing


def test_every_family_has_a_heading() -> None:
    """Theories are shown under what their tradition asks."""
    assert set(FAMILIES) == set(Family)


def _weighed(theory: str, **fields: Any) -> Weighing:
    data = {"format": 1, "title": "Small", "question": "Which?", **fields}
    return weigh(load(data), frameworks=[theory])


def _said(weighing: Weighing, option: str) -> list[str]:
    answer = weighing.verdicts[0].answer(option)
    names = Names(weighing.view.scenario)
    return [sentence(r, answer.reasons, weighing.verdicts[0].about, names) for r in answer.reasons]


SEA: dict[str, Any] = {
    "parties": {
        "crew": {"name": "The crew", "level": -1, "tie": 1, "agent": True},
        "port": {"name": "The port"},
    },
    "beliefs": {
        "storm": {"claim": "A storm comes.", "probability": 0.5},
        "pirates": {"name": "Pirates", "claim": "Pirates are about", "probability": 0.5},
    },
    "consequences": {
        "wreck": {"name": "Wreck", "party": "crew", "value": -8, "when": "storm"},
        "trade": {"name": "Trade", "party": "crew", "value": 5, "when": "not pirates"},
        "trade-lost": {"party": "port", "value": -1},
    },
    "options": {
        "sail": {"name": "Sail", "consequences": {"wreck": 1, "trade": 1}},
        "stay": {"name": "Stay", "consequences": {"trade-lost": 1}},
    },
}  # fmt: skip


def test_the_worst_case_is_told_with_what_holds_in_it() -> None:
    """A state is told by its claim, or by its name where it has one."""
    assert _said(_weighed("precautionary", **SEA), "sail") == [
        "at worst -8 if “A storm comes” and “Pirates”",
        "if “A storm comes” holds",
        "if “Pirates” holds",
    ]
    assert _said(_weighed("precautionary", **SEA), "stay") == ["at worst -1"]


def test_regret_is_told_against_the_option_missed() -> None:
    """Each option's greatest regret, in what state, and how much more the other would have brought."""
    weighing = _weighed("minimax-regret", **SEA)
    assert _said(weighing, "stay")[0] == (
        "would be regretted most if not “A storm comes” and not “Pirates”: Sail would bring 6 more"
    )
    notes = list(about_verdict(weighing.verdicts[0], weighing, Names(weighing.view.scenario)))
    assert notes == [
        "It depends on what else is on the menu: an option no one would take may change it.",
        "The greatest regret is of Sail against Stay; of Stay against Sail.",
    ]


def test_who_fares_worst_and_who_is_left_are_named() -> None:
    """Maximin fairness names the worst off, care those left furthest below what they could have had."""
    assert _said(_weighed("rawlsian", **SEA), "sail") == ["the worst-off party is The crew, at -2.5"]
    assert _said(_weighed("care", **SEA), "sail") == [
        "leaves The crew below what they could have had: 1.5 each, times their tie to the agent"
    ]


def test_what_does_too_little_is_told_by_gain_and_cost() -> None:
    """The better option, what others would gain and what the cost to the agent counts."""
    fields = {
        **SEA,
        "consequences": {
            "cost": {"party": "crew", "value": -0.1},
            "aid": {"party": "port", "value": 3},
        },
        "options": {"help": {"name": "Help", "consequences": {"cost": 1, "aid": 1}}, "idle": {}},
    }
    weighing = _weighed("prerogative", **fields)
    assert _said(weighing, "idle")[0] == (
        "Help would give others 3 more, at a cost to the agent's own that counts only 1"
    )
    assert _said(weighing, "help")[0] == "no option does more good"


@pytest.mark.parametrize(
    ("theory", "words"),
    [
        ("precautionary", "Maximin is defensible"),
        ("risk-weighted", "Only states of the world are risks here"),
        ("rawlsian", "basic institutions"),
        ("rights", "Rights conflict here"),
        ("virtue", "one virtue, its weight and degrees"),
        ("prerogative", "Save is beyond duty"),
    ],
)
def test_what_must_be_borne_in_mind_is_printed(theory: str, words: str) -> None:
    """Each theory's line says where it must not be taken further."""
    weighing = _weighed(
        theory,
        parties={"me": {"agent": True, "level": 1, "tie": 1}, "child": {"level": 0}},
        beliefs={"s": {"claim": "s", "probability": 0.5}},
        duties={"d": {"owed_to": "child"}},
        virtues={"courage": {}},
        consequences={
            "cost": {"party": "me", "value": -1, "when": "s"},
            "life": {"party": "child", "value": 1},
        },
        options={
            "save": {"name": "Save", "consequences": {"cost": 1, "life": 1}, "virtues": {"courage": 1}},
            "walk": {"duties": {"d": -1}},
        },
    )
    assert words in " ".join(about_verdict(weighing.verdicts[0], weighing, Names(weighing.view.scenario)))


@pytest.mark.parametrize(("theory", "words"), [("virtue", "Hursthouse"), ("rights", "Rights conflict")])
def test_none_permitted_is_explained(theory: str, words: str) -> None:
    """Where every option is base it is tragic for virtue; where each infringes a claim, rights conflict."""
    weighing = _weighed(
        theory,
        parties={"one": {}},
        duties={"d": {"owed_to": "one"}},
        virtues={"v": {}},
        options={id: {"duties": {"d": -1}, "virtues": {"v": -1}} for id in ("a", "b")},
    )
    assert words in " ".join(about_verdict(weighing.verdicts[0], weighing, Names(weighing.view.scenario)))
