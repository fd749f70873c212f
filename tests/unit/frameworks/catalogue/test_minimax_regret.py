"""Minimax regret: what one might have had, and on what it depends."""

from __future__ import annotations

from typing import Any

from tests.unit.frameworks.small import bindings, brings, judged, reason_rows, scores

MENU: dict[str, Any] = {
    "beliefs": {"rain": {"claim": "It rains", "probability": 0.3}},
    "consequences": {
        "wet": {"party": "one", "value": 1, "when": "rain"},
        "dry": {"party": "one", "value": 1, "when": "not rain"},
    },
    "options": brings(
        umbrella={"wet": {"value": 8}, "dry": {"value": 2}},
        hat={"wet": {"value": 4}, "dry": {"value": 5}},
    ),
}


def test_the_least_greatest_regret_is_right() -> None:
    """Regret in a state is what the best option there would have brought more (Savage 1951)."""
    found = judged("minimax-regret", **MENU)
    assert scores(found) == {"umbrella": -3, "hat": -4}
    assert found.choice == ("umbrella",)
    assert found.margin == 1


def test_it_depends_on_the_menu() -> None:
    """An option no one would take may turn the choice (Chernoff 1954)."""
    options = {**MENU["options"], **brings(barbecue={"wet": {"value": -9}, "dry": {"value": 9}})}
    found = judged("minimax-regret", **{**MENU, "options": options})
    assert scores(found) == {"umbrella": -7, "hat": -4, "barbecue": -17}
    assert found.choice == ("hat",)


def test_states_that_are_not_credible_are_not_regretted() -> None:
    """A state less than ε times as likely as the likeliest is left out; at ε it counts."""
    dry = {**MENU, "beliefs": {"rain": {"claim": "It rains", "probability": 0.009}}}
    assert scores(judged("minimax-regret", **dry)) == {"umbrella": -3, "hat": 0}
    assert scores(judged("minimax-regret", {"credible": 9 / 991}, **dry)) == {"umbrella": -3, "hat": -4}
    assert scores(judged("minimax-regret", {"credible": 0}, **dry)) == {"umbrella": -3, "hat": -4}


def test_what_is_the_same_under_every_option_in_a_state_is_not_regretted() -> None:
    """Great harm that no option averts there does not hide a difference, whatever it is elsewhere."""
    fields = {**MENU, "consequences": {**MENU["consequences"]}}
    fields["consequences"]["plague"] = {"party": "one", "value": -1e15, "when": "rain"}
    fields["consequences"]["war"] = {"party": "one", "value": -1e15}
    fields["options"] = {
        id: {"consequences": {**option["consequences"], "plague": 1, "war": 1}}
        for id, option in MENU["options"].items()
    }
    assert scores(judged("minimax-regret", **fields)) == {"umbrella": -3, "hat": -4}
    fields["beliefs"] = {**MENU["beliefs"], "event": {"claim": "event", "probability": 0.5}}
    fields["consequences"]["plague"]["when"] = "event"
    given = {"event": {"given": {"rain": 1, "not rain": 0}}}
    fields["options"]["hat"]["beliefs"] = given
    fields["options"]["umbrella"]["beliefs"] = {"event": {"given": {"rain": 1, "not rain": 0.5}}}
    assert scores(judged("minimax-regret", **fields))["hat"] == -4


def test_the_reasons_name_the_option_missed_and_the_state() -> None:
    """Regret is against the options that are best where it is greatest, and what holds there is told."""
    found = judged("minimax-regret", **MENU)
    assert bindings(found.answer("umbrella")) == [("regret", "options.hat"), ("if-not", "beliefs.rain")]
    assert bindings(found.answer("hat")) == [("regret", "options.umbrella"), ("if-so", "beliefs.rain")]
    assert reason_rows(found.answer("hat")) == [
        ("regret", "options.umbrella", 4, None, None),
        ("if-so", "beliefs.rain", None, None, None),
    ]


def test_what_is_best_everywhere_regrets_nothing() -> None:
    """An option best in every state has regret 0, and no reason to tell."""
    options = brings(both={"wet": 1, "dry": 1}, one={"wet": 1}, tie={"wet": 1, "dry": 1})
    found = judged("minimax-regret", **{**MENU, "options": options})
    assert scores(found) == {"both": 0, "one": -1, "tie": 0}
    assert bindings(found.answer("both")) == []
    assert bindings(found.answer("one")) == [
        ("regret", "options.both"),
        ("regret", "options.tie"),
        ("if-not", "beliefs.rain"),
    ]


def test_only_what_is_best_where_regret_is_greatest_is_missed() -> None:
    """A rival that is best nowhere, or in another state, is not what one regrets."""
    options = {**MENU["options"], **brings(barbecue={"wet": {"value": -9}, "dry": {"value": 9}})}
    found = judged("minimax-regret", **{**MENU, "options": options})
    assert bindings(found.answer("umbrella")) == [("regret", "options.barbecue"), ("if-not", "beliefs.rain")]
    assert bindings(found.answer("barbecue")) == [("regret", "options.umbrella"), ("if-so", "beliefs.rain")]
    assert bindings(found.answer("hat")) == [("regret", "options.umbrella"), ("regret", "options.barbecue")]


def test_with_one_credible_state_only_that_is_told() -> None:
    """States not credible are no reason though as much would be regretted there; no regret needs none."""
    sure = {**MENU, "beliefs": {"rain": {"claim": "It rains", "probability": 1}}}
    found = judged("minimax-regret", **sure)
    assert bindings(found.answer("hat")) == [("regret", "options.umbrella"), ("if-so", "beliefs.rain")]
    assert bindings(found.answer("umbrella")) == []
    options = brings(none={}, one={"wet": 1, "dry": 1})
    found = judged("minimax-regret", **{**sure, "options": options})
    assert bindings(found.answer("none")) == [("regret", "options.one"), ("if-so", "beliefs.rain")]


def test_what_is_equal_within_rounding_is_missed_alike() -> None:
    """States as much to be regretted are both told by what they share, options as good both by name."""
    options = brings(none={}, one={"wet": 1, "dry": 1 - 1e-10})
    found = judged("minimax-regret", **{**MENU, "options": options})
    assert bindings(found.answer("none")) == [("regret", "options.one")]
    options = brings(none={}, one={"wet": 1}, other={"wet": 1 - 1e-10})
    found = judged("minimax-regret", **{**MENU, "options": options})
    assert bindings(found.answer("none")) == [
        ("regret", "options.one"),
        ("regret", "options.other"),
        ("if-so", "beliefs.rain"),
    ]
    assert found.answer("other").score == 0


def test_it_needs_a_state() -> None:
    """Without a consequence that depends on a state there is nothing to regret."""
    found = judged(
        "minimax-regret",
        consequences={"c": {"party": "one", "value": 1, "tags": ["tail"]}},
        options=brings(a={"c": 1}, b={}),
    )
    assert found.missing == ("no consequence depends on a state of the world",)
