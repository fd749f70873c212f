"""Where results go: standard output, as blocks, JSON, lines of JSON, CSV or Markdown."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from dilemma.cli.options import ColorMode
from dilemma.reports.words.characters import printable

if TYPE_CHECKING:
    from dilemma.reports.blocks import Block

__all__ = [
    "remark",
    "show_blocks",
    "tell_of_plugins",
    "write_csv",
    "write_data",
    "write_json",
    "write_line",
    "write_text",
]

WIDE = 1_000_000  # a pipe has no width: nothing is cut or wrapped there
NARROWEST = 20  # below this nothing reads well; lines may run on
BARS = str.maketrans("█▉▊▋▌▍▎▏░", "#####|||-")
PLAIN = str.maketrans({"●": "*", "○": "o", "✕": "x", "·": ".", "“": '"', "”": '"', "—": "-", "×": "x"}) | BARS


def write_text(text: str) -> None:
    """Write text for people to read: no character of it steers a terminal."""
    _write_shown(printable(text))


def _write_shown(text: str) -> None:
    """Write text as it is shown, colours and all; in plain signs where standard output cannot say others."""
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding
        sys.stdout.write(text.translate(PLAIN).encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def write_data(text: str) -> None:
    """Write what programs read: UTF-8, whatever standard output says; no sign in it stands for another.

    Half of a surrogate pair, which the name of a file may hold, is written as its escape.
    """
    _write_bytes(_encoded(text))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _write_bytes(data: bytes) -> None:
    """Write bytes after all text written before them; a terminal, which people read, gets printable ones."""
    if sys.stdout.isatty():
        data = printable(data.decode("utf-8")).encode("utf-8")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def remark(text: str) -> None:
    """Write a remark to standard error, if that is open and takes it, without characters that steer."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(printable(text) + "\n")


def tell_of_plugins() -> None:
    """Say which frameworks of other packages cannot be used; the rest works."""
    from dilemma.frameworks.registry import broken_plugins

    for sentence in broken_plugins():
        remark(f"dilemma: {sentence}")


def write_json(value: object) -> None:
    """Write one JSON value, its outer entries a line each."""
    _write_bytes(b"".join(_unfolded(value, depth=2)) + b"\n")


def _unfolded(value: object, depth: int) -> Iterator[bytes]:
    """Yield JSON with line breaks down to a depth (with all of them it would be half as long again)."""
    if not (depth and value and isinstance(value, dict | list)):
        yield _folded(value)
        return
    opening, closing = (b"{", b"}") if isinstance(value, dict) else (b"[", b"]")
    entries = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    before = opening
    for key, item in entries:
        yield before + b"\n"
        if key is not None:
            yield _folded(key) + b": "
        yield from _unfolded(item, depth - 1)
        before = b","
    yield b"\n" + closing


def _folded(value: object) -> bytes:
    """Return JSON on one line, by pydantic's encoder: Python's own takes three times as long.

    That one writes numbers that are not finite as if JSON had a word for them, and no half of a surrogate
    pair, which the name of a file may hold; so where there may be either, Python's encodes it or refuses.
    """
    from pydantic_core import PydanticSerializationError, to_json

    try:
        line = to_json(value)
    except PydanticSerializationError:
        return _folded_slowly(value)
    return _folded_slowly(value) if b"NaN" in line or b"Infinity" in line else line


def _folded_slowly(value: object) -> bytes:
    """Return JSON on one line; ValueError where a number is not finite."""
    import json

    return _encoded(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")))


def write_line(value: object) -> None:
    """Write one JSON value on one line, at once."""
    _write_bytes(_folded(value) + b"\n")


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, header: bool) -> None:
    """Write rows as comma-separated values, under a header where one is due.

    What a cell holds is data, written as it is but for two things: a text that a spreadsheet would read as
    a formula gets an apostrophe before it, and line ends within a text are new lines. Numbers stay numbers.
    """
    import csv
    import io

    page = io.StringIO()
    writer = csv.DictWriter(page, columns, lineterminator="\n")
    if header:
        writer.writeheader()
    writer.writerows({column: _cell(cell) for column, cell in row.items()} for row in rows)
    write_data(page.getvalue())


FORMULA = ("=", "+", "-", "@", "\t", "\n")


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.replace("\r\n", "\n").replace("\r", "\n")  # csv quotes no cell for a lone \r
    return f"'{text}" if text.startswith(FORMULA) else text


def show_blocks(blocks: Iterable[Block], color: ColorMode) -> None:
    """Draw blocks on standard output at its width, as they come, an empty line between them."""
    from dilemma.reports.terminal.screen import rendered, screen

    on = screen(_columns(), color={ColorMode.ALWAYS: True, ColorMode.NEVER: False}.get(color))
    for number, block in enumerate(blocks):
        _write_shown(("\n" if number else "") + rendered(on, block))


def _columns() -> int:
    """Return the width to draw for: the terminal's, or COLUMNS; a pipe has none."""
    from shutil import get_terminal_size

    if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit():
        return max(NARROWEST, get_terminal_size().columns)
    return WIDE
