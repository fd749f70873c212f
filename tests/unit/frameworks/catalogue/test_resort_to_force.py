"""Resort to force: conditions that are declared, and conditions that are computed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import bindings, compared, failed, judged, ranks, scores, statuses

CAUSE, RESORT, SUCCESS, PROPORTION = "just-cause", "last-resort", "prospect-of-success", "proportionality"


def war(
    averted: float = 8,
    killed: float = 5,
    degrees: dict[str, float] | None = None,
    peace: dict[str, Any] | None = None,
    soldiers: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return a dilemma in which ten are killed unless force, which itself kills, averts some of it."""
    told = degrees or {}
    return {
        "worst": 1,
        "parties": {"victims": {"size": 10}, "bystanders": {"size": 10, **(soldiers or {})}},
        "consequences": {
            "massacre": {"party": "victims", "value": -1, "count": 10, "agency": "allows"},
            "killed": {"party": "bystanders", "value": -1, "count": 10},
        },
        "duties": {
            "cause": {"basis": [CAUSE]},
            **{basis: {"basis": [basis]} for basis in told if basis != "cause"},
        },
        "options": {
            "fight": {
                "force": True,
                "consequences": {"massacre": (10 - averted) / 10, "killed": killed / 10},
                "duties": told,
            },
            "wait": {"consequences": {"massacre": 1}},
            **({"talk": {"consequences": peace}} if peace else {}),
        },
        "baseline": "wait",
    }


@pytest.mark.parametrize(
    ("basis", "degree", "fails"),
    [
        ("cause", -1, (CAUSE,)),
        ("cause", -0.5, ()),
        ("right-authority", -1, ("right-authority",)),
        ("right-intention", -0.51, ("right-intention",)),
        (RESORT, -1, (RESORT,)),
        (SUCCESS, -1, (SUCCESS,)),
        (PROPORTION, -1, (PROPORTION,)),
        ("treaty", -1, ()),
    ],
)
def test_no_condition_is_violated(basis: str, degree: float, fails: tuple[str, ...]) -> None:
    """A duty whose basis is a condition tells whether it is met; other duties are not read."""
    found = judged("resort-to-force", **war(degrees={basis: degree}))
    assert failed(found) == {"fight": fails, "wait": ()}
    assert scores(found) == {"fight": 1 if basis == "treaty" else 1 + degree, "wait": 1}
    if fails:
        assert bindings(found.answer("fight")) == [("condition", f"options.fight.duties.{basis}")]


def test_how_grave_a_violation_is_can_be_set() -> None:
    """`grave` moves the bar of violation."""
    fields = war(degrees={"cause": -0.5})
    assert failed(judged("resort-to-force", {"grave": 0.4}, **fields))["fight"] == (CAUSE,)


@pytest.mark.parametrize(
    ("averted", "killed", "settings", "fails"),
    [
        (8, 8, None, ()),
        (8, 8.1, None, (PROPORTION,)),
        (8, 5, {"ratio": 2}, (PROPORTION,)),
        (1, 0, None, ()),
        (0.9, 0, None, (SUCCESS,)),
        (0.9, 0, {"success": 0}, ()),
        (5, 0, {"success": 0.6}, (SUCCESS,)),
    ],
)
def test_success_and_proportion_are_computed(
    averted: float, killed: float, settings: Any, fails: tuple[str, ...]
) -> None:
    """Good of at least s times the harm that the baseline allows, and of κ times the bad."""
    found = judged("resort-to-force", settings, **war(averted, killed))
    assert failed(found)["fight"] == fails
    assert scores(found)["fight"] == (0 if fails else 1)


def test_what_a_duty_tells_is_not_computed() -> None:
    """A duty of that basis, met by this option or not listed by it, takes its place."""
    fields = war(8, 9)
    fields["duties"]["p"] = {"basis": [PROPORTION]}
    assert failed(judged("resort-to-force", **fields))["fight"] == ()
    fields = war(0.5, 0.1)
    fields["duties"]["p"] = {"basis": [SUCCESS]}
    assert failed(judged("resort-to-force", **fields))["fight"] == ()


