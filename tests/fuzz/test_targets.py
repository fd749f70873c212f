"""A few thousand cases of every fuzz target; `python -m tests.fuzz` runs more."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.errors import InvalidScenario
from dilemma.frameworks.registry import theories
from dilemma.scenario import from_data, read
from tests.fuzz.targets import TARGETS
from tests.support.samples import THOROUGH

CASES = {
    "reader": 600,
    "shipped": 1000,
    "numbers": 60,
    "table": 800,
    "elsewhere": 600,
    "views": 600,
    "command": 30,
    "page": 6,
}
PARTS = 2  # tests per target, so that they can run in parallel
MORE = 20  # times as many cases in the thorough profile

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6) | st.integers(), inner),
    max_leaves=12,
)
FIELDS = ("format", "title", "question", "parties", "consequences", "options", "beliefs", "duties", "accepts")


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("target", TARGETS)
def test_every_fuzz_target_passes(target: str, part: int) -> None:
    """Any input gives a result, or an error with its position: no traceback and no endless loop."""
    number = CASES[target] * (MORE if THOROUGH else 1) // PARTS
    for seed in range(part * number, (part + 1) * number):
        try:
            TARGETS[target](Random(seed))
        except Exception as error:  # noqa: BLE001 - any exception is a failure
            pytest.fail(f"python -m tests.fuzz {target} 1 {seed}: {type(error).__name__}: {error}")


@given(st.binary(max_size=300))
def test_random_bytes_are_refused(raw: bytes) -> None:
    """Random bytes are refused as an invalid scenario."""
    with pytest.raises(InvalidScenario):
        read(raw, "given.yaml", "given", theories())


@given(st.dictionaries(st.sampled_from(FIELDS), ANYTHING))
def test_random_data_is_refused(data: dict[str, object]) -> None:
    """Random data under keys of the format is refused, with findings."""
    with pytest.raises(InvalidScenario) as refusal:
        from_data(data, "given", theories())
    assert refusal.value.findings
