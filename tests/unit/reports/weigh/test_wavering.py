"""What a theory turns to, and near ties, in a few words."""

from __future__ import annotations

import pytest

from dilemma import load, weigh
from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.weigh.wavering import lead_in_words, turning_numbers, wavering_in_words
from dilemma.robustness.cruxes.crux import Crux
from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges
from dilemma.robustness.cruxes.segments import Choice
from tests.unit.reports.weigh.small import PARTED, weighed

LETTERS = {"act": "A", "wait": "B", "third": "C"}


def crux(before: Choice, after: Choice) -> Crux:
    """Return a crux of the small dilemma with these choices on either side."""
    weighing = weigh(load(PARTED), frameworks=("utilitarian",))
    found = cruxes_in_ranges(weighing.view, frameworks_named(["utilitarian"]))
    assert found
    return found[0]._replace(before=before, after=after)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        ([(("act",), ("wait",))], "to B"),
        ([(("act",), ("wait",)), (("act",), ("third",))], "to B or C"),
        ([(("act",), ("act", "wait"))], "level with B"),
        ([(("act",), ("act", "wait")), (("act",), ("wait",))], "to B"),
        ([(("act", "wait"), ("act",))], "drops B"),
        ([(("act", "wait"), ("act", "third"))], "drops B or adds C"),
        ([(("act", "wait"), ("act", "wait", "third"))], "adds C"),
        ([(("act",), ())], "to forbid every option"),
        ([(("act",), None)], "to no answer"),
        ([], ""),
    ],
)
def test_changes_are_told_by_letters(turns: list[tuple[Choice, Choice]], told: str) -> None:
    """A new choice, an option more or fewer, a tie, nothing: each in its own words, each option once."""
    verdict = weigh(load(PARTED), frameworks=("utilitarian",)).verdicts[0]
    assert wavering_in_words(verdict, [crux(*turn) for turn in turns], LETTERS) == told


def test_a_near_tie_looks_like_one() -> None:
    """A small lead is told as a share of the spread, a clear one is not, and two options have no near tie."""
    options = PARTED["options"] | {"third": {"name": "Third", "consequences": {"lost": {"count": 900}}}}
    close = weighed(options=options).verdicts[0]
    assert close.about.id == "utilitarian"
    assert lead_in_words(close, LETTERS) == "B 0.11 % behind"
    assert lead_in_words(weighed().verdicts[0], LETTERS) == ""


def test_numbers_are_told_by_how_many_theories_they_turn() -> None:
    """What turns most theories comes first; one number is told once however often it turns."""
    weighing = weigh(load("cluster"))
    found = cruxes_in_ranges(weighing.view, frameworks_named([]))
    numbers = turning_numbers(found or ())
    counts = [len(number.theories) for number in numbers]
    assert counts == sorted(counts, reverse=True)
    assert len({number.dial.address for number in numbers}) == len(numbers)
