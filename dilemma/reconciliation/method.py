"""The three kinds of method: each has a description and a rule that elects winners from a profile.

Several options may win. *Additive*: each theory gives every option an amount, and the greatest sum by
credence wins. *Pairwise*: the winners depend only on the margins of credence between pairs of options.
*Direct*: anything else.
"""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation at start-up.

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Any, Literal, NamedTuple, TypeAlias

from dilemma.quantity import TOLERANCE, Quantity, Truth, above, greatest, negated
from dilemma.reconciliation.profile import Ballot, Opinion, Profile, opinion

__all__ = [
    "A_PAIR",
    "About",
    "Additive",
    "Amounts",
    "Direct",
    "Margins",
    "Method",
    "Need",
    "Outcome",
    "Pairwise",
    "Strengths",
    "WinnersAt",
    "WinnersOfTheory",
    "as_floats",
    "elect",
    "elected_by",
    "exceeds",
    "larger",
    "margin_table",
    "margins",
    "nearly_top",
    "numbers",
    "scored_by",
    "size",
    "top",
    "totals",
    "with_credence",
]


A_PAIR = 2  # options: several methods are then one vote by credence

Need = Literal["stated", "scores", "one-scale"]
"""A requirement: credences that someone stated, scores on a scale, one scale for all scores."""


class About(NamedTuple):
    """A method's description. `plainly` explains what a winner is, for readers new to the method.

    `sources` are keys of the bibliography; `scale` says what its scores are, "" if it gives none;
    `worst_added` whether an option more, worst by every theory, may change the choice among the others.
    """

    id: str
    name: str
    claim: str
    plainly: str
    formula: str
    scale: str
    sources: tuple[str, ...]
    objections: tuple[str, ...]
    worst_added: str
    needs: tuple[Need, ...] = ()


class Outcome(NamedTuple):
    """The positions of the winners, and the score of each option if the method gives scores."""

    winners: tuple[int, ...]
    scores: tuple[float, ...] | None = None


Amounts: TypeAlias = Sequence[Sequence[Quantity]]
"""One row per theory, one amount per option."""

Numbers: TypeAlias = Sequence[Sequence[float]]
"""Amounts as plain numbers; integers for an exact method, so that sums by votes are exact."""

Margins: TypeAlias = Sequence[Sequence[int]]
"""M[a][b]: the votes of theories that put a above b, less those that put b above a."""

Strengths: TypeAlias = Sequence[Sequence[Any]]
"""A table like that of margins, in whole votes, which are exact, or in quantities, which may be symbols."""


WinnersAt: TypeAlias = Callable[[Fraction], tuple[int, ...] | None]
"""The winners at a credence of one theory; None if they cannot be determined."""

WinnersOfTheory: TypeAlias = Callable[[int], WinnersAt]
"""The winners as the credence of a theory moves, by its position in the profile."""


class Additive(NamedTuple):
    """A method that chooses the greatest Σ credence × amount. `exact` says that amounts are whole numbers.

    `amounts` is written once over quantities, as theories are: so a method of this shape reconciles verdicts
    (`elect`), every draw of a stress test (`robustness.stress.elections`) and symbols (`symbolic`).
    """

    about: About
    amounts: Callable[[Sequence[Opinion]], Amounts]
    exact: bool = True


class Pairwise(NamedTuple):
    """A method that chooses by margins alone. `elect` returns None if it would take too long.

    `in_votes` says that its scores are votes, to be given as shares of all votes. `winners` is the rule over
    margins of any kind, from which `elect` is made (`elected_by`); None where a rule searches.
    """

    about: About
    elect: Callable[[Margins], Outcome | None]
    in_votes: bool = False
    winners: Callable[[Strengths], Sequence[Truth]] | None = None


class Direct(NamedTuple):
    """A method with a rule of its own. `thresholds` gives a theory's credences where winners may change.

    `winners` is the rule over ballots and credences of any kind, whole votes or quantities; None where
    nothing follows it but whole votes. `along` prepares a profile for many credences of its theories, every
    one of which will be asked at these distances from its own, and finds what `elect` would; None where
    `elect` is asked.
    """

    about: About
    elect: Callable[[Profile], Outcome | None]
    thresholds: Callable[[Profile, int], Sequence[tuple[int, int]]] | None = None
    winners: Callable[[Sequence[Ballot], Sequence[Any]], Sequence[Truth]] | None = None
    along: Callable[[Profile, Collection[Fraction]], WinnersOfTheory] | None = None


Method: TypeAlias = Additive | Pairwise | Direct


def elect(method: Method, profile: Profile) -> Outcome | None:
    """Return what a method chooses; None if that would take too long; all options if no theory guides."""
    if isinstance(method, Direct):
        return method.elect(profile)
    if isinstance(method, Pairwise):
        return in_shares(method, method.elect(margins(profile)), profile.total_votes)
    amounts = numbers(method, profile.ballots)
    sums = [*totals(amounts, profile.votes)]
    winners = top(sums) if method.exact else nearly_top(sums, size(amounts, profile.votes))
    return Outcome(winners, tuple(amount / profile.total_votes for amount in sums))


