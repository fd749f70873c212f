"""Maximin precaution: worst cases over credible states, and the catastrophes marked."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.frameworks.small import bindings, brings, judged, ranks, reason_rows, scores


def storm(chance: float, **more: Any) -> dict[str, Any]:
    """Sailing pays unless the storm comes; staying costs a little for certain."""
    return {
        "beliefs": {"storm": {"claim": "A storm comes", "probability": chance}},
        "consequences": {
            "wreck": {"party": "one", "value": -10, "when": "storm"},
            "trade": {"party": "one", "value": 5, "when": "not storm"},
            "delay": {"party": "one", "value": -1},
        },
        "options": brings(sail={"wreck": 1, "trade": 1}, stay={"delay": 1}),
        **more,
    }


def test_the_best_worst_case_is_right() -> None:
    """The worst case counts for certain, however likely it is (Wald 1950)."""
    found = judged("precautionary", **storm(0.05))
    assert scores(found) == {"sail": -10, "stay": -1}
    assert found.choice == ("stay",)
    assert found.margin == 1


@pytest.mark.parametrize(
    ("chance", "credible", "sail"),
    [
        (0.01, 0.01, -10),
        (0.0099, 0.01, 5),
        (0.99, 0.01, -10),
        (1, 0.01, -10),
        (0, 0, 5),
        (1e-9, 0, -10),
        (0.3, 0.5, 5),
        (0.7, 0.5, -10),
        (0.5, 0.5, -10),
        (0.2, 0.2, -10),
        (0.8, 0.2, -10),
        (0.9, 0.2, -10),
        (0.1, 0.2, 5),
    ],
)
def test_which_states_are_credible(chance: float, credible: float, sail: float) -> None:
    """A state counts if each belief has its value there with probability above 0 and at least ε."""
    assert scores(judged("precautionary", {"credible": credible}, **storm(chance)))["sail"] == sail


def test_a_belief_certain_to_be_false_is_not_credible_at_any_bar() -> None:
    """Probability 0 is out even where ε is 0, and so is the denial of what is certain."""
    assert scores(judged("precautionary", {"credible": 0}, **storm(0)))["sail"] == 5
    assert scores(judged("precautionary", {"credible": 0}, **storm(1)))["sail"] == -10


def test_events_keep_their_chances() -> None:
    """In a state, what remains is chance times P(events), discounted, weighed and counted."""
    found = judged(
        "precautionary",
        parties={"one": {"weight": 0.5}},
        discount=0.25,
        beliefs={
            "s": {"claim": "s", "probability": 0.5},
            "e": {"claim": "e", "probability": 0.5},
        },
        consequences={
            "c": {"party": "one", "value": -4, "count": 3, "chance": 0.5, "delay": 1, "when": ["s", "not e"]}
        },
        options={
            "a": {"beliefs": {"e": 0.75}, "consequences": {"c": {}}},
            "b": {"consequences": {"c": {"count": 1}}},
        },
    )
    assert scores(found) == {"a": -0.6, "b": -0.4}


def test_all_combinations_of_states_are_gone_through() -> None:
    """Two losses that each need a state of their own may both befall; both-and conditions hold too."""
    found = judged(
        "precautionary",
        beliefs={id: {"claim": id, "probability": 0.5} for id in ("p", "q", "r")},
        consequences={
            "x": {"party": "one", "value": -1, "when": "p"},
            "y": {"party": "one", "value": -2, "when": "not q"},
            "z": {"party": "one", "value": -4, "when": ["p", "not q", "r"]},
            "w": {"party": "one", "value": -7, "when": ["not p", "q"]},
        },
        options=brings(a={"x": 1, "y": 1, "z": 1}, b={"x": 1, "y": 1, "w": 1}),
    )
    assert scores(found) == {"a": -7, "b": -7}


def test_the_reasons_say_in_what_state() -> None:
    """What all worst states share is told: which states hold in them and which do not."""
    found = judged(
        "precautionary",
        beliefs={id: {"claim": id, "probability": 0.5} for id in ("p", "q", "r")},
        consequences={
            "x": {"party": "one", "value": -1, "when": "p"},
            "y": {"party": "one", "value": -2, "when": "not q"},
            "z": {"party": "one", "value": -4, "when": "r"},
        },
        options=brings(a={"x": 1, "y": 1}, b={"z": 1}),
    )
    assert bindings(found.answer("a")) == [
        ("worst", "options.a"),
        ("if-so", "beliefs.p"),
        ("if-not", "beliefs.q"),
    ]
    assert bindings(found.answer("b")) == [("worst", "options.b"), ("if-so", "beliefs.r")]


def test_a_state_not_credible_is_no_reason() -> None:
    """The worst case is told among credible states only."""
    answer = judged("precautionary", **storm(0.001)).answer("sail")
    assert bindings(answer) == [("worst", "options.sail"), ("if-not", "beliefs.storm")]


def test_a_state_not_credible_is_no_reason_though_it_is_as_bad() -> None:
    """That the incredible would be exactly as bad does not take away what holds in the credible."""
    fields = storm(0.001)
    fields["consequences"]["wreck"]["value"] = 5
    answer = judged("precautionary", **fields).answer("sail")
    assert bindings(answer) == [("worst", "options.sail"), ("if-not", "beliefs.storm")]


def test_states_as_bad_within_rounding_are_both_the_worst() -> None:
    """What holds in one of them alone is no reason."""
    fields = storm(0.5)
    fields["consequences"]["wreck"]["value"] = 5 - 1e-10
    assert bindings(judged("precautionary", **fields).answer("sail")) == [("worst", "options.sail")]


TAIL: dict[str, Any] = {
    "parties": {"one": {}, "two": {"weight": 0.5}},
    "consequences": {
        "doom": {"party": "two", "value": -100, "tags": ["tail"]},
        "loss": {"party": "one", "value": -1},
    },
    "options": brings(
        risky={"doom": 0.02}, safe={"doom": 0.001, "loss": {"count": 50}}, same={"doom": 0.001, "loss": 1}
    ),
}


def test_marked_catastrophes_come_first() -> None:
    """The expected sum of what is tagged tail decides, then the worst case; no margin is told."""
    found = judged("precautionary", **TAIL)
    assert scores(found) == {"risky": -1, "safe": -50.05, "same": -1.05}
    assert ranks(found) == {"risky": 3, "safe": 2, "same": 1}
    assert found.margin is None
    assert reason_rows(found.answer("risky")) == [
        ("tail", "options.risky.consequences.doom", -1, None, "two"),
        ("worst", "options.risky", -1, None, None),
    ]


def test_a_catastrophe_is_weighed_by_the_weight_of_whom_it_befalls() -> None:
    """Σ e of the tail counts each party by its weight."""
    fields = {**TAIL, "consequences": {**TAIL["consequences"]}}
    fields["consequences"]["ruin"] = {"party": "one", "value": -1, "tags": ["tail"]}
    found = judged("precautionary", **{**fields, "options": brings(two={"doom": 0.018}, one={"ruin": 1})})
    assert ranks(found) == {"two": 1, "one": 2}
    assert [r.amount for r in found.answer("two").reasons if r.key == "tail"] == [pytest.approx(-0.9)]


def test_a_catastrophe_counts_by_how_likely_its_state_is() -> None:
    """Σ e of the tail is expected over states, though the worst case is not."""
    fields = {**TAIL, "consequences": {**TAIL["consequences"]}}
    fields["consequences"]["ruin"] = {"party": "one", "value": -2, "tags": ["tail"], "when": "b"}
    beliefs = {"b": {"claim": "b", "probability": 0.25}}
    options = brings(often={"doom": 0.02}, seldom={"ruin": 1})
    found = judged("precautionary", **{**fields, "options": options}, beliefs=beliefs)
    assert scores(found) == {"often": -1, "seldom": -2}
    assert ranks(found) == {"often": 2, "seldom": 1}
    assert reason_rows(found.answer("seldom"))[0] == (
        "tail",
        "options.seldom.consequences.ruin",
        -0.5,
        None,
        "one",
    )


@pytest.mark.parametrize(
    ("chance", "settings", "first"),
    [
        (1e-5, None, True),
        (0.9e-5, None, False),
        (0.9e-5, {"remote": 0}, True),
        (0.9e-5, {"remote": 1e-6}, True),
        (0.09, {"remote": 0.1}, False),
        (0, {"remote": 0}, False),
    ],
)
def test_a_remote_catastrophe_is_no_realistic_possibility(chance: float, settings: Any, first: bool) -> None:
    """Below `remote` its probability puts it before nothing."""
    consequences = {**TAIL["consequences"], "loss": {"party": "one", "value": -40}}
    options = brings(risky={"doom": chance}, safe={"loss": 1})
    found = judged("precautionary", settings, **TAIL | {"consequences": consequences, "options": options})
    assert found.choice == (("safe",) if first else ("risky",))


@pytest.mark.parametrize(("price", "choice"), [(49, "safe"), (50, "safe"), (50.1, "risky")])
def test_a_catastrophe_is_not_avoided_at_more_than_its_size(price: float, choice: str) -> None:
    """Not if the worst case loses more by it than the catastrophe would be, if it came: Σ w · n · |v|."""
    found = judged(
        "precautionary",
        **{**TAIL, "options": brings(risky={"doom": 0.001}, safe={"loss": {"value": -price - 0.05}})},
    )
    assert found.choice == (choice,)


def test_a_catastrophe_that_no_option_averts_comes_before_nothing() -> None:
    """A tail that is common to all options decides nothing, and stays in the worst case."""
    fields = {**TAIL, "options": brings(a={"doom": 0.02, "loss": 1}, b={"doom": 0.02})}
    found = judged("precautionary", **fields)
    assert scores(found) == {"a": -2, "b": -1}
    assert found.choice == ("b",)
    assert not [r for r in found.answer("a").reasons if r.key == "tail"]


def test_a_world_is_credible_beside_the_likeliest() -> None:
    """Many states that are each likely make worlds that are not beside one another: 0.3⁴ beside 0.7⁴."""
    beliefs = {id: {"claim": id, "probability": 0.3} for id in ("p", "q", "r", "s")}
    fields: dict[str, Any] = {
        "beliefs": beliefs,
        "consequences": {"c": {"party": "one", "value": -1, "when": list(beliefs)}},
        "options": brings(a={"c": 1}, b={"c": 0}),
    }
    assert scores(judged("precautionary", {"credible": 0.03}, **fields))["a"] == -1
    assert scores(judged("precautionary", {"credible": 0.04}, **fields))["a"] == 0


def test_an_event_may_depend_on_a_state() -> None:
    """A `given` makes worlds: the event has its own chance in each."""
    found = judged(
        "precautionary",
        beliefs={
            "storm": {"claim": "storm", "probability": 0.2},
            "flood": {"claim": "flood", "probability": 0.5},
        },
        consequences={"c": {"party": "one", "value": -10, "when": "flood"}},
        options={
            "raise": {
                "beliefs": {"flood": {"given": {"storm": 0.4, "not storm": 0.1}}},
                "consequences": {"c": 1},
            },
            "wait": {"consequences": {"c": 1}},
        },
    )
    assert scores(found) == {"raise": -4, "wait": -5}


def test_a_tail_of_scope_rule_or_not_in_use_comes_first_in_nothing() -> None:
    """Only catastrophes of scope act that an option lists are read."""
    for doom in ({"scope": "rule"}, {}):
        consequences = {
            **storm(0.5)["consequences"],
            "doom": {"party": "one", "value": -9, "tags": ["tail"], **doom},
        }
        options = storm(0.5)["options"]
        if doom:
            options["stay"]["consequences"]["doom"] = 1
        found = judged("precautionary", **{**storm(0.5), "consequences": consequences, "options": options})
        assert found.choice == ("stay",)
        assert found.margin == 1


def test_it_needs_a_state_or_a_tail() -> None:
    """Without doubt about a state and without a tail there is nothing to be cautious of."""
    certain = {"c": {"party": "one", "value": -1, "when": "e"}}
    options: dict[str, Any] = {
        "a": {"beliefs": {"e": 0.5}, "consequences": {"c": 1}},
        "b": {},
    }
    beliefs = {"e": {"claim": "e", "probability": 0.5}, "unnamed": {"claim": "u", "probability": 0.5}}
    found = judged("precautionary", beliefs=beliefs, consequences=certain, options=options)
    assert found.missing == (
        "no consequence depends on a state of the world, and none is a rare catastrophe (tail)",
    )
    assert judged("precautionary", **TAIL).applicable
