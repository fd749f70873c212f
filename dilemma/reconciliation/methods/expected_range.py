"""Expected choiceworthiness, every theory's scores run from 0 for its worst option to 1 for its best."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.quantity import Quantity, greatest, least, ratio
from dilemma.reconciliation.method import About, Additive, Amounts
from dilemma.reconciliation.profile import Opinion, scores_or_counts

__all__ = ["EXPECTED_RANGE", "ranged"]


def ranged(theory: Opinion) -> list[Quantity]:
    """Return a theory's scores, or Borda counts, scaled to 0 (worst) to 1 (best).

    All are 0 if it does not guide.
    """
    raw = scores_or_counts(theory)
    worst, best = least(*raw), greatest(*raw)
    return theory.if_it_guides(ratio(amount - worst, best - worst, 0.0) for amount in raw)


def amounts(theories: Sequence[Opinion]) -> Amounts:
    """Return each theory's scores, scaled from 0 to 1."""
    return [ranged(theory) for theory in theories]


EXPECTED_RANGE = Additive(
    About(
        id="expected-range",
        name="Expected by range",
        claim="Take what is best on average, once every theory's scores run from 0 to 1.",
        plainly="on average over all theories, the scores of each run from 0 to 1, it scores best",
        formula="score(o) = Σ credence × (score by the theory - its least) / (its greatest - its least)",
        scale="0 if every theory finds it worst, 1 if every theory finds it best",
        sources=("lockhart-2000", "cotton-barratt-2020"),
        objections=(
            "It favours theories that see two kinds of option, all good or all bad (MacAskill 2014).",
            "One option more, better or worse than the rest, changes every other's score.",
        ),
        worst_added=(
            "may change the choice among the others: every theory's 0 is moved down to it, and what "
            "parts the others shrinks, by some theories more than by others"
        ),
        needs=("scores",),
    ),
    amounts,
    exact=False,
)
