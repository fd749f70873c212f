"""Margins as the credence of one theory moves from 0 to 1, the others keeping their proportions.

Every margin is a straight line in the credence x. A method that chooses by margins reads their signs and
their order by size alone, so its choice can change only where a line is 0, or equals another or its negative.
Between two such places one table with small whole numbers in the same order stands for all: methods, and the
paths of theories with like ballots, share what is found for it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import combinations
from typing import NamedTuple, TypeAlias

from dilemma.reconciliation.method import Margins, Pairwise, margins
from dilemma.reconciliation.profile import Profile

__all__ = ["MarginPath", "MarginPaths", "Stretch"]

Winners: TypeAlias = tuple[int, ...]
Order: TypeAlias = tuple[int, ...]
"""The margins of the pairs of options a < b by sign and size: the n-th smallest is n or -n."""

Line: TypeAlias = tuple[int, int]
"""A margin at the credences 0, and what it gains from 0 to 1, in votes times votes."""


class Stretch(NamedTuple):
    """The credences next to a place, above or below it, at which margins stand in one order."""

    place: float
    order: Order


class MarginPaths:
    """The paths of margins of all theories of a profile, and what each method chooses at an order."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._votes = profile.total_votes
        self._pairs = [*combinations(range(len(profile.options)), 2)]
        self._sums = self._of_pairs(margins(profile))
        self._paths: dict[int, MarginPath] = {}
        self._chosen: dict[str, dict[Order, Winners | None]] = {}

    def path(self, which: int) -> MarginPath:
        """Return the path of margins with the credence of one theory."""
        if which not in self._paths:
            self._paths[which] = MarginPath(self._lines(which), self._profile.votes[which], self._votes)
        return self._paths[which]

    def winners(self, method: Pairwise) -> Callable[[Order], Winners | None]:
        """Return the function from an order of margins to what a method chooses."""
        known = self._chosen.setdefault(method.about.id, {})

        def chosen(order: Order) -> Winners | None:
            if order not in known:
                outcome = method.elect(self._table(order))
                known[order] = outcome and outcome.winners
            return known[order]

        return chosen

    def _of_pairs(self, table: Margins) -> list[int]:
        return [table[a][b] for a, b in self._pairs] if table else [0] * len(self._pairs)

    def _lines(self, which: int) -> list[Line]:
        """Return the margin of each pair of options as a line in the credence of a theory."""
        votes = self._profile.votes[which]
        others = self._votes - votes
        alone = Profile(self._profile.options, (self._profile.ballots[which],), (1,))
        own = self._of_pairs(margins(alone))
        rest = [total - votes * mine for total, mine in zip(self._sums, own, strict=True)]
        return [(level, others * mine - level) for level, mine in zip(rest, own, strict=True)]

    def _table(self, order: Order) -> list[list[int]]:
        """Return the table of margins in an order."""
        size = len(self._profile.options)
        table = [[0] * size for _ in range(size)]
        for (a, b), margin in zip(self._pairs, order, strict=True):
            table[a][b], table[b][a] = margin, -margin
        return table


class MarginPath:
    """The places at which the order of margins changes, and that order on either side of each.

    A place is a fraction; its key is the whole part of it times 2 ** `_bits`, which tells all of them apart
    by 3 or more, so that the key plus one lies strictly between a place and the next.
    """

    def __init__(self, lines: list[Line], votes: int, whole: int) -> None:
        self._lines = lines
        self._bits = 2 * (8 * whole).bit_length() + 2  # no line gains, nor two together, more than 8 times it
        self._places: dict[int, float] = {}
        for above, below in (*crossing_places({*lines}), (votes, whole)):
            self._places[(above << self._bits) // below] = above / below
        self._keys = [0, *sorted(self._places)]
        self._here = bisect_left(self._keys, (votes << self._bits) // whole)
        self._orders: dict[int, Order] = {}

    def upwards(self) -> Iterator[Stretch]:
        """Yield each place from the present credence up, and the order above it."""
        for at in range(self._here, len(self._keys)):
            yield Stretch(self._places[self._keys[at]], self._order(at))

    def downwards(self) -> Iterator[Stretch]:
        """Yield each place from the present credence down, and the order below it."""
        for at in range(self._here, 0, -1):
            yield Stretch(self._places[self._keys[at]], self._order(at - 1))

    def _order(self, at: int) -> Order:
        """Return the order of the margins between a place and the next."""
        if at not in self._orders:
            point, bits = self._keys[at] + 1, self._bits
            values = [(level << bits) + gain * point for level, gain in self._lines]
            sizes = {size: n for n, size in enumerate(sorted({0, *map(abs, values)}))}
            self._orders[at] = tuple(sizes[v] if v >= 0 else -sizes[-v] for v in values)
        return self._orders[at]


def crossing_places(lines: set[Line]) -> Iterator[tuple[int, int]]:
    """Yield, as fractions above 0 and below 1, where a line is 0, or equals another or its negative."""
    yield from inside(lines)
    for (level, gain), (other, slope) in combinations(lines, 2):
        yield from inside(((level - other, gain - slope), (level + other, gain + slope)))


def inside(lines: set[Line] | tuple[Line, ...]) -> Iterator[tuple[int, int]]:
    """Yield where each line is 0, if that is above 0 and below 1."""
    for level, gain in lines:
        if level < 0 < level + gain:
            yield -level, gain
        elif level > 0 > level + gain:
            yield level, -gain
