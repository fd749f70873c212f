"""Rule utilitarianism: what the rule would bring, and how far the act counts beside it."""

from __future__ import annotations

from typing import Any

from tests.unit.frameworks.small import brings, judged, reason_rows, scores, terms

FRAME: dict[str, Any] = {
    "consequences": {
        "riot": {"party": "one", "value": -1, "count": 10},
        "innocent": {"party": "one", "value": -1},
        "distrust": {"party": "one", "value": -4, "scope": "rule", "role": "side-effect"},
    },
    "options": brings(frame={"innocent": 1, "distrust": 0.5}, refuse={"riot": 1}),
}


def test_the_rule_decides_and_not_the_act() -> None:
    """Framing one to save ten is wrong if general trust would suffer by it (McCloskey 1957)."""
    found = judged("rule-utilitarian", **FRAME)
    assert scores(found) == {"frame": -2, "refuse": 0}
    assert found.choice == ("refuse",)


def test_the_act_counts_as_far_as_it_is_set_to() -> None:
    """At `act` α the score is the rule's sum plus α times the total of the act."""
    assert scores(judged("rule-utilitarian", {"act": 0.5}, **FRAME)) == {"frame": -2.5, "refuse": -5}
    assert judged("rule-utilitarian", {"act": 0.5}, **FRAME).choice == ("frame",)


def test_what_is_the_same_under_every_rule_decides_nothing() -> None:
    """A row of scope rule that is the same under every option is left out, as in the total of the act."""
    fields = {**FRAME, "consequences": {**FRAME["consequences"]}}
    fields["consequences"]["same"] = {"party": "one", "value": -9, "scope": "rule"}
    fields["options"] = brings(
        frame={"innocent": 1, "distrust": 0.5, "same": 1}, refuse={"riot": 1, "same": 1}
    )
    assert scores(judged("rule-utilitarian", **fields)) == {"frame": -2, "refuse": 0}


def test_at_act_1_without_rules_it_is_utilitarian() -> None:
    """Where no rule brings anything, the act alone counts."""
    options = brings(frame={"innocent": 1, "distrust": 0}, refuse={"riot": 1})
    fields = {**FRAME, "options": options}
    act = judged("rule-utilitarian", {"act": 1}, **fields)
    assert scores(act) == scores(judged("utilitarian", **fields)) == {"frame": -1, "refuse": -10}


def test_terms_of_the_act_are_told_only_where_they_count() -> None:
    """At `act` 0 only what is of scope rule is a reason."""
    without, with_ = judged("rule-utilitarian", **FRAME), judged("rule-utilitarian", {"act": 0.5}, **FRAME)
    assert terms(without.answer("frame")) == {"options.frame.consequences.distrust": -2}
    assert reason_rows(with_.answer("frame")) == [
        ("practice", "options.frame.consequences.distrust", -2, None, "one"),
        ("consequence", "options.frame.consequences.innocent", -0.5, None, "one"),
    ]
    assert reason_rows(with_.answer("refuse")) == [
        ("consequence", "options.refuse.consequences.riot", -5, None, "one")
    ]


def test_it_needs_a_consequence_of_scope_rule() -> None:
    """Without a consequence of general acceptance it does not apply."""
    found = judged(
        "rule-utilitarian",
        consequences=FRAME["consequences"],
        options=brings(a={"riot": 1}, b={"innocent": 1}),
    )
    assert found.missing == ("no option lists a consequence whose scope is a rule: that everyone acts so",)
