"""Lints about numbers: too many digits, skewed ranges, judgements, and prices not called so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import exp, expm1, log

from dilemma.lints.lint import Question, lint
from dilemma.lints.numbers import numbers
from dilemma.lints.subject import Subject
from dilemma.scenario.addresses.kinds import kind_at, products, stated_kind
from dilemma.scenario.numbers import Range, terms_of
from dilemma.scenario.numbers.distributions import Discrete
from dilemma.scenario.numbers.shapes import mean_of

__all__ = ["false_precision", "kind_untold", "mean", "mostly_judgements", "price_as_fact", "skewed_range"]

DIGITS = 2
"""The significant digits of a judgement: nobody judges to one part in a thousand."""

SLIGHT = 0.1
"""A share of the width of a range that includes 0: a mean this near the best estimate equals it."""

NO_MORE = (
    r"(?![- ]?(?:saved|spared|averted|expectancy|insurance|jacket|boat|support|cycle|span|rate|table|cost)"
    r"s?\b)"
)

LIFE = rf"(?:(?:an?|one|the|human|statistical) )*(?:life|lives|death|fatality|qaly)\b{NO_MORE}"

PRICE_OF_LIFE = re.compile(
    rf"\b(?:price|worth|value|cost|damages|dollars|euros?|pounds?) (?:of|per|for|on|put on|in) {LIFE}"
    rf"|\b{LIFE} (?:is worth|in (?:\w+ )?(?:dollars|euros?|pounds?)|price|worth|value)\b"
    rf"|\bas much as {LIFE}|\bstatistical life\b{NO_MORE}|\bv\.?s\.?l\b",
    re.IGNORECASE,
)
"""The name of a quantity that says what a life is worth."""

HALF = 0.5
"""A share of all numbers: above it most of them are somebody's judgement."""


@lint(
    "skewed-range",
    "warning",
    "the mean over its range is {amount:figure}, the best estimate {against:figure}",
)
def skewed_range(file: Subject) -> Iterator[Question]:
    """A range is so skewed that its mean is far from its best estimate: further than that is from 0.

    Why: Verdicts are given at the best estimate, and doubt is drawn over the whole range. Where the two are
    that far apart they describe different cases, and the long end of the range decides unnoticed.

    Mend: For a range over orders of magnitude write `scale: log`. Else move the best estimate, or shorten
    the end that nobody believes in. For percentiles say which number you mean by `best`.

    Bad::

        deaths: {value: [0.01, 0.15, 1.5]}

    Good::

        deaths: {value: {low: 0.01, best: 0.15, high: 1.5, scale: log}}
    """
    for written in numbers(file.scenario):
        number = written.number
        if isinstance(number, Range) and abs(mean(number) - number.best) > _reach(number):
            yield Question(written.path, (), mean(number), number.best, "value")


def _reach(number: Range) -> float:
    """Return how far the mean may be from the best estimate without a question."""
    across = number.low < 0 < number.high
    return max(abs(number.best), SLIGHT * (number.high - number.low) if across else 0.0)


def mean(number: Range) -> float:
    """Return the mean of the distribution from which `stress` draws a range.

    Uniform: the mean of the two ends. Triangular: the mean of the ends and the peak. Triangular in the
    logarithm: the mean of exp over a triangular density, which is twice the second divided difference of exp
    at its corners. A written distribution: its mean, that of a metalog over many of its quantiles.
    """
    if number.distribution:
        return mean_of(number.distribution)
    if number.uniform:
        return (number.low + number.high) / 2
    if number.scale == "linear" or number.low == number.high:
        return (number.low + number.best + number.high) / 3
    sign = 1.0 if number.low > 0 else -1.0
    low, best, high = sorted(log(sign * end) for end in (number.low, number.best, number.high))
    return sign * 2 * (_slope(best, high) - _slope(low, best)) / (high - low)


def _slope(a: float, b: float) -> float:
    """Return (exp b - exp a) / (b - a), or its limit exp a where a and b are equal."""
    if b - a > 1.0:
        return (exp(b) - exp(a)) / (b - a)
    return exp(a) * (expm1(b - a) / (b - a) if b > a else 1.0)  # exact where the two are near


