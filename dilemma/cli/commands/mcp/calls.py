"""The answer to a call of a tool, in a process of its own that can be ended."""

from __future__ import annotations

import os
from contextlib import redirect_stderr
from io import StringIO
from threading import Event, Thread
from time import monotonic
from typing import Any, NamedTuple

from dilemma.cli.commands.mcp.tools import TOOLS, findings_record
from dilemma.cli.commands.mcp.wording import ARGUMENTS, in_tool_words, tool_words
from dilemma.cli.messages import remark, too_large
from dilemma.cli.output import json_line
from dilemma.errors import DilemmaError, InvalidScenario
from dilemma.scenario.phrases import shortened

__all__ = ["Answer", "answer", "answer_within"]


GLANCE = 1.0
"""Seconds between two looks whether the server still runs."""


class Answer(NamedTuple):
    """The answer to a call: the JSON of its result, or as an error what is wrong with the call."""

    text: str
    is_error: bool = False


def answer_within(name: str, arguments: dict[str, Any], seconds: float) -> tuple[Answer, str]:
    """Return the answer to a call, and what it wrote to standard error, in a process made for calls.

    The process ends if the server that started it does, or after so many seconds.
    """
    done = Event()
    Thread(target=_end_if_left, args=(done, seconds), daemon=True).start()
    try:
        with redirect_stderr(StringIO()) as said:
            return answer(name, arguments), said.getvalue()
    finally:
        done.set()


def _end_if_left(done: Event, seconds: float) -> None:
    """End this process once its parent has ended, or after so many seconds, unless the call is done."""
    parent, last = os.getppid(), monotonic() + seconds
    while not done.wait(GLANCE):
        if os.getppid() != parent or monotonic() > last:
            os._exit(1)


def answer(name: str, arguments: dict[str, Any]) -> Answer:
    """Return the answer to a call of a tool.

    The findings in an invalid scenario are a result: an assistant mends the file by them.
    """
    if name not in TOOLS:
        return Answer(f"there is no tool {shortened(name)!r}; there are {', '.join(TOOLS)}", is_error=True)
    try:
        return _result(TOOLS[name].of(arguments).record())
    except InvalidScenario as error:
        return _result(findings_record(error.findings[0].file, error.digest, error.findings))
    except DilemmaError as error:
        return Answer(tool_words(error.worded(ARGUMENTS)), is_error=True)
    except (MemoryError, RecursionError) as error:
        return Answer(too_large(error), is_error=True)
    except Exception as error:  # noqa: BLE001 - a bug of ours ends one call, not the server
        summary = f"{type(error).__name__}: {error}".partition("\n")[0]
        remark(f"dilemma: mcp: a bug in the tool {name}: {summary}")
        return Answer(f"this is a bug in dilemma ({summary})", is_error=True)


def _result(record: Any) -> Answer:
    """Return a record as the JSON of a result, in the words of tools."""
    return Answer(json_line(in_tool_words(record)))
