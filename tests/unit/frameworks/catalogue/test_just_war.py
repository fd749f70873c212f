"""Conduct in war: distinction, proportionality, precautions."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import (
    bindings,
    brings,
    compared,
    failed,
    judged,
    ranks,
    reason_rows,
    scores,
    statuses,
)

D, P, C = "distinction", "proportionality", "precautions"


def attack(
    harm: float = 1, gain: float = 2, party: dict[str, Any] | None = None, **effect: Any
) -> dict[str, Any]:
    """Return a dilemma in which an attack gains an advantage and strikes some party."""
    return {
        "parties": {"town": {"combatant": False} if party is None else party, "army": {"combatant": True}},
        "consequences": {
            "killed": {"party": "town", "value": -harm},
            "bridge": {"party": "army", "value": gain, "tags": ["military-advantage"]},
        },
        "options": brings(attack={"killed": effect, "bridge": 1}, hold={}),
        "baseline": "hold",
    }


@pytest.mark.parametrize(
    ("party", "effect", "fails"),
    [
        ({"combatant": False}, {"role": "means"}, (D,)),
        ({"combatant": False}, {"role": "end"}, (D,)),
        ({"combatant": False}, {}, ()),
        ({"combatant": True}, {"role": "means"}, ()),
        ({}, {"role": "means"}, (D,)),
        ({"kind": "institution"}, {"role": "means"}, ()),
        ({"kind": "institution", "combatant": False}, {"role": "means"}, (D,)),
        ({"combatant": False}, {"role": "means", "consented": True}, (D,)),
        ({"combatant": False, "liable": True}, {"role": "means"}, (D,)),
        ({"combatant": False, "weight": 0}, {"role": "means"}, (D,)),
        ({"combatant": False}, {"role": "means", "chance": 0}, ()),
        ({"combatant": False}, {"role": "means", "value": 1}, ()),
        ({"combatant": False}, {"role": "means", "agency": "allows"}, (D,)),
    ],
)
def test_civilians_are_not_attacked(
    party: dict[str, Any], effect: dict[str, Any], fails: tuple[str, ...]
) -> None:
    """Nothing bad for civilians is means or end, consented or not; in doubt people are civilians."""
    found = judged("just-war", **attack(party=party, **effect))
    assert failed(found)["attack"] == fails
    if fails:
        assert bindings(found.answer("attack")) == [
            (f"harm-as-{effect['role']}", "options.attack.consequences.killed")
        ]


@pytest.mark.parametrize(
    ("kind", "basis", "degree", "fails"),
    [
        ("absolute", ["law-of-war"], -1, (D,)),
        ("absolute", ["treaty", "law-of-war"], -0.51, (D,)),
        ("absolute", ["law-of-war"], -0.5, ()),
        ("absolute", ["treaty"], -1, ()),
        ("pro-tanto", ["law-of-war"], -1, ()),
    ],
)
def test_the_law_of_war_is_not_violated(
    kind: str, basis: list[str], degree: float, fails: tuple[str, ...]
) -> None:
    """An absolute duty of the law of war, violated, is a failure of distinction."""
    fields = attack()
    fields["duties"] = {"d": {"kind": kind, "basis": basis}}
    fields["options"]["attack"]["duties"] = {"d": degree}
    assert failed(judged("just-war", **fields))["attack"] == fails


def test_how_grave_a_violation_is_can_be_set() -> None:
    """`grave` moves the bar of violation."""
    fields = attack()
    fields["duties"] = {"d": {"kind": "absolute", "basis": ["law-of-war"]}}
    fields["options"]["attack"]["duties"] = {"d": -0.5}
    assert failed(judged("just-war", {"grave": 0.4}, **fields))["attack"] == (D,)


@pytest.mark.parametrize(
    ("harm", "gain", "ratio", "fails"),
    [
        (1, 1, 1, ()),
        (1 + 1e-10, 1, 1, ()),
        (1.1, 1, 1, (P,)),
        (1.1, 1, 2, ()),
        (2.1, 1, 2, (P,)),
        (0.1, 1, 0, (P,)),
        (0, -1, 1, ()),
        (0.1, -1, 1, (P,)),
    ],
)
def test_harm_is_in_proportion_to_advantage(
    harm: float, gain: float, ratio: float, fails: tuple[str, ...]
) -> None:
    """H is at most κ times A, exactly so is enough; no harm needs no advantage."""
    fields = attack(harm, gain)
    fields["consequences"]["killed"]["role"] = "side-effect"
    found = failed(judged("just-war", {"ratio": ratio, "slack": 0}, **fields))["attack"]
    assert [test for test in found if test == P] == list(fails)


@pytest.mark.parametrize(
    ("party", "effect", "before", "harm"),
    [
        ({"combatant": False}, {}, None, 3),
        ({"combatant": False, "weight": 0}, {}, None, 3),
        ({"combatant": True}, {}, None, 0),
        ({"combatant": False}, {"agency": "allows"}, None, 0),
        ({"combatant": False}, {"consented": True}, None, 3),
        ({"combatant": False}, {}, {"agency": "allows", "chance": 0.25}, 2.25),
        ({"combatant": False}, {}, {"agency": "does", "chance": 0.25}, 3),
        ({"combatant": False}, {"chance": 0.1}, {"agency": "allows", "chance": 0.25}, 0),
    ],
)
def test_harm_is_what_the_attack_does_to_civilians(party: Any, effect: Any, before: Any, harm: float) -> None:
    """H sums D over civilians, unweighted: not what is allowed, not what would have happened anyway."""
    fields = attack(3, 100, party, **effect)
    if before:
        fields["options"]["hold"] = {"consequences": {"killed": before}}
    found = judged("just-war", **fields).answer("attack")
    assert [r.amount for r in found.reasons if r.key == P] == [harm]


def test_advantage_is_what_is_tagged_beyond_the_baseline() -> None:
    """A sums e° over what is tagged, less the baseline's; weights do not count."""
    fields = attack(1, 4)
    fields["parties"]["army"]["weight"] = 0
    fields["consequences"]["other"] = {"party": "army", "value": 9}
    fields["options"]["attack"]["consequences"]["other"] = 1
    fields["options"]["hold"] = {"consequences": {"bridge": 0.25}}
    found = judged("just-war", **fields).answer("attack")
    assert [r.against for r in found.reasons if r.key == P] == [3]


