"""What a lint is, and what it raises: a question to the author, at a place of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import Literal, NamedTuple

from dilemma.lints.subject import Dossier
from dilemma.scenario.problem import At, Path

__all__ = ["Explanation", "Lint", "Question", "Severity", "explanation"]

Severity = Literal["warning", "note"]
"""A warning waits for an answer; a note only tells."""


class Question(NamedTuple):
    """What a lint asks about one place; `report` words it.

    `words` are the ids and texts it speaks of, `amount` and `against` the two sides where there are two.
    """

    path: Path
    words: tuple[str, ...] = ()
    amount: float | None = None
    against: float | None = None
    at: At = "key"


class Lint(NamedTuple):
    """One thing to look for: its public code, how much it matters, and how it is found.

    The docstring of `find` is what `--explain` tells: the claim, then why it matters, the mend, and an
    example of each kind.
    """

    code: str
    severity: Severity
    find: Callable[[Dossier], Iterator[Question]]


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
