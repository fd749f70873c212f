"""Some thousands of hostile cases at every door, each time the tests run; `python -m tests.fuzz` for more."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.errors import InvalidScenario
from dilemma.frameworks.registry import theories
from dilemma.scenario import from_data, read
from tests.fuzz.doors import DOORS
from tests.support.samples import THOROUGH

CASES = {"reader": 1000, "table": 1000, "command": 30, "page": 6}
PARTS = 2  # so that they may run side by side
MORE = 20  # times as many, where asked to be thorough

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6) | st.integers(), inner),
    max_leaves=12,
)
FIELDS = ("format", "title", "question", "parties", "consequences", "options", "beliefs", "duties", "accepts")


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("door", DOORS)
def test_every_door_holds(door: str, part: int) -> None:
    """Whatever comes in is answered, or refused in a placed sentence: no traceback and no hang."""
    number = CASES[door] * (MORE if THOROUGH else 1) // PARTS
    for seed in range(part * number, (part + 1) * number):
        try:
            DOORS[door](Random(seed))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            pytest.fail(f"python -m tests.fuzz {door} 1 {seed}: {type(error).__name__}: {error}")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """Bytes that nobody meant as a file are refused as files are."""
    with pytest.raises(InvalidScenario):
        read(raw, "given.yaml", "given", theories())


@given(st.dictionaries(st.sampled_from(FIELDS), ANYTHING))
def test_any_data_is_taken_or_refused(data: dict[str, object]) -> None:
    """Plain data of any shape, under the format's own names, is refused with findings."""
    with pytest.raises(InvalidScenario) as refusal:
        from_data(data, "given", theories())
    assert refusal.value.findings
