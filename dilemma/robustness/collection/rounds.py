"""Two rounds of views, as in a Delphi: who moved, on what, and whether people came closer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from dilemma.robustness.collection.collection import Collection
from dilemma.robustness.collection.numbers import Number, SettingKind
from dilemma.robustness.collection.verdicts import Sets

__all__ = ["Move", "Rounds", "rounds_of"]


class Move(NamedTuple):
    """A number in two rounds: how many people changed it, its quartiles before and after.

    `spread` is the distance between the first and the third quartile before and after.
    """

    address: str
    kind: SettingKind
    number: Number
    moved: int
    before: tuple[float, float, float]
    after: tuple[float, float, float]

    @property
    def spread(self) -> tuple[float, float]:
        return self.before[2] - self.before[0], self.after[2] - self.after[0]

    @property
    def closer(self) -> int:
        """1 if the quartiles came closer, -1 if they went apart, 0 if they did neither."""
        before, after = self.spread
        return 0 if np.isclose(before, after, rtol=1e-9, atol=0) else 1 if after < before else -1


class Rounds(NamedTuple):
    """Two rounds. `pairs` has the rows before and after of everyone in both, by name; `unmatched` the others.

    `choices` counts people by their own choice before and after, None for none. `apart` is the mean share of
    verdicts in which two of them differ, before and after; `agree` the chance that two of those who choose
    in both rounds choose the same. Either is None where there are fewer than two.
    """

    before: Collection
    after: Collection
    pairs: tuple[tuple[int, int], ...]
    unmatched: tuple[tuple[str, ...], tuple[str, ...]]
    choices: Mapping[tuple[str | None, str | None], int]
    moves: tuple[Move, ...]
    turned: Mapping[str, int]
    apart: tuple[float, float] | None
    agree: tuple[float, float] | None


def rounds_of(before: Collection, after: Collection) -> Rounds:
    """Return the comparison of two rounds of one document; people are known by the names of their views."""
    places = {view.name: row for row, view in enumerate(after.views) if view.name}
    pairs = tuple(
        (row, places[view.name])
        for row, view in enumerate(before.views)
        if view.name is not None and view.name in places
    )
    first, second = [row for row, _ in pairs], [row for _, row in pairs]
    shown = list(before.shown)
    chosen = before.verdicts.chosen[first][:, shown], after.verdicts.chosen[second][:, shown]
    own = [(before.views[one].choice, after.views[other].choice) for one, other in pairs]
    both = [pair for pair in own if None not in pair]
    return Rounds(
        before=before,
        after=after,
        pairs=pairs,
        unmatched=(unmatched(before, first), unmatched(after, second)),
        choices=Counter(own),
        moves=tuple(moves_of(before, after, first, second)),
        turned={
            before.verdicts.theories[at].id: int((chosen[0][:, place] != chosen[1][:, place]).sum())
            for place, at in enumerate(shown)
        },
        apart=(mean_distance(chosen[0]), mean_distance(chosen[1])) if len(pairs) > 1 else None,
        agree=(chance_alike([a for a, _ in both]), chance_alike([b for _, b in both]))
        if len(both) > 1
        else None,
    )


def unmatched(one: Collection, matched: Sequence[int]) -> tuple[str, ...]:
    """Return the names, or else the files, of views whose person is not in the other round."""
    rest = set(range(len(one.views))).difference(matched)
    return tuple(one.views[row].name or one.views[row].label for row in sorted(rest))


def moves_of(
    before: Collection, after: Collection, first: Sequence[int], second: Sequence[int]
) -> list[Move]:
    """Return each number that someone in both rounds sets in either, most people moved first."""
    known = {number.address: number for number in (*after.numbers, *before.numbers)}
    tables = [{number.address: number for number in one.numbers} for one in (before, after)]
    moves = []
    for address, number in known.items():
        rows = (first, second)
        here, there = (
            table[address].values[list(which)] if address in table else np.full(len(which), number.dial.best)
            for table, which in zip(tables, rows, strict=True)
        )
        held = ~(np.isnan(here) | np.isnan(there))
        if held.any():
            moved = int((~np.isclose(here[held], there[held], rtol=1e-9, atol=0)).sum())
            ends = [tuple(np.quantile(side[held], (0.25, 0.5, 0.75)).tolist()) for side in (here, there)]
            moves.append(Move(address, number.kind, number, moved, ends[0], ends[1]))
    moves.sort(key=lambda move: -move.moved)
    return moves


def mean_distance(sets: Sets) -> float:
    """Return the mean share of verdicts in which two of the rows differ."""
    rows, columns = sets.shape
    differing = 0
    for column in sets.T:
        _, counts = np.unique(column, return_counts=True)
        differing += int((counts * (rows - counts)).sum())
    return float(differing / (rows * (rows - 1) * columns))


def chance_alike(choices: Sequence[str | None]) -> float:
    """Return the chance that two different people choose the same."""
    counts, rows = Counter(choices), len(choices)
    alike = sum(count * (count - 1) for count in counts.values())
    return float(alike / (rows * (rows - 1)))
