"""Words of the command line, and those of the tools that stand for them in what an assistant reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["ARGUMENTS", "in_tool_words", "tool_words"]

ARGUMENTS: Mapping[str, str] = {
    "addresses": "set",
    "credences": "credences",
    "dilemma.CATALOGUE": "the resource dilemma://theories",
    "dilemma.library()": "the tool scenarios",
    "frameworks": "theories",
    "methods": "methods",
    "one_scale": "shared_unit",
}
"""What an error of the library names, and what stands for it in a call."""

TOOLS = "check|weigh|explain|cruxes|reconcile|schema|scenarios"
FLAGS: Mapping[str, str] = {
    "--as": "perspective",
    "--credence": "credences",
    "--framework": "theories",
    "--method": "methods",
    "--set": "set",
    "--shared-unit": "shared_unit",
}

PHRASES = (
    (re.compile(r"`-s ([\w.-]+)=([^`]+)`"), r"with \1 set to \2"),
    (re.compile(r"\bdilemma weigh NAME --as ([\w-]+)"), r"weigh it with `perspective` \1"),
    (re.compile(rf"`dilemma ({TOOLS})(?: [^`]*)?`"), r"the tool `\1`"),
    (re.compile(rf"\bdilemma ({TOOLS}) --json"), r"The result of the tool \1"),
    (re.compile(r"\bdilemma (frameworks|methods) --json"), r"The list of \1"),
    (re.compile(r"`dilemma frameworks(?: [^`]*)?`"), "the resource dilemma://theories"),
    (re.compile(r"`dilemma methods(?: [^`]*)?`"), "the resource dilemma://methods"),
    *((re.compile(rf"`?{flag}(?![\w-])`?"), f"`{argument}`") for flag, argument in FLAGS.items()),
)
"""What texts that are written for both say to those who type commands, and what it is in a call."""

COMMAND = "command"
"""The key of a command to copy, which stays as it is."""


def tool_words(text: str) -> str:
    """Return a text with tools and arguments in place of commands and flags."""
    if "dilemma " not in text and "-" not in text:
        return text
    for pattern, words in PHRASES:
        text = pattern.sub(words, text)
    return text


def in_tool_words(value: Any) -> Any:
    """Return data with tools and arguments in place of commands and flags in its texts, keys excepted."""
    if isinstance(value, str):
        return tool_words(value)
    if isinstance(value, Mapping):
        return {key: item if key == COMMAND else in_tool_words(item) for key, item in value.items()}
    return [*map(in_tool_words, value)] if isinstance(value, list | tuple) else value
