"""Decoding of a file's bytes: size limit and encoding."""

from __future__ import annotations

import codecs

from dilemma.scenario.problem import Problem, Spot
from dilemma.scenario.syntax.archives import other_document

__all__ = ["MIB", "MOST_BYTES", "ZIPPED", "decoded"]

MIB = 1024 * 1024
MOST_BYTES = MIB

ZIPPED = (b"PK\x03\x04", b"PK\x05\x06")
"""The first bytes of a workbook, and of any other file that is a zip archive; the second of an empty one."""

UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(raw: bytes, most: int = MOST_BYTES) -> str | Problem:
    """Return a file's text without its byte-order mark, or the problem if it cannot be read."""
    if len(raw) > most:
        return Problem((), "size", f"the file is over {most // MIB} MiB", spot=Spot(1, 1, 2))
    if other := other_document(raw):
        return Problem((), "workbook", other, spot=Spot(1, 1, 2))
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        what = "this is UTF-16" if raw.startswith(UTF_16_MARKS) else "this byte is not UTF-8"
        if raw.startswith(ZIPPED):
            return Problem((), "encoding", "this is a workbook or an archive, not text", spot=Spot(1, 1, 2))
        return Problem((), "encoding", f"{what}; save the file as UTF-8", spot=Spot(line, column, column + 1))
