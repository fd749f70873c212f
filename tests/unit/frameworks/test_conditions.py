"""What theories are built from: grounds, comparisons and the order between options."""

from __future__ import annotations

import pytest

from dilemma.frameworks.shared.conditions import Comparison, most_pressing, none_of, precedes
from tests.support.standin import HiddenTruth

CLOSE = 1 - 1e-10
"""Equal to 1, and not the same float."""


def test_what_can_never_hold_is_no_ground() -> None:
    """A fact that is settled as false is left out; one that is open stays, whatever it turns out to be."""
    facts = [
        ("k", "options.a", False, 1.0),
        ("k", "options.b", True, 2.0),
        ("k", "options.c", HiddenTruth(False), 3.0),
    ]
    test, grounds = none_of("t", facts)
    assert [(ground.address, ground.amount, ground.test) for ground in grounds] == [
        ("options.b", 2.0, "t"),
        ("options.c", 3.0, "t"),
    ]
    assert test.passed is False


@pytest.mark.parametrize(
    ("comparisons", "expected"),
    [
        ([], (False, 0.0, 0.0)),
        ([(False, 9.0, 1.0)], (False, 0.0, 0.0)),
        ([(True, -3.0, 1.0), (False, 9.0, 1.0)], (True, -3.0, 1.0)),
        ([(True, 2.0, 1.0), (True, 5.0, 2.0), (True, 9.0, 8.0)], (True, 5.0, 2.0)),
        ([(True, 2.0, 1.0), (True, 6.0, 5.0), (True, 3.0, 2.0)], (True, 6.0, 5.0)),
        ([(True, 2.0, 1.0), (True, 6.0, 5.0 + 1e-10)], (True, 6.0, 5.0 + 1e-10)),
    ],
)
def test_the_most_pressing_comparison_has_the_widest_gap(
    comparisons: list[tuple[bool, float, float]], expected: tuple[bool, float, float]
) -> None:
    """Of those that count; of equal gaps the one with the greatest left side; 0 against 0 where none does."""
    assert most_pressing(Comparison(*comparison) for comparison in comparisons) == expected
    assert most_pressing(Comparison(*comparison) for comparison in reversed(comparisons)) == expected


@pytest.mark.parametrize(
    ("mine", "yours", "expected"),
    [
        ((2.0,), (1.0,), True),
        ((1.0,), (CLOSE,), False),
        ((CLOSE, 2.0), (1.0, 1.0), True),
        ((1.0, 1.0, 3.0), (1.0, 2.0, 0.0), False),
        ((1.0, 1.0, 1.0), (1.0, 1.0, 1.0), False),
    ],
)
def test_the_first_entry_that_is_not_equal_decides(
    mine: tuple[float, ...], yours: tuple[float, ...], *, expected: bool
) -> None:
    """Entry by entry, greater first; all Equal, neither stands above."""
    assert precedes(mine, yours) is expected
