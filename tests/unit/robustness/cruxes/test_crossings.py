"""Estimates of turning points between two rows of a sweep."""

from __future__ import annotations

import numpy as np
import pytest

import dilemma
from dilemma.graph.sweep import Gap
from dilemma.robustness.cruxes import crossings as crossing
from dilemma.robustness.cruxes.crossings import crossings

FIRST = np.array([0])


@pytest.mark.parametrize(
    ("size", "amount", "expected"),
    [
        ([-1.0, 3.0], 0.0, [0.25, 0.25]),
        ([3.0, -1.0], 0.0, [0.75, 0.75]),
        ([1.0, 3.0], 0.0, []),
        ([-1.0, 3.0], [1e6, 1e6], [0.25 - 2.5e-4, 0.25 + 2.5e-4]),
        ([0.0, 1.0], 0.0, [1e-9]),
    ],
)
def test_a_straight_gap_is_guessed_exactly(size: list[float], amount: object, expected: list[float]) -> None:
    """Where a gap runs straight, the guesses are where it ceases to be Equal to 0, from either side."""
    (guesses,) = crossings([Gap(np.array(size), np.array(amount))], FIRST)
    within = np.unique(np.round(expected, 7))
    assert guesses == pytest.approx(within, abs=1e-7)


def test_rows_are_guessed_each_for_itself() -> None:
    """A guess is between a row and the next, whatever the other rows hold."""
    gap = Gap(np.array([-1.0, 1.0, 1.0, -3.0]), np.float64(0.0))
    first, second, third = crossings([gap], np.array([0, 1, 2]))
    assert first == pytest.approx([0.5])
    assert not second.size
    assert third == pytest.approx([0.25])


def test_gaps_that_turn_together_are_one_guess() -> None:
    """Gaps that cross at the same point give one estimate; other estimates are kept."""
    gaps = [Gap(np.array([-share, 1.0 - share]), np.float64(0.0)) for share in (0.5, 0.5, 0.2)]
    (guesses,) = crossings(gaps, FIRST)
    assert guesses == pytest.approx([0.2, 0.5])


def test_no_gaps_no_guesses() -> None:
    """Without gaps there are no estimates."""
    assert [guesses.size for guesses in crossings([], np.array([0, 1]))] == [0, 0]


def test_many_rows_are_looked_at_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """The number of pairs processed together changes no estimate."""
    random = np.random.default_rng(0)
    gaps = [Gap(random.normal(size=40), random.normal(size=40)) for _ in range(3)]
    rows = np.arange(0, 39)
    expected = crossings(gaps, rows)
    assert any(guesses.size for guesses in expected)
    for pieces in (1, 7, 100):
        monkeypatch.setattr(crossing, "AT_ONCE", pieces)
        assert [guesses.tolist() for guesses in crossings(gaps, rows)] == [g.tolist() for g in expected]
    assert crossings(gaps, rows[:0]) == []


def test_a_turn_among_the_smallest_numbers_is_found() -> None:
    """Between numbers that have no digits left a search ends at two neighbours."""
    scenario = {
        "format": 1,
        "title": "Small",
        "question": "Which?",
        "parties": {"all": {"name": "All"}},
        "consequences": {"harm": {"name": "Harm", "party": "all", "value": -1, "count": 5e-324}},
        "options": {
            "act": {"name": "Act", "consequences": {"harm": {"chance": 0.5}}},
            "wait": {"name": "Wait", "consequences": {"harm": {"chance": 0}}},
        },
    }
    found = dilemma.cruxes(scenario)
    assert found.cruxes is not None
