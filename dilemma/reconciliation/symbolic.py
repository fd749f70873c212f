"""What methods make of rulings that hang on settings, by credences that may be turned: all in quantities.

The rules are those of the methods' own files. Credences are parts of any size, shares of their sum. Winners
are told apart where their shares differ by more than the tie tolerance; in whole votes they are told exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from math import lcm
from typing import Final, NamedTuple

from dilemma.frameworks.framework import About, Standing
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    choose,
    greatest,
    negated,
    positive,
    ratio,
    tally,
    total,
)
from dilemma.reconciliation.methods.permissibility import permits
from dilemma.reconciliation.profile import standing
from dilemma.weighing.ruling import Ruling

__all__ = ["Combined", "Counted", "Theory", "combined"]


class Theory(NamedTuple):
    """A theory, whether it applies, its ruling (None where it applies under no setting), its credence."""

    about: About
    applies: Truth
    ruling: Ruling | None
    stated: Quantity


class Counted(NamedTuple):
    """What one method gives each option, and whether it is among the winners."""

    scores: tuple[Quantity, ...]
    winners: tuple[Truth, ...]


class Combined(NamedTuple):
    """What methods make of some theories.

    `credences` are those in force, one a theory, in parts of their sum. All else means something where some
    theory is `believed`; `lottery`, the chance of each option, where one of them sets options apart
    (`guided`).
    """

    credences: tuple[Quantity, ...]
    believed: Truth
    methods: Mapping[str, Counted]
    lottery: tuple[Quantity, ...]
    guided: Truth


class _Vote(NamedTuple):
    """A theory's ruling and its part of the credence."""

    ruling: Ruling
    credence: Quantity

    @property
    def guides(self) -> Truth:
        """Whether it chooses some and not all of the options."""
        return all_of(negated(self.ruling.permits_none), negated(self.ruling.silent))


def _permitted(vote: _Vote) -> list[Quantity]:
    return permits([placing.permissible for placing in vote.ruling.placings])


def _counted(vote: _Vote) -> list[Quantity]:
    stands = standing([placing.rank for placing in vote.ruling.placings])
    return [choose(vote.guides, amount, 0.0) for amount in stands]


AMOUNTS: Final[Mapping[str, Callable[[_Vote], list[Quantity]]]] = {
    "permissibility": _permitted,
    "borda": _counted,
}
"""What a theory gives every option, by the id of the method."""


def combined(theories: Sequence[Theory], stated: Truth) -> Combined:
    """Return what the methods choose: by what is stated where `stated` holds, else every family the same."""
    parts = _parts(theories)
    credences = [
        choose(theory.applies, choose(stated, theory.stated, even), 0.0)
        for theory, even in zip(theories, parts, strict=True)
    ]
    whole = total(credences)
    votes = [_Vote(t.ruling, credence) for t, credence in zip(theories, credences, strict=True) if t.ruling]
    guiding = [vote._replace(credence=choose(vote.guides, vote.credence, 0.0)) for vote in votes]
    return Combined(
        credences=tuple(credences),
        believed=positive(whole),
        methods={id: _elected([*map(amounts, votes)], votes, whole) for id, amounts in AMOUNTS.items()},
        lottery=tuple(_lottery(guiding)),
        guided=positive(total(vote.credence for vote in guiding)),
    )


def _parts(theories: Sequence[Theory]) -> list[Quantity]:
    """Return the same credence for every family, within one for every comprehensive theory that applies.

    In parts of which every family, however many of its theories apply, gets a whole number for each.
    """
    applying = [
        [t.applies for t in theories if t.about.family is one.about.family and _whole(t)] for one in theories
    ]
    parts = float(lcm(*range(1, 1 + max(map(len, applying), default=0))))
    return [
        ratio(parts, tally(family), 0.0) if _whole(theory) else 0.0
        for theory, family in zip(theories, applying, strict=True)
    ]


def _whole(theory: Theory) -> bool:
    return theory.about.standing is Standing.COMPREHENSIVE


def _elected(amounts: Sequence[Sequence[Quantity]], votes: Sequence[_Vote], whole: Quantity) -> Counted:
    """Return the sum of credence times amount, as a share of all credence, and where it is greatest."""
    scores = [
        ratio(total(vote.credence * amount for vote, amount in zip(votes, column, strict=True)), whole, 0.0)
        for column in zip(*amounts, strict=True)
    ]
    best = greatest(*scores) if scores else 0.0
    return Counted(tuple(scores), tuple(negated(above(best, score)) for score in scores))


def _lottery(guiding: Sequence[_Vote]) -> Iterator[Quantity]:
    """Yield each option's chance: every theory's credence, split evenly over its choice, brought to 1."""
    whole = total(vote.credence for vote in guiding)
    chosen = [[placing.chosen for placing in vote.ruling.placings] for vote in guiding]
    each = [
        ratio(vote.credence, whole * tally(mine), 0.0) for vote, mine in zip(guiding, chosen, strict=True)
    ]
    for column in zip(*chosen, strict=True):
        yield total(choose(holds, part, 0.0) for holds, part in zip(column, each, strict=True))
