"""The quick reading of clean files: never anything else than what the walk reads."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.scenario import find, shipped
from dilemma.scenario.syntax.clean import clean_data
from dilemma.scenario.syntax.reader import walked
from tests.scenario.small import SMALL

SCRAPS = (
    *"""&*!|>%@-?:,[]{}#'"~<0159. a\n\t""",
    "<<: ",
    ": ",
    "- ",
    "---\n",
    "...\n",
    '"\\u202e"',
    "null",
    "1e16",
)


@pytest.mark.parametrize("name", shipped())
def test_shipped_files_are_clean(name: str) -> None:
    """What ships is read quickly, as the walk would read it."""
    text = find(name)[0].raw().decode()
    assert clean_data(text) == walked(text).root is not None


@given(
    st.lists(st.tuples(st.integers(0, len(SMALL)), st.integers(0, 3), st.sampled_from(SCRAPS)), max_size=3)
)
def test_files_with_anything_to_refuse_are_not_clean(edits: list[tuple[int, int, str]]) -> None:
    """A changed file is walked, or the walk would have read the same and refused nothing."""
    text = SMALL
    for start, length, scrap in edits:
        text = text[:start] + scrap + text[start + length :]
    data = clean_data(text)
    if data is not None:
        walk = walked(text)
        assert (data, [], set(), False) == (walk.root, walk.problems, walk.spoiled, walk.broken)
