"""Messages on standard error: errors, warnings and remarks, coloured on a terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from contextvars import ContextVar
from itertools import pairwise
from pathlib import Path

from dilemma.reports.media.terminal.messages import Tone, colored
from dilemma.reports.words.characters import printable

__all__ = ["FLAGS", "color_asked", "remark", "set_color", "tell_written", "too_large"]

FLAGS: Mapping[str, str] = {
    "across": "--map",
    "addresses": "--set",
    "by": "--by",
    "credences": "--credence",
    "dilemma.CATALOGUE": "`dilemma frameworks`",
    "dilemma.library()": "`dilemma scenarios`",
    "format": "--format",
    "frameworks": "--framework",
    "methods": "--method",
    "of": "--of",
    "one_scale": "--shared-unit",
    "pool": "--pool",
    "up": "--map",
    "weights": "--weights",
}
"""What an error of the library names, and the flag or command that stands for it here."""

ALWAYS, NEVER = "always", "never"
DUMB = ("dumb", "unknown")

ASKED: ContextVar[str | None] = ContextVar("ASKED", default=None)
"""What --color asks for in this run."""


def color_asked(words: Sequence[str]) -> str | None:
    """Return the value of the last --color among the arguments, valid or not; None if there is none."""
    asked = None
    for word, following in pairwise((*words, "")):
        flag, sign, value = word.partition("=")
        if flag == "--color":
            asked = value if sign else following
    return asked


def set_color(words: Sequence[str]) -> None:
    """Let messages of this run be coloured as --color among the arguments asks."""
    ASKED.set(color_asked(words))


def remark(text: str, tone: Tone = "warning") -> None:
    """Write a message to standard error, control characters escaped; do nothing if it cannot be written."""
    if sys.stderr is not None:
        with suppress(OSError):
            shown = printable(text)
            sys.stderr.write((colored(shown, tone) if _is_colored() else shown) + "\n")


def tell_written(path: Path, more: str = "") -> None:
    """Write to standard error which file or folder was written, and what else there is to say of it."""
    remark(f"Wrote {path}{more}")


def too_large(error: MemoryError | RecursionError) -> str:
    """Return a sentence on what is too large to be computed, and what to reduce."""
    lacks = "memory is not enough" if isinstance(error, MemoryError) else "it nests too deeply"
    return (
        f"this is too large to compute ({lacks}): name fewer theories, or reduce the options, parties, "
        "states and ranges of the file"
    )


def _is_colored() -> bool:
    """Return whether messages are coloured: as --color asks, else as the environment and the terminal do."""
    asked = ASKED.get()
    if asked in (ALWAYS, NEVER):
        return asked == ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stderr.isatty() and os.environ.get("TERM", "").lower() not in DUMB
