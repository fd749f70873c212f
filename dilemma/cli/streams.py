"""Standard output that takes all it is given, however little the file under it takes at a time."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

__all__ = ["whole"]


class _Waiting(io.RawIOBase):
    """A raw file that waits until it can be written, where a pipe that may not block would take nothing."""

    def __init__(self, raw: io.FileIO) -> None:
        self.raw = raw

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return self.raw.isatty()

    def fileno(self) -> int:
        return self.raw.fileno()

    def write(self, data: ReadableBuffer) -> int:
        """Write some of the bytes and return how many: as many as the file takes, at least one."""
        from select import select

        written: int | None  # the stubs know of no file that does not block
        while (written := self.raw.write(data)) is None:
            select([], [self.raw], [])
        return written


def whole(stream: TextIO) -> TextIO:
    """Return a stream to the same file that writes all it is given, or raises OSError.

    With PYTHONUNBUFFERED Python's own writes once and does not ask how much of it was taken; a stream on
    anything but a file (a console of Windows, a test's) is returned as it is.
    """
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)
    if not isinstance(raw, io.FileIO):
        return stream
    stream.flush()
    return io.TextIOWrapper(
        io.BufferedWriter(_Waiting(raw)), stream.encoding, stream.errors, line_buffering=stream.isatty()
    )
