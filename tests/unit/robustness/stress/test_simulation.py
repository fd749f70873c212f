"""Simulation: shares of draws agree with closed forms, with judging draw by draw, and with themselves."""

from __future__ import annotations

import pytest

from dilemma import load
from dilemma.case.build import case_of
from dilemma.frameworks.registry import every_framework, frameworks_named
from dilemma.graph import program
from dilemma.quantity import Quantity
from dilemma.robustness.stress import simulation as stressing
from dilemma.robustness.stress import tallies
from dilemma.robustness.stress.sampling import Draws
from dilemma.robustness.stress.simulation import stress
from dilemma.robustness.stress.stress_test import StressTest, stress_view
from dilemma.robustness.stress.tallies import Share
from dilemma.scenario import view
from dilemma.scenario.numbers import Range, best_of
from dilemma.weighing import chosen
from tests.laws.readings.test_bounds import SCENARIO as PAST_ITS_BOUNDS
from tests.support.samples import SHIPPED_SCENARIOS
from tests.unit.robustness.small import stressed, two_goods

ERRORS = 4  # standard errors
CLOSE = 1e-12
MANY = 40_000

CHANCES = [  # the good of the one, of the other, and how likely the one does more
    ([0, 2], [1, 2], 1 / 4),
    ([0, 2], [-1, 3], 1 / 2),
    ([0, 1, 2], 0.5, 7 / 8),
    ([0, 0, 2], 1, 1 / 4),
    ([0, 2, 2], 1, 3 / 4),
    ({"low": 1, "best": 10, "high": 100, "scale": "log"}, 10**0.5, 7 / 8),
    ({"low": 1, "best": 10, "high": 100, "scale": "log"}, [1, 100], None),
    ([0, 1, 2], [0, 1, 2], 1 / 2),
    ([2, 3, 4], [0, 1, 2], 1),
]


def only(test: StressTest) -> tallies.Tested:
    (tested,) = test.stressed.theories
    return tested


@pytest.mark.parametrize(("one", "other", "chance"), CHANCES, ids=str)
def test_shares_agree_with_closed_forms(one: object, other: object, chance: float | None) -> None:
    """An option is chosen as often as its score is likely to be the greater, within four standard errors."""
    first, second = only(stressed(two_goods(one, other), "utilitarian", draws=MANY)).shares
    assert first.chosen + second.chosen == pytest.approx(1, abs=CLOSE)
    if chance is not None:
        assert abs(first.chosen - chance) <= ERRORS * first.error
    assert first.error == pytest.approx((first.chosen * second.chosen / MANY) ** 0.5)
    assert first.ranks == pytest.approx((first.chosen, second.chosen))


def test_ties_are_split() -> None:
    """Two options that are always as good are each chosen half a time, and the theory is silent."""
    data = two_goods([1, 2], 1)
    data["options"]["other"] = data["options"]["one"]
    tested = only(stressed(data, "utilitarian", draws=100))
    assert tested.shares == (
        Share("one", 0.5, 1.0, (1.0, 0.0), 0.0),
        Share("other", 0.5, 1.0, (1.0, 0.0), 0.0),
    )
    assert (tested.silent, tested.permits_none) == (1.0, 0.0)


def test_a_theory_may_cease_to_apply() -> None:
    """Shares are of the draws in which a theory applies: here, those in which someone counts."""
    data = two_goods([0, 2], 1, quantities={"care": [-1, 3]})
    data["parties"] = {"a": {"weight": "care", "level": -1}}
    tested = only(stressed(data, "rawlsian", draws=MANY))
    assert tested.applies == pytest.approx(3 / 4, abs=0.01)
    assert sum(share.chosen for share in tested.shares) == pytest.approx(1, abs=CLOSE)
    assert sum(outcome.share for outcome in tested.outcomes) == pytest.approx(1, abs=CLOSE)


def test_a_theory_that_never_applies_has_no_shares() -> None:
    """A theory whose needs are not met applies in no draw."""
    tested = only(stressed(two_goods([0, 2], 1), "virtue", draws=10))
    assert (tested.applies, tested.shares, tested.outcomes) == (0.0, (), ())


