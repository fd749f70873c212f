"""Writing of results to standard output and of messages to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from dilemma.cli.messages import remark
from dilemma.cli.options import ColorMode
from dilemma.errors import BadSetting
from dilemma.reports.words.characters import printable

if TYPE_CHECKING:
    from dilemma.reports.blocks import Block

__all__ = [
    "csv_text",
    "json_line",
    "remark",
    "show_blocks",
    "warn_of_broken_plugins",
    "write_binary",
    "write_blocks",
    "write_csv",
    "write_data",
    "write_json",
    "write_line",
    "write_text",
]

WIDE = 1_000_000  # columns for a pipe: nothing is cut or wrapped
BYTE_ORDER_MARK = "\ufeff"
NARROWEST = 20  # columns; on a narrower terminal lines overflow
BARS = str.maketrans("█▉▊▋▌▍▎▏░", "#####|||-")
RULERS = str.maketrans("━─", "=-")
PLAIN = (
    str.maketrans({"●": "*", "◐": "+", "○": "o", "✕": "x", "·": ".", "“": '"', "”": '"', "—": "-", "×": "x"})
    | str.maketrans({"≠": "#", "–": "-", "…": "~", "▓": "=", "▒": "-"})
    | BARS
    | RULERS
)


def write_text(text: str) -> None:
    """Write text for people; control characters are escaped."""
    _write_rendered(printable(text))


def _write_rendered(text: str) -> None:
    """Write rendered text, colours included; replace signs that the encoding of standard output lacks."""
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding
        sys.stdout.write(text.translate(PLAIN).encode(encoding, "replace").decode(encoding))
    sys.stdout.flush()


def write_data(text: str) -> None:
    """Write data for programs: always UTF-8, with no sign replaced.

    A lone surrogate, which a file name may hold, is written as an escape.
    """
    _write_bytes(_encoded(text))


def write_binary(data: bytes, form: str) -> None:
    """Write a file that is no text; raise BadSetting if it would go to a terminal."""
    if sys.stdout.isatty():
        raise BadSetting(f"{form} is not written to a terminal: name a file")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")


def _write_bytes(data: bytes) -> None:
    """Write UTF-8 bytes to standard output, after any text that is still buffered.

    On a terminal control characters are escaped.
    """
    if sys.stdout.isatty():
        data = printable(data.decode("utf-8")).encode("utf-8")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def warn_of_broken_plugins() -> None:
    """Write a message for each framework of another package that cannot be used."""
    from dilemma.frameworks.registry import broken_plugins

    for sentence in broken_plugins():
        remark(f"dilemma: {sentence}")


def write_json(value: object) -> None:
    """Write one JSON value; the entries of its two outer levels have a line each."""
    _write_bytes(b"".join(_unfolded(value, depth=2)) + b"\n")


def _unfolded(value: object, depth: int) -> Iterator[bytes]:
    """Yield JSON with line breaks in the outer `depth` levels; in all it would be half as long again."""
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
    """Return JSON on one line, by pydantic's encoder: Python's takes three times as long.

    Pydantic's encoder writes NaN and Infinity, which are not JSON, and fails on a lone surrogate, which a
    file name may hold. Where either may occur, Python's encoder is used.

    Raises ValueError if a number is not finite.
    """
    from pydantic_core import PydanticSerializationError, to_json

    try:
        line = to_json(value)
    except PydanticSerializationError:
        return _folded_slowly(value)
    return _folded_slowly(value) if b"NaN" in line or b"Infinity" in line else line


def _folded_slowly(value: object) -> bytes:
    """Return JSON on one line, by Python's encoder; raise ValueError if a number is not finite."""
    import json

    return _encoded(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")))


def json_line(value: object) -> str:
    """Return one JSON value on one line; raise ValueError if a number is not finite."""
    return _folded(value).decode("utf-8")


def write_line(value: object) -> None:
    """Write one JSON value on one line, and flush it."""
    _write_bytes(_folded(value) + b"\n")


def write_csv(
    columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, header: bool, excel: bool = False
) -> None:
    """Write rows as comma-separated values: the text of `csv_text`."""
    write_data(csv_text(columns, rows, header=header, excel=excel))


def csv_text(
    columns: Sequence[str], rows: Iterable[Mapping[str, Any]], *, header: bool, excel: bool = False
) -> str:
    """Return rows as comma-separated values, with a header line if `header` is set.

    With `excel`, a byte-order mark before the header says to Excel that the letters are UTF-8.

    Cells are written unchanged, with two exceptions: a text that a spreadsheet would read as a formula gets
    an apostrophe before it (`safe_cell`), and each line end in a text becomes a newline.
    """
    import csv
    import io

    page = io.StringIO()
    writer = csv.DictWriter(page, columns, lineterminator="\n")
    if header:
        writer.writerow({column: _cell(column) for column in columns})
    writer.writerows({column: _cell(cell) for column, cell in row.items()} for row in rows)
    return (BYTE_ORDER_MARK if excel and header else "") + page.getvalue()


def _cell(value: object) -> object:
    from dilemma.scenario.syntax.safe_cells import safe_cell

    if not isinstance(value, str):
        return value
    return safe_cell(value.replace("\r\n", "\n").replace("\r", "\n"))  # csv does not quote for a lone \r


def write_blocks(blocks: Iterable[Block], form: str, color: ColorMode, *, pager: bool = False) -> None:
    """Write blocks as Markdown if `form` is "md"; else show them, as `show_blocks` does."""
    if form != "md":
        show_blocks(blocks, color, pager=pager)
        return
    from dilemma.reports.media.markdown import markdown

    write_text(markdown(blocks))


def show_blocks(blocks: Iterable[Block], color: ColorMode, *, pager: bool = False) -> None:
    """Render each block and write it to standard output at once, with an empty line between blocks.

    With `pager`, on a terminal, all blocks are shown through the user's pager instead.
    """
    from dilemma.reports.media.terminal.screen import rendered, screen

    on = screen(_columns(), color={ColorMode.ALWAYS: True, ColorMode.NEVER: False}.get(color))
    texts = (("\n" if number else "") + rendered(on, block) for number, block in enumerate(blocks))
    if pager and sys.stdout.isatty():
        from dilemma.cli.pager import page

        whole = "".join(texts)
        if not page(whole):
            _write_rendered(whole)
        return
    for text in texts:
        _write_rendered(text)


def _columns() -> int:
    """Return the width for rendering, in columns: that of the terminal, or COLUMNS, or WIDE for a pipe."""
    from shutil import get_terminal_size

    if sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit():
        return max(NARROWEST, get_terminal_size().columns)
    return WIDE
