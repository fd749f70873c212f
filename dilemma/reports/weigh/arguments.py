"""Arguments: one sentence for an option and one against it, each from a theory that holds it.

The same rule selects both: theories that decide by tests come before those that rank, comprehensive
theories before constraints and decision rules, then the order of the catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.frameworks.framework import Gives, Standing
from dilemma.reports.weigh.differences import differences
from dilemma.reports.words.figures import contrast, figure
from dilemma.reports.words.names import Names
from dilemma.reports.words.reasons import sentence
from dilemma.weighing import Answer, Verdict, Weighing

__all__ = ["NOTHING", "against", "in_favour"]

NOTHING = "no theory here speaks on this side"


def in_favour(option: str, weighing: Weighing, names: Names) -> str:
    """Return the argument for the option, from a theory that chooses it."""
    choosing = [v for v in _choosing_verdicts(weighing) if option in v.choice]
    if not choosing:
        return NOTHING
    verdict = min(choosing, key=lambda v: (len(v.choice), _unsettled(v), -_exclusions(v, v.answer(option))))
    answer = verdict.answer(option)
    if verdict.about.gives is not Gives.TIERS:
        return f"{verdict.about.name}: {_comparison(verdict, answer, _runner_up(verdict, answer), names)}"
    alone = "permits this alone" if answer.status == "required" else "permits it"
    return f"{verdict.about.name} {alone}: {_decisive_pass(verdict, answer, names)}"


def against(option: str, weighing: Weighing, names: Names) -> str:
    """Return the argument against the option, from a theory that does not choose it."""
    opposed = [v for v in _choosing_verdicts(weighing) if option not in v.choice]
    if not opposed:
        return NOTHING
    verdict = min(opposed, key=lambda v: (v.answer(option).status != "forbidden", _unsettled(v)))
    answer = verdict.answer(option)
    if answer.status == "forbidden":
        test = next(r for r in answer.reasons if r.kind == "test" and not r.holds)
        return f"{verdict.about.name} forbids it: {sentence(test, answer.reasons, verdict.about, names)}"
    best = next(a for a in verdict.answers if a.chosen)
    return f"{verdict.about.name} ranks it {answer.rank} of {len(verdict.answers)}: " + _comparison(
        verdict, answer, best, names
    )


def _choosing_verdicts(weighing: Weighing) -> Iterator[Verdict]:
    return (v for v in weighing.verdicts if v.speaks and v.choice)


def _unsettled(verdict: Verdict) -> tuple[bool, bool]:
    """Return a sort key: theories that decide by tests first, then comprehensive ones."""
    return verdict.about.gives is not Gives.TIERS, verdict.about.standing is not Standing.COMPREHENSIVE


def _runner_up(verdict: Verdict, best: Answer) -> Answer:
    others = [answer for answer in verdict.answers if answer is not best]
    return min(others, key=lambda answer: (answer.rank, -answer.score))


def _comparison(verdict: Verdict, mine: Answer, other: Answer, names: Names) -> str:
    """Return the two scores and the factor that contributes most to the lead."""
    ours, theirs = contrast(mine.score, other.score)
    sign = 1.0 if mine.score >= other.score else -1.0
    gaps = differences(mine, other)
    told = f"{ours}, against {theirs} for {names.option(other.option)}"
    if not gaps:
        binding = [r for r in mine.reasons if r.kind == "binding" and r.test is None]
        return "; ".join([told, *(sentence(r, mine.reasons, verdict.about, names) for r in binding[:1])])
    address, gap = max(gaps.items(), key=lambda item: sign * item[1])
    better = "better" if gap > 0 else "worse"
    return f"{told}; most by {names.at(address)}, {figure(abs(gap))} {better} here"


def _failures(verdict: Verdict, answer: Answer) -> dict[str, int]:
    """Return how many options fail each test of the theory."""
    return {
        test.key: sum(test.key in other.failed for other in verdict.answers)
        for test in answer.reasons
        if test.kind == "test"
    }


def _exclusions(verdict: Verdict, answer: Answer) -> int:
    """Return the largest number of options that fail one test."""
    return max(_failures(verdict, answer).values(), default=0)


def _decisive_pass(verdict: Verdict, answer: Answer, names: Names) -> str:
    """Return the test that most other options fail, which this option passes, as a sentence.

    A theory may have no test for an option, as that of the resort to force has none for one without force.
    """
    failures = _failures(verdict, answer)
    if not failures:
        return "it sets no condition for this option"
    told = max(failures, key=lambda key: failures[key])
    test = next(r for r in answer.reasons if r.kind == "test" and r.key == told)
    return sentence(test, answer.reasons, verdict.about, names)
