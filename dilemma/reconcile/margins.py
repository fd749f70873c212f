"""Who stands above whom, by how much credence; and the strongest chains of such steps."""

from __future__ import annotations

from dilemma.reconcile.method import Margins
from dilemma.reconcile.profile import Profile

__all__ = ["margins", "strengths"]


def margins(profile: Profile) -> Margins:
    """Return M[a][b]: the votes of theories that put a above b, less those that put b above a.

    A theory that permits none, or is silent, adds nothing.
    """
    table = [[0] * len(profile.options) for _ in profile.options]
    for ballot, vote in profile.guiding:
        places = ballot.places
        for a, mine in enumerate(places):
            row = table[a]
            for b, yours in enumerate(places):
                if mine < yours:
                    row[b] += vote
                elif yours < mine:
                    row[b] -= vote
    return table


def strengths(table: Margins) -> list[list[int]]:
    """Return the strength of the strongest chain of majorities from a to b: its weakest step; 0 for none.

    Floyd and Warshall's recursion with least and greatest for sum and least.
    """
    options = range(len(table))
    strongest = [[max(margin, 0) for margin in row] for row in table]
    for middle in options:
        onward = strongest[middle]
        for row in strongest:
            first = row[middle]
            if first:
                for b in options:
                    step = first if first < onward[b] else onward[b]
                    if step > row[b]:
                        row[b] = step
    return strongest
