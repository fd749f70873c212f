"""Shares of all credences: how large a part of them leads a method to each option.

Credences in n theories are the points of a simplex: numbers of at least 0 with a sum of 1. A point is drawn
from the uniform distribution over it (the flat Dirichlet distribution) by dividing n independent exponential
numbers by their sum (Devroye 1986, ch. XI.4). Each theory has its own stream of PCG64, made from its id.

The rules are those of the methods' own files, recorded once as a graph over the credences (`symbolic`) and
evaluated in columns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dilemma.graph import Graph, Node
from dilemma.quantity import Quantity, Truth, choose, ratio, tally
from dilemma.reconciliation.method import Method
from dilemma.reconciliation.profile import Profile
from dilemma.reconciliation.symbolic import winners_by_credence

if TYPE_CHECKING:
    from numpy.random import SeedSequence

    from dilemma.graph.columns import Column

__all__ = ["DRAWS", "SEED", "Simplex", "SimplexShares", "simplex_shares"]

DRAWS = 50_000
"""With these the standard error of a share is at most 0.22 percentage points."""

SEED = 0

FEWEST = 2  # theories: with one there is one credence only

Means: TypeAlias = Mapping[Quantity, tuple[float, float]]
"""The mean of each part, and its standard error."""

TRIAL = 64  # draws by which the order of evaluation is chosen; results do not depend on it


class SimplexShares(NamedTuple):
    """The share of all credences at which a method chooses each option, ties split evenly.

    `error` is the largest of the standard errors of the shares.
    """

    method: str
    shares: Mapping[str, float]
    error: float


class Simplex(NamedTuple):
    """The shares by each method that can be followed, and how they were drawn.

    `theories` are those whose credences were drawn.
    """

    draws: int
    seed: int
    theories: tuple[str, ...]
    methods: tuple[SimplexShares, ...]

    def of(self, method: str) -> SimplexShares | None:
        """Return the shares by a method; None if it could not be followed."""
        return next((one for one in self.methods if one.method == method), None)


def simplex_shares(
    profile: Profile, methods: Sequence[Method], draws: int = DRAWS, seed: int = SEED
) -> Simplex | None:
    """Return the shares of all credences in the theories of a profile, whatever votes it gives them.

    None with fewer than two theories. Methods whose rules search are left out.
    """
    if len(profile.ballots) < FEWEST:
        return None
    graph = Graph()
    ids = tuple(ballot.id for ballot in profile.ballots)
    credences = [graph.input(id, 0.0, 1.0) for id in ids]
    parts: dict[str, list[Quantity]] = {}
    for method in methods:
        winners = winners_by_credence(method, profile.ballots, credences)
        if winners is not None:
            parts[method.about.id] = evenly_split(winners)
    means = means_and_errors([part for row in parts.values() for part in row], ids, draws, seed)
    return Simplex(draws, seed, ids, tuple(shares(parts, profile.options, means)))


def evenly_split(winners: Sequence[Truth]) -> list[Quantity]:
    """Return the part of a draw that each option gets: the same for every winner, 0 for the others."""
    count = tally(winners)
    return [choose(wins, ratio(1.0, count, 0.0), 0.0) for wins in winners]


def shares(
    parts: Mapping[str, Sequence[Quantity]],
    options: Sequence[str],
    means: Means,
) -> Iterator[SimplexShares]:
    """Yield the shares by each method."""
    for method, row in parts.items():
        found = [means[part] for part in row]
        yield SimplexShares(
            method,
            dict(zip(options, (mean for mean, _ in found), strict=True)),
            max(error for _, error in found),
        )


def means_and_errors(parts: Sequence[Quantity], ids: Sequence[str], draws: int, seed: int) -> Means:
    """Return the mean of each part over the draws, and its standard error; a constant has no error."""
    import numpy as np

    from dilemma.graph.program import compile_program

    nodes = [*dict.fromkeys(part for part in parts if isinstance(part, Node))]
    found: dict[Quantity, tuple[float, float]] = {
        part: (part, 0.0) for part in parts if isinstance(part, float)
    }
    if not nodes:
        return found
    program = compile_program(nodes, next(credence_blocks(ids, TRIAL, seed)))
    sums = np.zeros((2, len(nodes)))
    for columns in credence_blocks(ids, draws, seed, program.block):
        for at, value in enumerate(program.run(columns)):
            column = np.broadcast_to(value, columns[ids[0]].shape)
            sums[:, at] += column.sum(), column @ column
    means, squares = sums / draws
    for node, mean, square in zip(nodes, means.tolist(), squares.tolist(), strict=True):
        found[node] = mean, sqrt(max(0.0, square - mean * mean) / draws)
    return found


def credence_blocks(
    ids: Sequence[str], draws: int, seed: int, block: int | None = None
) -> Iterator[dict[str, Column]]:
    """Yield draws of the credence in each theory, from the uniform distribution over the simplex.

    They come in blocks of so many; the draws do not depend on their size.
    """
    import numpy as np

    from dilemma.graph.program import BLOCK

    block = block or BLOCK
    uniforms = {id: np.random.Generator(np.random.PCG64(stream(seed, id))) for id in ids}
    for start in range(0, draws, block):
        rows = min(block, draws - start)
        exponentials = {id: -np.log1p(-uniform.random(rows)) for id, uniform in uniforms.items()}
        whole = np.add.reduce([*exponentials.values()])
        yield {id: column / whole for id, column in exponentials.items()}


def stream(seed: int, id: str) -> SeedSequence:
    """Return the beginning of a theory's stream of random numbers, independent of all others."""
    from numpy.random import SeedSequence

    return SeedSequence((seed, int.from_bytes(id.encode(errors="surrogatepass"), "big")))
