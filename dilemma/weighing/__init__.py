"""Verdicts of theories on a case, and the agreement between them."""

from __future__ import annotations

from dilemma.weighing.judge import (
    Agreement,
    Answer,
    Verdict,
    Weighing,
    agreement,
    chosen,
    configured,
    dissenters,
    judge,
    judge_view,
    residue,
)

__all__ = [
    "Agreement",
    "Answer",
    "Verdict",
    "Weighing",
    "agreement",
    "chosen",
    "configured",
    "dissenters",
    "judge",
    "judge_view",
    "residue",
]
