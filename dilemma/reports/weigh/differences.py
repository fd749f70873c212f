"""Differences between two options' scores under one theory, by factor."""

from __future__ import annotations

from dilemma.weighing import Answer

__all__ = ["differences"]

OPTION_AND_FACTOR = 4  # options.OPTION.consequences.FACTOR: an address up to its factor


def differences(mine: Answer, other: Answer) -> dict[str, float]:
    """Return each factor's contribution to the first score less that to the second, by address; no zeros."""
    gaps: dict[str, float] = {}
    places: dict[str, str] = {}
    for answer, sign in ((mine, 1.0), (other, -1.0)):
        for reason in answer.reasons:
            if reason.kind == "term" and reason.address and isinstance(reason.amount, float):
                path = reason.address.split(".")[:OPTION_AND_FACTOR]
                factor = ".".join(path[2:] if path[0] == "options" else path)
                places.setdefault(factor, ".".join(path))
                gaps[factor] = gaps.get(factor, 0.0) + sign * reason.amount
    return {places[factor]: gap for factor, gap in gaps.items() if gap}