def _one_by_one(scenario: object, draws: int) -> dict[str, list[tuple[str, ...] | None]]:
    """Return each theory's choice at each draw, judged in plain floats."""
    test = stress_view(view(load(scenario)), every_framework(), draws)  # type: ignore[arg-type]
    columns = Draws({doubt.dial.address: doubt.range for doubt in test.doubts}, 0).block(draws)
    nouns = test.weighing.view.scenario
    found: dict[str, list[tuple[str, ...] | None]] = {}
    for row in range(draws):

        def read(address: str, number: float | Range, row: int = row) -> Quantity:
            return float(columns[address][row]) if address in columns else best_of(number)

        case = case_of(nouns, read)
        for theory in every_framework():
            found.setdefault(theory.about.id, []).append(chosen(case, theory))
    return found


@pytest.mark.parametrize(
    "source", [PAST_ITS_BOUNDS, SHIPPED_SCENARIOS["cluster"].path], ids=["small", "cluster"]
)
def test_draws_worked_out_at_once_are_judged_as_one_by_one(source: object) -> None:
    """Each set of options is chosen as often as when every draw is judged by itself, in floats."""
    draws = 60
    expected = _one_by_one(source, draws)
    test = stress_view(view(load(source)), every_framework(), draws)  # type: ignore[arg-type]
    for tested in test.stressed.theories:
        choices = [choice for choice in expected[tested.about.id] if choice is not None]
        assert tested.applies == len(choices) / draws
        counted = {outcome.options: round(outcome.share * len(choices)) for outcome in tested.outcomes}
        assert counted == {choice: choices.count(choice) for choice in set(choices)}, tested.about.id


@pytest.mark.parametrize("block", [777, 4096, 8192])
def test_the_size_of_blocks_changes_nothing(monkeypatch: pytest.MonkeyPatch, block: int) -> None:
    """The same seed gives the same answer, whatever the block."""
    expected = stressed(two_goods([0, 2], [1, 2]), draws=9001).stressed
    monkeypatch.setattr(stressing, "BLOCK", block)
    assert program.BLOCK
    assert stressed(two_goods([0, 2], [1, 2]), draws=9001).stressed == expected


def test_seeds_and_frameworks() -> None:
    """Another seed gives other draws; which other theories are asked changes nothing."""
    data = two_goods([0, 2], [1, 2])
    alone = only(stressed(data, "utilitarian"))
    assert alone in stressed(data).stressed.theories
    assert only(stressed(data, "utilitarian", seed=1)).shares != alone.shares


@pytest.mark.parametrize("name", ["track-two", "cluster"])
def test_shares_sum_to_one(name: str) -> None:
    """Where a theory permits some option, what it chooses sums to 1; every option has one rank a draw."""
    test = stress_view(view(load(name)), every_framework(), 500)
    for tested in test.stressed.theories:
        if tested.applies:
            chosen_in = sum(share.chosen for share in tested.shares)
            assert chosen_in + tested.permits_none == pytest.approx(1, abs=CLOSE)
            for share in tested.shares:
                assert sum(share.ranks) == pytest.approx(1, abs=CLOSE)
                assert share.chosen <= share.permissible + CLOSE


def test_an_interrupt_gives_what_is_drawn_so_far() -> None:
    """Ctrl-C ends the drawing; the shares are those of that many draws."""
    document = load(two_goods([0, 2], [1, 2]))
    theories, number = frameworks_named(["utilitarian"]), 3 * stressing.BLOCK

    def stop(made: int, _asked: int) -> None:
        if made >= number:
            raise KeyboardInterrupt

    test = stress_view(view(document), theories, 10 * number, done=stop)
    assert (test.stressed.draws, test.stressed.asked, test.interrupted) == (number, 10 * number, True)
    whole = stress_view(view(document), theories, number)
    assert test.stressed.theories == whole.stressed.theories
    assert not whole.interrupted


def test_without_doubt_every_draw_is_the_best_estimate() -> None:
    """A file that is certain of everything is drawn without a draw."""
    scenario = load(two_goods(2, 1)).scenario
    result = stress(scenario, every_framework(), {}, 5, 0)
    assert result.theories[0].outcomes == ((("one",), 1.0),)