@pytest.mark.parametrize(
    ("massacre", "killed", "slack", "fails"),
    [
        (0.28, 0, 0.1, (RESORT,)),
        (0.29, 0, 0.1, ()),
        (0.28, 0.5, 0.1, (RESORT,)),
        (0.28, 0.6, 0.1, ()),
        (0.28, 0, 0.05, ()),
        (0.2, 0, 0, (RESORT,)),
    ],
)
def test_force_is_the_last_resort(massacre: float, killed: float, slack: float, fails: Any) -> None:
    """No option without force does (1 - ε) as much good with no more bad: here 7.2 of 8, and 5."""
    peace = {"massacre": massacre, "killed": killed}
    found = judged("resort-to-force", {"slack": slack}, **war(peace=peace))
    assert failed(found)["fight"] == fails
    if fails:
        assert bindings(found.answer("fight"))[0] == ("peaceful", "options.talk")


def test_another_use_of_force_is_no_resort_before_it() -> None:
    """Only options without force are asked."""
    fields = war(peace={"massacre": 0.2})
    fields["options"]["talk"]["force"] = True
    assert failed(judged("resort-to-force", **fields))["fight"] == ()


def test_liability_discounts_the_bad_but_not_in_the_last_resort() -> None:
    """To kill the liable is proportionate (McMahan 2005), and still more bad than to kill nobody."""
    liable = {"liable": True}
    assert failed(judged("resort-to-force", **war(8, 9, soldiers=liable)))["fight"] == ()
    spares = war(8, 9, soldiers=liable, peace={"massacre": 0.2, "killed": 0.9})
    assert failed(judged("resort-to-force", **spares))["fight"] == (RESORT,)
    more = war(8, 5, soldiers=liable, peace={"massacre": 0.2, "killed": 0.6})
    assert failed(judged("resort-to-force", **more))["fight"] == ()


def test_what_is_allowed_whatever_is_done_is_nothing_to_avert() -> None:
    """Harm that the baseline allows counts without what is common to all options, or done by it."""
    fields = war(1, 0)
    fields["consequences"]["plague"] = {"party": "victims", "value": -1, "count": 10, "agency": "allows"}
    for option in fields["options"].values():
        option["consequences"]["plague"] = 1
    assert compared(judged("resort-to-force", **fields).answer("fight"))[SUCCESS] == (1, 1)
    fields["options"]["fight"]["consequences"].pop("plague")
    assert compared(judged("resort-to-force", **fields).answer("fight"))[SUCCESS] == (11, 2)
    fields["options"]["wait"]["consequences"]["plague"] = {"agency": "does"}
    assert compared(judged("resort-to-force", **fields).answer("fight"))[SUCCESS] == (11, 1)


@pytest.mark.parametrize("baseline", [None, "fight"])
def test_nothing_is_computed_without_another_baseline(baseline: str | None) -> None:
    """Conditions that no duty tells pass where there is nothing to compare with."""
    fields = war(0, 9)
    fields["baseline"] = baseline
    if baseline is None:
        del fields["baseline"]
    found = judged("resort-to-force", **fields)
    assert failed(found)["fight"] == ()
    assert [r.key for r in found.answer("fight").reasons if r.kind == "test"] == [
        CAUSE,
        "right-authority",
        "right-intention",
    ]


def test_it_permits_and_does_not_choose() -> None:
    """What uses no force passes; the score is 1 less the gravest breach, and ranks nothing."""
    found = judged("resort-to-force", **war(degrees={"cause": -0.25, "right-authority": -0.4}))
    assert scores(found) == {"fight": 0.6, "wait": 1}
    assert statuses(found) == {"fight": "permitted", "wait": "permitted"}
    assert ranks(found) == {"fight": 1, "wait": 1}
    fields = war(degrees={"cause": 1})
    assert scores(judged("resort-to-force", **fields))["fight"] == 1


def test_it_needs_force_and_a_declared_condition() -> None:
    """Cause, authority and intention can only be declared: one of them must be."""
    fields = war()
    fields["options"]["fight"].pop("force")
    fields["duties"] = {"d": {"basis": [PROPORTION]}}
    assert judged("resort-to-force", **fields).missing == (
        "no option is marked as using force",
        "no duty has a basis of just cause, right authority or right intention",
    )
