"""Methods in draws: in every draw they choose what reconciling that draw by itself chooses."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dilemma import load, stress
from dilemma.case.build import case_of
from dilemma.errors import BadSetting, UnknownName
from dilemma.frameworks.registry import every_framework
from dilemma.quantity import Quantity
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reconciliation.request import Request, answered
from dilemma.robustness.stress import simulation as stressing
from dilemma.robustness.stress.sampling import Draws
from dilemma.robustness.stress.stress_test import StressTest, stress_view
from dilemma.robustness.stress.voters import COUNTED, IN_DRAWS, request_for_draws
from dilemma.scenario import view
from dilemma.scenario.numbers import Range, best_of
from dilemma.scenario.views.view import View
from dilemma.weighing import judge
from tests.support.samples import SHIPPED_SCENARIOS, SOME_SHIPPED
from tests.support.strategies import Data, scenarios
from tests.unit.robustness.small import two_goods

DRAWS = 12
RANDOM = 25
SPREAD = 0.3
CLOSE = 1e-12
ERRORS = 4  # standard errors

EVERY = tuple(method.about.id for method in COUNTED)

BELIEFS = {
    "families": {},
    "even": {"even": True},
    "stated": {"credences": {"utilitarian": "40%", "kantian": "1/3", "just-war": 0.2, "pareto": "1/7"}},
    "finely": {"credences": {"utilitarian": "0.123456789012345", "virtue": "1/999999937", "care": "1/3"}},
}


def one_by_one(test: StressTest, asked: Request) -> list[Reconciliation | None]:
    """Return each draw's result in plain floats; None if no theory with credence applies."""
    ranges = {doubt.dial.address: doubt.range for doubt in test.doubts}
    columns = Draws(ranges, 0, test.correlated).block(DRAWS)
    seen = test.weighing.view
    found: list[Reconciliation | None] = []
    for row in range(DRAWS):

        def read(address: str, number: float | Range, row: int = row) -> Quantity:
            return float(columns[address][row]) if address in columns else best_of(number)

        case = case_of(seen.scenario, read)
        verdicts = tuple(judge(case, theory) for theory in every_framework())
        try:
            found.append(answered(test.weighing._replace(verdicts=verdicts), asked))
        except BadSetting:
            found.append(None)
    return found


def agree(seen: View, beliefs: str) -> None:
    """Compare the counts of some draws with the results of each draw by itself."""
    asked = request_for_draws(methods=EVERY, **BELIEFS[beliefs])  # type: ignore[arg-type]
    assert asked is not None
    try:
        test = stress_view(seen, every_framework(), DRAWS, spread=SPREAD, request=asked)
    except BadSetting:  # nothing applies at the best estimates
        return
    method_results, every = test.stressed.method_results, one_by_one(test, asked)
    assert method_results is not None
    expected = [one for one in every if one is not None]
    assert method_results.applies == len(expected) / DRAWS
    if not expected:
        return
    for at, method in enumerate(method_results.methods):
        counted = {frozenset(o.options): round(o.share * len(expected)) for o in method.outcomes}
        assert counted == Counter(frozenset(one.results[at].choice) for one in expected), method.about.id
        assert sum(share.chosen for share in method.shares) == pytest.approx(1, abs=CLOSE)
    lotteries = [one.lottery for one in expected if one.lottery is not None]
    assert method_results.guided == len(lotteries) / len(expected)
    if lotteries:
        mean = {o: sum(lottery[o] for lottery in lotteries) / len(lotteries) for o in lotteries[0]}
        assert method_results.lottery == pytest.approx(mean)
        assert sum(method_results.lottery.values()) == pytest.approx(1, abs=CLOSE)
    else:
        assert method_results.lottery is None


def test_every_method_that_adds_up_is_counted() -> None:
    """By default draws are counted by the default methods that can be counted."""
    assert IN_DRAWS == ("permissibility", "borda", "one-step")
    assert {*IN_DRAWS} < {*EVERY}


@pytest.mark.parametrize("name", SOME_SHIPPED)
def test_draws_of_what_ships_are_reconciled_as_one_by_one(name: str) -> None:
    """On every shipped file each method has in each draw the winners of that draw reconciled in floats."""
    agree(view(load(SHIPPED_SCENARIOS[name].path)), [*BELIEFS][len(name) % len(BELIEFS)])


@settings(max_examples=RANDOM, deadline=None)
@given(scenarios(), st.sampled_from([*BELIEFS]))
def test_draws_of_random_files_are_reconciled_as_one_by_one(data: Data, beliefs: str) -> None:
    """So on random files, in which theories cease to apply, fall silent and permit none."""
    agree(view(load(data)), beliefs)


