"""Ballots in the formats of PrefLib: orders with their counts, complete or not, strict or tied; categories.

The format: heads `# KEY: value`, then a line `count: 1,{2,3}` for each order, alternatives by number. See
https://preflib.github.io/PrefLib-Jekyll/format. Alternatives that an order leaves out are tied last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from dilemma.errors import InvalidScenario
from dilemma.reconciliation.input.ballot_names import distinct_names
from dilemma.reconciliation.input.table import Table, TableTheory
from dilemma.reconciliation.input.table_checks import MOST_OPTIONS, MOST_THEORIES
from dilemma.scenario.problem import Problem, Spot
from dilemma.scenario.syntax.characters import lines_of, refused_characters
from dilemma.scenario.syntax.positions import NOWHERE
from dilemma.scenario.validation.findings import findings_of
from dilemma.scenario.validation.rules import FEWEST_OPTIONS

__all__ = ["table_of_ballots"]

MOST_LINES: Final = 100_000
MOST_DIGITS: Final = 12  # of a count
MOST_TOLD: Final = 20  # problems

HEAD: Final = re.compile(r"#\s*(?P<key>[^:]*?)\s*:\s*(?P<value>.*?)\s*$")
NAME: Final = re.compile(r"ALTERNATIVE NAME (?P<number>\d{1,6})")
COUNTED: Final = re.compile(r"\s*(?P<count>[^:{}]*?)\s*:(?P<order>.*)$")
TIER: Final = re.compile(r"\s*(?:\{(?P<tied>[^{}]*)\}|(?P<one>[^,{}]*))\s*(?P<end>,|$)")
OLD_FORMAT: Final = re.compile(r"\s*\d+\s*$")

Tiers = tuple[tuple[int, ...], ...]
"""Alternatives by number from best to worst, those of one tier tied."""


class Heads(NamedTuple):
    """What the head of a file says: its title, the names of alternatives by number, how many ballots."""

    title: str | None
    names: Mapping[int, str]
    voters: tuple[int, Spot] | None


class Misread(Exception):
    """Raised for a line that cannot be read; holds the problem."""

    def __init__(self, code: str, message: str, spot: Spot) -> None:
        super().__init__(message)
        self.problem = Problem((), code, message, spot=spot)


def table_of_ballots(text: str, label: str, id: str) -> Table:
    """Return the ballots of a file as a table, one theory for each distinct order, its count the credence.

    Raises InvalidScenario with the line of every mistake.
    """
    lines = lines_of(text)
    problems = [*refused_characters(text), *too_many(lines)]
    if not problems:
        heads, problems = heads_of(lines)
        counts, wrong = counted_orders(lines, heads)
        problems = problems or wrong or [*count_problems(heads, counts)]
    if problems:
        raise InvalidScenario(findings_of(problems[:MOST_TOLD], NOWHERE, text, label))
    return table_of_counts(heads, counts, label, id)


def table_of_counts(heads: Heads, counts: Mapping[Tiers, int], label: str, id: str) -> Table:
    """Return the table for orders with their counts."""
    options = tuple(heads.names[number] for number in sorted(heads.names))
    orders = {tiers: tuple(tuple(heads.names[n] for n in tier) for tier in tiers) for tiers in counts}
    named = distinct_names([*orders.values()])
    theories = tuple(
        TableTheory(name, Fraction(counts[tiers]), None, None, ranking, None)
        for name, (tiers, ranking) in zip(named, orders.items(), strict=True)
    )
    return Table(id, label, heads.title, options, theories, holds="ballots", voters=sum(counts.values()))


def too_many(lines: Sequence[str]) -> Iterator[Problem]:
    """Yield a problem if a file is too long, or of PrefLib's old format."""
    if len(lines) > MOST_LINES:
        yield Problem((), "values", f"more than {MOST_LINES:,} lines", spot=Spot(MOST_LINES, 1, 2))
    elif not any(line.strip() for line in lines):
        yield Problem((), "empty", "the file is empty", spot=Spot(1, 1, 2))
    elif OLD_FORMAT.match(lines[0]):
        told = "this is PrefLib's format of before September 2022; take the file of today from preflib.org"
        yield Problem((), "ballot", told, spot=span(1, lines[0]))


def heads_of(lines: Sequence[str]) -> tuple[Heads, list[Problem]]:
    """Return what the head lines say, and what is wrong with them."""
    title, voters, stated = None, None, None
    names: dict[int, str] = {}
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        found = HEAD.match(line)
        if not found:
            continue
        key, value = found["key"].upper(), found["value"]
        named = NAME.fullmatch(key)
        if named:
            name = value or f"Alternative {named['number']}"
            again = name if name in names.values() else key if int(named["number"]) in names else None
            if again:
                told = f"'{again}' is there twice"
                problems.append(Problem((), "repeated-id", told, spot=span(number, line)))
            names[int(named["number"])] = name
        elif key == "TITLE":
            title = value or None
        elif key in ("NUMBER VOTERS", "NUMBER ALTERNATIVES"):
            whole = whole_number(value)
            if whole is None:
                told = f"should be a whole number, not '{value[:40]}'"
                problems.append(Problem((), "not-a-number", told, spot=span(number, line)))
            elif key == "NUMBER VOTERS":
                voters = (whole, span(number, line))
            else:
                stated = (whole, span(number, line))
    return Heads(title, names, voters), problems or [*name_problems(names, stated)]


