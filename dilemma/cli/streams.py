"""A text stream that writes everything, even if the file below accepts only a part at a time."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

__all__ = ["write_fully"]


class _BlockingFile(io.RawIOBase):
    """A raw file that waits until it is writable, even on a non-blocking pipe."""

    def __init__(self, raw: io.FileIO) -> None:
        self.raw = raw

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self.raw.isatty()

    def fileno(self) -> int:
        return self.raw.fileno()

    def write(self, data: ReadableBuffer) -> int:
        """Write as many bytes as the file accepts, at least one; return how many."""
        from select import select

        written: int | None  # None on a non-blocking file, which the stubs leave out
        while (written := self.raw.write(data)) is None:
            select([], [self.raw], [])
        return written


def write_fully(stream: TextIO) -> TextIO:
    """Return a stream to the same file that writes all of each text, or raises OSError.

    With PYTHONUNBUFFERED, Python's own stream calls `write` once and ignores how much was written. A stream
    that is not on a file (the Windows console, a stream of a test) is returned unchanged.
    """
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)
    if not isinstance(raw, io.FileIO):
        return stream
    stream.flush()
    return io.TextIOWrapper(
        io.BufferedWriter(_BlockingFile(raw)), stream.encoding, stream.errors, line_buffering=stream.isatty()
    )
