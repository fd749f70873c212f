"""The verbs of robustness in the library: stress a scenario."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from dilemma.robustness.stress.stress_test import DRAWS, StressTest, stress_view
from dilemma.robustness.stress.voters import asked_of_draws
from dilemma.scenario import Document
from dilemma.verbs import frameworks_named, seen

__all__ = ["stress"]


def stress(
    document: Document,
    *,
    weights: Mapping[str, float] | None = None,
    beliefs: Mapping[str, float] | None = None,
    settings: Mapping[str, object] | None = None,
    exchange: float | None = None,
    discount: float | None = None,
    perspective: str | None = None,
    frameworks: Iterable[str] = (),
    draws: int = DRAWS,
    seed: int = 0,
    spread: float | None = None,
    methods: Iterable[str] = (),
    credences: Mapping[str, float | str | Fraction] | None = None,
    even: bool = False,
    done: Callable[[int, int], None] = lambda _made, _asked: None,
) -> StressTest:
    """Return how each framework's verdict fares when all that the document leaves in doubt is drawn at once.

    The settings are those of `dilemma.weigh`; for `draws`, `seed`, `spread` and `done`, and what is raised
    for them, see `dilemma.robustness.stress.stress_test.stress_view`. `methods` (permissibility, borda, one-step) are
    asked in every draw; `credences` and `even` are those of `dilemma.reconcile`.
    """
    request = asked_of_draws(credences=credences, even=even, methods=methods)
    looked_at = seen(
        document,
        weights=weights,
        beliefs=beliefs,
        settings=settings,
        exchange=exchange,
        discount=discount,
        perspective=perspective,
    )
    return stress_view(looked_at, frameworks_named(frameworks), draws, seed, spread, done, request)
