"""Methods over rulings and credences that are symbols, as a page and many credences at once need them.

The rules are those of the methods' own files. Credences are parts of any size, shares of their sum. Winners
are distinguished if their shares differ by more than the tie tolerance; in whole votes they are told exactly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import lcm
from typing import Final, NamedTuple

from dilemma.frameworks.framework import About, Standing
from dilemma.quantity import (
    TOLERANCE,
    Quantity,
    Truth,
    above,
    choose,
    greatest,
    magnitude,
    negated,
    positive,
    ratio,
    tally,
    total,
)
from dilemma.reconciliation.method import Additive, Direct, Method, margin_table, totals
from dilemma.reconciliation.methods.defaults import DEFAULTS
from dilemma.reconciliation.methods.lottery import chances_of_credences
from dilemma.reconciliation.profile import Ballot, Opinion, opinion, opinion_of_ruling
from dilemma.weighing.ruling import Ruling

__all__ = ["DEFAULT_COUNTS", "Combined", "Counted", "Theory", "combined", "winners_by_credence"]

DEFAULT_COUNTS: Final = tuple(m for m in DEFAULTS if isinstance(m, Additive) and m.exact)
"""The default methods that count: they divide by nothing, so that a page can follow them at little cost."""


class Theory(NamedTuple):
    """A theory, whether it applies, its ruling (None where it applies under no setting), its credence.

    `scores` has one for each option where the theory has a scale.
    """

    about: About
    applies: Truth
    ruling: Ruling | None
    stated: Quantity
    scores: tuple[Quantity, ...] = ()


class Counted(NamedTuple):
    """The result of one method: the score of each option, and whether it wins."""

    scores: tuple[Quantity, ...]
    winners: tuple[Truth, ...]


class Combined(NamedTuple):
    """The results of all methods over some theories.

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
    """One theory's opinion, and its part of the credence; `guiding` is that part where the theory guides."""

    opinion: Opinion
    credence: Quantity
    guiding: Quantity


def _vote(opinion: Opinion, credence: Quantity) -> _Vote:
    return _Vote(opinion, credence, choose(opinion.guides, credence, 0.0))


def combined(
    theories: Sequence[Theory], stated: Truth, methods: Sequence[Additive] = DEFAULT_COUNTS
) -> Combined:
    """Return the methods' results, with stated credences if `stated` holds, else equal ones by family."""
    parts = _parts(theories)
    credences = [
        choose(theory.applies, choose(stated, theory.stated, even), 0.0)
        for theory, even in zip(theories, parts, strict=True)
    ]
    whole = total(credences)
    votes = [
        _vote(opinion_of_ruling(theory.ruling, theory.scores), credence)
        for theory, credence in zip(theories, credences, strict=True)
        if theory.ruling
    ]
    opinions, believed = [vote.opinion for vote in votes], [vote.credence for vote in votes]
    guiding = [vote.guiding for vote in votes]
    return Combined(
        credences=tuple(credences),
        believed=positive(whole),
        methods={method.about.id: _elected(method, opinions, believed, whole) for method in methods},
        lottery=tuple(chances_of_credences([vote.opinion.chosen for vote in votes], guiding)),
        guided=positive(total(guiding)),
    )


def _parts(theories: Sequence[Theory]) -> list[Quantity]:
    """Return the same credence for every family, within one for every comprehensive theory that applies.

    In parts of which every family, however many of its theories apply, gets a whole number for each.
    """
    applying = [
        [t.applies for t in theories if t.about.family is one.about.family and _is_comprehensive(t)]
        for one in theories
    ]
    parts = float(lcm(*range(1, 1 + max(map(len, applying), default=0))))
    return [
        ratio(parts, tally(family), 0.0) if _is_comprehensive(theory) else 0.0
        for theory, family in zip(theories, applying, strict=True)
    ]


def _is_comprehensive(theory: Theory) -> bool:
    return theory.about.standing is Standing.COMPREHENSIVE


def winners_by_credence(
    method: Method, ballots: Sequence[Ballot], credences: Sequence[Quantity]
) -> Sequence[Truth] | None:
    """Return whether each option wins, at credences that are symbols with a sum of 1.

    None for a method whose rule searches, so that only whole votes can follow it.
    """
    if isinstance(method, Additive):
        return _elected(method, [opinion(ballot) for ballot in ballots], credences, 1.0).winners
    if method.winners is None:
        return None
    if isinstance(method, Direct):
        return method.winners(ballots, credences)
    return method.winners(margin_table(ballots, credences, 0.0))


def _elected(
    method: Additive, opinions: Sequence[Opinion], credences: Sequence[Quantity], whole: Quantity
) -> Counted:
    """Return the sum of credence times amount, as a share of all credence, and where it is greatest."""
    amounts = method.amounts(opinions)
    scores = [ratio(score, whole, 0.0) for score in totals(amounts, credences)]
    if not scores:
        return Counted((), ())
    best = greatest(*scores)
    if method.exact:
        return Counted(tuple(scores), tuple(negated(above(best, score)) for score in scores))
    sizes = totals([[*map(magnitude, row)] for row in amounts], credences)
    slack = TOLERANCE * greatest(*[ratio(size, whole, 0.0) for size in sizes])
    return Counted(tuple(scores), tuple(negated(positive(best - slack - score)) for score in scores))
