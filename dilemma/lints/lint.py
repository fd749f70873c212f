"""The types of a lint and of the question it raises at a place of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import Literal, NamedTuple, TypeAlias

from dilemma.frameworks.description import docstring
from dilemma.lints.subject import Subject
from dilemma.scenario.problem import At, Path

__all__ = ["Explanation", "Lint", "Question", "Severity", "explanation", "lint"]

Severity = Literal["warning", "note"]
"""A warning expects an answer from the author; a note only informs."""


class Question(NamedTuple):
    """One question of a lint about one place of the file.

    `words` are the ids and texts that fill its sentence, `amount` and `against` the numbers it compares, if
    any. `at` is the part of the entry it points to. `sentence` replaces the template of the lint.
    """

    path: Path
    words: tuple[str, ...] = ()
    amount: float | None = None
    against: float | None = None
    at: At = "key"
    sentence: str | None = None


Find: TypeAlias = Callable[[Subject], Iterator[Question]]


class Lint(NamedTuple):
    """A lint: its public code, its severity, the function that finds, and the template of its question.

    The docstring of `find` is the text of `--explain`: the claim, why it matters, how to mend it, and a bad
    and a good example. `question` is the sentence shown at the place. Its slots: {0} and {1} are the words of
    the `Question`, {each} all of them as a list; {amount} and {against} are its numbers as a file would write
    them, {amount:figure} rounded, {amount:%} as per cent, {amount:factor} as a count of factors.
    """

    code: str
    severity: Severity
    find: Find
    question: str


def lint(code: str, severity: Severity, question: str) -> Callable[[Find], Lint]:
    """Return a decorator that makes a lint of a function."""
    return lambda find: Lint(code, severity, find, question)


class Explanation(NamedTuple):
    """The parts of a lint's docstring."""

    claim: str
    why: str
    mend: str
    bad: str
    good: str


PARTS = re.compile(r"^(Why|Mend|Bad|Good)::?\s", re.MULTILINE)


def explanation(lint: Lint) -> Explanation:
    """Return the parts of the lint's docstring; raise ValueError if one is missing.

    All are empty if Python keeps no docstrings and there is no source.
    """
    text = docstring(lint.find)
    if not text:
        return Explanation("", "", "", "", "")
    claim, *rest = PARTS.split(cleandoc(text))
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
