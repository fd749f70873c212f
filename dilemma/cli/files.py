"""A file written whole or not at all: beside its place first, then renamed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["written_beside"]


@contextmanager
def written_beside(path: Path, text: str) -> Iterator[Path]:
    """Give a file beside `path` that holds the text, to be renamed; where it is not, it is removed.

    Raises OSError where it cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        yield beside
    finally:
        beside.unlink(missing_ok=True)
