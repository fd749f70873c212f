"""Points of dials in batches that are computed at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dilemma.graph.columns import Column
from dilemma.robustness.dials.dial import Dial

__all__ = ["batches"]


def batches(spans: Sequence[tuple[Dial, Column]], most: int) -> Iterator[list[tuple[Dial, Column]]]:
    """Yield lists of spans with at most this many points in total, or of one span with more."""
    batch: list[tuple[Dial, Column]] = []
    rows = 0
    for dial, points in spans:
        if batch and rows + len(points) > most:
            yield batch
            batch, rows = [], 0
        batch.append((dial, points))
        rows += len(points)
    if batch:
        yield batch
