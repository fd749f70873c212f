"""Turns of a choice in words."""

from __future__ import annotations

from typing import Literal

import pytest

from dilemma import load
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Gives
from dilemma.reports.words.names import Names
from dilemma.reports.words.turns import changed_choice, range_in_words, value_in_words, where
from dilemma.robustness.cruxes.crux import Crux
from dilemma.robustness.dials.dial import Dial
from dilemma.scenario.numbers import Range
from tests.unit.robustness.small import two_goods

ABOUT = CATALOGUE[0].about


@pytest.mark.parametrize(
    ("kind", "best", "domain", "at", "direction", "expected"),
    [
        ("chance", 0.3, (0.0, 1.0), 0.77, "above", "above 77 %"),
        ("chance", 0.3, (0.0, 1.0), 1 - 1e-10, "above", "only at 100 %"),
        ("chance", 0.01, (0.0, 1.0), 1e-12, "below", "only at 0 %"),
        ("chance", 0.0, (0.0, 1.0), 1e-12, "above", "as soon as it is above 0 %"),
        ("chance", 0.05, (0.0, 1.0), 0.05 + 1e-9, "above", "as soon as it is above 5 %"),
        ("value", -1.0, (-10.0, 0.0), -1e-9, "above", "only at 0"),
        ("degree", -0.25, (-1.0, 1.0), -1.2e-13, "above", "at 0 or above"),
        ("degree", 1.0, (-1.0, 1.0), -1.2e-13, "below", "below 0"),
        ("value", -5e-7, (-5e-6, 0.0), -8.9e-7, "below", "below -0.00000089"),
        ("count", 2e-8, (0.0, 10.0), 1e-8, "below", "below 0.00000001"),
    ],
)
def test_a_turn_within_the_tolerance_is_told_by_the_value_it_is_at(
    kind: str,
    best: float,
    domain: tuple[float, float],
    at: float,
    direction: Literal["above", "below"],
    expected: str,
) -> None:
    """A turn within a millionth of the domain of an end, 0 or the best estimate is reported at it."""
    dial = Dial(kind, "x", best, *domain, True)
    assert expected == where(Crux(dial, ABOUT, ("a",), ("b",), at, direction, inside=False, nearest=True))


@pytest.mark.parametrize("before", [("one",), None])
def test_a_theory_that_permits_none_forbids_every_option(before: tuple[str, ...] | None) -> None:
    """A theory that comes to permit nothing is told to forbid, not to have no preference."""
    names = Names(load(two_goods(1, 1)).scenario)
    assert changed_choice(before, (), Gives.TIERS, names) == "it forbids every option"


@pytest.mark.parametrize(
    ("kind", "number", "said"),
    [
        (
            "quantity",
            Range(1e6, 12.5e6, 2.25e7),
            "the file says 12.5 million; plausible 1 million to 22.5 million",
        ),
        ("quantity", 12.5, "the file says 12.5"),
        ("chance", Range(0.01, 0.0235, 0.125), "the file says 2.35 %; plausible 1 % to 12.5 %"),
    ],
)
def test_what_the_file_says_has_its_digits(
    kind: Literal["quantity", "chance"], number: float | Range, said: str
) -> None:
    """The best estimate and the range have the digits of the file; so has the best estimate elsewhere."""
    dial = Dial(kind, "x", number, 0.0, 1e15, True)
    assert range_in_words(dial) == said
    assert value_in_words(dial, dial.best) in said


def test_a_large_turn_is_told_apart_from_the_best_estimate() -> None:
    """In millions too, a value has the digits that tell it from the best estimate."""
    dial = Dial("quantity", "x", 12.5e6, 0.0, 1e15, True)
    assert value_in_words(dial, 12.6e6) == "12.6 million"
    assert value_in_words(dial, 12.51e6) == "12.51 million"
