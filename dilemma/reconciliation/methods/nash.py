"""Nash bargaining: the lottery over options that theories, bargaining by credence, would agree on."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from dilemma.reconciliation.method import About, Direct, Outcome, as_floats
from dilemma.reconciliation.methods.expected_range import ranged
from dilemma.reconciliation.profile import Profile, opinion

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
LEAST_SHARE = 1e-5  # what the last pull may leave to an option that no best lottery needs: some 1e-6


def bargain(profile: Profile) -> Outcome:
    """Return the lottery with the greatest Π (gain by a theory over its worst) ^ credence, and its support.

    The logarithm is concave; an interior-point method follows the maximum of it plus a pull towards even
    shares, and lowers the pull towards 0. Where several lotteries are best, that ends amid them.
    """
    import numpy as np  # here, so that the default methods start without it

    voting = [(as_floats(ranged(opinion(ballot))), votes) for ballot, votes in profile.guiding if votes]
    gains = np.array([gain for gain, _ in voting])
    whole = sum(votes for _, votes in voting)
    credences = np.array([votes / whole for _, votes in voting])
    count = len(profile.options)
    lottery: Array = np.full(count, 1 / count)
    pull = START
    while voting and pull > END:
        lottery = maximised(gains, credences, lottery, pull)
        pull *= SHRINK
    support = np.flatnonzero(lottery > LEAST_SHARE).tolist()
    supported = float(lottery[support].sum())
    return Outcome(
        tuple(support), tuple(float(lottery[o]) / supported if o in support else 0.0 for o in range(count))
    )


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
)
