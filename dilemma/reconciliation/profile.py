"""Ballots and profiles: each theory's order of the options, its scores, and what it permits."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation at start-up.

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dilemma.frameworks.framework import Gives
from dilemma.quantity import (
    Quantity,
    Truth,
    above,
    all_of,
    any_of,
    choose,
    equal,
    greatest_where,
    negated,
    never,
    positive,
    tally,
)

if TYPE_CHECKING:
    from dilemma.reconciliation.input.printed import PrintedAnswer
    from dilemma.weighing import Answer
    from dilemma.weighing.ruling import Ruling

__all__ = [
    "Ballot",
    "Opinion",
    "Profile",
    "ballot",
    "ballot_of",
    "borda_counts",
    "in_order",
    "opinion",
    "opinion_of_ruling",
    "restricted",
    "scores_or_counts",
]


Identity: TypeAlias = tuple[str, str, str | None]
"""The id of a theory, its name and its family."""


class Ballot(NamedTuple):
    """One theory's ballot over the options, by their position in the profile; `ballot` makes one.

    `places` orders them, 1 best, ties sharing a place; `scores` is given where the theory has a scale of its
    own, and always in the order of the places. `allowed` says what passes its tests; None where it only
    ranks, so that its best is what it permits and nothing is forbidden. Scores of one `unit` are comparable.
    `choice` is its best, if it permits them; `guides` whether that is some and not all of the options.
    """

    id: str
    name: str
    family: str | None
    places: tuple[int, ...]
    scores: tuple[float, ...] | None
    allowed: tuple[bool, ...] | None
    unit: str | None
    choice: tuple[int, ...]
    guides: bool

    @property
    def permitted(self) -> tuple[int, ...]:
        """The positions it permits: what passes its tests, or what is best."""
        if self.allowed is None:
            return self.choice
        return tuple(o for o, allowed in enumerate(self.allowed) if allowed)

    @property
    def forbidden(self) -> tuple[int, ...]:
        """The positions that fail its tests."""
        return tuple(o for o, allowed in enumerate(self.allowed or ()) if not allowed)

    @property
    def silent(self) -> bool:
        """Whether it chooses every option."""
        return len(self.choice) == len(self.places)

    @property
    def permits_none(self) -> bool:
        return not self.choice


class Opinion(NamedTuple):
    """One theory's ballot in quantities: all that an additive method reads.

    `ranks` orders them, 1 best; `scores` is given where the theory has a scale of its own, and means
    something where it is `ordered`: where the scores follow the ranks. `guides` says whether the theory
    chooses some and not all of the options. Scores of one `unit` are comparable.
    """

    ranks: tuple[Quantity, ...]
    permitted: tuple[Truth, ...]
    chosen: tuple[Truth, ...]
    guides: Truth
    scores: tuple[Quantity, ...] | None
    ordered: Truth = True
    unit: str | None = None

    def if_it_guides(self, amounts: Iterable[Quantity]) -> list[Quantity]:
        """Return the amounts, or 0 for each where the theory does not guide."""
        return [choose(self.guides, amount, 0.0) for amount in amounts]


class Profile(NamedTuple):
    """The options, the ballot of each theory, and the credence in each theory as votes.

    `votes` are credences over one denominator, their sum: whole numbers, so that sums of them are exact.
    """

    options: tuple[str, ...]
    ballots: tuple[Ballot, ...]
    votes: tuple[int, ...]

    @property
    def total_votes(self) -> int:
        return sum(self.votes)

    @property
    def guiding(self) -> list[tuple[Ballot, int]]:
        """The ballots of theories that guide, each with its votes."""
        return [pair for pair in zip(self.ballots, self.votes, strict=True) if pair[0].guides]


def ballot(
    theory: Identity,
    places: tuple[int, ...],
    scores: tuple[float, ...] | None = None,
    allowed: tuple[bool, ...] | None = None,
    unit: str | None = None,
) -> Ballot:
    """Return the ballot of a theory; what it chooses follows from its places and what it allows."""
    best = min(places)
    choice = tuple([o for o, p in enumerate(places) if p == best and (allowed is None or allowed[o])])
    return Ballot(*theory, places, scores, allowed, unit, choice, 0 < len(choice) < len(places))


def ballot_of(theory: Identity, gives: str, answers: "Sequence[Answer | PrintedAnswer]") -> Ballot:
    """Return the ballot of a verdict, with its answers in the order of the options."""
    places = tuple(answer.rank for answer in answers)
    tested = any(answer.status not in ("best", "not best") for answer in answers)
    scores = [answer.score for answer in answers] if gives == Gives.CARDINAL else None
    allowed = tuple(answer.permissible for answer in answers) if tested else None
    return ballot(theory, places, in_order(scores, places), allowed)


def in_order(scores: Sequence[float] | None, places: Sequence[int]) -> tuple[float, ...] | None:
    """Return scores with equal ones within a place, or None if they do not follow the places."""
    if scores is None:
        return None
    levels, ordered = levelled([*map(float, scores)], [*map(float, places)])
    return tuple(levels) if ordered is True else None  # type: ignore[arg-type]


def levelled(scores: Sequence[Quantity], ranks: Sequence[Quantity]) -> tuple[list[Quantity], Truth]:
    """Return scores with equal ones within a rank, and whether they follow the ranks.

    Scores that the tie tolerance calls Equal share a rank; dividing by a small spread may not part them.
    """
    levels = [greatest_where(scores, [equal(rank, other) for other in ranks]) for rank in ranks]
    ranked = [*zip(ranks, levels, strict=True)]
    astray = any_of(
        *[
            all_of(above(worse, better), negated(positive(high - low)))
            for better, high in ranked
            for worse, low in ranked
        ]
    )
    return levels, negated(astray)


def opinion(theory: Ballot) -> Opinion:
    """Return the opinion of a ballot, in constant quantities."""
    options = range(len(theory.places))
    return Opinion(
        ranks=tuple(map(float, theory.places)),
        permitted=tuple([option in theory.permitted for option in options]),
        chosen=tuple([option in theory.choice for option in options]),
        guides=theory.guides,
        scores=None if theory.scores is None else tuple(map(float, theory.scores)),
        unit=theory.unit,
    )


def opinion_of_ruling(ruling: "Ruling", scores: Sequence[Quantity] = ()) -> Opinion:
    """Return the opinion of a ruling, whose quantities may be symbols; `scores` if it has a scale."""
    ranks = tuple(placing.rank for placing in ruling.placings)
    levels, ordered = levelled(scores, ranks) if scores else (None, True)
    return Opinion(
        ranks=ranks,
        permitted=tuple(placing.permissible for placing in ruling.placings),
        chosen=tuple(placing.chosen for placing in ruling.placings),
        guides=all_of(negated(ruling.permits_none), negated(ruling.silent)),
        scores=None if levels is None else tuple(levels),
        ordered=ordered,
    )


def borda_counts(ranks: Sequence[Quantity]) -> list[Quantity]:
    """Return, for each option, how many options rank below it less how many rank above it."""
    return [
        tally(above(other, rank) for other in ranks) - tally(above(rank, other) for other in ranks)
        for rank in ranks
    ]


def scores_or_counts(theory: Opinion) -> Sequence[Quantity]:
    """Return a theory's scores; its Borda counts where it has no scale of its own."""
    if theory.scores is not None and theory.ordered is True:
        return theory.scores
    counts = borda_counts(theory.ranks)
    if theory.scores is None or never(theory.ordered):
        return counts
    return [choose(theory.ordered, score, count) for score, count in zip(theory.scores, counts, strict=True)]


def restricted(profile: Profile, kept: Iterable[int]) -> Profile:
    """Return the profile with only these options; each theory's best is determined again."""
    positions = tuple(kept)
    return Profile(
        tuple(profile.options[o] for o in positions),
        tuple(narrowed(whole, positions) for whole in profile.ballots),
        profile.votes,
    )


def narrowed(full: Ballot, positions: tuple[int, ...]) -> Ballot:
    """Return the ballot restricted to some of its options."""
    return ballot(
        (full.id, full.name, full.family),
        tuple(full.places[o] for o in positions),
        None if full.scores is None else tuple(full.scores[o] for o in positions),
        None if full.allowed is None else tuple(full.allowed[o] for o in positions),
        full.unit,
    )
