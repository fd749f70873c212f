"""Conduct in war: distinction, proportionality, precautions."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import bindings, brings, compared, failed, judged, ranks, reason_rows, scores

D, P, C = "distinction", "proportionality", "precautions"
UNTAGGED = "No consequence is tagged military-advantage, so that distinction alone is judged."


def attack(
    harm: float = 1, gain: float = 2, party: dict[str, Any] | None = None, **effect: Any
) -> dict[str, Any]:
    """Return a dilemma in which an attack gains an advantage and strikes some party."""
    return {
        "parties": {
            "town": {"combatant": False} if party is None else party,
            "army": {"combatant": True},
            "state": {"kind": "institution"},
            "own": {"combatant": True, "represented": True, "weight": 3},
        },
        "consequences": {
            "killed": {"party": "town", "value": -harm},
            "bridge": {"party": "state", "value": gain, "tags": ["military-advantage"]},
            "losses": {"party": "own", "value": -1, "agency": "allows"},
        },
        "options": brings(attack={"killed": effect, "bridge": 1}, hold={}),
        "baseline": "hold",
    }


@pytest.mark.parametrize(
    ("party", "effect", "fails"),
    [
        ({"combatant": False}, {"role": "means"}, (D,)),
        ({"combatant": False}, {"role": "end"}, (D,)),
        ({"combatant": False}, {"role": "removes-threat"}, (D,)),
        ({"combatant": False}, {}, ()),
        ({"combatant": True}, {"role": "means"}, ()),
        ({"combatant": 0.9}, {"role": "means"}, ()),
        ({"combatant": 0.89}, {"role": "means"}, (D,)),
        ({}, {"role": "means"}, (D,)),
        ({"kind": "institution"}, {"role": "means"}, ()),
        ({"kind": "institution", "combatant": False}, {"role": "means"}, (D,)),
        ({"combatant": False}, {"role": "means", "consented": True}, (D,)),
        ({"combatant": False, "liable": True}, {"role": "means"}, (D,)),
        ({"combatant": False, "weight": 0}, {"role": "means"}, (D,)),
        ({"combatant": False}, {"role": "means", "chance": 0}, ()),
        ({"combatant": False}, {"role": "means", "chance": 0.05}, (D,)),
        ({"combatant": False}, {"role": "means", "value": 1}, ()),
        ({"combatant": False}, {"role": "means", "agency": "allows"}, (D,)),
    ],
)
def test_civilians_are_not_attacked(
    party: dict[str, Any], effect: dict[str, Any], fails: tuple[str, ...]
) -> None:
    """Nothing bad for civilians is means, end or threat removed; in doubt people are civilians."""
    found = judged("just-war", **attack(0.1, party=party, **effect))
    assert failed(found)["attack"] == fails
    if fails:
        assert bindings(found.answer("attack")) == [
            (f"harm-as-{effect['role']}", "options.attack.consequences.killed")
        ]


@pytest.mark.parametrize(("doubt", "fails"), [(0.1, (D,)), (0.3, ()), (0.29, (D,)), (1, ())])
def test_the_doubt_that_forbids_an_attack_can_be_set(doubt: float, fails: tuple[str, ...]) -> None:
    """Above `doubt` one may not be attacked; exactly so one may."""
    fields = attack(0.1, party={"combatant": 0.7}, role="means")
    assert failed(judged("just-war", {"doubt": doubt}, **fields))["attack"] == fails


@pytest.mark.parametrize(
    ("fighters", "probability", "fails"),
    [
        ({"when": "fighter"}, 0.95, ()),
        ({"when": "fighter"}, 0.89, (D,)),
        ({"when": "fighter", "value": 1}, 0.95, (D,)),
        ({"when": "other"}, 0.95, (D,)),
        ({"when": "not fighter"}, 0.95, (D,)),
        ({"when": "fighter", "agency": "allows"}, 0.95, ()),
    ],
)
def test_the_doubt_may_be_who_is_struck(fighters: Any, probability: float, fails: tuple[str, ...]) -> None:
    """Where the same option harms combatants if a belief is otherwise, the chance of the row counts."""
    fields = attack(0.1, role="means", when="not fighter")
    fields["beliefs"] = {
        "fighter": {"claim": "He fights", "probability": probability},
        "other": {"claim": "Something else", "probability": 0.5},
    }
    fields["consequences"]["hit"] = {"party": "army", "value": -1, "role": "means"}
    fields["options"]["attack"]["consequences"]["hit"] = fighters
    assert failed(judged("just-war", **fields))["attack"] == fails
    fields["parties"]["army"] = {"combatant": False}
    assert D in failed(judged("just-war", **fields))["attack"]


@pytest.mark.parametrize(
    ("party", "fails"), [({}, (D,)), ({"combatant": 0.9}, ()), ({"combatant": 0.5}, (D,))]
)
def test_civilians_are_not_used(party: dict[str, Any], fails: tuple[str, ...]) -> None:
    """Whom a plan needs unawares must not be a civilian, by more than `doubt`."""
    fields = attack(0.1, party=party)
    fields["options"]["attack"]["uses"] = ["town"]
    assert failed(judged("just-war", **fields))["attack"] == fails


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
    """An absolute duty of the law of war, violated, is a failure of distinction; `grave` moves the bar."""
    fields = attack()
    fields["duties"] = {"d": {"kind": kind, "basis": basis}}
    fields["options"]["attack"]["duties"] = {"d": degree}
    assert failed(judged("just-war", **fields))["attack"] == fails
    if degree == -0.5:
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
    ],
)
def test_harm_is_in_proportion_to_advantage(
    harm: float, gain: float, ratio: float, fails: tuple[str, ...]
) -> None:
    """H is at most κ times A, exactly so is enough; no harm needs no advantage."""
    fields = attack(harm, gain)
    fields["consequences"]["killed"]["role"] = "side-effect"
    assert failed(judged("just-war", {"ratio": ratio, "slack": 0}, **fields))["attack"] == fails


@pytest.mark.parametrize(
    ("party", "effect", "before", "harm"),
    [
        ({"combatant": False}, {}, None, 3),
        ({"combatant": False, "weight": 0}, {}, None, 3),
        ({"combatant": False}, {"chance": 0.5, "count": 4}, None, 6),
        ({"combatant": 0.75}, {}, None, 0.75),
        ({"combatant": True}, {}, None, None),
        ({"kind": "institution"}, {}, None, None),
        ({"combatant": False}, {"agency": "allows"}, None, None),
        ({"combatant": False}, {"consented": True}, None, 3),
        ({"combatant": False, "liable": True}, {}, None, 3),
        ({"combatant": False}, {}, {"killed": {"agency": "allows", "chance": 0.25}}, 2.25),
        ({"combatant": False}, {}, {"killed": {"agency": "does", "chance": 0.25}}, 3),
        ({"combatant": False}, {"chance": 0.1}, {"killed": {"agency": "allows", "chance": 0.25}}, None),
        ({"combatant": False}, {}, {"famine": 1}, 3),
    ],
)
def test_harm_is_what_the_attack_does_to_civilians(party: Any, effect: Any, before: Any, harm: Any) -> None:
    """H sums χ · D₀, unweighted: not what is allowed or would happen anyway; the law nets nothing."""
    fields = attack(3, 100, party, **effect)
    fields["consequences"]["famine"] = {"party": "town", "value": -9, "agency": "allows"}
    fields["options"]["hold"] = {"consequences": before or {}}
    assert compared(judged("just-war", **fields).answer("attack")).get(P, (None,))[0] == harm


@pytest.mark.parametrize(
    ("party", "row", "advantage"),
    [
        ({"combatant": True}, {"value": -4}, 4),
        ({"combatant": 0.75}, {"value": -4}, 3),
        ({"combatant": True}, {"value": -4, "agency": "allows"}, -4),
        ({"combatant": True}, {"value": 4}, 4),
        ({"combatant": 0.25}, {"value": 4}, 1),
        ({"combatant": False}, {"value": 4}, 0),
        ({"combatant": False}, {"value": -4}, 0),
        ({}, {"value": 4}, 4),
        ({"kind": "institution", "weight": 0}, {"value": 4, "count": 2, "chance": 0.5}, 4),
        ({"kind": "institution"}, {"value": -4}, -4),
    ],
)
def test_advantage_is_what_is_tagged_beyond_the_baseline(
    party: dict[str, Any], row: dict[str, Any], advantage: float
) -> None:
    """Harm done to combatants counts as gained; civilians' welfare is no advantage; weights do not count."""
    fields = attack(1, 1)
    fields["parties"]["some"] = party
    fields["consequences"]["c"] = {"party": "some", "tags": ["military-advantage"], **row}
    fields["consequences"]["other"] = {"party": "army", "value": 9}
    fields["options"]["attack"]["consequences"] |= {"c": {}, "other": 1}
    fields["options"]["hold"] = {"consequences": {"bridge": 0.25}}
    found = judged("just-war", {"ratio": 2}, **fields).answer("attack")
    assert compared(found)[P][1] == 2 * (advantage + 0.75)


