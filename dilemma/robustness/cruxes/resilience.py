"""Resilience: the error in all weights at once that a choice survives, for scores linear in weights."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from math import fsum

from dilemma.weighing import Answer, Verdict

__all__ = ["resilience"]


def resilience(verdict: Verdict) -> float | None:
    """Return the largest relative error that every weight may have, of either sign, with the same choice.

    It is the minimum over rivals of |Σ w d| / Σ |w d|, where w is a weight and d the difference between the
    two options per unit of it; 1 if no such error changes the choice. None if the theory is not linear in
    weights, does not apply, or has no single choice or no rival.
    """
    if not verdict.about.linear or not verdict.applicable or len(verdict.choice) != 1:
        return None
    mine = _by_weight(verdict.answer(verdict.choice[0]))
    rivals = [answer for answer in verdict.answers if not answer.chosen]
    return min((_share(mine, _by_weight(rival)) for rival in rivals), default=None)


def _by_weight(answer: Answer) -> Mapping[str, float]:
    """Return the terms of a score summed by the weight they are proportional to (party, or last id)."""
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
