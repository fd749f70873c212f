"""Nash bargaining: the lottery over options that theories, bargaining by credence, would agree on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from dilemma.reconciliation.method import (
    About,
    Direct,
    Outcome,
    WinnersAt,
    WinnersOfTheory,
    as_floats,
    with_credence,
)
from dilemma.reconciliation.methods.expected_range import ranged
from dilemma.reconciliation.profile import Ballot, Profile, opinion

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["NASH"]

Array: TypeAlias = "NDArray[np.float64]"

START, SHRINK, END = 1e-2, 0.1, 1e-12
"""The pull towards even shares: where it starts, how it is lowered, where it stops."""

MOST_STEPS = 40  # of Newton's method at one pull; some five are usual
CLOSE_ENOUGH = 1e-6  # of the pull: what another step would still gain
STAY_INSIDE = 0.9  # of the way to where a share would reach 0
AT_LEAST = 1e-6  # the share from which an option starts that had less at the last credence
DOUBTFUL = 1e-3  # of the least share that counts: nearer to it, rounding might decide
LEAST_SHARE = 1e-5  # what the last pull may leave to an option that no best lottery needs: some 1e-6


def bargain(profile: Profile) -> Outcome:
    """Return the lottery with the greatest Π (gain over the worst) ^ credence, and its support."""
    return bargained(
        [(gains_of(ballot), votes) for ballot, votes in profile.guiding if votes], len(profile.options)
    )


def gains_of(ballot: Ballot) -> list[float]:
    """Return the gain of each option over the worst by a theory, as a share of its best."""
    return as_floats(ranged(opinion(ballot)))


def bargained(voting: Sequence[tuple[Sequence[float], int]], count: int) -> Outcome:
    """Return the best lottery over so many options, by the gains and the votes of theories.

    The logarithm is concave; an interior-point method follows the maximum of it plus a pull towards even
    shares, and lowers the pull towards 0. Where several lotteries are best, that ends amid them.
    """
    import numpy as np  # here, so that the default methods start without it

    gains = np.array([gain for gain, _ in voting])
    whole = sum(votes for _, votes in voting)
    credences = np.array([votes / whole for _, votes in voting])
    lottery: Array = np.full(count, 1 / count)
    for pull in pulls() if voting else ():
        lottery = maximised(gains, credences, lottery, pull)
    support = np.flatnonzero(lottery > LEAST_SHARE).tolist()
    supported = float(lottery[support].sum())
    return Outcome(
        tuple(support), tuple(float(lottery[o]) / supported if o in support else 0.0 for o in range(count))
    )


def pulls() -> Iterator[float]:
    """Yield the pulls towards even shares, from the first to the last."""
    pull = START
    while pull > END:
        yield pull
        pull *= SHRINK


def along(profile: Profile, offsets: Collection[Fraction]) -> WinnersOfTheory:
    """Return the support as the credence of one theory moves, as `bargain` finds it.

    At the distances that every theory is asked at, the lotteries of all are found at once. Where one does not
    settle, or has a share so near the least that counts that rounding might decide, `bargain` is asked.
    """
    gains = [gains_of(ballot) for ballot in profile.ballots]
    shared = Lotteries(profile, gains, offsets)
    guiding = [place for place, ballot in enumerate(profile.ballots) if ballot.guides]

    def of_theory(which: int) -> WinnersAt:
        at = Fraction(profile.votes[which], profile.total_votes)

        def winners_at(credence: Fraction) -> tuple[int, ...]:
            if support := shared.support(which, credence - at):
                return support
            votes = with_credence(profile, which, credence).votes
            voting = [(gains[place], votes[place]) for place in guiding if votes[place]]
            return bargained(voting, len(profile.options)).winners

        return winners_at

    return of_theory


class Lotteries:
    """The best lotteries where one theory's credence is moved by some distance, for all theories at once.

    Each is found from the one at the last distance: it is near, so that the last pull alone leads to it.
    """

    def __init__(
        self, profile: Profile, gains: Sequence[Sequence[float]], offsets: Collection[Fraction]
    ) -> None:
        import numpy as np

        self._offsets = sorted(offsets, key=abs)
        self._voting = [p for p, ballot in enumerate(profile.ballots) if ballot.guides and profile.votes[p]]
        rows = [gains[place] for place in self._voting]
        self._gains: Array = np.array(rows).reshape(len(rows), len(profile.options))
        self._shares: Array = np.array([votes / profile.total_votes for votes in profile.votes])
        self._start: Array = np.full((len(profile.votes), len(profile.options)), 1 / len(profile.options))
        self._last: dict[bool, Array] = {}
        self._found: dict[Fraction, list[tuple[int, ...] | None]] = {}

    def support(self, which: int, offset: Fraction) -> tuple[int, ...] | None:
        """Return the support where a theory's credence is moved by a distance; None if it is in doubt."""
        if offset in self._found:
            return self._found[offset][which]
        if offset not in self._offsets or not self._voting:
            return None
        above = offset > 0
        for distance in self._offsets:
            if (distance > 0) is above and abs(distance) <= abs(offset) and distance not in self._found:
                self._found[distance] = self._at(distance)
        return self._found[offset][which]

    def _at(self, offset: Fraction) -> list[tuple[int, ...] | None]:
        """Return the support of every theory's lottery at a distance, from those at the last one."""
        import numpy as np

        start = np.maximum(self._last.get(offset > 0, self._start), AT_LEAST)
        lotteries, settled = maximised_at_once(self._gains, self._credences(offset), start)
        doubtful = (abs(lotteries / LEAST_SHARE - 1) < DOUBTFUL).any(axis=1)
        self._last[offset > 0] = np.where(np.isfinite(lotteries), lotteries, self._start)
        return [
            tuple(np.flatnonzero(lottery > LEAST_SHARE).tolist()) if sure else None
            for lottery, sure in zip(lotteries, settled & ~doubtful, strict=True)
        ]

    def _credences(self, offset: Fraction) -> Array:
        """Return the credences of the theories that guide, a row for each theory that is moved."""
        import numpy as np

        moved = np.clip(self._shares + float(offset), 0, 1)
        others = np.where(self._shares < 1, 1 - self._shares, 1)
        credences = self._shares[self._voting] * ((1 - moved) / others)[:, None]
        for column, place in enumerate(self._voting):
            credences[place, column] = moved[place]
        whole = credences.sum(axis=1)
        result: Array = credences / np.where(whole > 0, whole, 1)[:, None]
        return result


