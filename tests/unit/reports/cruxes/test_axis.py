"""The axis of a strip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.reports.cruxes.axis import APART, Axis, axis_of
from dilemma.robustness.dials.dial import Dial
from dilemma.robustness.dials.inventory import Kind
from dilemma.scenario.numbers import Range

RISK = 1e-6


def dial(number: float | Range, low: float = 0.0, high: float = 1.0, kind: Kind = "chance") -> Dial:
    """Return a dial with this number and domain."""
    return Dial(kind, "somewhere", number, low, high, stated=True)


def between(low: float, best: float, high: float, scale: str = "linear") -> Range:
    """Return a range of a file."""
    return Range(low=low, best=best, high=high, scale=scale)


def columns(axis: Axis, one: Dial, turn: float) -> tuple[float, float, float]:
    """Return the positions of the best estimate and the turn, and the distance between them."""
    best, at = axis.position(one.best), axis.position(turn)
    return best, at, abs(best - at)


@pytest.mark.parametrize(
    "number",
    [between(1e-7, RISK, 1e-2), between(0, RISK, 1e-2), between(1e-7, RISK, 1e-4, "log"), RISK],
)
def test_a_tiny_risk_shows_both_sides_of_its_turn(number: float | Range) -> None:
    """One in a million and a turn at three in a million are seen apart, with room beyond."""
    one = dial(number)
    axis = axis_of(one, [3e-6])
    best, turn, apart = columns(axis, one, 3e-6)
    assert axis.log
    assert apart >= APART
    assert 0 < best < turn < 1


def test_the_axis_is_the_stated_range_where_a_turn_lies_inside() -> None:
    """The domain beyond the range is not drawn, and even steps suffice where they show the turn."""
    assert axis_of(dial(between(0.6, 0.8, 0.9)), [0.77, 0.2]) == Axis(0.6, 0.9)


def test_a_turn_beyond_the_range_does_not_bend_the_axis() -> None:
    """Where turns inside the range are seen apart, others far outside make nothing logarithmic."""
    assert axis_of(dial(between(0.1, 0.11, 0.9)), [0.5, 0.01, 0.99]) == Axis(0.1, 0.9)


def test_a_turn_outside_extends_the_axis_to_the_nearest_with_room_beyond() -> None:
    """Both sides of the nearest turn are shown, also where it lies at an end of the range."""
    one = dial(between(0.2, 0.3, 0.4))
    for turns, ends in (([0.5, 0.9], (0.2, 0.53)), ([0.4], (0.2, 0.42)), ([0.1, 0.9], (0.07, 0.4))):
        axis = axis_of(one, turns)
        assert (axis.low, axis.high) == pytest.approx(ends)


def test_no_axis_leaves_the_domain() -> None:
    """Beyond a turn at the end of what a number can be, there is nothing to show."""
    axis = axis_of(dial(between(0.6, 0.8, 0.9)), [1.0])
    assert (axis.low, axis.high) == (0.6, 1.0)


def test_a_number_without_a_range_is_drawn_over_its_domain() -> None:
    """What the file gives no range for is drawn over all it may be."""
    assert axis_of(dial(0.5), [0.8]) == Axis(0.0, 1.0)


def test_a_scale_that_the_file_states_is_kept() -> None:
    """A range drawn on a logarithmic scale, and an exchange, stand on a logarithmic axis."""
    assert axis_of(dial(between(1, 3, 10, "log"), 0, 30, "quantity"), [5]).log
    assert axis_of(dial(1.0, 0.01, 100, "exchange"), [5]).log


def test_negative_numbers_keep_their_order() -> None:
    """On a logarithmic axis of harms the worst is at the left, like on an even one."""
    one = dial(between(-1000, -1, -0.1), -10_000, 0, "value")
    axis = axis_of(one, [-3])
    best, turn, apart = columns(axis, one, -3)
    assert axis.log
    assert turn < best
    assert apart >= APART


def test_no_logarithmic_axis_passes_0() -> None:
    """A number that may have either sign stands on an even axis, however near its turn."""
    assert not axis_of(dial(between(-1, 1e-6, 1), -1, 1, "degree"), [3e-6]).log


@given(
    st.floats(1e-9, 1), st.floats(0.01, 0.99), st.floats(1.01, 1e6), st.lists(st.floats(1e-9, 1), max_size=4)
)
def test_positions_rise_with_values(best: float, down: float, up: float, turns: list[float]) -> None:
    """On any axis a greater value never stands further left, and no position leaves 0 to 1."""
    one = dial(between(best * down, best, min(1.0, best * up)), 0, 1)
    axis = axis_of(one, turns)
    places = [axis.position(value) for value in sorted([one.low, one.best, one.high, *turns])]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
