"""What stands around a file that is copied out of a conversation: prose before it, and Markdown's fence."""

from __future__ import annotations

import re
from typing import NamedTuple

from dilemma.scenario.problem import Problem, Spot
from dilemma.scenario.syntax.characters import lines_of

__all__ = ["Unframed", "without_frame"]

FENCE = re.compile(r"\s*(?:`{3}|~{3})")
COMMENT = re.compile(r"\s*(?:#|$)")
YAML_LINE = re.compile(r"\s*(?:[\w-]+\s*:|[\w -]{1,30}:\s+\S|[\"'{\[%&!?-])")
"""The start of a line that YAML may begin with: a key, if it is of several words with a value, or a sign."""
FIRST_KEY = re.compile(r"(?:format|title|view)\s*:")
"""The start of a line that a file of ours begins with."""


class Unframed(NamedTuple):
    """A text whose lines around the file are empty, and the problem that they are there."""

    text: str
    problem: Problem | None


def without_frame(text: str) -> Unframed:
    """Return a text with what stands around the file left out, its lines where they were."""
    lines = lines_of(text)
    first = next((row for row, line in enumerate(lines) if not COMMENT.match(line)), len(lines))
    if first == len(lines) or YAML_LINE.match(lines[first]):
        return Unframed(text, None)
    fence = next((row for row, line in enumerate(lines) if FENCE.match(line)), len(lines))
    begin = next((row for row, line in enumerate(lines) if FIRST_KEY.match(line)), len(lines))
    if fence < begin:
        begin = fence + 1
    if begin >= len(lines):
        return Unframed(text, None)
    end = next((row for row in range(begin, len(lines)) if FENCE.match(lines[row])), len(lines))
    if end < len(lines):
        around = "the Markdown fence around it" if first == fence else "what stands around it"
        message = f"the file is on lines {begin + 1} to {end}: leave out {around}"
    else:
        message = f"the file begins on line {begin + 1}: leave out what stands before it"
    kept = [line if begin <= row < end else "" for row, line in enumerate(lines)]
    spot = Spot(first + 1, 1, len(lines[first]) + 1)
    return Unframed("\n".join(kept), Problem((), "yaml", message, spot=spot))