def test_a_perspective_brings_its_credences() -> None:
    """Seen from a perspective with credences, they are the ones in force."""
    data = two_goods([0, 2], 1, perspectives={"p": {"credences": {"utilitarian": 1}}})
    test = stress(load(data), perspective="p", draws=100, methods=["borda"])
    assert test.reconciled is not None
    assert test.reconciled.credences.origin == "perspective"
    assert test.reconciled.credences.votes["utilitarian"] == test.reconciled.credences.total_votes


def test_certainty_in_a_theory_is_its_own_shares() -> None:
    """With all credence in one theory every method chooses as it does, and so do the lots."""
    test = stress(load(two_goods([0, 2], 1)), methods=IN_DRAWS, credences={"utilitarian": 1}, draws=5000)
    utilitarian = next(t for t in test.stressed.theories if t.about.id == "utilitarian")
    method_results = test.stressed.method_results
    assert method_results is not None
    shares = [(share.option, share.chosen, share.error) for share in utilitarian.shares]
    assert abs(shares[0][1] - 1 / 2) < ERRORS * shares[0][2]
    for method in method_results.methods:
        assert [(share.option, share.chosen, share.error) for share in method.shares] == shares
        assert method.outcomes == utilitarian.outcomes
    assert method_results.lottery == pytest.approx({option: chosen for option, chosen, _ in shares})


def test_where_a_theory_ceases_to_apply_the_rest_have_its_credence() -> None:
    """Draws in which no theory with credence applies are left out; `applies` is the share of the rest."""
    data = two_goods([0, 2], 1, quantities={"care": [-1, 3]})
    data["parties"] = {"a": {"weight": "care", "level": -1}}
    alone = stress(load(data), methods=["borda"], credences={"rawlsian": 1}, draws=5000).stressed
    rawlsian = next(t for t in alone.theories if t.about.id == "rawlsian")
    assert alone.method_results is not None
    assert 0 < rawlsian.applies < 1
    assert alone.method_results.applies == rawlsian.applies
    assert alone.method_results.methods[0].outcomes == rawlsian.outcomes


def test_where_none_guides_every_option_stands() -> None:
    """Two options always as good: every method leaves both, and there is no lottery."""
    data = two_goods([1, 2], 1)
    data["options"]["other"] = data["options"]["one"]
    method_results = stress(
        load(data), methods=IN_DRAWS, credences={"utilitarian": 1}, draws=50
    ).stressed.method_results
    assert method_results is not None
    assert (method_results.guided, method_results.lottery) == (0, None)
    assert {method.outcomes for method in method_results.methods} == {((("one", "other"), 1.0),)}


def test_the_size_of_blocks_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same seed gives the same shares and lottery to the last bit, whatever the block."""
    scenario, asked = view(load("track-two")), request_for_draws(methods=IN_DRAWS)
    expected = stress_view(scenario, every_framework(), 9001, request=asked).stressed.method_results
    for block in (1777, 4096):
        monkeypatch.setattr(stressing, "BLOCK", block)
        assert (
            stress_view(scenario, every_framework(), 9001, request=asked).stressed.method_results == expected
        )


def test_methods_change_nothing_else_and_tails_are_left_out() -> None:
    """Asking methods changes no theory's shares; where tails are left out, methods are asked again."""
    plain = stress(load("track-two"), draws=300)
    asked = stress(load("track-two"), draws=300, methods=IN_DRAWS)
    assert asked.stressed.theories == plain.stressed.theories
    assert plain.stressed.method_results is None
    assert asked.without_tail is not None
    assert asked.without_tail.method_results is not None


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"credences": {"kantian": 1}}, BadSetting),
        ({"even": True}, BadSetting),
        ({"methods": ["nash"]}, BadSetting),
        ({"methods": True}, BadSetting),
        ({"methods": "borda"}, BadSetting),
        ({"methods": [1]}, BadSetting),
        ({"methods": ["borda"], "even": True, "credences": {"kantian": 1}}, BadSetting),
        ({"methods": ["borda"], "credences": {"kantain": 1}}, UnknownName),
        ({"methods": ["borda"], "credences": {"virtue": 1}}, BadSetting),
    ],
)
def test_what_methods_cannot_answer_is_refused(wrong: dict[str, object], error: type[Exception]) -> None:
    """Credences without methods, an unknown method or theory, or no applicable theory raise BadSetting."""
    with pytest.raises(error):
        stress(load(two_goods([0, 2], 1)), draws=10, **wrong)  # type: ignore[arg-type]
