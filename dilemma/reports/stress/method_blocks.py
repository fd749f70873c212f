"""Results of methods for moral uncertainty in the draws, as bars and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reports.blocks import Bar, BarRow, Block, Group, Line, Sentences
from dilemma.reports.reconcile.credences import credence_lines, origin, scaling
from dilemma.reports.reconcile.lines import Rule, rules
from dilemma.reports.words.names import listed
from dilemma.reports.words.shares import in_hundred, per_cent
from dilemma.robustness.stress.methods import MethodResults
from dilemma.robustness.stress.stress_test import StressTest

__all__ = ["METHOD_LEGEND", "method_blocks", "method_groups", "scaled_credences"]

METHOD_LEGEND = (
    " For a method: how often it chooses the option. For drawing lots: the option's chance, on average over "
    "the draws."
)
LOTS = "Drawing lots"


def method_groups(test: StressTest) -> Iterator[Group[BarRow]]:
    """Yield the methods and the lottery as groups of bars; nothing if no method was requested."""
    found, results = test.reconciled, test.stressed.method_results
    if found is None or results is None or not results.applies:
        return
    yield Group("Methods", tuple(_row(rule, results) for rule in rules(found)))
    if results.lottery is not None:
        bars = tuple(Bar("plain", chance, 0.0, in_hundred(chance)) for chance in results.lottery.values())
        yield Group("For comparison", (BarRow(LOTS, "Lots", bars),))


def _row(rule: Rule, results: MethodResults) -> BarRow:
    shares = next(one.shares for one in results.methods if one.about.id == rule.result.about.id)
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


def method_blocks(test: StressTest) -> Iterator[Block]:
    """Yield the results of the methods in sentences, and the credences they use."""
    found, results = test.reconciled, test.stressed.method_results
    if found is None or results is None:
        return
    yield Sentences("What methods make of the draws", tuple(_lines(test, found, results)))
    summed = (Line("Sum", told) for told in scaled_credences(test))
    yield Sentences("Credences", (Line("Whose", origin(found.credences)), *summed, *credence_lines(found)))


def scaled_credences(test: StressTest) -> Iterator[str]:
    """Yield that the credences for the methods are scaled to a sum of 1, if they are."""
    if test.reconciled is not None:
        yield from scaling(test.reconciled.credences)


def _lines(test: StressTest, found: Reconciliation, results: MethodResults) -> Iterator[Line]:
    if not results.applies:
        yield Line("None", "No theory with credence applies in any draw.")
        return
    for rule in rules(found):
        yield Line(rule.name, f"{_most_often(rule, found, results)} Chosen means: {rule.plainly}.")
    if results.lottery is not None:
        chances = [
            f"{found.subject.options[option]} {per_cent(chance)}"
            for option, chance in sorted(results.lottery.items(), key=lambda entry: -entry[1])
            if chance
        ]
        told = (
            "Drawing a theory by its credence and doing as it says would lead, on average over the draws, to"
        )
        yield Line("Lots", f"{told} {listed(chances)}.")
    yield from _where(test, found, results)


def _most_often(rule: Rule, found: Reconciliation, results: MethodResults) -> str:
    """Return a method's most frequent choice, and that at the best estimates if it differs."""
    names = found.subject.options
    every = next(one.outcomes for one in results.methods if one.about.id == rule.result.about.id)
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


def _where(test: StressTest, found: Reconciliation, results: MethodResults) -> Iterator[Line]:
    """Yield notes on draws in which some theory with credence does not apply or gives no guidance."""
    votes = found.credences.votes
    partly = [t.about.name for t in test.stressed.theories if votes.get(t.about.id) and t.applies < 1]
    if partly:
        verb = "does" if len(partly) == 1 else "do"
        yield Line(
            "Credences",
            f"{listed(partly)} {verb} not apply in every draw; in each draw the credences are shared among "
            "those that do.",
        )
    if results.applies < 1:
        some = f"Some theory with credence applies in {per_cent(results.applies)} of the draws"
        yield Line("Draws", f"{some}, of which the shares are told.")
    if results.guided < 1:
        silent = per_cent(1 - results.guided)
        yield Line(
            "No guidance",
            f"In {silent} no theory with credence sets options apart: every option is then chosen alike, and "
            "no lot is drawn.",
        )
