"""A pseudo-terminal: what a command writes to it, and what then stands on its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator

from tests.unit.cli.running import HANGS, ROOT

__all__ = ["screen_of", "typed"]

ROWS = 50
PIECES = re.compile(r"\x1b\[(?P<numbers>[?\d;]*)(?P<sign>[A-Za-z])|(?P<char>.)", re.DOTALL)
MEANT = {"m", "h", "l"}
"""Codes that move nothing: colours, and the cursor shown or hidden."""


def typed(*words: str, program: str = "", width: int = 80, **environment: str) -> str:
    """Return all that a command, or a program of Python, writes to a terminal of this width."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, width, 0, 0))
    start = ["-c", program] if program else ["-m", "dilemma"]
    variables = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "TERM": "xterm"}
    child = subprocess.Popen(
        [sys.executable, *start, *words],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=ROOT,
        env=variables | environment,
    )
    os.close(theirs)
    written = b"".join(_read(ours))
    os.close(ours)
    child.wait(HANGS)
    return written.decode("utf-8")


def _read(descriptor: int) -> Iterator[bytes]:
    """Yield what is written to the other end until it is closed."""
    while True:
        try:
            data = os.read(descriptor, 1 << 16)
        except OSError:
            return
        if not data:
            return
        yield data


def screen_of(written: str, width: int = 80) -> list[str]:
    """Return the lines that stand on a screen of this width, however many, after all that was written."""
    screen, row, column = [""], 0, 0
    for piece in PIECES.finditer(written):
        sign, char, numbers = piece["sign"], piece["char"], piece["numbers"]
        if sign == "A":
            row = max(0, row - int(numbers or 1))
        elif sign == "K":
            assert numbers == "2", "of codes that erase, only that of a whole line is known here"
            screen[row] = ""
        elif sign is not None:
            assert sign in MEANT, piece[0]
        elif char == "\r":
            column = 0
        elif char == "\n":
            row += 1
        else:
            if column == width:
                row, column = row + 1, 0
            screen += [""] * (row + 1 - len(screen))
            line = screen[row].ljust(column)
            screen[row] = line[:column] + char + line[column + 1 :]
            column += 1
        screen += [""] * (row + 1 - len(screen))
    return screen
