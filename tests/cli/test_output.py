"""How JSON is written."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.cli.output import write_json, write_line

TEXTS = st.text() | st.sampled_from(["NaN", "-Infinity", "\udcff", "“half” ● \u2028"])
PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
RECORDS = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=8)


@given(RECORDS)
def test_round_trip(record: object) -> None:
    """What is written reads back the same, on one line or many, whatever a name or text may hold."""
    with pytest.MonkeyPatch.context() as patch:
        written: list[str] = []
        patch.setattr("dilemma.cli.output.write_text", written.append)
        write_json(record)
        write_line(record)
    assert [record, record] == [json.loads(text) for text in written]
    assert "\n" not in written[1][:-1]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_only_numbers(number: float) -> None:
    """A number that is not finite is never written: JSON has no word for it."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_line({"score": number})
