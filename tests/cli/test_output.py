"""How JSON is written."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from contextlib import redirect_stdout

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
    written = [_printed(write, record) for write in (write_json, write_line)]
    assert [record, record] == [json.loads(text) for text in written]
    assert "\n" not in written[1][:-1]


def _printed(write: Callable[[object], None], record: object) -> str:
    out = io.TextIOWrapper(io.BytesIO(), "ascii")
    with redirect_stdout(out):
        write(record)
    return out.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_only_numbers(number: float) -> None:
    """A number that is not finite is never written: JSON has no word for it."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_line({"score": number})