@pytest.mark.parametrize(
    ("gain", "harm", "role", "losses", "settings", "fails"),
    [
        (9, 0.5, "side-effect", 0, {}, (C,)),
        (9 * (1 - 1e-10), 0.5, "side-effect", 0, {}, (C,)),
        (8.9, 0.5, "side-effect", 0, {}, ()),
        (9, 1, "side-effect", 0, {}, ()),
        (9, 0.5, "means", 0, {}, ()),
        (10, 0.5, "side-effect", 0, {"slack": 0}, (C,)),
        (9.9, 0.5, "side-effect", 0, {"slack": 0}, ()),
        (9, 0.5, "side-effect", 0.9, {}, (C,)),
        (9, 0.5, "side-effect", 1, {}, ()),
        (9, 0.5, "side-effect", 0.3, {"own": 2}, ()),
        (9, 0.5, "side-effect", 9, {"own": 0}, (C,)),
    ],
)
def test_feasible_precautions_are_taken(
    gain: float, harm: float, role: str, losses: float, settings: Any, fails: tuple[str, ...]
) -> None:
    """A rival that gains A - ε|A| and spares more than σ times its own further losses makes this careless."""
    fields = attack(1, 10)
    fields["options"]["warn"] = {
        "consequences": {
            "killed": {"value": -harm, "role": role},
            "bridge": {"value": gain},
            "losses": {"count": losses},
        }
    }
    found = judged("just-war", settings or None, **fields)
    assert failed(found)["attack"] == fails
    if fails:
        assert compared(found.answer("attack"))[C] == (1 - harm, settings.get("own", 0.5) * losses)


