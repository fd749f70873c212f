"""Strips on a terminal."""

from __future__ import annotations

import pytest

from dilemma.reports.blocks import Strip, Strips, Track
from tests.unit.reports.media.terminal.drawing import lines

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


@pytest.mark.parametrize(
    ("turns", "best", "expected"),
    [
        ((0.1, 0.3, 0.3, 0.9), 0.5, "0 [1━2━━●━━━1] 1"),
        ((0.0, 1.0), 0.5, "0 [1━━━━━●━━━━1] 1"),
        ((0.5 - 1e-9, 0.5 + 1e-9), 0.5, "0 [━━━━1●1━━━] 1"),
        ((0.75,) * 12, 0.0, "0 [●━━━━━━━━+━] 1"),
    ],
)
def test_turns_are_counted_where_they_lie(turns: tuple[float, ...], best: float, expected: str) -> None:
    """A digit says how many theories turn in a column; it hides no bracket and not the best estimate."""
    words = (Track("to B", "to B", (), "above 1 Theory"), Track("not B", "not B", (), "below 0 Other"))
    strip = Strip("What", "file 0", "-s where=", ("0", "1"), best, (0.0, 1.0), words, turns)
    drawn = lines(Strips("", (strip,), "all"), width=21)
    (ruler,) = [line.strip() for line in drawn if "●" in line]
    assert ruler.replace("  ", " ") == expected
    text = " ".join(" ".join(drawn).split())
    assert "to B: above 1 Theory; not B: below 0 Other" in text
    assert "file 0 -s where=" in text
