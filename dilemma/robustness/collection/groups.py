"""Groups of views whose verdicts go together.

Two views are as far apart as the share of verdicts in which they differ: the choice of each theory, and of
each method at the view's credences. Groups are formed around medoids, views that stand for the others
(Kaufman and Rousseeuw 1990, ch. 2): the first medoids are those that reduce the sum of distances most, then
each group takes its best medoid until none changes. There are as many groups, from two to five, as give the
greatest mean silhouette (Rousseeuw 1987), each of at least a twentieth of the views, and any two of them a
fifth of the verdicts apart. If that mean is below 0.5, or no two groups are so far apart, there is one group.
Nothing is random: the same views give the same groups.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["CLEAR", "Grouping", "MostChosen", "camps", "chosen_most", "grouped", "medoid_of"]

Profiles = NDArray[np.int64]

MOST_GROUPS: Final = 5
FEWEST: Final = 2  # views of a group
SMALLEST_SHARE: Final = 0.05  # of the views
CLEAR: Final = 0.5  # mean silhouette from which on groups are reasonably apart (Kaufman and Rousseeuw)
APART: Final = 0.2  # of the verdicts, in which the medoids of two groups differ at least
MOST_CANDIDATES: Final = 300  # profiles that may be medoids, the most frequent ones
MOST_ROUNDS: Final = 50
DIGITS: Final = 12  # of distances that are compared, so that rounding decides nothing


class Grouping(NamedTuple):
    """The groups as tuples of rows, largest first, and the medoid of each; `silhouette` is None for one."""

    groups: tuple[tuple[int, ...], ...]
    medoids: tuple[int, ...]
    silhouette: float | None


class MostChosen(NamedTuple):
    """Two options chosen most: who chooses each, as rows, and the medoid of each of these sets of rows.

    `as_often` are the other options that are chosen as often as the second. `by_distance` is true if the
    pair was taken of several since its verdicts differ most, false if by the order of options alone.
    """

    options: tuple[str, str]
    rows: tuple[tuple[int, ...], tuple[int, ...]]
    medoids: tuple[int, int]
    as_often: tuple[str, ...]
    by_distance: bool


def grouped(profiles: Profiles) -> Grouping:
    """Return the groups of rows whose entries go together; a row is a view, a column one of its verdicts."""
    varying = profiles[:, (profiles != profiles[:1]).any(axis=0)]
    distinct, first, which, counts = np.unique(
        varying, axis=0, return_index=True, return_inverse=True, return_counts=True
    )
    which = which.reshape(-1)
    best: tuple[float, NDArray[np.int64], list[int]] | None = None
    if varying.shape[1]:
        candidates = np.argsort(-counts, kind="stable")[:MOST_CANDIDATES]
        distances = distances_to(distinct, candidates)
        for size in range(2, min(MOST_GROUPS, len(candidates)) + 1):
            medoids = refined(distances, counts, initial(distances, counts, size))
            labels = distances[medoids].argmin(axis=0)
            if smallest(labels, counts, size) < max(FEWEST, SMALLEST_SHARE * len(profiles)):
                continue
            if closest(distances, candidates, medoids) * varying.shape[1] < APART * profiles.shape[1]:
                continue
            mean = silhouette(distinct, labels, counts)
            if mean >= CLEAR and (best is None or mean > best[0]):
                best = mean, labels, [int(candidates[medoid]) for medoid in medoids]
    if best is None:
        every = tuple(range(len(profiles)))
        return Grouping((every,), (medoid_of(profiles),), None)
    mean, labels, chosen = best
    rows = [tuple(np.flatnonzero(labels[which] == group).tolist()) for group in range(len(chosen))]
    order = sorted(range(len(rows)), key=lambda group: (-len(rows[group]), rows[group][0]))
    return Grouping(
        tuple(rows[group] for group in order), tuple(int(first[chosen[group]]) for group in order), mean
    )


def distances_to(profiles: Profiles, candidates: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return, for each candidate, the share of entries in which each profile differs from it."""
    differing = np.zeros((len(candidates), len(profiles)))
    for column in profiles.T:
        differing += column[candidates, None] != column
    shares: NDArray[np.float64] = np.round(differing / profiles.shape[1], DIGITS)
    return shares


def initial(distances: NDArray[np.float64], counts: NDArray[np.int64], size: int) -> list[int]:
    """Return the first medoids, each the candidate that reduces the sum of distances most."""
    nearest = np.full(distances.shape[1], np.inf)
    medoids: list[int] = []
    for _ in range(size):
        sums = np.round(np.minimum(distances, nearest) @ counts, DIGITS)
        sums[medoids] = np.inf
        medoids.append(int(sums.argmin()))
        nearest = np.minimum(nearest, distances[medoids[-1]])
    return medoids


