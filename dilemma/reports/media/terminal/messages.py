"""Colours of messages, as escape codes: the severity, the place, and the caret under it.

It does without the package `rich`, which a message alone should not import.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

__all__ = ["Tone", "colored", "is_finding"]

Tone: TypeAlias = Literal["error", "warning"]

RESET, BOLD, BLUE = "\x1b[0m", "\x1b[1m", "\x1b[1;34m"
COLORS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;36m"}

PROGRAM = "dilemma:"

PLACE = re.compile(r"(?P<place>\S.*?:\d+:\d+:) (?P<severity>error|warning|note)(?=: )")
"""The start of a finding: file, line, column and severity."""
SOURCE = re.compile(r" +\d+ \| ")
CARETS = re.compile(r"(?P<bar> +\| )(?P<blanks>\s*)(?P<carets>\^+)$")
HELP = re.compile(r" +(?P<help>= help:)")


def is_finding(text: str) -> bool:
    """Return whether a text starts with the place and the severity of a finding."""
    return PLACE.match(text) is not None


def colored(text: str, tone: Tone = "error") -> str:
    """Return a message with colours: the name of the program, or the place, the severity and the caret."""
    return "\n".join(_colored_lines(text, tone))


def _colored_lines(text: str, tone: Tone) -> Iterator[str]:
    """Yield the lines of a message with colours; what stands below a finding has those of its severity."""
    color = COLORS[tone]
    for line in text.split("\n"):
        if found := PLACE.match(line):
            color = COLORS[found["severity"]]
            yield f"{BOLD}{found['place']}{RESET} {color}{found['severity']}{RESET}{line[found.end() :]}"
        elif line.startswith(PROGRAM):
            yield f"{color}{PROGRAM}{RESET}{line.removeprefix(PROGRAM)}"
        else:
            yield _colored_below(line, color)


def _colored_below(line: str, color: str) -> str:
    """Return a line below the first of a finding with colours."""
    if found := CARETS.fullmatch(line):
        return f"{BLUE}{found['bar']}{RESET}{found['blanks']}{color}{found['carets']}{RESET}"
    if found := SOURCE.match(line):
        return f"{BLUE}{found[0]}{RESET}{line[found.end() :]}"
    if found := HELP.match(line):
        return line.replace(found["help"], f"{BLUE}{found['help']}{RESET}", 1)
    return line