def maximised_at_once(gains: Array, credences: Array, lotteries: Array) -> tuple[Array, NDArray[np.bool_]]:
    """Return the lottery that is best at the last pull by each row of credences, and whether it settled."""
    import numpy as np

    *_, pull = pulls()
    theories, options = gains.shape
    products = (gains[:, :, None] * gains[:, None, :]).reshape(theories, options * options)
    lotteries = lotteries / lotteries.sum(axis=1, keepdims=True)
    settled = np.zeros(len(lotteries), dtype=bool)
    for _ in range(MOST_STEPS):
        weights = credences / (lotteries @ gains.T)
        slope = pull + lotteries * (weights @ gains)
        weights /= lotteries @ gains.T
        curvature = (weights @ products).reshape(-1, options, options)
        curvature *= lotteries[:, :, None] * lotteries[:, None, :]
        curvature += pull * np.eye(options)
        along, even = np.moveaxis(np.linalg.solve(curvature, np.stack([slope, lotteries], axis=2)), 2, 0)
        whole = ((lotteries * along).sum(axis=1) / (lotteries * even).sum(axis=1))[:, None]
        step = along - whole * even
        steepest = np.maximum(-step.min(axis=1, keepdims=True), STAY_INSIDE)
        lotteries = lotteries * (1 + STAY_INSIDE / steepest * step)
        lotteries /= lotteries.sum(axis=1, keepdims=True)
        settled |= (slope * step).sum(axis=1) < CLOSE_ENOUGH * pull
        if settled.all():
            break
    return lotteries, settled


def maximised(gains: Array, credences: Array, lottery: Array, pull: float) -> Array:
    """Return the lottery that maximises Σ credence × ln gain + pull × Σ ln share, by Newton's method.

    Steps are in shares of each share: in these no option's curvature is beyond what rounding can bear.
    """
    import numpy as np

    for _ in range(MOST_STEPS):
        slope, curvature = derivatives(gains, credences, lottery, pull)
        along, even = np.linalg.solve(curvature, np.stack([slope, lottery], axis=1)).T
        step = along - (lottery @ along) / (lottery @ even) * even  # shares go on adding up to 1
        lottery = after_step(lottery, step)
        if slope @ step < CLOSE_ENOUGH * pull:
            break
    return lottery


def after_step(lottery: Array, step: Array) -> Array:
    """Return the lottery after a step, shortened where it would lead out of the possible shares."""
    steepest = max(float(-step.min()), STAY_INSIDE)
    shares: Array = lottery * (1 + STAY_INSIDE / steepest * step)
    shares /= shares.sum()
    return shares


def derivatives(gains: Array, credences: Array, lottery: Array, pull: float) -> tuple[Array, Array]:
    """Return the slope by shares of each share, and the curvature: positive definite."""
    import numpy as np

    parts = gains * lottery / (gains @ lottery)[:, None]  # of each theory's gain, by option
    slope: Array = pull + credences @ parts
    curvature: Array = pull * np.eye(len(lottery)) + (parts.T * credences) @ parts
    return slope, curvature


NASH = Direct(
    About(
        id="nash",
        name="Nash bargaining",
        claim="Draw lots as theories would agree to, if each bargained with a force equal to its credence.",
        plainly="what has a chance in the lottery that theories, so bargaining, would agree on",
        formula="the lottery with the greatest Π (expected score by the theory - its least) ^ credence",
        scale="its chance in the lottery",
        sources=("greaves-cotton-barratt-2023", "nash-1950"),
        objections=(
            "What each theory would fall back on, here its own worst option, is a free choice.",
            "Theories are not people: nothing shows that they ought to strike a bargain.",
        ),
        worst_added=(
            "may change the lottery among the others: it is what every theory would then fall back on"
        ),
        needs=("scores",),
    ),
    bargain,
    along=along,
)