@lint("false-precision", "warning", "{amount} has {against} significant digits")
def false_precision(file: Subject) -> Iterator[Question]:
    """A judgement is written with more than two significant digits.

    Why: Readers take many digits for a sign of knowledge. A product of several such numbers looks measured,
    while its inputs may be wrong by a factor of ten.

    Mend: Round it to two digits, or give the range it may lie in. If it was measured or derived, say so
    with `evidence` and `sources`.

    Bad::

        backlash: {party: allies, value: -0.1375}

    Good::

        backlash: {party: allies, value: [-0.3, -0.1, -0.05]}
    """
    for written in numbers(file.scenario):
        if written.evidence == "judgement":
            fine = [end for end in _figures(written.number) if _digits(end) > DIGITS]
            if fine:
                yield Question(written.path, (), fine[0], _digits(fine[0]), "value")


def _figures(number: float | Range) -> tuple[float, ...]:
    """Return the numbers that the author wrote; the middle of a range of two ends is not one of them.

    Of a distribution these are its percentiles or values; what is computed from its parameters is not.
    """
    if isinstance(number, float):
        return (number,)
    ends = (number.low, number.high)
    if number.distribution:
        if isinstance(number.distribution, Discrete):
            return number.distribution.values
        return (*ends, number.best) if number.distribution.name == "metalog" else ()
    return ends if number.uniform else (number.low, number.best, number.high)


def _digits(number: float) -> int:
    """Return the count of significant digits of a number, at most 15, which a double always preserves."""
    mantissa = format(abs(number), ".14e").partition("e")[0]
    return len(mantissa.replace(".", "").rstrip("0")) or 1


@lint("mostly-judgements", "note", "{amount} of its {against} numbers are judgements")
def mostly_judgements(file: Subject) -> Iterator[Question]:
    """More than half of the numbers are somebody's judgement.

    Why: That is no fault: much that matters cannot be measured. But readers should know how much of the
    verdict rests on it, and whose judgement it is.

    Mend: Say where a number was stated, measured or derived (`evidence`, `sources`); for the rest give
    ranges, and perspectives that judge otherwise.

    Bad::

        consequences: {deaths: {party: town, value: -1, count: 40}}

    Good::

        consequences: {deaths: {party: town, value: -1, count: 40, evidence: stated, sources: [census]}}
    """
    found = [written.evidence == "judgement" for written in numbers(file.scenario)]
    if found and sum(found) > HALF * len(found):
        yield Question((), (), sum(found), len(found))


@lint("kind-untold", "note", "it stands in the value of '{0}': is it a fact, or a price?")
def kind_untold(file: Subject) -> Iterator[Question]:
    """A quantity stands in the value of a consequence, and the file does not say whether it is a fact.

    Why: How much is lost may be a matter of fact; what it is worth is not. A price of a life that is told
    as a fact hides a judgement, and a measurement told as a judgement invites a needless dispute.

    Mend: Write `kind: fact` if evidence could settle it, `kind: value` if it says how much something
    matters.

    Bad::

        quantities: {worth-of-a-year: 0.02}

    Good::

        quantities: {worth-of-a-year: {value: 0.02, kind: value}}
    """
    reported = set()
    for address, number in products(file.scenario):
        path = address.split(".")
        for term in terms_of(number) if path[-1] == "value" and path[0] != "quantities" else ():
            told = stated_kind(file.scenario, ["quantities", term, "value"])
            if told is None and term not in reported:
                reported.add(term)
                yield Question(("quantities", term), (path[-2],))


@lint("price-as-fact", "warning", "told as a fact, and it says what a life is worth")
def price_as_fact(file: Subject) -> Iterator[Question]:
    """A price of a life is told as a fact.

    Why: That an agency uses a price is a fact; that a life is worth so much is not. Told as a fact, it moves
    what people dispute out of sight, and those who refuse to put a price on a life cannot find it.

    Mend: Write `kind: value`, and say in `because` who uses the price.

    Bad::

        price-of-a-life: {value: 0.2, kind: fact, because: In million dollars.}

    Good::

        price-of-a-life: {value: 0.2, kind: value, because: In million dollars; the figure the agency uses.}
    """
    for id, quantity in file.scenario.quantities.items():
        priced = any(PRICE_OF_LIFE.search(name) for name in (quantity.name or "", id.replace("-", " ")))
        if priced and kind_at(file.scenario, f"quantities.{id}.value") == "fact":
            yield Question(("quantities", id))
