"""What a lint is, and what it raises: a question to the author, at a place of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import Literal, NamedTuple, TypeAlias

from dilemma.lints.subject import Dossier
from dilemma.scenario.problem import At, Path

__all__ = ["Explanation", "Lint", "Question", "Severity", "explanation", "lint"]

Severity = Literal["warning", "note"]
"""A warning waits for an answer; a note only tells."""


class Question(NamedTuple):
    """What a lint asks about one place.

    `words` are the ids and texts it speaks of, `amount` and `against` the two sides where there are two.
    `asked` stands in place of the lint's own sentence.
    """

    path: Path
    words: tuple[str, ...] = ()
    amount: float | None = None
    against: float | None = None
    at: At = "key"
    asked: str | None = None


Find: TypeAlias = Callable[[Dossier], Iterator[Question]]


class Lint(NamedTuple):
    """One thing to look for: its public code, how much it matters, how it is found, and what it asks.

    The docstring of `find` is what `--explain` tells: the claim, then why it matters, the mend, and an
    example of each kind. `question` is what the author reads at the place. In it {0} and {1} are the words of
    what was found, {each} all of them as a list; {amount} and {against} are its numbers as a file would write
    them, {amount:figure} rounded, {amount:%} as per cent, {amount:factor} so many factors.
    """

    code: str
    severity: Severity
    find: Find
    question: str


def lint(code: str, severity: Severity, question: str) -> Callable[[Find], Lint]:
    """Return what makes a lint of the function below it."""
    return lambda find: Lint(code, severity, find, question)


class Explanation(NamedTuple):
    """What a lint's docstring says, part by part."""

    claim: str
    why: str
    mend: str
    bad: str
    good: str


PARTS = re.compile(r"^(Why|Mend|Bad|Good)::?\s", re.MULTILINE)


def explanation(lint: Lint) -> Explanation:
    """Return the parts of the lint's docstring; ValueError where one is missing."""
    claim, *rest = PARTS.split(cleandoc(lint.find.__doc__ or ""))
    parts = dict(zip(rest[::2], rest[1::2], strict=True))
    if set(parts) != {"Why", "Mend", "Bad", "Good"}:
        raise ValueError(f"{lint.code}: a lint says Why, Mend, Bad and Good")
    return Explanation(
        " ".join(claim.split()),
        " ".join(parts["Why"].split()),
        " ".join(parts["Mend"].split()),
        cleandoc("\n" + parts["Bad"].strip("\n")),
        cleandoc("\n" + parts["Good"].strip("\n")),
    )
