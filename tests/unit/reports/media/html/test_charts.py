"""Charts of the page."""

from __future__ import annotations

import re

from dilemma.reports.blocks import Strip, Strips, Track
from dilemma.reports.media.html.charts import WIDE, strips


def drawn(*tracks: Track, turns: tuple[float, ...] = ()) -> str:
    """Return the chart of a strip with its best estimate in the middle."""
    strip = Strip("What", "aside", "where", ("1 %", "9 % (log)"), 0.5, (0.0, 1.0), tracks, turns)
    return str(strips(Strips("Title", (strip,), "legend")))


def test_stretches_stand_where_the_signs_of_a_strip_do() -> None:
    """A segment's end is a share of the axis, and the one with the best estimate has a tone of its own."""
    chart = drawn(Track("Theory", "Theory", ((0.25, "A"), (1.0, "B")), "turns"))
    found = re.findall(r'<rect x="([\d.]+)" width="[\d.]+" height="\d+" class="(\w+)"', chart)
    assert found == [("0.0", "other"), (f"{WIDE / 4:.1f}", "now")]
    assert "9 % (log)" in chart


def test_turns_are_marked_on_the_axis() -> None:
    """Where only turns are given, each is a line across the chart at its place, with its words beside."""
    chart = drawn(Track("to B", "to B", (), "above 7 Theory"), turns=(0.75,))
    assert f"M{0.75 * WIDE:.1f} 0V" in chart
    assert "<rect" not in chart
    assert "above 7 Theory" in chart


def test_turns_of_all_theories_are_on_one_axis() -> None:
    """Changes without segments share one chart, so that no turn stands beside words it does not concern."""
    chart = drawn(
        Track("to A", "to A", (), "below 3 Theory"),
        Track("to B", "to B", (), "above 7 Other"),
        turns=(0.2, 0.75),
    )
    assert chart.count("<svg") == 1
    assert chart.count("<dt>") == 2
