"""Methods for moral uncertainty in every draw: counts of their winners, and the mean lottery.

In each draw theories have credences and enter a method as in `dilemma.reconcile`: a theory that does not
apply in the draw has no credence, and one that is silent or permits none adds nothing to scores.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import compress
from typing import Any, NamedTuple

import numpy as np

from dilemma.graph import Node
from dilemma.graph.columns import Value
from dilemma.quantity import Quantity, Truth
from dilemma.reconciliation.method import About, Additive
from dilemma.reconciliation.methods.lottery import chances_of_shares
from dilemma.reconciliation.profile import opinion_of_ruling
from dilemma.robustness.stress.elections import Choices, Table, choices, sets, winners
from dilemma.robustness.stress.outcomes import Outcome, outcomes, split_evenly
from dilemma.robustness.stress.voters import Electorate
from dilemma.robustness.symbolic import Recorded, nodes_of

__all__ = ["Elected", "MethodResults", "MethodShare", "Poll", "PollCounts"]


class MethodShare(NamedTuple):
    """The share of draws in which a method chooses an option, ties split evenly, and its standard error."""

    option: str
    chosen: float
    error: float


class Elected(NamedTuple):
    """The results of one method, as shares of the draws in which some theory with credence applies."""

    about: About
    outcomes: tuple[Outcome, ...]
    shares: tuple[MethodShare, ...]


class MethodResults(NamedTuple):
    """The results of all methods over the draws.

    `applies` is the share of the draws in which some theory with credence applies, `guided` the share of
    those in which some such theory sets options apart. `lottery` is each option's mean chance over the
    guided draws if a theory is drawn by its credence and obeyed; None if no draw is guided.
    """

    applies: float
    guided: float
    methods: tuple[Elected, ...]
    lottery: Mapping[str, float] | None


class PollCounts(NamedTuple):
    """Counts over draws: those with some vote, those with guidance, each method's winners, and choices."""

    applies: int
    guided: int
    winners: tuple[Counter[int], ...]
    choices: Choices

    def __add__(self, other: PollCounts) -> PollCounts:  # type: ignore[override]
        return PollCounts(
            self.applies + other.applies,
            self.guided + other.guided,
            tuple(mine + yours for mine, yours in zip(self.winners, other.winners, strict=True)),
            self.choices + other.choices,
        )


class _Voter(NamedTuple):
    """A theory that may vote: whether it applies, what it chooses, and its amounts for each method.

    `amounts` has one row per method, with one amount per option.
    """

    applies: Truth
    guides: Truth
    chosen: Sequence[Truth]
    amounts: Sequence[Sequence[Quantity]]

    @property
    def parts(self) -> Iterator[Quantity | Truth]:
        """All values that can depend on the draw."""
        yield from (self.applies, self.guides, *self.chosen)
        yield from (amount for row in self.amounts for amount in row)


class Poll:
    """Counter of elections, block by block, that also turns counts into shares; empty without voters."""

    def __init__(self, theories: Sequence[Recorded], electorate: Electorate | None) -> None:
        self._electorate = electorate
        self._methods = electorate.methods if electorate else ()
        voting = electorate.may_vote if electorate else ()
        by_id = {theory.framework.about.id: theory for theory in theories}
        self._voters = {id: _voter(by_id[id], self._methods) for id in by_id if id in voting}
        self.nothing = PollCounts(0, 0, tuple(Counter() for _ in self._methods), Counter())
        self.nodes = list(nodes_of(part for voter in self._voters.values() for part in voter.parts))

    def counts(self, values: Mapping[Node, Value], rows: int) -> PollCounts:
        """Return the counts of a block with this many draws."""
        if self._electorate is None:
            return self.nothing
        block = _Block(values, rows)
        applies = block.table([voter.applies for voter in self._voters.values()])
        patterns, which = np.unique(applies, axis=1, return_inverse=True)
        counts = self.nothing
        for at, pattern in enumerate(patterns.T):
            votes = self._electorate.votes([*compress(self._voters, pattern)])
            if votes:
                there = block if patterns.shape[1] == 1 else block._replace(where=which.reshape(-1) == at)
                counts += self._elections([self._voters[id] for id in votes], [*votes.values()], there)
        return counts

    def _elections(self, voters: Sequence[_Voter], votes: Sequence[int], block: _Block) -> PollCounts:
        """Return the counts of draws in which the votes of each theory are the same."""
        guides = block.table([voter.guides for voter in voters])
        chosen = [block.table(voter.chosen) for voter in voters]
        elected = [
            winners(method, [block.table(voter.amounts[at]) for voter in voters], votes)
            for at, method in enumerate(self._methods)
        ]
        return PollCounts(
            applies=guides.shape[1],
            guided=int(np.count_nonzero(guides.any(axis=0))),
            winners=tuple(_counted(table) for table in elected),
            choices=choices(chosen, guides, votes),
        )

    def results(self, counts: PollCounts, draws: int) -> MethodResults | None:
        """Return the counts of this many draws as shares; None without voters."""
        if self._electorate is None:
            return None
        options = self._electorate.options
        return MethodResults(
            applies=counts.applies / draws if draws else 0.0,
            guided=counts.guided / counts.applies if counts.applies else 0.0,
            methods=tuple(
                Elected(
                    method.about,
                    outcomes(winners, options, counts.applies),
                    tuple(
                        MethodShare(option, *split_evenly(winners, at, counts.applies))
                        for at, option in enumerate(options)
                    ),
                )
                for method, winners in zip(self._methods, counts.winners, strict=True)
            ),
            lottery=_lottery(counts, options) if counts.guided else None,
        )


def _voter(theory: Recorded, methods: Sequence[Additive]) -> _Voter:
    """Return a theory as a voter; one that never applies has no choice and no amounts."""
    if theory.ruling is None:
        return _Voter(theory.applies, guides=False, chosen=(), amounts=())
    opinion = opinion_of_ruling(theory.ruling, theory.scores)
    amounts = [method.amounts([opinion])[0] for method in methods]
    return _Voter(theory.applies, opinion.guides, opinion.chosen, amounts)


def _lottery(counts: PollCounts, options: Sequence[str]) -> dict[str, float]:
    """Return each option's mean chance: that of one lottery over all the choices made in the draws.

    Choices are sorted, so that the result does not depend on the size of blocks.
    """
    made = sorted(counts.choices)
    chosen = [[bool(set_ >> at & 1) for at in range(len(options))] for _, set_ in made]
    credences = [Fraction(counts.choices[one], one[0] * counts.guided) for one in made]
    return dict(zip(options, chances_of_shares(chosen, credences), strict=True))


class _Block(NamedTuple):
    """The values of a block of draws, and the draws of it that are selected."""

    values: Mapping[Node, Value]
    rows: int
    where: Any = slice(None)

    def table(self, parts: Sequence[Quantity | Truth]) -> Table:
        """Return a row for each part and a column for each draw."""
        found = (self.values.get(part, part) for part in parts)  # type: ignore[call-overload]
        return np.array([np.broadcast_to(value, self.rows)[self.where] for value in found])


def _counted(members: Table) -> Counter[int]:
    """Return how often each set of options occurs."""
    numbers, often = np.unique(sets(members), return_counts=True)
    return Counter(dict(zip(map(int, numbers), often.tolist(), strict=True)))
