"""Report of a stress test as blocks: findings, shares as bars, sensitivity indices, tails."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.frameworks.framework import Family, Gives
from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.blocks import (
    Bar,
    BarRow,
    Bars,
    Block,
    Closing,
    Group,
    Heading,
    Item,
    Line,
    Listing,
    Mark,
    Section,
    Sentences,
)
from dilemma.reports.stress.method_blocks import METHOD_LEGEND, method_blocks, method_groups
from dilemma.reports.stress.words import CLOSING, findings, ranked, restated_command
from dilemma.reports.words.changes import reproduced, settings_changed
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import date_in_words, stated
from dilemma.reports.words.names import Names, listed
from dilemma.reports.words.shares import in_hundred, per_cent
from dilemma.reports.words.templates import FAMILIES
from dilemma.robustness.stress.stress_test import StressTest
from dilemma.robustness.stress.tallies import Share, Tested
from dilemma.weighing import Verdict

__all__ = ["share_bar", "stress_blocks"]

LEGEND = (
    "█ the share of the draws in which a theory chooses the option (a tie is split), ░ in which it permits "
    "it without choosing it; a theory that only permits and forbids has ░ alone. Figures: per cent. "
    "● chosen, or permitted by such a theory, at the best estimates."
)
SEPARATING = (
    "The share of a theory's choice that one number tells by itself: the first-order sensitivity index, from "
    "the first {rows:,} draws. The rest turns on several numbers together."
)
SHARED = " Correlated numbers tell of each other: each tells part of what the other does."
LISTED = 8  # numbers listed; those after them explain little
NAMED = 2  # theories named for each number
MOVED = 0.01  # a share that moves by less than a percentage point counts as unchanged


def stress_blocks(test: StressTest) -> Iterator[Block]:
    """Yield the report of a stress test, in the order it is read."""
    view = test.weighing.view
    scenario = view.scenario
    words = DialNames(view, frameworks_named(v.about.id for v in test.weighing.verdicts))
    names = words.names
    yield Heading(scenario.title, scenario.question, date_in_words(scenario.as_of))
    changed = tuple(settings_changed(view))
    if changed:
        yield Sentences("Changed in this view", (*changed, *reproduced(restated_command(test))))
    yield Sentences("What the draws show", tuple(findings(test, names)))
    correlated = tuple(_correlated(test, words))
    if correlated:
        yield Sentences("Numbers drawn with each other", correlated)
    yield from method_blocks(test)
    methods = tuple(method_groups(test))
    legend = LEGEND + METHOD_LEGEND if methods else LEGEND
    yield Bars(tuple(names.option(id) for id in scenario.options), (*_groups(test), *methods), legend)
    told = tuple(_separating(test, words))
    if told:
        legend = SEPARATING.format(rows=test.stressed.observed) + (SHARED if test.correlated else "")
        yield Listing(("tells",), (Section("Numbers that separate the winners", told),), legend)
    if test.without_tail:
        yield Sentences("Without the catastrophes of low chance", tuple(_without_tail(test, names)))
    yield Closing(CLOSING)


def _groups(test: StressTest) -> Iterator[Group[BarRow]]:
    for family in Family:
        rows = tuple(
            _row(tested, verdict)
            for tested, verdict in zip(test.stressed.theories, test.weighing.verdicts, strict=True)
            if tested.about.family is family
        )
        if rows:
            yield Group(FAMILIES[family], rows)


def _row(tested: Tested, verdict: Verdict) -> BarRow:
    name, short = tested.about.name, tested.about.short_name
    if not tested.applies:
        because = "; ".join(verdict.missing) or "in no draw are its needs met"
        return BarRow(name, short, (), f"does not apply: {because}")
    if tested.permits_none == 1:
        return BarRow(name, short, (), "forbids every option, in every draw")
    if tested.silent == 1:
        return BarRow(name, short, (), "silent in every draw: sets no option apart")
    bars = tuple(share_bar(share, tested, now=share.option in verdict.choice) for share in tested.shares)
    return BarRow(name, short, bars, "; ".join(_asides(tested)))


def _asides(tested: Tested) -> Iterator[str]:
    if tested.applies < 1:
        yield f"applies in {per_cent(tested.applies)} of the draws, of which the rest is told"
    if tested.permits_none:
        yield f"forbids every option in {per_cent(tested.permits_none)}"
    if tested.silent:
        yield f"silent in {per_cent(tested.silent)}"


def share_bar(share: Share, tested: Tested, *, now: bool) -> Bar:
    """Return the bar of an option under a theory; `now` says whether it is chosen at the best estimates."""
    mark: Mark = "chosen" if now else "plain"
    if tested.about.gives is Gives.TIERS:
        return Bar(mark, 0.0, share.permissible, in_hundred(share.permissible))
    return Bar(mark, share.chosen, max(0.0, share.permissible - share.chosen), in_hundred(share.chosen))


def _separating(test: StressTest, words: DialNames) -> Iterator[Item]:
    """Yield the numbers with the greatest sensitivity indices, summed over theories."""
    kept = {doubt.dial.address: doubt.dial for doubt in test.doubts}
    for address, by in ranked(test)[:LISTED]:
        yield Item(words.of(kept[address]), address, (_whose(by),))


def _correlated(test: StressTest, words: DialNames) -> Iterator[Line]:
    """Yield a line for each pair of correlated numbers, with the reason that the file gives."""
    for pair in test.correlated:
        entry = test.weighing.view.scenario.correlations[pair.id]
        because = f". {entry.because}" if entry.because else ""
        both = listed([words.at(pair.one), words.at(pair.other)])
        yield Line(entry.name or pair.id, f"{both}: rank correlation {stated(pair.rank)}{because}")


def _whose(by: list[tuple[Tested, float]]) -> str:
    """Return a number's sensitivity indices in words, by theory, greatest first."""
    (first, most), *others = [(tested.about.short_name, told) for tested, told in by]
    told = [f"{per_cent(most)} of the choice of {first}"]
    told += [f"{per_cent(share)} of {name}" for name, share in others[: NAMED - 1]]
    more = len(others[NAMED - 1 :])
    return listed([", ".join(told), f"no more of {more} other{'s' if more > 1 else ''}"] if more else told)


def _without_tail(test: StressTest, names: Names) -> Iterator[Line]:
    """Yield the shares that move by a percentage point or more if the tails are left out."""
    assert test.without_tail is not None
    yield Line("Left out", listed([names.factor(id) for id in test.tails]))
    still = []
    for before, after in zip(test.stressed.theories, test.without_tail.theories, strict=True):
        moved = tuple(_moves(before, after, names))
        name = before.about.short_name
        if moved:
            yield Line(name, "; ".join(moved))
        elif before.applies or after.applies:
            still.append(name)
    if still:
        yield Line("No share moves by a point", listed(still))


def _moves(before: Tested, after: Tested, names: Names) -> Iterator[str]:
    if before.applies and not after.applies:
        yield "no longer applies"
        return
    if abs(before.applies - after.applies) >= MOVED:
        yield f"applies in {per_cent(after.applies)} of the draws, not {per_cent(before.applies)}"
    for old, new in zip(before.shares, after.shares, strict=bool(before.shares and after.shares)):
        tiers = before.about.gives is Gives.TIERS
        was, now = (old.permissible, new.permissible) if tiers else (old.chosen, new.chosen)
        if abs(was - now) >= MOVED:
            yield f"{names.option(old.option)} {per_cent(now)}, not {in_hundred(was)}"
