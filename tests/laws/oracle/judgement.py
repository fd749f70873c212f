"""What a theory says of the options of a case, and the rule that makes it a choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.laws.oracle.amounts import above
from tests.laws.oracle.case import Case
from tests.laws.oracle.records import Option

Order = tuple[float, ...]
"""Amounts by which options are ordered, the first that differs deciding."""


@dataclass
class Judgement:
    """Scores, failed tests and order by id of option; without an order, options are ordered by score."""

    scores: dict[str, float]
    failed: dict[str, set[str]]
    order: dict[str, Order] | None = None

    def choice(self, *, tiers: bool) -> set[str]:
        """Return the options that fail no test; unless the theory gives tiers, the best of them."""
        passing = [id for id, failed in self.failed.items() if not failed]
        if tiers:
            return set(passing)
        order = self.order or {id: (score,) for id, score in self.scores.items()}
        return {id for id in passing if not any(_precedes(order[other], order[id]) for other in passing)}


def ranking(case: Case, score: Callable[[Option], float]) -> Judgement:
    """Return the judgement of a theory without tests."""
    scores = {option.id: score(option) for option in case.options}
    return Judgement(scores, {id: set() for id in scores})


def tested(case: Case, score: Callable[[Option], float], **tests: Callable[[Option], bool]) -> Judgement:
    """Return the judgement of a theory whose tests, each a function, say which options fail."""
    failed = {
        option.id: {name.replace("_", "-") for name, fails in tests.items() if fails(option)}
        for option in case.options
    }
    return Judgement({option.id: score(option) for option in case.options}, failed)


def _precedes(first: Sequence[float], second: Sequence[float]) -> bool:
    for one, other in zip(first, second, strict=True):
        if above(one, other):
            return True
        if above(other, one):
            return False
    return False
