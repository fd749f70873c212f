"""Report of a stress test on one screen: firm and even verdicts, shares by theory, what separates them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dilemma.frameworks.framework import Gives
from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.blocks import (
    BarRow,
    Bars,
    Block,
    Closing,
    Commands,
    Group,
    Heading,
    Line,
    Paragraphs,
    Sentences,
)
from dilemma.reports.stress.blocks import share_bar
from dilemma.reports.stress.method_blocks import method_groups, scaled_credences
from dilemma.reports.stress.words import FIRM, no_doubt, ranked, restated_command, what_is_drawn
from dilemma.reports.weigh.panel import panel_of
from dilemma.reports.words.changes import changes_in_short
from dilemma.reports.words.commands import command, only
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import listed
from dilemma.reports.words.options import option_names
from dilemma.reports.words.shares import per_cent
from dilemma.robustness.stress.stress_test import StressTest
from dilemma.robustness.stress.tallies import Tested
from dilemma.weighing import Verdict

__all__ = ["brief_blocks"]

EVEN = 0.6  # share of the draws below which even a theory's most frequent verdict does not prevail
MOST = 3  # numbers named that separate the winners
MOSTLY = 0.5  # share of the draws from which on a theory counts as mostly silent
MOST_DRAWS = f"at least {per_cent(FIRM)} of the draws"
TILDE, TURNED = "~", "!"  # after the name of a theory that is near even, or that turns
PERMITTED = "○"  # after the name of a theory that only permits and forbids: so its figures are
LEGEND = "Per cent of the draws in which an option is chosen (█; ties split)"
PERMITS = " or, in rows with ○, permitted (░)"
BESIDE = "; ░ beside it: permitted, not chosen"
AT_BEST = ". ● so at the best estimates."
METHODS = " A method: how often it chooses; lots: an option's chance."
CLOSING = "A share of draws from the stated ranges is not the probability that an option is right."


def brief_blocks(test: StressTest) -> Iterator[Block]:
    """Yield the report on one screen, in the order it is read."""
    view = test.weighing.view
    scenario = view.scenario
    yield Heading(scenario.title, scenario.question, date_in_words(scenario.as_of))
    yield from changes_in_short(view, restated_command(test))
    yield option_names(scenario)
    yield Paragraphs("", (" ".join(_answer(test)),))
    yield from _shares(test)
    summed = (Line("Credences", told) for told in scaled_credences(test))
    foot = (*_foot(test), *summed, *_separating(test), *_without_tail(test))
    if foot:
        yield Sentences("", foot)
    yield Commands("Next", tuple(_commands(test)))
    yield Closing(CLOSING)


class _Row(NamedTuple):
    """A theory's verdicts in the draws, and its verdict at the best estimates."""

    tested: Tested
    verdict: Verdict

    @property
    def name(self) -> str:
        return self.tested.about.short_name

    @property
    def speaks(self) -> bool:
        """Whether it sets options apart in any draw."""
        return bool(self.tested.applies) and self.tested.silent < 1 and self.tested.permits_none < 1

    @property
    def permits(self) -> bool:
        """Whether it only permits and forbids, so that its figures are shares in which it permits."""
        return self.tested.about.gives is Gives.TIERS

    @property
    def firm(self) -> bool:
        return self.tested.outcomes[0].share >= FIRM

    @property
    def even(self) -> bool:
        return self.tested.outcomes[0].share < EVEN

    @property
    def changed(self) -> bool:
        """Whether its most frequent verdict is another than that at the best estimates."""
        most = self.tested.outcomes[0].options
        return self.verdict.applicable and set(most) != set(self.verdict.choice)


def _rows(test: StressTest) -> list[_Row]:
    """Return the rows of the theories that a report shows where nobody asks for more."""
    shown = {verdict.about.id for verdict in panel_of(test.weighing)}
    rows = (_Row(*pair) for pair in zip(test.stressed.theories, test.weighing.verdicts, strict=True))
    return [row for row in rows if row.verdict.about.id in shown]


def _answer(test: StressTest) -> Iterator[str]:
    """Yield how much is drawn, and how many theories are firm, near even, or most often choose otherwise."""
    if not test.doubts:
        yield f"Nothing is drawn: {no_doubt()}"
        return
    yield f"Drawn {what_is_drawn(test)}"
    speaking = [row for row in _rows(test) if row.speaks]
    if len(speaking) == 1:
        yield f"{speaking[0].name} {_of_one(speaking[0])}."
    elif speaking:
        yield f"Of {len(speaking)} theories, {'; '.join(_counts(speaking))}."


