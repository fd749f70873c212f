"""Nash bargaining: the lottery over options that theories, bargaining by credence, would agree on."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import TypeAlias

from dilemma.reconciliation.method import About, Direct, Outcome
from dilemma.reconciliation.methods.expected_range import ranged
from dilemma.reconciliation.profile import Profile

__all__ = ["NASH"]

Row: TypeAlias = list[float]

Gains: TypeAlias = Sequence[tuple[Row, float]]
"""Each theory's gain from each option over its worst, and its credence."""

START, SHRINK, END = 1e-2, 0.1, 1e-12
"""The pull towards even shares: where it starts, how it is lowered, where it stops."""

MOST_STEPS = 40  # of Newton's method at one pull; some five are usual
CLOSE_ENOUGH = 1e-6  # of the pull: what another step would still gain
STAY_INSIDE = 0.9  # of the way to where a share would reach 0
TINY = 1e-300  # for a pivot that rounding would make negative
LEAST_SHARE = 1e-5  # what the last pull may leave to an option that no best lottery needs: some 1e-6


def bargain(profile: Profile) -> Outcome:
    """Return the lottery with the greatest Π (gain by a theory over its worst) ^ credence, and its support.

    The logarithm is concave; an interior-point method follows the maximum of it plus a pull towards even
    shares, and lets the pull vanish. Where several lotteries are best, that ends amid them.
    """
    whole = sum(votes for _, votes in profile.guiding)
    count = len(profile.options)
    gains = [(ranged(ballot), votes / whole) for ballot, votes in profile.guiding if votes]
    lottery = [1 / count] * count
    pull = START
    while gains and pull > END:
        lottery = centred(gains, lottery, pull)
        pull *= SHRINK
    support = tuple(o for o, chance in enumerate(lottery) if chance > LEAST_SHARE)
    kept = sum(lottery[o] for o in support)
    return Outcome(support, tuple(lottery[o] / kept if o in support else 0.0 for o in range(count)))


def centred(gains: Gains, lottery: Row, pull: float) -> Row:
    """Return the lottery that maximises Σ credence × ln gain + pull × Σ ln share, by Newton's method."""
    for _ in range(MOST_STEPS):
        slope, bend = derivatives(gains, lottery, pull)
        along, even = solved(bend, [slope, [1.0] * len(slope)])
        level = sum(along) / sum(even)
        step = [a - level * e for a, e in zip(along, even, strict=True)]  # shares go on adding up to 1
        rise = sum(a * b for a, b in zip(slope, step, strict=True))
        lottery = moved(lottery, step)
        if rise < CLOSE_ENOUGH * pull:
            break
    return lottery


def moved(lottery: Row, step: Row) -> Row:
    """Return the lottery after a step, shortened where it would lead out of the possible shares."""
    room = min((-share / move for share, move in zip(lottery, step, strict=True) if move < 0), default=1.0)
    size = min(1.0, STAY_INSIDE * room)
    shares = [share + size * move for share, move in zip(lottery, step, strict=True)]
    total = sum(shares)
    return [share / total for share in shares]


def derivatives(gains: Gains, lottery: Row, pull: float) -> tuple[Row, list[Row]]:
    """Return the slope at a lottery, and half of the second derivative's rows with the sign turned.

    Up to the diagonal, since the rest mirrors it.
    """
    slope = [pull / share for share in lottery]
    bend = [[0.0] * place + [pull / (share * share)] for place, share in enumerate(lottery)]
    for row, credence in gains:
        scale = 1 / sum(amount * share for amount, share in zip(row, lottery, strict=True))
        relative = [amount * scale for amount in row]
        for a, mine in enumerate(relative):
            if mine:
                weight = credence * mine
                slope[a] += weight
                line = bend[a]
                for b in range(a + 1):
                    line[b] += weight * relative[b]
    return slope, bend


def solved(matrix: list[Row], sides: list[Row]) -> list[Row]:
    """Return the solutions of a positive definite system, one a side, by Cholesky's factors."""
    size = len(matrix)
    factor = [[0.0] * size for _ in range(size)]
    for a in range(size):
        for b in range(a + 1):
            rest = matrix[a][b] - sum(factor[a][k] * factor[b][k] for k in range(b))
            factor[a][b] = sqrt(max(rest, TINY)) if a == b else rest / factor[b][b]
    return [substituted(factor, side) for side in sides]


def substituted(factor: list[Row], side: Row) -> Row:
    """Return the solution for one side, forwards and then backwards through the factor."""
    size = len(side)
    half: Row = []
    for a in range(size):
        half.append((side[a] - sum(factor[a][k] * half[k] for k in range(a))) / factor[a][a])
    whole = [0.0] * size
    for a in reversed(range(size)):
        whole[a] = (half[a] - sum(factor[k][a] * whole[k] for k in range(a + 1, size))) / factor[a][a]
    return whole


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
        needs=("scores",),
    ),
    bargain,
)
