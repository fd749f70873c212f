"""Strips of cruxes: on one screen, and in full."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from dilemma import load
from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.blocks import Block, Paragraphs, Strip, Strips
from dilemma.reports.cruxes.blocks import cruxes_blocks
from dilemma.reports.cruxes.brief import brief_blocks
from dilemma.robustness.cruxes.crux import cruxes
from dilemma.robustness.cruxes.live import live_cruxes
from dilemma.scenario.views.view import view
from tests.unit.reports.media.terminal.drawing import lines
from tests.unit.robustness.small import Data, two_goods

UTILITARIAN = ("utilitarian",)
TURN = 3e-6  # what the sure good is worth, so where the risk of a good of 1 is as good


def risky(chance: object, sure: float = TURN) -> Data:
    """Return a dilemma between a sure small good and a small chance of a good of 1."""
    options = {
        "one": {"name": "The sure thing", "consequences": {"x": 1}},
        "other": {"name": "The risk", "consequences": {"y": {"chance": chance}}},
    }
    return two_goods(sure, 1, options=options)


def brief(data: Data, *theories: str) -> tuple[Block, ...]:
    """Return the report on one screen."""
    frameworks = frameworks_named(theories or UTILITARIAN)
    return tuple(brief_blocks(live_cruxes(view(load(data)), frameworks), frameworks))


def full(data: Data) -> tuple[Block, ...]:
    """Return the whole report."""
    frameworks = frameworks_named(UTILITARIAN)
    return tuple(cruxes_blocks(cruxes(view(load(data)), frameworks), frameworks))


def strips_of(blocks: Iterable[Block]) -> dict[str, Strip]:
    """Return the strips of a report by what stands for their addresses."""
    return {strip.address: strip for block in blocks if isinstance(block, Strips) for strip in block.strips}


RISK = "options.other.consequences.y.chance"


def test_a_turn_in_a_tiny_risk_is_seen() -> None:
    """The letters along a strip change at the turn, on the axis on which the best estimate is drawn."""
    strip = strips_of(full(risky([1e-7, 1e-6, 1e-4])))[RISK]
    (track,) = strip.tracks
    ((turn, before), (end, after)) = track.segments
    assert (before, after, end) == ("A", "B", 1.0)
    assert strip.ends == ("0.00001 %", "0.01 % (log)")
    assert strip.best == pytest.approx(1 / 3)
    assert turn == pytest.approx(1 / 3 + 0.159, abs=0.001)  # a third of log10(1000), and of log10(3)


def test_both_reports_mark_a_turn_at_the_same_place() -> None:
    """The ruler of one screen and the strip in full agree on where a theory turns."""
    data = risky([0.1, 0.3, 0.9], sure=0.45)
    short, whole = strips_of(brief(data))[f"-s {RISK}="], strips_of(full(data))[RISK]
    assert short.turns == pytest.approx([whole.tracks[0].segments[0][0]])
    assert (short.best, short.ends, short.plausible) == (whole.best, whole.ends, whole.plausible)
    assert [(track.label, track.text) for track in short.tracks] == [("to B", "above 45 % Utilitarian")]


def test_without_a_turn_in_any_range_the_nearest_is_shown() -> None:
    """A strip then reaches from the stated range to the turn outside and a little beyond."""
    blocks = brief(risky([0.1, 0.3, 0.4], sure=0.5))
    strip = strips_of(blocks)[f"-s {RISK}="]
    assert strip.ends == ("10 %", "54 %")
    assert strip.plausible == (0.0, pytest.approx(0.3 / 0.44))
    assert strip.turns == (pytest.approx(0.4 / 0.44),)
    texts = [text for block in blocks if isinstance(block, Paragraphs) for text in block.texts]
    assert (
        "Utilitarian would not choose otherwise if one number stood elsewhere in its stated range." in texts
    )


def test_a_file_without_ranges_says_so() -> None:
    """No theory is told to be firm within ranges that the file does not state."""
    texts = [
        text for block in brief(risky(0.3, sure=0.5)) if isinstance(block, Paragraphs) for text in block.texts
    ]
    assert texts[0].startswith("No number has a stated range here")


def test_numbers_that_turn_nothing_are_counted() -> None:
    """Of the numbers with a range it is told how many turn no theory."""
    data = risky([0.1, 0.3, 0.9], sure=0.45)
    data["parties"] = {"a": {}, "b": {"weight": [1, 2, 3]}}
    data["consequences"]["z"] = {"party": "b", "value": 1}
    for option in data["options"].values():
        option["consequences"]["z"] = 1
    texts = [text for block in brief(data) if isinstance(block, Paragraphs) for text in block.texts]
    assert texts[-1] == "1 of 2 numbers with a range (50 %) turns none within it."


def test_the_command_shown_turns_the_theory() -> None:
    """The example moves one number past its turn, with the flag for its kind."""
    drawn = lines(*brief(risky([0.1, 0.3, 0.9], sure=0.45)), width=400)
    assert any(f"-s {RISK}=90%" in line for line in drawn)


def test_a_theory_that_permits_none_forbids_every_option() -> None:
    """It is not told to have no preference, nor to turn to nothing."""
    options = {
        "one": {"consequences": {"x": {"chance": [0, 0, 0.5]}}},
        "other": {"consequences": {"y": 1}},
    }
    told = " ".join(lines(*brief(two_goods(-1, -1, options=options), "do-no-harm"), width=400))
    assert "to forbid every option: as soon as it is above 0 % Do no harm" in told


def test_a_turn_at_the_end_of_a_range_is_not_within_it() -> None:
    """Where two options are level at the end of a range, the turn lies beyond it, and is told so."""
    strip = strips_of(brief(risky([0.1, 0.3, 0.5], sure=0.5)))[f"-s {RISK}="]
    assert [(track.label, track.text) for track in strip.tracks] == [("to B", "above 50 % Utilitarian")]