def _counts(rows: Sequence[_Row]) -> Iterator[str]:
    """Yield how many theories are firm, near even, and most often choose otherwise than now."""
    firm = [row.name for row in rows if row.firm]
    even, changed = sum(row.even for row in rows), sum(row.changed for row in rows)
    verb = "keeps" if len(firm) < 2 else "keep"
    names = f": {listed(firm).removesuffix('.')}" if firm else ""
    yield f"{len(firm) or 'none'} {verb} one verdict in {MOST_DRAWS}{names}"
    if even:
        yield f"{even} ({TILDE}) {'keeps' if even == 1 else 'keep'} no verdict in as many as {per_cent(EVEN)}"
    if changed:
        verb = "reaches" if changed == 1 else "reach"
        yield f"{changed} ({TURNED}) most often {verb} another verdict than at the best estimates"


def _of_one(row: _Row) -> str:
    """Return how firm the verdict of the only theory is."""
    if row.firm:
        told = f"keeps one verdict in {MOST_DRAWS}"
    elif row.even:
        told = f"reaches no verdict in {per_cent(EVEN)} of the draws"
    else:
        told = f"reaches one verdict in {per_cent(row.tested.outcomes[0].share)} of the draws"
    return told + (", another verdict than at the best estimates" if row.changed else "")


def _shares(test: StressTest) -> Iterator[Bars]:
    """Yield one table of all theories that speak, with methods below if they were requested."""
    speaking = [row for row in _rows(test) if row.speaks]
    rows = tuple(_bars(row, signed=bool(test.doubts) and len(speaking) > 1) for row in speaking)
    methods = tuple(method_groups(test))
    if rows:
        heads = tuple(letters(tuple(test.weighing.view.scenario.options)).values())
        yield Bars(
            heads,
            (Group("Theories" if methods else "", rows), *methods),
            _legend(speaking) + (METHODS if methods else ""),
        )


def _legend(rows: Sequence[_Row]) -> str:
    """Return what the figures and bars of these theories mean."""
    permits = any(row.permits for row in rows)
    beside = any(
        share.permissible > share.chosen for row in rows if not row.permits for share in row.tested.shares
    )
    return f"{LEGEND}{PERMITS if permits else ''}{BESIDE if beside else ''}{AT_BEST}"


def _bars(row: _Row, *, signed: bool) -> BarRow:
    signs = f"{TILDE if row.even else ''}{TURNED if row.changed else ''}" if signed else ""
    marked = " ".join(part for part in (row.name, PERMITTED if row.permits else "", signs) if part)
    shares = row.tested.shares
    bars = tuple(share_bar(share, row.tested, now=share.option in row.verdict.choice) for share in shares)
    return BarRow(marked, marked, bars)


def _foot(test: StressTest) -> Iterator[Line]:
    """Yield a line for the theories that do not apply, that are silent, and that forbid every option."""

    def those(holds: Callable[[Tested], bool], share: Callable[[Tested], float] = lambda _: 1.0) -> str:
        rows = [row for row in _rows(test) if holds(row.tested)]
        named = (
            row.name + (f" ({per_cent(share(row.tested))})" if share(row.tested) < 1 else "") for row in rows
        )
        return ", ".join(named)

    lines = (
        Line("Does not apply", those(lambda one: not one.applies)),
        Line("Applies in part", those(lambda one: 0 < one.applies < 1, lambda one: one.applies)),
        Line("Silent", those(lambda one: bool(one.applies) and one.silent >= MOSTLY, lambda one: one.silent)),
        Line(
            "Forbids every option",
            those(lambda one: bool(one.applies) and one.permits_none > 0, lambda one: one.permits_none),
        ),
    )
    yield from (line for line in lines if line.text)


def _separating(test: StressTest) -> Iterator[Line]:
    """Yield a line on the numbers with the greatest sensitivity indices: of which choice they tell most."""
    view = test.weighing.view
    by_letter = letters(tuple(view.scenario.options))
    names = DialNames(view, frameworks_named(v.about.id for v in test.weighing.verdicts), by_letter)
    told = [
        f"{names.at(address)} ({per_cent(by[0][1])} of the choice of {by[0][0].about.short_name})"
        for address, by in ranked(test, {row.tested.about.id for row in _rows(test)})[:MOST]
    ]
    if told:
        yield Line("Explains most", "; ".join(told))


def _without_tail(test: StressTest) -> Iterator[Line]:
    """Yield a line on the verdicts that change if the catastrophes of low chance are left out."""
    if not test.without_tail:
        return
    shown = {row.tested.about.id for row in _rows(test)}
    every = zip(test.stressed.theories, test.without_tail.theories, strict=True)
    pairs = [(before, after) for before, after in every if before.about.id in shown]
    turned = [
        before.about.short_name
        for before, after in pairs
        if before.outcomes and after.outcomes and before.outcomes[0].options != after.outcomes[0].options
    ]
    text = f"another verdict most often for {listed(turned)}" if turned else "the same verdicts most often"
    yield Line("Without tails", text)


def _commands(test: StressTest) -> Iterator[Line]:
    view, asked = test.weighing.view, only(one.about.id for one in test.stressed.theories)
    yield Line(f"{restated_command(test, short=True)} --full", "every figure, and which numbers explain most")
    yield Line(command(view, "cruxes", asked), "one number at a time")