def refined(distances: NDArray[np.float64], counts: NDArray[np.int64], medoids: list[int]) -> list[int]:
    """Return the medoids after each group has taken its best one, until none changes."""
    for _ in range(MOST_ROUNDS):
        labels = distances[medoids].argmin(axis=0)
        better = [
            int(np.round(distances[:, labels == group] @ counts[labels == group], DIGITS).argmin())
            for group in range(len(medoids))
        ]
        if better == medoids or len(set(better)) < len(better):
            break
        medoids = better
    return medoids


def closest(distances: NDArray[np.float64], candidates: NDArray[np.int64], medoids: Sequence[int]) -> float:
    """Return the least distance between two of these medoids."""
    between = distances[np.ix_(np.array(medoids), candidates[list(medoids)])]
    return float(between[~np.eye(len(medoids), dtype=bool)].min())


def smallest(labels: NDArray[np.int64], counts: NDArray[np.int64], size: int) -> int:
    """Return the number of views of the smallest group."""
    return min(int(counts[labels == group].sum()) for group in range(size))


def silhouette(profiles: Profiles, labels: NDArray[np.int64], counts: NDArray[np.int64]) -> float:
    """Return the mean silhouette of all views (Rousseeuw 1987): (b - a) / max(a, b).

    `a` is a view's mean distance to the others of its group, `b` to those of the nearest other group. Sums
    of distances follow from the number of views with each entry, so that the time is linear in the views.
    """
    groups = int(labels.max()) + 1
    sizes = np.bincount(labels, counts, groups)
    alike = np.zeros((len(profiles), groups))
    for column in profiles.T:
        values, place = np.unique(column, return_inverse=True)
        table = np.zeros((len(values), groups))
        np.add.at(table, (place.reshape(-1), labels), counts)
        alike += table[place.reshape(-1)]
    sums = sizes - alike / profiles.shape[1]
    own = np.arange(len(profiles)), labels
    within = sums[own] / np.maximum(sizes[labels] - 1, 1)
    means = sums / sizes
    means[own] = np.inf
    beyond = means.min(axis=1)
    widths = (beyond - within) / np.maximum(np.maximum(within, beyond), np.finfo(float).tiny)
    widths[sizes[labels] == 1] = 0.0
    return float(np.round(np.average(widths, weights=counts), DIGITS))


def medoid_of(profiles: Profiles) -> int:
    """Return the row that differs least from all rows; of several the one with the least entries."""
    alike = np.zeros(len(profiles), np.int64)
    for column in profiles.T:
        _, place, counts = np.unique(column, return_inverse=True, return_counts=True)
        alike += counts[place.reshape(-1)]
    return min(np.flatnonzero(alike == alike.max()).tolist(), key=lambda row: profiles[row].tolist())


def camps(choices: Sequence[str | None], profiles: Profiles, options: Sequence[str]) -> Grouping:
    """Return one group for each option that somebody chooses by themselves; rows without a choice in none.

    The largest is first; of equal ones that of the earlier option.
    """
    every = (tuple(row for row, choice in enumerate(choices) if choice == option) for option in options)
    found = sorted(filter(None, every), key=lambda rows: -len(rows))
    medoids = tuple(rows[medoid_of(profiles[list(rows)])] for rows in found)
    return Grouping(tuple(found), medoids, None)


def chosen_most(
    choices: Sequence[str | None], profiles: Profiles, options: Sequence[str]
) -> MostChosen | None:
    """Return the two options chosen most; None if people choose fewer than two.

    Where several pairs are chosen as often, it is the one whose views differ in most verdicts; of several
    such pairs the first in the order of the options. The order of the views decides nothing.
    """
    found = camps(choices, profiles, options)
    if len(found.groups) <= 1:
        return None
    sizes = [len(rows) for rows in found.groups]
    pairs = [
        (one, other)
        for one, other in combinations(range(len(sizes)), 2)
        if (sizes[one], sizes[other]) == (sizes[0], sizes[1])
    ]
    apart = [distance_between(profiles, found.groups[one], found.groups[other]) for one, other in pairs]
    farthest = [pair for pair, distance in zip(pairs, apart, strict=True) if distance == max(apart)]
    one, other = farthest[0]
    named = [choices[rows[0]] or "" for rows in found.groups]
    return MostChosen(
        options=(named[one], named[other]),
        rows=(found.groups[one], found.groups[other]),
        medoids=(found.medoids[one], found.medoids[other]),
        as_often=tuple(
            option
            for place, option in enumerate(named)
            if sizes[place] == sizes[1] and place not in (one, other)
        ),
        by_distance=len(farthest) == 1 < len(pairs),
    )


def distance_between(profiles: Profiles, rows: Sequence[int], others: Sequence[int]) -> float:
    """Return the mean share of entries in which a row of the first differs from one of the second."""
    here, there = profiles[list(rows)], profiles[list(others)]
    shares = [float((here[:, at, None] != there[None, :, at]).mean()) for at in range(profiles.shape[1])]
    return round(sum(shares) / len(shares), DIGITS) if shares else 0.0
