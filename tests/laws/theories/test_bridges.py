"""Settings at which other theories agree with utilitarianism."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from itertools import islice

import pytest
from hypothesis import Phase, given, settings

from dilemma.case.build import case_of
from tests.support.alterations import is_map_of_fields, rows_of, without_comment
from tests.support.judging import and_of_shipped, framework, judged_case, scenario_of, size_of
from tests.support.strategies import Data, scenarios

Bridge = Callable[[Data], Data]


def _at(theory: str, **settings: float) -> Bridge:
    def bridge(data: Data) -> Data:
        data["frameworks"] = {**data.get("frameworks", {}), theory: settings}
        return data

    return bridge


def _no_rule(data: Data) -> Data:
    """Return the scenario at act 1, with chance 0 for every consequence of scope `rule`."""
    for option, id, row in rows_of(data, "consequences"):
        if data["consequences"][id].get("scope") == "rule":
            fields = row if is_map_of_fields(row) else {}
            data["options"][option]["consequences"][id] = {**fields, "chance": 0}
    return _at("rule-utilitarian", act=1)(data)


def _all_certain(data: Data) -> Data:
    """Return the scenario with every belief certain, alternately false and true, and no tail."""
    for index, belief in enumerate(data.get("beliefs", {}).values()):
        belief["probability"] = index % 2
    for option in data["options"].values():
        option["beliefs"] = {id: index % 2 for index, id in enumerate(option.get("beliefs", {}))}
    for consequence in data.get("consequences", {}).values():
        consequence["tags"] = [tag for tag in consequence.get("tags", ()) if tag != "tail"]
    return data


ENOUGH = 10  # random scenarios to which both theories apply

BRIDGES: Mapping[str, Bridge] = {
    "prioritarian": _at("prioritarian", priority=0),
    "realist": _at("realist", others=1),
    "threshold-deontology": _at("threshold-deontology", multiple=0),
    "rule-utilitarian": _no_rule,
    "precautionary": _all_certain,
    "risk-weighted": _at("risk-weighted", aversion=1),
}
"""Theories, each with the change to a scenario that makes it agree with utilitarianism."""

KEEPS_WHAT_IS_COMMON = {"precautionary", "risk-weighted"}
"""Theories whose score has in it what happens whatever is done, or some of it."""


@pytest.mark.parametrize("id", BRIDGES)
@and_of_shipped()
@given(scenarios())
def test_at_its_limit_a_theory_is_utilitarian(id: str, data: Data) -> None:
    """Scores, choice and ranks are the same as those of utilitarianism, if both theories apply.

    Where a theory keeps what is common to all options, scores differ by the same amount for each option.
    Prioritarian at priority 0; realist at others 1; threshold at multiple 0, where all is permitted;
    rule-utilitarian at act 1 with every chance of scope `rule` 0; risk-weighted at aversion 1;
    precautionary with every belief 0 or 1 and no tail.
    """
    theories = framework("utilitarian"), framework(id)
    case = case_of(scenario_of(BRIDGES[id](without_comment(data))))
    plain, other = judged_case(case, theories).values()
    if not (plain.applicable and other.applicable):
        return
    apart = other.answers[0].score - plain.answers[0].score if id in KEEPS_WHAT_IS_COMMON else 0.0
    for mine, yours in zip(plain.answers, other.answers, strict=True):
        slack = 1e-9 * size_of(case)
        assert (yours.option, yours.chosen, yours.rank) == (mine.option, mine.chosen, mine.rank)
        assert yours.score - apart == pytest.approx(mine.score, abs=slack)
        assert yours.permissible or id != "threshold-deontology"


@pytest.mark.parametrize("id", BRIDGES)
def test_random_scenarios_test_each_bridge(id: str) -> None:
    """Both theories of each comparison apply to at least ten random scenarios, so that it tests something."""
    theories = framework("utilitarian"), framework(id)
    cases = (case_of(scenario_of(BRIDGES[id](without_comment(data)))) for data in _drawn())
    verdicts = (judged_case(case, theories).values() for case in cases)
    comparable = (all(verdict.applicable for verdict in both) for both in verdicts)
    assert len(list(islice(filter(None, comparable), ENOUGH))) == ENOUGH


@cache
def _drawn() -> tuple[Data, ...]:
    """Return many random scenarios."""
    found: list[Data] = []

    @settings(max_examples=200, phases=[Phase.generate])
    @given(scenarios())
    def draw(data: Data) -> None:
        found.append(data)

    draw()
    return tuple(found)
