"""Spreads on a terminal."""

from __future__ import annotations

import pytest

from dilemma.reports.blocks import Spread, Spreads
from tests.unit.reports.media.terminal.drawing import lines

WIDTH = 19  # columns: a ruler of ten


def drawn(**said: object) -> list[str]:
    """Return the lines of one spread at a small width."""
    plain = {
        "title": "What",
        "aside": "",
        "address": "a",
        "ends": ("0", "1"),
        "values": (),
        "quartiles": (0.0, 0.5, 1.0),
        "best": 0.5,
        "plausible": None,
        "turns": (),
        "words": "",
    }
    return lines(Spreads("", (Spread(**{**plain, **said}),), "key"), width=WIDTH)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((), ""),
        ((0.0,), "█"),
        ((0.0, 1.0), "█        █"),
        ((0.0, 0.0, 0.0, 0.0, 0.55), "█    ▂"),
        ((0.25,) * 80 + (0.65,), "  █   ▁"),
    ],
)
def test_every_value_is_seen(values: tuple[float, ...], expected: str) -> None:
    """The histogram is as high as its most frequent column, and a single value is never hidden."""
    picture = drawn(values=values)[1]
    assert picture.strip() == expected.strip()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, "0  ─────●────  1"),
        ({"plausible": (0.2, 0.8)}, "0  ──[━━●━━]─  1"),
        ({"plausible": (0.5, 0.8)}, "0  ────[●━━]─  1"),
        ({"turns": (0.1, 0.1, 0.95)}, "0  ─2───●───1  1"),
        ({"turns": (0.1,) * 12}, "0  ─+───●────  1"),
        ({"turns": (0.5,)}, "0  ─────●────  1"),
    ],
)
def test_the_ruler_has_the_files_number_and_turns(said: dict, expected: str) -> None:
    """The ruler shows the file's range and number, and how many theories turn in each column."""
    assert drawn(**said)[2].strip() == expected
