"""One step: every theory's scores brought to one spread, then averaged by credence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum, sqrt

from dilemma.reconciliation.method import About, Additive, Amounts
from dilemma.reconciliation.profile import Ballot, scores_or_counts

__all__ = ["ONE_STEP"]


def amounts(ballots: Sequence[Ballot]) -> Amounts:
    """Return each theory's scores (its Borda counts where it has none) less their mean, over their spread.

    The spread is the population standard deviation; for theories of one unit, the root of the mean of
    their variances, a theory listed twice with the same scores counted once.
    """
    rows = [centred(ballot) for ballot in ballots]
    blocks: dict[str, set[tuple[float, ...]]] = {}
    for ballot, row in zip(ballots, rows, strict=True):
        if ballot.unit is not None and ballot.scores is not None:
            blocks.setdefault(ballot.unit, set()).add(tuple(row))
    spreads = {unit: spread(block) for unit, block in blocks.items()}
    found = []
    for ballot, row in zip(ballots, rows, strict=True):
        own = None if ballot.scores is None or ballot.unit is None else spreads[ballot.unit]
        by = spread([row]) if own is None else own
        found.append([amount / by for amount in row] if ballot.guides else [0.0] * len(row))
    return found


def centred(ballot: Ballot) -> list[float]:
    """Return a theory's amounts less their mean."""
    given = scores_or_counts(ballot)
    mean = fsum(given) / len(given)
    return [amount - mean for amount in given]


def spread(rows: Iterable[Sequence[float]]) -> float:
    """Return the root of the mean of the variances of rows that are centred.

    Amounts are squared as shares of the largest, so that no scale is too small or too large.
    """
    listed = [amount for row in rows for amount in row]
    largest = max(abs(amount) for amount in listed)
    if not largest:
        return 0.0
    return largest * sqrt(fsum((amount / largest) ** 2 for amount in listed) / len(listed))


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
            "Adding an option changes every spread, and so may change which of the others is best.",
        ),
    ),
    amounts,
    exact=False,
)
