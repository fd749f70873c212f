"""Groups of views: planted ones are found, and where there are none, one is told."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dilemma.robustness.collection.collection import collected
from dilemma.robustness.collection.groups import grouped, medoid_of, silhouette
from tests.unit.robustness.collection.samples import around, document, random_views, theories

CAMPS = ("proponents", "critics")


@pytest.mark.parametrize("name", ["track-two", "cluster"])
@pytest.mark.parametrize(("count", "share"), [(24, 0.0), (24, 0.3), (24, 1.0), (120, 0.3)])
def test_planted_camps_are_found(name: str, share: float, count: int) -> None:
    """Views around two opposed perspectives never share a group, but for one in a hundred."""
    views = around(name, CAMPS, count, share)
    found = collected(document(name), views, theories(), shown=document(name).scenario.panel)
    assert len(found.groups) >= 2
    mixed = 0
    for group in found.groups:
        sides = [views[row].perspective for row in group.rows]
        mixed += min(sides.count(camp) for camp in CAMPS)
    assert mixed <= count / 100
    largest = {views[row].perspective for group in found.groups[:2] for row in group.rows}
    assert largest == {*CAMPS}


@pytest.mark.parametrize("seed", range(4))
def test_without_camps_there_is_one_group(seed: int) -> None:
    """Views whose numbers are independent of one another form one group."""
    views = [one for one in random_views("track-two", 90, seed) if one.perspective is None]
    found = collected(document("track-two"), views, theories(), shown=document("track-two").scenario.panel)
    assert len(found.groups) == 1
    assert found.silhouette is None
    assert found.division is None


def test_views_that_agree_are_one_group() -> None:
    """Equal verdicts are one group, whatever their number."""
    for rows in (1, 2, 50):
        found = grouped(np.ones((rows, 5), np.int64))
        assert found.groups == (tuple(range(rows)),)


@st.composite
def planted(draw: st.DrawFn) -> tuple[np.ndarray, list[int]]:
    """Return profiles of two to four camps with some noise, shuffled, and the camp of each."""
    rng = random.Random(draw(st.integers(0, 10_000)))
    camps, columns = draw(st.integers(2, 4)), 12
    modes = [[10 * camp + rng.randrange(3) for _ in range(columns)] for camp in range(camps)]
    rows, labels = [], []
    for camp in range(camps):
        for _ in range(draw(st.integers(4, 12))):
            rows.append([99 if rng.random() < 0.08 else entry for entry in modes[camp]])
            labels.append(camp)
    order = rng.sample(range(len(rows)), len(rows))
    return np.array([rows[at] for at in order]), [labels[at] for at in order]


@given(planted())
def test_groups_are_the_planted_ones_in_any_order(case: tuple[np.ndarray, list[int]]) -> None:
    """Camps that share no verdict are found exactly, and the order of the views does not matter."""
    profiles, labels = case
    found = grouped(profiles)
    assert sorted(sorted(group) for group in found.groups) == sorted(
        sorted(row for row, label in enumerate(labels) if label == camp) for camp in {*labels}
    )
    assert all(medoid in group for medoid, group in zip(found.medoids, found.groups, strict=True))
    back = grouped(profiles[::-1])
    turned = sorted(sorted(len(profiles) - 1 - row for row in group) for group in back.groups)
    assert turned == sorted(sorted(group) for group in found.groups)


@given(st.integers(0, 10_000))
def test_silhouettes_are_those_of_the_definition(seed: int) -> None:
    """The mean silhouette, found from counts, is that of Rousseeuw's formula over all pairs."""
    rng = np.random.default_rng(seed)
    profiles = np.unique(rng.integers(0, 3, (14, 5)), axis=0)
    counts = rng.integers(1, 4, len(profiles))
    labels = np.arange(len(profiles)) % 3
    whole, of = np.repeat(profiles, counts, axis=0), np.repeat(labels, counts)
    widths = []
    for row, label in enumerate(of):
        far = (whole != whole[row]).mean(axis=1)
        if (of == label).sum() == 1:
            widths.append(0.0)
            continue
        a = far[(of == label)].sum() / ((of == label).sum() - 1)
        b = min(far[of == other].mean() for other in {*of.tolist()} - {label})
        widths.append((b - a) / max(a, b) if max(a, b) else 0.0)
    assert silhouette(profiles, labels, counts) == pytest.approx(float(np.mean(widths)), abs=1e-9)


def test_the_medoid_differs_least_from_all() -> None:
    """The view that stands for all is the one with the smallest sum of distances."""
    profiles = np.random.default_rng(4).integers(0, 3, (20, 6))
    sums = [(profiles != row).sum() for row in profiles]
    assert sums[medoid_of(profiles)] == min(sums)