@pytest.mark.parametrize(
    ("gain", "harm", "role", "slack", "fails"),
    [
        (9, 0.5, "side-effect", 0.1, (C,)),
        (9 * (1 - 1e-10), 0.5, "side-effect", 0.1, (C,)),
        (8.9, 0.5, "side-effect", 0.1, ()),
        (9, 1, "side-effect", 0.1, ()),
        (9, 0.5, "means", 0.1, ()),
        (10, 0.5, "side-effect", 0, (C,)),
        (9.9, 0.5, "side-effect", 0, ()),
        (5, 0, "side-effect", 0.5, (C,)),
    ],
)
def test_feasible_precautions_are_taken(
    gain: float, harm: float, role: str, slack: float, fails: tuple[str, ...]
) -> None:
    """Another attack that respects distinction, gains A - ε|A| and harms less makes this one careless."""
    fields = attack(1, 10)
    fields["options"]["warn"] = {
        "consequences": {"killed": {"value": -harm, "role": role}, "bridge": {"value": gain}}
    }
    found = judged("just-war", {"slack": slack}, **fields)
    assert failed(found)["attack"] == fails
    if fails:
        assert bindings(found.answer("attack")) == [("gentler", "options.warn")]
        assert reason_rows(found.answer("attack"))[0] == ("gentler", "options.warn", harm, 1, None)
        assert compared(found.answer("attack"))[C] == (1, harm)


def test_slack_is_taken_off_a_loss_as_well() -> None:
    """Where the advantage is below 0, ε of its size is taken off it: nearly as much is a little less."""
    fields = attack(1, -10)
    fields["options"]["warn"] = {"consequences": {"killed": {"value": -0.5}, "bridge": {"value": -11}}}
    del fields["baseline"]
    fields["options"]["hold"] = {"consequences": {"bridge": {"value": -50}}}
    assert failed(judged("just-war", **fields))["attack"] == (P, C)
    fields["options"]["warn"]["consequences"]["bridge"] = {"value": -11.1}
    assert failed(judged("just-war", **fields))["attack"] == (P,)


def test_an_attack_that_harms_no_civilian_need_not_be_gentler() -> None:
    """Precautions are for civilians harmed."""
    fields = attack(0, 1)
    fields["options"]["warn"] = {"consequences": {"bridge": 1}}
    assert failed(judged("just-war", **fields)) == {"attack": (), "hold": (), "warn": ()}


def test_the_reasons_tell_how_far_and_how_much() -> None:
    """A duty is told by its degree, a harm unweighted; harm is set against κ times the advantage."""
    fields = attack(party={"combatant": False, "weight": 0.5}, role="means", count=4)
    fields["duties"] = {"d": {"kind": "absolute", "basis": ["law-of-war"], "weight": 7}}
    fields["options"]["attack"]["duties"] = {"d": -1}
    found = judged("just-war", {"ratio": 3}, **fields).answer("attack")
    assert reason_rows(found) == [
        ("harm-as-means", "options.attack.consequences.killed", -4, None, None),
        ("violation", "options.attack.duties.d", -1, None, None),
        ("consequence", "options.attack.consequences.killed", -2, None, "town"),
        ("consequence", "options.attack.consequences.bridge", 2, None, "army"),
    ]
    assert compared(found) == {D: (None, None), P: (4, 6), C: (None, None)}


def test_the_figure_is_for_reading() -> None:
    """U is told, and orders nothing among the permitted."""
    found = judged("just-war", **attack())
    assert scores(found) == {"attack": 1, "hold": 0}
    assert ranks(found) == {"attack": 1, "hold": 1}
    assert statuses(found) == {"attack": "permitted", "hold": "permitted"}


def test_it_needs_a_combatant_marked_and_an_advantage_sought() -> None:
    """Each need is told by name."""
    fields = attack()
    fields["parties"] = {"town": {}, "army": {}}
    assert judged("just-war", **fields).missing == ("no party says whether it is a combatant",)
    fields = attack()
    fields["options"]["attack"]["consequences"].pop("bridge")
    assert judged("just-war", **fields).missing == ("no consequence is tagged military-advantage",)
