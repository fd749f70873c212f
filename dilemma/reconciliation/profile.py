"""What theories hand to a method: an order of the options, scores where there are any, what is permitted."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation at start-up.

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from dilemma.frameworks.framework import Gives
from dilemma.quantity import Quantity, above, tally

if TYPE_CHECKING:
    from dilemma.reconciliation.input.printed import Placed
    from dilemma.weighing import Answer

__all__ = [
    "Ballot",
    "Profile",
    "ballot",
    "ballot_of",
    "borda_counts",
    "in_order",
    "restricted",
    "scores_or_counts",
    "standing",
    "whole_numbers",
]


Identity: TypeAlias = tuple[str, str, str | None]
"""The id of a theory, its name and its family."""


class Ballot(NamedTuple):
    """What one theory says of the options, by their position in the profile; `ballot` makes one.

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
        """Whether it sets no option apart."""
        return len(self.choice) == len(self.places)

    @property
    def permits_none(self) -> bool:
        return not self.choice


class Profile(NamedTuple):
    """The options, what each theory says of them, and how far each is believed.

    `votes` are credences over one denominator, their sum: whole numbers, so that sums of them are exact.
    """

    options: tuple[str, ...]
    ballots: tuple[Ballot, ...]
    votes: tuple[int, ...]

    @property
    def whole(self) -> int:
        return sum(self.votes)

    @property
    def guiding(self) -> list[tuple[Ballot, int]]:
        """The ballots that say something to choose by, each with its votes."""
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


def ballot_of(theory: Identity, gives: str, answers: "Sequence[Answer | Placed]") -> Ballot:
    """Return what a verdict hands to a method, its answers in the order of the options."""
    places = tuple(answer.rank for answer in answers)
    tested = any(answer.status not in ("best", "not best") for answer in answers)
    scores = [answer.score for answer in answers] if gives == Gives.CARDINAL else None
    allowed = tuple(answer.permissible for answer in answers) if tested else None
    return ballot(theory, places, in_order(scores, places), allowed)


def in_order(scores: Sequence[float] | None, places: Sequence[int]) -> tuple[float, ...] | None:
    """Return scores with those of one place made one, or None where they do not follow the places.

    Scores that the tie tolerance calls Equal share a place; dividing by a small spread may not part them.
    """
    if scores is None:
        return None
    level = {place: max(s for s, p in zip(scores, places, strict=True) if p == place) for place in places}
    levels = [level[place] for place in sorted(level)]
    if any(better <= worse for better, worse in pairwise(levels)):
        return None
    return tuple(level[place] for place in places)


def standing(places: Sequence[Quantity]) -> list[Quantity]:
    """Return, for each option, how many stand below it less how many stand above it."""
    return [
        tally(above(other, place) for other in places) - tally(above(place, other) for other in places)
        for place in places
    ]


def borda_counts(theory: Ballot) -> tuple[int, ...]:
    """Return what `standing` gives of a ballot, in whole numbers."""
    return whole_numbers(standing([float(place) for place in theory.places]))


def scores_or_counts(theory: Ballot) -> Sequence[float]:
    """Return a theory's scores; its Borda counts where it has no scale of its own."""
    return borda_counts(theory) if theory.scores is None else theory.scores


def whole_numbers(amounts: Iterable[Quantity]) -> tuple[int, ...]:
    """Return settled amounts as the whole numbers that they are, so that sums of them are exact."""
    return tuple([int(amount) for amount in amounts])  # type: ignore[arg-type]


def restricted(profile: Profile, kept: Iterable[int]) -> Profile:
    """Return the profile with only these options; what a theory permits stays, its best is taken anew."""
    positions = tuple(kept)
    return Profile(
        tuple(profile.options[o] for o in positions),
        tuple(narrowed(whole, positions) for whole in profile.ballots),
        profile.votes,
    )


def narrowed(whole: Ballot, positions: tuple[int, ...]) -> Ballot:
    """Return a ballot over some of its options."""
    return ballot(
        (whole.id, whole.name, whole.family),
        tuple(whole.places[o] for o in positions),
        None if whole.scores is None else tuple(whole.scores[o] for o in positions),
        None if whole.allowed is None else tuple(whole.allowed[o] for o in positions),
        whole.unit,
    )
