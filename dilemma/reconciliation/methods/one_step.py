"""One step: every theory's scores scaled to one standard deviation, then averaged by credence.

More credence in a theory never unseats an option that the theory chooses. But each theory's spread depends
on all of its scores, so that a greater score for the winner, or a copy of it, may unseat it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dilemma.quantity import Quantity, greatest, magnitude, mean, ratio, root
from dilemma.reconciliation.method import About, Additive, Amounts
from dilemma.reconciliation.profile import Opinion, scores_or_counts

__all__ = ["ONE_STEP"]


def amounts(theories: Sequence[Opinion]) -> Amounts:
    """Return each theory's scores (its Borda counts where it has none) less their mean, over their spread.

    The spread is the population standard deviation; for theories of one unit, the root of the mean of
    their variances, a theory listed twice with the same scores counted once.
    """
    rows = [centred(theory) for theory in theories]
    sharing: dict[str, set[tuple[Quantity, ...]]] = {}
    for theory, row in zip(theories, rows, strict=True):
        if theory.unit is not None and theory.scores is not None:
            sharing.setdefault(theory.unit, set()).add(tuple(row))
    spreads = {unit: pooled_deviation(block) for unit, block in sharing.items()}
    found = []
    for theory, row in zip(theories, rows, strict=True):
        own = None if theory.scores is None or theory.unit is None else spreads[theory.unit]
        by = pooled_deviation([row]) if own is None else own
        found.append(theory.if_it_guides(ratio(amount, by, 0.0) for amount in row))
    return found


def centred(theory: Opinion) -> list[Quantity]:
    """Return a theory's amounts less their mean."""
    raw = scores_or_counts(theory)
    middle = mean(raw)
    return [amount - middle for amount in raw]


def pooled_deviation(rows: Iterable[Sequence[Quantity]]) -> Quantity:
    """Return the root of the mean of the variances of rows that are centred.

    Amounts are squared as shares of the largest, so that no scale is too small or too large.
    """
    listed = [amount for row in rows for amount in row]
    largest = greatest(*map(magnitude, listed))
    shares = [ratio(amount, largest, 0.0) for amount in listed]
    return largest * root(mean([share * share for share in shares]))


ONE_STEP = Additive(
    About(
        id="one-step",
        name="One step",
        claim="Take what is best on average, once every theory has the same say.",
        plainly="on average over all theories, the scores of each brought to one spread, it scores best",
        formula="score(o) = Σ credence × (score by the theory - its mean) / its standard deviation",
        scale="standard deviations above a theory's mean, on average",
        sources=("macaskill-2014", "macaskill-bykvist-ord-2020", "cotton-barratt-2020"),
        objections=(
            "Other measures of spread than the standard deviation give other answers.",
            "A theory to which much is at stake here has no more say than one to which little is.",
            (
                "A greater score may unseat an option. Two theories with half the credence each score three "
                "options 1, 0, 2 and 1, 3, 0: the third wins. With 4 for its 2 the first theory's spread "
                "grows, which shrinks what it holds against the second: the second wins."
            ),
            (
                "A copy may unseat an option. Two theories with half the credence each score three options "
                "4, 1, 0 and 1, 3, 0: the first wins. With a copy of it the second wins."
            ),
            "Adding an option changes every spread, and so may change which of the others is best.",
        ),
        worst_added=(
            "may change the choice among the others: it changes every theory's spread, and with it how much "
            "what parts the others weighs"
        ),
    ),
    amounts,
    exact=False,
)
