"""Kinds of caveats on a theory's verdict, and of restatements of judgements in the file.

A string is the simplest caveat. The others depend on the verdict, and hold templates of sentences, which
`reports/words` fills.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

__all__ = [
    "PERMITS_NONE",
    "Caveat",
    "ImpersonalShare",
    "NamedGrounds",
    "Restated",
    "RestatedDuties",
    "RestatedGrounds",
    "RestatedTable",
]

PERMITS_NONE: Final = "Permits none of these options: a dilemma of prohibitions."


class ImpersonalShare(NamedTuple):
    """A caveat on the share of the gap between best and worst score that concerns no people.

    `share` is that part of the gap, or by how much it narrows the gap. Only for scores that are sums.
    """

    widens: str = "Of its gap between best and worst, {share} is value to institutions and norms."
    narrows: str = "Value to institutions and norms narrows its gap between best and worst by {share}."


class NamedGrounds(NamedTuple):
    """A caveat that names, for each option, the addresses of its grounds with one key.

    `each` has the slots `option` and `where`; `sentence` has the slot `options`: all of them, joined by
    semicolons.
    """

    key: str
    each: str
    sentence: str


Caveat: TypeAlias = str | ImpersonalShare | NamedGrounds


class RestatedGrounds(NamedTuple):
    """A restatement of each address at which a ground binds, in one sentence each."""

    sentence: str = "This restates a judgement in the file: {where} ({address})."


class RestatedDuties(NamedTuple):
    """A restatement, in one sentence, of the duties at grounds with one key.

    Slot `duties`: each with its address.
    """

    key: str
    sentence: str = "This restates judgements in the file: {duties}."


class RestatedTable(NamedTuple):
    """A restatement of a table of the file: `one` if it has one entry, else `several` (slot `count`)."""

    table: Literal["beliefs", "consequences", "duties", "parties", "virtues"]
    one: str
    several: str
    places: str  # the addresses of the table
    sentence: str = "This restates judgements in the file: {entries} ({places})."


Restated: TypeAlias = RestatedGrounds | RestatedDuties | RestatedTable
