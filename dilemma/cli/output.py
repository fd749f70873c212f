"""Where results go: standard output, as blocks, JSON, lines of JSON, CSV or Markdown."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from dilemma.cli.options import ColorMode
from dilemma.reports.characters import printable

if TYPE_CHECKING:
    from dilemma.reports.blocks import Block
    from dilemma.reports.terminal.blocks import Drawn

__all__ = [
    "PATIENCE",
    "progress",
    "remark",
    "show_blocks",
    "tell_of_plugins",
    "write_csv",
    "write_data",
    "write_json",
    "write_line",
    "write_text",
]

T = TypeVar("T")

WIDE = 10_000  # a pipe has no width: nothing is cut or wrapped there
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


PATIENCE = 1.0  # seconds before it is said that something is under way


def progress(items: Iterable[T], count: int, doing: str) -> Iterator[T]:
    """Yield the items; on a terminal, past a second, say on standard error how far it has come."""
    from time import monotonic

    start, told = monotonic(), False
    for number, item in enumerate(items, start=1):
        if sys.stderr.isatty() and monotonic() - start > PATIENCE:
            sys.stderr.write(f"\r{doing}: {number} of {count} ")
            sys.stderr.flush()
            told = True
        yield item
    if told:
        sys.stderr.write("\r\033[K")


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
    """Draw blocks on standard output at its width, as they come."""
    from dilemma.reports.terminal.blocks import drawn

    paint = _painter(color)
    for line in drawn(blocks, _columns()):
        write_text(paint(line) + "\n")


def _columns() -> int:
    """Return the width to draw for: the terminal's, or COLUMNS; a pipe has none."""
    from shutil import get_terminal_size

    if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit():
        return max(NARROWEST, get_terminal_size().columns)
    return WIDE


def _painter(color: ColorMode) -> Callable[[Drawn], str]:
    """Return what turns a drawn line into text: plain, or with the colours the terminal can show."""
    forced = any(os.environ.get(name) for name in ("FORCE_COLOR", "TTY_COMPATIBLE"))
    if color is ColorMode.NEVER or (color is ColorMode.AUTO and not forced and not sys.stdout.isatty()):
        return _plain
    from dilemma.cli.colour import painter

    return painter(always=color is ColorMode.ALWAYS)


def _plain(line: Drawn) -> str:
    return "".join(piece.text for piece in line).rstrip()
