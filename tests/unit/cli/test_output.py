"""How results are written."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from contextlib import redirect_stdout
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.cli.output import write_csv, write_json, write_line, write_text

TEXTS = st.text() | st.sampled_from(["NaN", "-Infinity", "\udcff", "“half” ● \u2028"])
PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
RECORDS = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=8)


@given(RECORDS)
def test_round_trip(record: object) -> None:
    """What is written reads back the same, on one line or many, whatever a name or text may hold."""
    written = [_printed(write, record) for write in (write_json, write_line)]
    assert [record, record] == [json.loads(text) for text in written]
    assert "\n" not in written[1][:-1]


def _printed(write: Callable[[Any], None], record: object, encoding: str = "ascii") -> str:
    out = io.TextIOWrapper(io.BytesIO(), encoding)
    with redirect_stdout(out):
        write(record)
    return out.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_only_numbers(number: float) -> None:
    """A number that is not finite is never written: JSON has no word for it."""
    with pytest.raises(ValueError, match="not JSON compliant"):
        write_line({"score": number})


class Terminal(io.TextIOWrapper):
    """A standard output that says it is a terminal."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), "utf-8")

    def isatty(self) -> bool:
        return True


STEERS = ("\x1b[2J", "\x9b2J", "\u202e", "\x07", "\r", "\u2028")


@pytest.mark.parametrize("steers", STEERS)
def test_no_text_steers_a_terminal(steers: str) -> None:
    """Text is shown without what would steer; data is whole in a pipe, and printable on a terminal."""
    assert _printed(write_text, f"a{steers}b\n", "utf-8") == f"a\ufffd{steers[1:]}b\n"
    row = {"file": f"a{steers}b"}

    def write(_: object) -> None:
        write_csv(["file"], [row], header=True)

    (read,) = csv.DictReader(io.StringIO(_printed(write, None), newline=""))
    assert read == {"file": row["file"].replace("\r", "\n")}
    out = Terminal()
    with redirect_stdout(out):
        write(None)
        write_line(row)
    shown = out.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]
    assert not any(char in shown for char in ("\x1b", "\x9b", "\u202e", "\x07", "\r", "\u2028"))


def test_for_excel_a_table_begins_with_a_byte_order_mark() -> None:
    """With `excel`, the first table of an output has it, and no further one; the letters stay UTF-8."""
    for header, start in ((True, "\ufeffx\n"), (False, "")):
        out = _printed(
            lambda _, head=header: write_csv(["x"], [{"x": "Žluť"}], header=head, excel=True), None
        )
        assert out == f"{start}Žluť\n"


def test_no_cell_is_a_formula() -> None:
    """A spreadsheet takes text for text; numbers stay numbers."""
    cells = ["=1+1", "+1", "-x", "@SUM(A1)", "\t=1", "\r=1", "plain", "a=b", "-1", -1.5, None]
    out = _printed(lambda _: write_csv(["x"], [{"x": cell} for cell in cells], header=False), None)
    read = [cell for (cell,) in csv.reader(io.StringIO(out, newline=""))]
    assert read == [*(f"'{cell}" for cell in cells[:5]), "'\n=1", "plain", "a=b", "-1", "-1.5", ""]
