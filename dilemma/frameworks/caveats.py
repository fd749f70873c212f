"""What to bear in mind about a theory's verdict, and what of the file it restates: kinds to choose from.

A plain sentence is the simplest caveat. The others are worked out from the verdict, and hold the
templates of their sentences; `reports/words` fills them.
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
    """A caveat on how much of the gap between the best and the worst score befalls no people.

    `share` is that part of the gap, or how much narrower it makes it. For scores that are sums of terms.
    """

    widens: str = "Of its gap between best and worst, {share} is value to institutions and norms."
    narrows: str = "Value to institutions and norms narrows its gap between best and worst by {share}."


class NamedGrounds(NamedTuple):
    """A caveat that names, option by option, what stands at its grounds of one kind.

    `each` has the slots `option` and `where`; `sentence` the slot `options`: all of them, by semicolons.
    """

    key: str
    each: str
    sentence: str


Caveat: TypeAlias = str | ImpersonalShare | NamedGrounds


class RestatedGrounds(NamedTuple):
    """Every place of the file at which a ground binds, a sentence each."""

    sentence: str = "This restates a judgement in the file: {where} ({address})."


class RestatedDuties(NamedTuple):
    """The duties at grounds of one kind, in one sentence; slot `duties`: each with its address."""

    key: str
    sentence: str = "This restates judgements in the file: {duties}."


class RestatedTable(NamedTuple):
    """A table of the file as it stands: `one` where it holds one entry, else `several` (slot `count`)."""

    table: Literal["beliefs", "consequences", "duties", "parties", "virtues"]
    one: str
    several: str
    places: str  # the addresses at which it is written
    sentence: str = "This restates judgements in the file: {entries} ({places})."


Restated: TypeAlias = RestatedGrounds | RestatedDuties | RestatedTable