@pytest.mark.parametrize(("row", "fails"), [({}, ()), ({"agency": "does"}, (C,)), ({"value": 1}, (C,))])
def test_own_losses_are_harm_to_fighters_that_is_allowed(row: dict[str, Any], fails: tuple[str, ...]) -> None:
    """Not what the option itself does to combatants, nor goods; and only beyond this option's losses."""
    fields = attack(1, 10)
    risky = {"killed": {"value": -0.5}, "bridge": 1, "losses": row}
    fields["options"]["warn"] = {"consequences": risky}
    assert failed(judged("just-war", **fields))["attack"] == fails
    fields["options"]["attack"]["consequences"]["losses"] = 1
    assert failed(judged("just-war", **fields))["attack"] == (C,)


def test_slack_is_taken_off_a_loss_as_well() -> None:
    """Where the advantage is below 0, ε of its size is taken off it: nearly as much is a little less."""
    fields = attack(1, -10)
    fields["options"]["warn"] = {"consequences": {"killed": {"value": -0.5}, "bridge": {"value": -11}}}
    del fields["baseline"]
    fields["options"]["hold"] = {"consequences": {"bridge": {"value": -50}, "killed": {"agency": "does"}}}
    assert failed(judged("just-war", **fields))["attack"] == (P, C)
    fields["options"]["warn"]["consequences"]["bridge"] = {"value": -11.1}
    assert failed(judged("just-war", **fields))["attack"] == (P,)


def test_without_an_advantage_tagged_distinction_alone_is_judged() -> None:
    """The verdict says so."""
    fields = attack(5, 2)
    fields["consequences"]["bridge"]["tags"] = []
    found = judged("just-war", **fields)
    assert (failed(found)["attack"], found.notes) == ((), (UNTAGGED,))
    assert UNTAGGED not in judged("just-war", **attack()).notes


def test_the_reasons_tell_how_far_and_how_much() -> None:
    """A duty is told by its degree, a harm unweighted; the figure U is for reading and ranks nothing."""
    fields = attack(party={"combatant": False, "weight": 0.5}, role="means", count=4)
    fields["duties"] = {"d": {"kind": "absolute", "basis": ["law-of-war"], "weight": 7}}
    fields["options"]["attack"]["duties"] = {"d": -1}
    found = judged("just-war", {"ratio": 3}, **fields)
    assert reason_rows(found.answer("attack"))[:2] == [
        ("harm-as-means", "options.attack.consequences.killed", -4, None, None),
        ("violation", "options.attack.duties.d", -1, None, None),
    ]
    assert scores(found) == {"attack": 0, "hold": 0}
    assert ranks(judged("just-war", **attack())) == {"attack": 1, "hold": 1}


def test_it_needs_a_consequence_and_someone_marked() -> None:
    """Each need is told by name."""
    fields = attack()
    fields["parties"] = {"town": {}, "army": {}, "state": {}, "own": {}}
    assert judged("just-war", **fields).missing == ("no party says whether it is a combatant",)
    fields = attack() | {"options": {"attack": {}, "hold": {}}}
    assert judged("just-war", **fields).missing == ("no option lists a consequence",)
