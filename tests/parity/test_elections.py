"""Two elections: the winners, and the counts of pairs that are published."""

from __future__ import annotations

import pytest

from .elections import NAME, lead, ours, there
from .study import study

needs_ballots = pytest.mark.skipif(not there(), reason="the ballots are not in tests/data/tables")


@needs_ballots
def test_ours_is_what_the_program_gives() -> None:
    """The file of the study states who wins today by each of our methods."""
    assert {row["what"]: row["ours"] for row in study(NAME)["rows"]} == ours()


@needs_ballots
@pytest.mark.parametrize(
    ("first", "for_first", "second", "for_second"),
    [
        ("Andy Montroll", 4067, "Bob Kiss", 3477),
        ("Andy Montroll", 4597, "Kurt Wright", 3668),
        ("Bob Kiss", 4314, "Kurt Wright", 4064),
        ("Andy Montroll", 4573, "Dan Smith", 2998),
    ],
)
def test_pairs_are_counted_as_published(first: str, for_first: int, second: str, for_second: int) -> None:
    """One candidate leads another by as many ballots as Electowiki states for Burlington 2009."""
    assert lead("Burlington 2009", first, second) == for_first - for_second
