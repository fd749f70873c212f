"""The heading of a reconciliation, its request, and the command that reproduces it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping

from dilemma.reconciliation.input.printed import PrintedWeighing
from dilemma.reconciliation.input.table import Holds, Table
from dilemma.reconciliation.request import Request
from dilemma.reconciliation.subject import Source
from dilemma.reports.blocks import Line
from dilemma.reports.words.changes import reproduced, settings_changed
from dilemma.reports.words.commands import all_told, as_argument, command
from dilemma.reports.words.figures import date_in_words

__all__ = ["command_of", "heading", "request_lines", "whose"]


QUESTIONS: Mapping[Holds, str] = {
    "theories": "What to do, if these theories may each be right?",
    "ballots": "What do these ballots choose, counted by each method?",
    "criteria": "What to choose, if each of these criteria counts by its weight?",
}


def whose(source: Source, request: Request) -> str | None:
    """Return what the credences of a table are, where they are not a reader's credences in theories."""
    if not isinstance(source, Table) or request.stated or request.even:
        return None
    if source.holds == "ballots":
        return f"A credence is here the share of {source.voters:,} ballots, in {len(source.theories)} orders"
    return "The credences are the weights of the criteria" if source.holds == "criteria" else None


def heading(source: Source) -> tuple[str, str, str]:
    """Return title, question and date of the source; "" for a date it does not have."""
    match source:
        case Table():
            return source.title or source.id, QUESTIONS[source.holds], ""
        case PrintedWeighing():
            return source.title, source.question, ""
    scenario = source.view.scenario
    return scenario.title, scenario.question, date_in_words(scenario.as_of)


def command_of(source: Source, request: Request) -> str:
    """Return the command that reproduces this reconciliation."""
    words = []
    if request.frameworks:
        words += ["-f", ",".join(request.frameworks)]
    for theory, credence in request.stated.items():
        words += ["-c", f"{theory}={credence}"]
    words += ["--even"] if request.even else []
    for method in request.methods:
        words += ["--method", method]
    words += [] if request.veto is None else ["--veto", str(request.veto)]
    words += ["--shared-unit"] if request.one_scale else []
    if isinstance(source, (Table, PrintedWeighing)):
        return shlex.join([*bare_command(source), *words])
    return command(source.view, "reconcile", also=words)


def bare_command(source: Source) -> list[str]:
    """Return the arguments of the command that reconciles the source without any flag."""
    label = source.label if isinstance(source, (Table, PrintedWeighing)) else source.view.document.label
    return ["dilemma", "reconcile", as_argument(label)]


def request_lines(source: Source, request: Request, most: int | None = None) -> Iterator[Line]:
    """Yield the settings that the view changes, or how many if more than `most`, and any command with flags.

    A perspective is always told.
    """
    told = command_of(source, request)
    if not isinstance(source, (Table, PrintedWeighing)):
        view = source.view
        changed = [*settings_changed(view)]
        about = changed[: 1 if view.perspective else 0]
        if most is not None and len(changed) - len(about) > most:
            changed = [
                *about,
                Line("Changed", f"{len(changed) - len(about)} settings: {all_told()} lists them"),
            ]
        yield from changed
    if told != shlex.join(bare_command(source)):
        yield from reproduced(told)
    if isinstance(source, Table):
        yield from (Line("Read", remark) for remark in source.remarks)
