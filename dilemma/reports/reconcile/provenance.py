"""Where what is reconciled comes from, what was asked, and the command that asks it again."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from dilemma.reconciliation.input.printed import Weighed
from dilemma.reconciliation.input.table import Table
from dilemma.reconciliation.request import Request
from dilemma.reconciliation.subject import Source
from dilemma.reports.blocks import Line
from dilemma.reports.words.changes import settings_changed
from dilemma.reports.words.commands import as_argument, command
from dilemma.reports.words.figures import date_in_words

__all__ = ["asked_lines", "command_of", "heading"]


def heading(source: Source) -> tuple[str, str, str]:
    """Return a title, a question, and a date where there is one."""
    match source:
        case Table():
            return source.title or source.id, "What to do, if these theories may each be right?", ""
        case Weighed():
            return source.title, source.question, ""
    scenario = source.view.scenario
    return scenario.title, scenario.question, date_in_words(scenario.as_of)


def command_of(source: Source, asked: Request) -> str:
    """Return the command that gives this reconciliation again."""
    words = []
    if asked.frameworks:
        words += ["-f", ",".join(asked.frameworks)]
    for theory, credence in asked.stated.items():
        words += ["-c", f"{theory}={credence}"]
    words += ["--even"] if asked.even else []
    for method in asked.methods:
        words += ["--method", method]
    words += [] if asked.veto is None else ["--veto", str(asked.veto)]
    words += ["--shared-unit"] if asked.one_scale else []
    if isinstance(source, (Table, Weighed)):
        return shlex.join([*without_flags(source), *words])
    return command(source.view, "reconcile", also=words)


def without_flags(source: Source) -> list[str]:
    """Return the words of the command that reconciles the source with nothing else asked for."""
    label = source.label if isinstance(source, (Table, Weighed)) else source.view.document.label
    return ["dilemma", "reconcile", as_argument(label)]


def asked_lines(source: Source, asked: Request) -> Iterator[Line]:
    """Yield what the view changes, and the command where anything was asked for."""
    told = command_of(source, asked)
    if not isinstance(source, (Table, Weighed)):
        yield from settings_changed(source.view)
    if told != shlex.join(without_flags(source)):
        yield Line("Command", told)
