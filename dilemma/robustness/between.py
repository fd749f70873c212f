"""Two views of one file: the settings in which they differ, and the first with some of the second's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dilemma.errors import BadSetting, UnknownName
from dilemma.frameworks.framework import Framework
from dilemma.robustness.cruxes.segments import Choice
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.scenario.views.view import View, view
from dilemma.weighing import Verdict

__all__ = ["answer_of", "differing", "numbers_between", "spanning", "with_settings"]


def answer_of(verdict: Verdict) -> Choice:
    """Return what a theory chooses; None if it does not apply."""
    return verdict.choice if verdict.applicable else None


def differing(first: View, second: View) -> Iterator[str]:
    """Yield the addresses that the two views set differently, except those of reasons (`because`)."""
    for address in dict.fromkeys((*first.changed, *second.changed)):
        nowhere = object()
        if address.endswith(".because"):
            continue
        if first.changed.get(address, nowhere) != second.changed.get(address, nowhere):
            yield address


def numbers_between(
    first: View, second: View, differing: Iterable[str], theories: Sequence[Framework]
) -> dict[str, tuple[Dial, float]]:
    """Return the dial and the second view's value of each differing number that both views have."""
    here = {dial.address: dial for dial in dials(first.scenario, theories)}
    there = {dial.address: dial.best for dial in dials(second.scenario, theories)}
    return {
        address: (here[address], there[address])
        for address in differing
        if address in here and address in there
    }


def with_settings(first: View, second: View, addresses: Sequence[str]) -> View | None:
    """Return the first view with these settings of the second; None if that view is invalid."""
    kept = {address: value for address, value in first.changed.items() if address not in addresses}
    put = {address: second.changed[address] for address in addresses if address in second.changed}
    try:
        return view(first.document, None, kept | put)
    except (BadSetting, UnknownName):  # one setting may depend on another, as a role does on its row
        return None


def spanning(dial: Dial, value: float) -> Dial:
    """Return the dial with a domain that runs from one view's value to the other's."""
    return dial._replace(low=min(dial.best, value), high=max(dial.best, value))
