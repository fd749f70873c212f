"""Differences between two options' scores under one theory, by factor."""

from __future__ import annotations

from dilemma.weighing import Answer

__all__ = ["differences", "factor_of"]

OPTION_AND_FACTOR = 4  # options.OPTION.consequences.FACTOR: an address up to its factor


def differences(mine: Answer, other: Answer) -> dict[str, float]:
    """Return each factor's contribution to the first score less that to the second, by address; no zeros."""
    gaps: dict[str, float] = {}
    places: dict[str, str] = {}
    for answer, sign in ((mine, 1.0), (other, -1.0)):
        for reason in answer.reasons:
            if reason.kind == "term" and reason.address and isinstance(reason.amount, float):
                factor, place = factor_of(reason.address)
                places.setdefault(factor, place)
                gaps[factor] = gaps.get(factor, 0.0) + sign * reason.amount
    return {places[factor]: gap for factor, gap in gaps.items() if gap}


def factor_of(address: str) -> tuple[str, str]:
    """Return the factor that a reason's address belongs to, the same for all options, and its address."""
    path = address.split(".")[:OPTION_AND_FACTOR]
    return ".".join(path[2:] if path[0] == "options" else path), ".".join(path)
