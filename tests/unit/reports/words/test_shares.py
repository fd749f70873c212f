"""Shares as figures: what may happen is never rounded to never."""

from __future__ import annotations

import pytest

from dilemma.reports.words.shares import in_hundred

FIGURES = [
    (0.0, "0"),
    (1.0, "100"),
    (1e-7, "<0.1"),
    (0.00099, "<0.1"),
    (0.001, "0.1"),
    (0.0094, "0.9"),
    (0.00999, "1"),
    (0.042, "4"),
    (0.516, "52"),
    (0.99, "99"),
    (0.9912, "99.1"),
    (0.99901, ">99.9"),
    (1 - 1e-9, ">99.9"),
]


@pytest.mark.parametrize(("share", "figure"), FIGURES)
def test_figures_of_a_hundred(share: float, figure: str) -> None:
    """Only exactly none is 0 and exactly all 100; near the ends a decimal is shown."""
    assert in_hundred(share) == figure
