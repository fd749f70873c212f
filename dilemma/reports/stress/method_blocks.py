"""What methods for moral uncertainty make of the draws: bars beside the theories', and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reports.blocks import Bar, BarGroup, BarRow, Block, Line, Sentences
from dilemma.reports.reconcile.credences import credence_lines, origin
from dilemma.reports.reconcile.lines import Rule, rules
from dilemma.reports.words.names import listed
from dilemma.reports.words.shares import in_hundred, per_cent
from dilemma.robustness.stress.methods import Polled
from dilemma.robustness.stress.stress_test import StressTest

__all__ = ["POLLED_LEGEND", "polled_blocks", "polled_groups"]

POLLED_LEGEND = (
    " For a method: how often it chooses the option. For drawing lots: the option's chance, on average over "
    "the draws."
)
LOTS = "Drawing lots"


def polled_groups(test: StressTest) -> Iterator[BarGroup]:
    """Yield the methods as rows, and the lottery beside them; nothing where none were asked."""
    found, polled = test.reconciled, test.stressed.polled
    if found is None or polled is None or not polled.applies:
        return
    yield BarGroup("Methods", tuple(_row(rule, polled) for rule in rules(found)))
    if polled.lottery is not None:
        bars = tuple(Bar("plain", chance, 0.0, in_hundred(chance)) for chance in polled.lottery.values())
        yield BarGroup("For comparison", (BarRow(LOTS, "Lots", bars),))


def _row(rule: Rule, polled: Polled) -> BarRow:
    shares = next(one.shares for one in polled.methods if one.about.id == rule.result.about.id)
    bars = tuple(
        Bar(
            "chosen" if share.option in rule.result.choice else "plain",
            share.chosen,
            0.0,
            in_hundred(share.chosen),
        )
        for share in shares
    )
    return BarRow(rule.name, rule.name, bars)


def polled_blocks(test: StressTest) -> Iterator[Block]:
    """Yield what the methods make of the draws in sentences, and by whose credences."""
    found, polled = test.reconciled, test.stressed.polled
    if found is None or polled is None:
        return
    yield Sentences("What methods make of the draws", tuple(_lines(test, found, polled)))
    yield Sentences("Credences", (Line("Whose", origin(found.credences)), *credence_lines(found)))


def _lines(test: StressTest, found: Reconciliation, polled: Polled) -> Iterator[Line]:
    if not polled.applies:
        yield Line("None", "No theory with credence applies in any draw.")
        return
    for rule in rules(found):
        yield Line(rule.name, f"{_most_often(rule, found, polled)} Chosen means: {rule.plainly}.")
    if polled.lottery is not None:
        chances = [
            f"{found.subject.options[option]} {per_cent(chance)}"
            for option, chance in sorted(polled.lottery.items(), key=lambda entry: -entry[1])
            if chance
        ]
        told = (
            "Drawing a theory by its credence and doing as it says would lead, on average over the draws, to"
        )
        yield Line("Lots", f"{told} {listed(chances)}.")
    yield from _where(test, found, polled)


def _most_often(rule: Rule, found: Reconciliation, polled: Polled) -> str:
    """Return what a method chooses most often, and what at the best estimates if that is something else."""
    names = found.subject.options
    every = next(one.outcomes for one in polled.methods if one.about.id == rule.result.about.id)
    first = every[0]
    told = f"{_standing(first.options, names)} in {per_cent(first.share)} of the draws"
    if set(first.options) == set(rule.result.choice):
        return f"{told}, as at the best estimates."
    now = next((one.share for one in every if set(one.options) == set(rule.result.choice)), 0.0)
    return f"{told}; at the best estimates {_standing(rule.result.choice, names)} ({per_cent(now)})."


def _standing(options: tuple[str, ...], names: Mapping[str, str]) -> str:
    if len(options) == len(names):
        return "every option alike"
    told = listed([names[id] for id in options])
    return f"{told} alike" if len(options) > 1 else told


def _where(test: StressTest, found: Reconciliation, polled: Polled) -> Iterator[Line]:
    """Yield what is to be known of draws in which not every theory with credence speaks."""
    votes = found.credences.votes
    partly = [t.about.name for t in test.stressed.theories if votes.get(t.about.id) and t.applies < 1]
    if partly:
        verb = "does" if len(partly) == 1 else "do"
        yield Line(
            "Credences",
            f"{listed(partly)} {verb} not apply in every draw; in each draw the credences are shared among "
            "those that do.",
        )
    if polled.applies < 1:
        some = f"Some theory with credence applies in {per_cent(polled.applies)} of the draws"
        yield Line("Draws", f"{some}, of which the shares are told.")
    if polled.guided < 1:
        silent = per_cent(1 - polled.guided)
        yield Line(
            "No guidance",
            f"In {silent} no theory with credence sets options apart: every option is then chosen alike, and "
            "no lot is drawn.",
        )
