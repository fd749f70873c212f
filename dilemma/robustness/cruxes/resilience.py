"""Resilience: how far all weights may be off at once before a choice falls, for scores linear in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import fsum

from dilemma.weighing import Answer, Verdict

__all__ = ["resilience"]


def resilience(verdict: Verdict) -> float | None:
    """Return the largest share by which every weight may be off, each its own way, without a new choice.

    The least over rivals of |Σ w d| / Σ |w d|, w a weight and d what the options differ by per unit of it:
    1 where no such error can turn the choice. None where the theory is not linear in weights, does not
    apply, or has no single choice or no rival.
    """
    if not verdict.about.linear or not verdict.applicable or len(verdict.choice) != 1:
        return None
    mine = _by_weight(verdict.answer(verdict.choice[0]))
    rivals = [answer for answer in verdict.answers if not answer.chosen]
    return min((_share(mine, _by_weight(rival)) for rival in rivals), default=None)


def _by_weight(answer: Answer) -> Mapping[str, float]:
    """Return the parts of a score by the weight that each is in proportion to: a party's or a duty's."""
    parts: defaultdict[str, float] = defaultdict(float)
    for reason in answer.reasons:
        if reason.kind == "term" and reason.address is not None and reason.amount is not None:
            assert isinstance(reason.amount, float)
            parts[reason.party or reason.address.rpartition(".")[2]] += reason.amount
    return parts


def _share(mine: Mapping[str, float], rival: Mapping[str, float]) -> float:
    gaps = [mine.get(key, 0.0) - rival.get(key, 0.0) for key in mine.keys() | rival.keys()]
    sizes = fsum(map(abs, gaps))
    return abs(fsum(gaps)) / sizes if sizes else 0.0
