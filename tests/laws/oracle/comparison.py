"""The verdicts of the program beside those of the oracle; the only module here that calls the program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isclose

from dilemma.weighing import Verdict
from tests.laws.oracle.amounts import near_ties
from tests.laws.oracle.case import Case
from tests.laws.oracle.judgement import Judgement
from tests.laws.oracle.theories import THEORIES, Theory
from tests.support.judging import judged
from tests.support.strategies import Data

RELATIVE = 1e-9  # of the largest score of the options, or of 1

Disagreement = tuple[str, str, object, object]
"""A theory, what is compared, and what the program and the oracle say of it."""


@dataclass
class Comparison:
    """How many verdicts of each theory are compared, how many left out, and where the two differ."""

    scenarios: int = 0
    compared: Counter[str] = field(default_factory=Counter)
    inapplicable: Counter[str] = field(default_factory=Counter)
    near_tied: Counter[str] = field(default_factory=Counter)
    disagreements: list[Disagreement] = field(default_factory=list)

    def add(self, data: Data) -> list[Disagreement]:
        """Compare every theory's verdict on a scenario; return where the program and the oracle differ.

        A theory whose comparisons in this scenario include a near tie is left out: rounding could decide it.
        """
        self.scenarios += 1
        verdicts = judged(data)
        with near_ties() as shared:
            case = Case(data)
        found: list[Disagreement] = []
        for id, theory in THEORIES.items():
            verdict, applies = verdicts[id], theory.applies(case)
            if verdict.applicable is not applies:
                found.append((id, "applies", verdict.applicable, applies))
            elif not applies:
                self.inapplicable[id] += 1
            else:
                found += self._compare(id, verdict, theory, case, tied=bool(shared))
        self.disagreements += found
        return found

    def _compare(
        self, id: str, verdict: Verdict, theory: Theory, case: Case, *, tied: bool
    ) -> list[Disagreement]:
        with near_ties() as own:
            judgement = theory.judge(case)
            choice = judgement.choice(tiers=theory.tiers)
        if tied or own:
            self.near_tied[id] += 1
            return []
        self.compared[id] += 1
        return [(id, *rest) for rest in _differences(verdict, judgement, choice)]


def _differences(
    verdict: Verdict, judgement: Judgement, choice: set[str]
) -> Iterator[tuple[str, object, object]]:
    size = max(1.0, *map(abs, judgement.scores.values()))
    for answer in verdict.answers:
        score, failed = judgement.scores[answer.option], judgement.failed[answer.option]
        if not isclose(answer.score, score, abs_tol=RELATIVE * size):
            yield f"score of {answer.option}", answer.score, score
        if {*answer.failed} != failed:
            yield f"tests that {answer.option} fails", {*answer.failed}, failed
    if {*verdict.choice} != choice:
        yield "choice", {*verdict.choice}, choice