def name_problems(names: Mapping[int, str], stated: tuple[int, Spot] | None) -> Iterator[Problem]:
    """Yield the problems of the list of alternatives."""
    spot = stated[1] if stated else Spot(1, 1, 2)
    if not names:
        yield Problem((), "missing", "no line '# ALTERNATIVE NAME 1: …' names an alternative", spot=spot)
    elif len(names) < FEWEST_OPTIONS:
        yield Problem((), "too-few", "a choice needs two alternatives or more", spot=spot)
    elif len(names) > MOST_OPTIONS:
        yield Problem((), "values", f"more than {MOST_OPTIONS} alternatives", spot=spot)
    elif stated and stated[0] != len(names):
        yield Problem((), "missing", f"{stated[0]} alternatives, but {len(names)} names", spot=spot)


def counted_orders(lines: Sequence[str], heads: Heads) -> tuple[dict[Tiers, int], list[Problem]]:
    """Return the number of ballots of each distinct order, and what is wrong with the lines."""
    counts: dict[Tiers, int] = {}
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            count, tiers = ballot_in(number, line, heads.names)
        except Misread as error:
            problems.append(error.problem)
            continue
        counts[tiers] = counts.get(tiers, 0) + count
        if len(counts) > MOST_THEORIES:
            told = f"more than {MOST_THEORIES:,} orders that differ: the methods would take too long"
            problems.append(Problem((), "values", told, spot=span(number, line)))
            break
    return {tiers: count for tiers, count in counts.items() if count}, problems


def count_problems(heads: Heads, counts: Mapping[Tiers, int]) -> Iterator[Problem]:
    """Yield a problem if there are no ballots, or not as many as the head says: a part may be missing."""
    found = sum(counts.values())
    if not found:
        yield Problem((), "missing", "no line 'count: order' holds a ballot", spot=Spot(1, 1, 2))
    elif heads.voters and heads.voters[0] != found:
        told = f"{heads.voters[0]:,} voters, but the counts add up to {found:,}: is a part missing?"
        yield Problem((), "ballot", told, spot=heads.voters[1])


def ballot_in(number: int, line: str, names: Mapping[int, str]) -> tuple[int, Tiers]:
    """Return the count of a line, and its order completed; raise Misread where it is not one."""
    found = COUNTED.match(line)
    if not found:
        raise Misread("ballot", "should be 'count: order', such as 12: 1,{2,3}", span(number, line))
    count = whole_number(found["count"])
    if count is None:
        told = f"should be a whole number of ballots, not '{found['count'][:40]}'"
        raise Misread("not-a-number", told, Spot(number, 1, found.end("count") + 2))
    return count, completed(tiers_in(number, line, found.start("order"), names), names)


def tiers_in(number: int, line: str, start: int, names: Mapping[int, str]) -> Iterator[list[int]]:
    """Yield the tiers of the order that begins at a place of a line; raise Misread at what is wrong."""
    seen: set[int] = set()
    while line[start:].strip():
        found = TIER.match(line, start)
        if not found:
            raise Misread(
                "ballot", "should be numbers and {tied numbers}, with commas", span(number, line, start)
            )
        group = "tied" if found["tied"] is not None else "one"
        spot = Spot(number, found.start(group) + 1, found.end(group) + 1)
        items = found[group].split(",") if found[group].strip() or group == "one" else ()
        yield [known(item, names, seen, spot) for item in items]
        if found["end"] and not line[found.end() :].strip():
            raise Misread("ballot", "an alternative is missing after the comma", span(number, line, start))
        start = found.end()


def known(item: str, names: Mapping[int, str], seen: set[int], spot: Spot) -> int:
    """Return the number of an alternative, and note it as seen; raise Misread if it is none, or seen."""
    number = whole_number(item.strip())
    if number is None or number not in names:
        told = f"no alternative '{item.strip()[:40]}'; there are {', '.join(map(str, sorted(names)))}"
        raise Misread("unknown-id", told, spot)
    if number in seen:
        raise Misread("repeated-id", f"alternative {number} is there twice", spot)
    seen.add(number)
    return number


def completed(tiers: Iterator[list[int]], names: Mapping[int, str]) -> Tiers:
    """Return the order with what it leaves out tied last."""
    stated = [tuple(sorted(tier)) for tier in tiers if tier]
    ranked = {number for tier in stated for number in tier}
    rest = tuple(number for number in sorted(names) if number not in ranked)
    return (*stated, rest) if rest else tuple(stated)


def whole_number(text: str) -> int | None:
    """Return the whole number that a text is; None if it is none, or too long."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None


def span(number: int, line: str, start: int = 0) -> Spot:
    """Return the span of a line from a place on."""
    return Spot(number, start + 1, max(start + 2, len(line) + 1))
