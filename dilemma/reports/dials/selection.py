"""The numbers that a report of dials lists: all, or those whose name or address has a word."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dilemma.frameworks.framework import Framework
from dilemma.reports.words.commands import command, only
from dilemma.reports.words.dial_names import DialNames
from dilemma.robustness.dials.dial import Derived, Dial, derived, dials, unread
from dilemma.scenario.views.view import View

__all__ = ["Selection", "command_of", "selection"]


class Selection(NamedTuple):
    """The dials, the products of quantities, and the addresses that nothing reads, in the file's order."""

    dials: tuple[Dial, ...]
    products: tuple[Derived, ...]
    unread: tuple[str, ...]


def selection(view: View, frameworks: Sequence[Framework], word: str | None = None) -> Selection:
    """Return the numbers of a view, or those whose name or address has the word, in capitals or not."""
    scenario, names = view.scenario, DialNames(view, frameworks)
    sought = (word or "").casefold()

    def has_word(one: Dial | Derived) -> bool:
        return sought in one.address.casefold() or sought in names.of(one).casefold()

    return Selection(
        tuple(filter(has_word, dials(scenario, frameworks))),
        tuple(filter(has_word, derived(scenario, frameworks))),
        tuple(address for address in unread(scenario) if sought in address.casefold()),
    )


def command_of(view: View, frameworks: Sequence[Framework], word: str | None = None) -> str:
    """Return the command that lists these numbers again."""
    also = ["--grep", word] if word else []
    return command(view, "dials", only(one.about.id for one in frameworks), also)