def in_shares(method: Pairwise, outcome: Outcome | None, whole: int) -> Outcome | None:
    """Return an outcome with scores that are votes as shares of the whole."""
    if outcome is None or outcome.scores is None or not method.in_votes:
        return outcome
    return Outcome(outcome.winners, tuple(score / whole for score in outcome.scores))


def numbers(method: Additive, ballots: Sequence[Ballot]) -> Numbers:
    """Return what an additive method gives each option by each ballot, as plain numbers."""
    rows = [as_floats(row) for row in method.amounts([opinion(ballot) for ballot in ballots])]
    return [[int(amount) for amount in row] for row in rows] if method.exact else rows


def as_floats(amounts: Iterable[Quantity]) -> list[float]:
    """Return constant quantities as floats; symbols and columns are left out."""
    return [amount for amount in amounts if isinstance(amount, float)]


def totals(amounts: Iterable[Iterable[Any]], votes: Sequence[Any]) -> Iterator[Any]:
    """Yield Σ votes × amount for each option, added left to right, in the number type of the arguments."""
    for column in zip(*amounts, strict=True):
        yield reduce(add, (vote * amount for vote, amount in zip(votes, column, strict=True)))


def size(amounts: Numbers, votes: Sequence[int]) -> float:
    """Return the greatest Σ votes × |amount|: the scale for rounding errors in a sum."""
    largest: float = max(totals([[abs(amount) for amount in row] for row in amounts], votes))
    return largest


def top(scores: Sequence[float]) -> tuple[int, ...]:
    """Return the positions of the greatest score; exact, so that ties are ties."""
    best = max(scores)
    return tuple(o for o, score in enumerate(scores) if score == best)


def nearly_top(scores: Sequence[float], measure: float) -> tuple[int, ...]:
    """Return the positions of scores that differ from the greatest by no more than rounding could."""
    least = max(scores) - TOLERANCE * measure
    return tuple(o for o, score in enumerate(scores) if score >= least)


def with_credence(profile: Profile, which: int, credence: Fraction) -> Profile:
    """Return the profile with one theory at a credence and the others in their proportions."""
    others = profile.total_votes - profile.votes[which]
    mine, theirs = credence.numerator * others, credence.denominator - credence.numerator
    votes = tuple(mine if place == which else vote * theirs for place, vote in enumerate(profile.votes))
    return profile._replace(votes=votes)


def margins(profile: Profile) -> Margins:
    """Return M[a][b]: the votes of theories that put a above b, less those that put b above a.

    A theory that permits none, or is silent, adds nothing.
    """
    return margin_table(profile.ballots, profile.votes, 0)


def margin_table(ballots: Sequence[Ballot], credences: Sequence[Any], nothing: float) -> list[list[Any]]:
    """Return the margins by credences of any kind, added to `nothing`: 0 in their number type."""
    options = range(len(ballots[0].places)) if ballots else ()
    table = [[nothing] * len(options) for _ in options]
    for ballot, vote in zip(ballots, credences, strict=True):
        if not ballot.guides:
            continue
        places = ballot.places
        for a, mine in enumerate(places):
            row = table[a]
            for b, yours in enumerate(places):
                if mine < yours:
                    row[b] += vote
                elif yours < mine:
                    row[b] -= vote
    return table


def elected_by(winners: Callable[[Strengths], Sequence[Truth]]) -> Callable[[Margins], Outcome]:
    """Return the election in whole votes by a rule over margins of any kind."""

    def elected(table: Margins) -> Outcome:
        return Outcome(tuple(o for o, wins in enumerate(winners(table)) if wins is True))

    return elected


def scored_by(
    scores: Callable[[Strengths], Sequence[Any]],
) -> tuple[Callable[[Margins], Outcome], Callable[[Strengths], Sequence[Truth]]]:
    """Return the election in whole votes of the greatest score, and its rule over margins of any kind."""

    def elected(table: Margins) -> Outcome:
        found = tuple(scores(table))
        return Outcome(top(found), found)

    def winners(table: Strengths) -> list[Truth]:
        found = scores(table)
        best = reduce(larger, found)
        return [negated(exceeds(best, score)) for score in found]

    return elected, winners


def exceeds(a: Any, b: Any) -> Truth:
    """Return whether a is greater than b: exactly in votes, by more than the tolerance in quantities."""
    return a > b if isinstance(a, int) else above(a, b)


def larger(a: Any, b: Any) -> Any:
    """Return the larger of two amounts, of whole votes or of quantities."""
    return (b if b > a else a) if isinstance(a, int) else greatest(a, b)
