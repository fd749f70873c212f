"""Strips on a terminal."""

from __future__ import annotations

import pytest

from dilemma.reports.blocks import Strip, Strips, Track
from tests.unit.reports.terminal.drawing import lines

NARROW = 30  # columns: a strip has its smallest width


@pytest.mark.parametrize(
    ("plausible", "best", "expected"),
    [
        ((0.25, 0.75), 0.5, "───[━━●━━]──"),
        ((0.25, 0.75), 0.25, "──[●━━━━━]──"),
        ((0.25, 0.75), 0.75, "───[━━━━━●]─"),
        ((0.0, 0.25), 0.0, "[●━━]────────"),
        ((0.5, 1.0), 1.0, "──────[━━━━●]"),
        ((0.5, 0.5), 0.5, "─────[●]────"),
    ],
)
def test_the_best_estimate_hides_no_bracket(
    plausible: tuple[float, float], best: float, expected: str
) -> None:
    """If the best estimate is an end of the stated range, that end's bracket is next to it."""
    track = Track("Theory", "Theory", ((1.0, "A"),), "")
    strip = Strip("What", "", "where", ("0", "1"), best, plausible, (track,))
    (ruler,) = [line.strip() for line in lines(Strips("", (strip,), "all"), width=NARROW) if "●" in line]
    assert expected == ruler
