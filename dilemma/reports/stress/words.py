"""Findings of a stress test in sentences: firm, torn and changed verdicts, and decisive numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterator

from dilemma.frameworks.framework import Gives
from dilemma.reports.blocks import Line
from dilemma.reports.words.commands import command, hint, only, written
from dilemma.reports.words.names import Names, counted, listed
from dilemma.reports.words.shares import per_cent, points
from dilemma.robustness.stress.outcomes import Outcome
from dilemma.robustness.stress.stress_test import DRAWS, StressTest
from dilemma.robustness.stress.tallies import Tested
from dilemma.weighing import Verdict

__all__ = [
    "CLOSING",
    "FIRM",
    "draws_in_words",
    "findings",
    "no_doubt",
    "ranked",
    "restated_command",
    "what_is_drawn",
]

CLOSING = (
    "A share of draws from the stated ranges is not the probability that an option is right. Counting "
    "theories is not evidence."
)
FIRM = 0.95  # share of the draws at and above which a verdict holds "nearly always"
TORN = 2 / 3  # share below which no single verdict prevails
TORN_BETWEEN = "no one verdict in two thirds of the draws; most often:"
OTHERWISE = "most often another verdict than the one at the best estimates, named second:"
NO_DOUBT = (
    "the file gives no number a range, so every draw is its best estimates. Write ranges "
    "([low, best, high]) or percentiles, or draw the certain weights too, with {spread}."
)
EVEN = 0.5  # the share with the largest standard error


def no_doubt() -> str:
    """Return that nothing is drawn, and what would be."""
    return NO_DOUBT.format(spread=hint("--spread 0.2", "spread=0.2"))


def findings(test: StressTest, names: Names) -> Iterator[Line]:
    """Yield a line on the draws, then lines on firm, torn and changed verdicts."""
    yield Line("Drawn", draws_in_words(test))
    if not test.doubts:
        return
    speaking = [
        (t, v) for t, v in zip(test.stressed.theories, test.weighing.verdicts, strict=True) if t.applies
    ]
    firm = [(t, v) for t, v in speaking if t.outcomes[0].share >= FIRM]
    if firm:
        yield Line("Nearly always", f"{_alike([t for t, _ in firm], names)}.")
    torn = [t for t, _ in speaking if t.outcomes[0].share < TORN]
    if torn:
        yield Line("Torn", f"{TORN_BETWEEN} {'; '.join(_most_often(torn, names))}.")
    turned = [(t, v) for t, v in speaking if v.applicable and set(v.choice) != set(t.outcomes[0].options)]
    if turned:
        yield Line("Turned", f"{OTHERWISE} {'; '.join(_changed_verdicts(turned, names))}.")


def draws_in_words(test: StressTest) -> str:
    """Return how often what is drawn, and the error that this leaves."""
    if not test.doubts:
        return f"nothing: {no_doubt()}"
    error = points((EVEN * EVEN / test.stressed.draws) ** 0.5)
    return (
        f"{what_is_drawn(test)} Drawing no more often than this leaves a share uncertain by up to {error} "
        "points (standard error)."
    )


def what_is_drawn(test: StressTest) -> str:
    """Return how often what is drawn, in a sentence without its first word."""
    stressed = test.stressed
    spread = sum(doubt.spread for doubt in test.doubts)
    stated = len(test.doubts) - spread
    named = Counter(doubt.range.drawn_from for doubt in test.doubts if doubt.range.distribution)
    ranges = stated - named.total()
    whose = "its range" if ranges == 1 else "their ranges"
    what = [f"{counted(ranges, 'number')} from {whose}"] if ranges else []
    if named:
        names = listed([f"{count} {name}" for name, count in named.most_common()])
        what.append(f"{counted(named.total(), 'number')} from distributions ({names})")
    if spread:
        within = per_cent(test.spread or 0.0)
        what.append(f"{counted(spread, 'weight')} of which it is certain from within {within} of themselves")
    times = f"{stressed.draws:,} times" if stressed.draws > 1 else "once"
    if stressed.draws < stressed.asked:
        times += f" (of {stressed.asked:,} asked for)"
    pairs = f"; {counted(len(test.correlated), 'pair')} of them correlated" if test.correlated else ""
    return f"{times} (seed {stressed.seed}), all at once: {listed(what)}{pairs}."


def _alike(theories: list[Tested], names: Names) -> str:
    """Return theories grouped by the verdict they nearly always reach."""
    groups: dict[str, list[str]] = defaultdict(list)
    for tested in theories:
        outcome = tested.outcomes[0]
        groups[_verdict_in_words(tested, outcome, names)].append(
            f"{tested.about.name} ({per_cent(outcome.share)})"
        )
    return "; ".join(f"{told}: {listed(who)}" for told, who in groups.items())


def _most_often(theories: list[Tested], names: Names) -> Iterator[str]:
    """Yield theories without a prevailing verdict, grouped by their most frequent one."""
    groups: dict[str, list[str]] = defaultdict(list)
    for tested in theories:
        outcome = tested.outcomes[0]
        told = f"{_verdict_in_words(tested, outcome, names)}, {per_cent(outcome.share)}"
        groups[told].append(tested.about.name)
    for told, who in groups.items():
        yield f"{listed(who)} ({told})"


def _changed_verdicts(theories: list[tuple[Tested, Verdict]], names: Names) -> Iterator[str]:
    """Yield theories whose most frequent verdict differs from that at the best estimates."""
    groups: dict[str, list[str]] = defaultdict(list)
    for tested, verdict in theories:
        outcome = tested.outcomes[0]
        now = next((one.share for one in tested.outcomes if set(one.options) == set(verdict.choice)), 0.0)
        before = _verdict_in_words(tested, Outcome(verdict.choice, now), names)
        most_often = _verdict_in_words(tested, outcome, names)
        told = f"{most_often} {per_cent(outcome.share)}, {before} {per_cent(now)}"
        groups[told].append(tested.about.name)
    for told, who in groups.items():
        yield f"{listed(who)} ({told})"


def _verdict_in_words(tested: Tested, outcome: Outcome, names: Names) -> str:
    """Return a verdict in words."""
    if not outcome.options:
        return "every option forbidden"
    if len(outcome.options) == len(tested.shares):
        return "silence"
    if tested.about.gives is Gives.TIERS and len(outcome.options) == len(tested.shares) - 1:
        (left,) = (share.option for share in tested.shares if share.option not in outcome.options)
        return f"all but {names.option(left)}"
    return listed([names.option(id) for id in outcome.options])


def ranked(
    test: StressTest, theories: Container[str] | None = None
) -> list[tuple[str, list[tuple[Tested, float]]]]:
    """Return each number with the theories for which it has a sensitivity index, and the indices.

    Theories are sorted by index, numbers by the sum of their indices, greatest first. With `theories`,
    given by id, others are left out.
    """
    told: dict[str, list[tuple[Tested, float]]] = defaultdict(list)
    for tested in test.stressed.theories:
        if theories is not None and tested.about.id not in theories:
            continue
        for address, share in tested.sensitivity_indices:
            told[address].append((tested, share))
    by_address = [(address, sorted(by, key=lambda one: -one[1])) for address, by in told.items()]
    return sorted(by_address, key=lambda entry: (-sum(share for _, share in entry[1]), entry[0]))


def restated_command(test: StressTest, *, short: bool = False) -> str:
    """Return the command that repeats the same draws; if `short`, without the defaults."""
    default = (test.stressed.asked, test.stressed.seed) == (DRAWS, 0)
    words = ["-n", str(test.stressed.asked), "--seed", str(test.stressed.seed)]
    words = [] if short and default else words
    if test.spread is not None:
        words += ["--spread", written(test.spread)]
    asked = only(tested.about.id for tested in test.stressed.theories)
    if asked:
        words += ["-f", ",".join(asked)]
    if test.request:
        words += ["--methods", *(["--even"] if test.request.even else [])]
        words += [word for id, share in test.request.stated.items() for word in ("-c", f"{id}={share}")]
    return command(test.weighing.view, "stress", also=words)
