"""What holds of every comparison with published results."""

from __future__ import annotations

from typing import Any

import pytest

from .every import STUDIES
from .study import DATA, study

NAMES = sorted(path.stem for path in DATA.glob("*.json"))


def agrees(row: dict[str, Any]) -> bool:
    """Return whether ours is theirs: the same words, or numbers within what the row allows."""
    if isinstance(row["theirs"], str):
        return bool(row["ours"] == row["theirs"])
    return bool(abs(row["ours"] - row["theirs"]) <= row["within"])


@pytest.mark.parametrize("name", STUDIES)
def test_ours_is_what_the_program_gives(name: str) -> None:
    """The file of a study states for each row what the program gives today."""
    assert {row["what"]: row["ours"] for row in study(name)["rows"]} == STUDIES[name]()


@pytest.mark.parametrize("name", NAMES)
def test_a_difference_is_explained(name: str) -> None:
    """A row says why if, and only if, ours is not theirs."""
    rows = study(name)["rows"]
    assert {row["what"]: bool(row["why"]) for row in rows} == {row["what"]: not agrees(row) for row in rows}


@pytest.mark.parametrize("name", NAMES)
def test_a_study_states_its_source(name: str) -> None:
    """A study says where the results are from, under what licence, and what is compared."""
    content = study(name)
    assert all(content[key].strip().endswith(".") for key in ("source", "licence", "about"))
