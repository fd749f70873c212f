"""What theories hand to methods in many draws at once, and who wins: a profile and its election in columns.

Tables hold an option a row and a draw a column. Votes are whole numbers here too, so sums of them are exact;
sums of scores are level within the tie tolerance, as in `dilemma.reconciliation.method`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import lcm
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

import numpy as np

from dilemma.quantity import TOLERANCE
from dilemma.reconciliation.method import Additive

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["AMOUNTS", "Ballots", "Table", "lots", "parts_of_a_vote", "winners"]

Table: TypeAlias = "NDArray[Any]"

MOST_EXACT: Final = 2**62  # whole numbers below this add up exactly in 64 bits


class Ballots(NamedTuple):
    """What one theory says in each of some draws, in all of which it applies; `scores` if it has a scale."""

    permitted: Table
    chosen: Table
    ranks: Table
    scores: Table | None

    @property
    def guides(self) -> Table:
        """Whether it chooses some and not all of the options, by draw."""
        return np.asarray(self.chosen.any(axis=0) & ~self.chosen.all(axis=0))


def permitted(ballots: Ballots) -> Table:
    """Return 1 for what it permits, or finds best."""
    return ballots.permitted


def standing(ballots: Ballots) -> Table:
    """Return how many options stand below less how many above; nothing where it does not guide."""
    return np.where(ballots.guides, _below_less_above(ballots.ranks), 0)


def on_one_spread(ballots: Ballots) -> Table:
    """Return scores less their mean, over their standard deviation; nothing where it does not guide.

    Where scores do not follow the order, and where there are none, what stands below less above.
    """
    counts = _below_less_above(ballots.ranks)
    given = counts if ballots.scores is None else _in_order(ballots.scores, ballots.ranks, counts)
    centred = given - given.mean(axis=0)
    largest = _no_zeros(np.abs(centred).max(axis=0))
    spread = largest * np.sqrt(((centred / largest) ** 2).mean(axis=0))
    return np.where(ballots.guides, centred / _no_zeros(spread), 0.0)


AMOUNTS: Final[Mapping[str, Callable[[Ballots], Table]]] = {
    "permissibility": permitted,
    "borda": standing,
    "one-step": on_one_spread,
}
"""What a theory gives every option, by the id of an additive method."""


def _below_less_above(ranks: Table) -> Table:
    ahead = ranks[:, None] < ranks
    return np.asarray(ahead.sum(axis=1) - ahead.sum(axis=0))


def _in_order(scores: Table, ranks: Table, otherwise: Table) -> Table:
    """Return scores with those of one rank made one; `otherwise` where they do not follow the ranks."""
    level = np.where(ranks[:, None] == ranks, scores, -np.inf).max(axis=1)
    astray = (ranks[:, None] < ranks) & (level[:, None] <= level)
    return np.asarray(np.where(astray.any(axis=(0, 1)), otherwise, level))


def _no_zeros(amounts: Table) -> Table:
    return np.where(amounts > 0, amounts, 1.0)


def winners(method: Additive, ballots: Sequence[Ballots], votes: Sequence[int]) -> Table:
    """Return whether each option is among the winners, in draws in which each theory has these votes."""
    amounts = [AMOUNTS[method.about.id](one) for one in ballots]
    whole = sum(votes)
    if method.exact:
        sums = _total(amounts, votes, whole * len(amounts[0]))
        return _truths(sums == sums.max(axis=0))
    shares = [vote / whole for vote in votes]
    score = sum(share * amount for share, amount in zip(shares, amounts, strict=True))
    size = sum(share * np.abs(amount) for share, amount in zip(shares, amounts, strict=True))
    return _truths(score >= np.max(score, axis=0) - TOLERANCE * np.max(size, axis=0))


def parts_of_a_vote(options: int) -> int:
    """Return in how many parts every vote is split, so that it splits evenly over any tie."""
    return lcm(*range(1, options + 1))


def lots(ballots: Sequence[Ballots], votes: Sequence[int]) -> tuple[Table, Table]:
    """Return, by draw, each option's lots, in parts of a vote, and all the votes of theories that guide."""
    options = len(ballots[0].chosen)
    parts = parts_of_a_vote(options)
    each = np.array([0, *(parts // tied for tied in range(1, options)), 0], object)  # silent: no lot
    largest = sum(votes) * parts
    drawn = [each[one.chosen.sum(axis=0)] * one.chosen for one in ballots]
    return _total(drawn, votes, largest), _total([one.guides for one in ballots], votes, largest)


def _total(amounts: Sequence[Table], votes: Sequence[int], largest: int) -> Table:
    """Return the sum of votes times amounts, exactly; none of it is beyond `largest`."""
    kind = np.dtype(np.int64 if largest < MOST_EXACT else object)
    first, *rest = (amount.astype(kind) * vote for amount, vote in zip(amounts, votes, strict=True))
    return np.asarray(sum(rest, start=first))


def _truths(truths: object) -> Table:
    return np.asarray(truths, np.bool_)
