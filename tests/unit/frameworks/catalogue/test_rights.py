"""Rights: claims infringed, waived, forfeited."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import bindings, failed, judged, ranks, reason_rows, scores, terms


def claim(conduct: Any, **duty: Any) -> dict[str, Any]:
    """Return a dilemma with a duty owed to someone, and how an option stands on it."""
    return {
        "duties": {"d": {"weight": 8, "owed_to": "one", **duty}, "e": {"owed_to": "one"}},
        "options": {"a": {"duties": {"d": conduct}}, "b": {}},
    }


@pytest.mark.parametrize(
    ("conduct", "duty", "score"),
    [
        (-1, {}, -8),
        (-0.25, {}, -2),
        (0, {}, 0),
        (1, {}, 0),
        ({"degree": -1, "waived": True}, {}, 0),
        ({"degree": -0.5, "role": "side-effect"}, {}, -4),
        (-1, {"kind": "absolute"}, -8),
        (-1, {"owed_to": None}, 0),
    ],
)
def test_no_claim_is_infringed(conduct: Any, duty: dict[str, Any], score: float) -> None:
    """A duty owed to someone is a claim; any infringement fails, unless waived. Kept claims add nothing."""
    found = judged("rights", **claim(conduct, **duty))
    assert failed(found) == {"a": ("claims",) if score else (), "b": ()}
    assert scores(found) == {"a": score, "b": 0}
    assert bindings(found.answer("a")) == ([("claim", "options.a.duties.d")] if score else [])
    assert terms(found.answer("a")) == ({"options.a.duties.d": score} if score else {})


def test_a_claim_of_no_weight_is_a_claim() -> None:
    """Weights enter the figure only; so does the weight of whom it is owed to."""
    assert failed(judged("rights", **claim(-1, weight=0)))["a"] == ("claims",)
    assert failed(judged("rights", parties={"one": {"weight": 0}}, **claim(-1)))["a"] == ("claims",)


@pytest.mark.parametrize(
    ("party", "effect", "fails"),
    [
        ({}, {}, ("harms-done",)),
        ({"weight": 0}, {}, ("harms-done",)),
        ({"liable": True}, {}, ()),
        ({"combatant": True}, {}, ()),
        ({"combatant": True, "liable": False}, {}, ("harms-done",)),
        ({"kind": "institution"}, {}, ()),
        ({}, {"consented": True}, ()),
        ({}, {"agency": "allows"}, ()),
        ({}, {"chance": 0}, ()),
        ({}, {"value": 1}, ()),
        ({}, {"chance": 0.001}, ("harms-done",)),
    ],
)
def test_no_one_is_done_harm_they_are_not_liable_to(party: Any, effect: Any, fails: tuple[str, ...]) -> None:
    """People of any weight, who neither agreed nor forfeited their right; whatever the good."""
    fields = claim(1)
    fields["consequences"] = {"c": {"party": "one", "value": -1}}
    fields["options"]["a"]["consequences"] = {"c": effect}
    found = judged("rights", parties={"one": party}, **fields)
    assert failed(found)["a"] == fails
    assert bindings(found.answer("a")) == ([("harm-done", "options.a.consequences.c")] if fails else [])
    assert scores(found)["a"] == 0


def test_the_reasons_tell_how_far_and_how_much() -> None:
    """A claim is told by its degree, harm by how much is done; the figure's terms are the breaches."""
    fields = claim(-0.25)
    fields["consequences"] = {"c": {"party": "one", "value": -1, "count": 4}}
    fields["options"]["a"]["consequences"] = {"c": 1}
    found = judged("rights", parties={"one": {"weight": 0.5}}, **fields).answer("a")
    assert reason_rows(found) == [
        ("claim", "options.a.duties.d", -0.25, None, None),
        ("harm-done", "options.a.consequences.c", 4, None, None),
        ("claim", "options.a.duties.d", -2, None, None),
    ]


def test_what_would_have_happened_anyway_is_not_done() -> None:
    """Harm the baseline lets happen is not done by another option."""
    fields = claim(1)
    fields["consequences"] = {"c": {"party": "one", "value": -1}}
    fields["options"]["a"]["consequences"] = {"c": 1}
    fields["options"]["b"] = {"omission": True, "consequences": {"c": 1}}
    assert failed(judged("rights", **fields)) == {"a": (), "b": ()}
    assert failed(judged("rights", **fields, baseline="a"))["a"] == ("harms-done",)


def test_rights_may_conflict() -> None:
    """Where every option infringes someone's claim, none is permitted, and none is ranked above."""
    fields = claim(-0.25)
    fields["options"]["b"] = {"duties": {"e": -1}}
    found = judged("rights", **fields)
    assert found.permits_none
    assert ranks(found) == {"a": 2, "b": 2}


def test_it_needs_a_duty_owed_to_someone() -> None:
    """Without a claim it does not apply, whatever harm is done."""
    found = judged("rights", duties={"d": {}}, options={"a": {"duties": {"d": -1}}, "b": {}})
    assert found.missing == ("no duty says whom it is owed to",)
