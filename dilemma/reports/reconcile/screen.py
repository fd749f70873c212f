"""A reconciliation on one screen: the answer, choices and shares, what would turn them, what to ask next."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from dilemma.reconciliation.input.printed import PrintedWeighing
from dilemma.reconciliation.input.table import Table
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reconciliation.request import Request
from dilemma.reconciliation.subject import Source
from dilemma.reports.blocks import (
    Block,
    Closing,
    Commands,
    Heading,
    Line,
    OptionEntry,
    Options,
    Paragraphs,
    Sentences,
)
from dilemma.reports.reconcile.blocks import TURNING
from dilemma.reports.reconcile.caveats import veto_caveats
from dilemma.reports.reconcile.credences import MANY, in_short
from dilemma.reports.reconcile.lines import meeting, one_vote_in_words, rules
from dilemma.reports.reconcile.provenance import command_of, heading, request_lines, whose
from dilemma.reports.reconcile.sensitivity import alternatives_table, over_all_credences, share_grid
from dilemma.reports.reconcile.thresholds import turning_line
from dilemma.reports.words.figures import percent
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import listed
from dilemma.reports.words.options import options_block as options_of

__all__ = ["screen_blocks"]

CLOSING = "None of this says what to do, and that methods agree is not evidence."

SPLIT = ("60%", "40%")  # credences of an example

MOST_CHANGES = 3  # settings told one by one; of more, their number

NEAREST = 1  # thresholds told of a method


def screen_blocks(source: Source, request: Request, found: Reconciliation) -> Iterator[Block]:
    """Yield the blocks of the short report of one reconciliation, in reading order; options by letter."""
    yield Heading(*heading(source))
    asked = tuple(request_lines(source, request, MOST_CHANGES))
    if asked:
        yield Sentences("Asked for", asked)
    yield options_block(source, found)
    lettered = found._replace(subject=found.subject._replace(options=letters(tuple(found.subject.options))))
    every = rules(lettered)
    yield Paragraphs("", (" ".join(answer(lettered, whose(source, request))),))
    yield share_grid(every, lettered)
    turning = tuple(turning_line(rule, lettered, NEAREST) for rule in every if rule.result.ran)
    if turning:
        yield Sentences(TURNING, turning)
    table = alternatives_table(every, lettered)
    if table:
        yield table
    yield Commands("Next", tuple(further(source, request, found)))
    yield Closing(CLOSING)


def options_block(source: Source, found: Reconciliation) -> Options:
    """Return the options with their letters, and, of a scenario, what they are."""
    if not isinstance(source, (Table, PrintedWeighing)):
        return options_of(source.view.scenario)
    named = found.subject.options
    lettered = letters(tuple(named))
    return Options(tuple(OptionEntry(lettered[id], name, "") for id, name in named.items()))


def answer(found: Reconciliation, credences_are: str | None = None) -> Iterator[str]:
    """Yield the answer: how far methods agree, at whose credences, and on how much of all credences."""
    every = rules(found)
    yield meeting(every, found)
    yield from one_vote_in_words(found)
    yield from in_short(found, credences_are)
    yield from first_choices(found)
    yield from (line.text for line in veto_caveats(found))
    if over_all := over_all_credences(every, found):
        yield over_all


def first_choices(found: Reconciliation) -> Iterator[str]:
    """Yield, of many theories, on how much of the credence each option is first, ties split evenly."""
    if found.lottery is None or len(found.credences.votes) <= MANY:
        return
    ordered = sorted(found.lottery.items(), key=lambda pair: -pair[1])
    told = [f"{found.subject.options[id]} on {percent(share)}" for id, share in ordered if share]
    yield f"First, ties split evenly: {listed(told)}."


def two_theories(found: Reconciliation) -> list[str]:
    """Return the first theory that may have credence, and the first of another family or else the second."""
    open_to_credence = [voter for voter in found.subject.voters if voter.ballot and voter.comprehensive]
    if not open_to_credence:
        return [*found.credences.votes][: len(SPLIT)]
    first, *others = open_to_credence
    apart = [voter for voter in others if voter.family != first.family]
    return [voter.id for voter in (first, *(apart or others)[:1])]


def further(source: Source, request: Request, found: Reconciliation) -> Iterator[Line]:
    """Yield commands that tell more."""
    counted = isinstance(source, Table) and source.holds == "ballots"
    if not request.stated and not counted:
        own = ",".join(f"{id}={share}" for id, share in zip(two_theories(found), SPLIT, strict=False))
        asked = command_of(source, request._replace(even=False))
        yield Line(f"{asked} {shlex.join(['-c', own])}", "your own; the rest get none")
    asked = command_of(source, request)
    if not request.methods:
        yield Line(f"{asked} --method all", "every method; dilemma methods lists them")
    yield Line(f"{asked} --full", "scores, dissent, caveats")
