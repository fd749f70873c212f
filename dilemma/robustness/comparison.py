"""Comparison of two views of one file: the fewest settings that explain why their verdicts differ.

Single settings are tried first, then pairs, then all facts at once and all weights at once. Numbers that
have a value in both views are tried together, as columns of a sweep; for any other change the view is built
and judged again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, combinations
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias

import numpy as np

from dilemma.errors import BadSetting, UnknownName
from dilemma.frameworks.framework import Framework
from dilemma.robustness.cruxes.segments import Choice
from dilemma.robustness.cruxes.sweep import Sweeps
from dilemma.robustness.dials.dial import Dial, dials
from dilemma.scenario.addresses.kinds import kind_at
from dilemma.scenario.model import Scenario
from dilemma.scenario.views.view import View, view
from dilemma.weighing import Verdict, Weighing

__all__ = [
    "Comparison",
    "Divide",
    "Kind",
    "answer_of",
    "compare",
    "divides",
    "kind_of",
    "numbers_between",
    "spanning",
    "with_settings",
]

Kind: TypeAlias = Literal["fact", "weight", "theory", "mixed"]

PAIR = 2
"""The largest number of settings tried in combination."""

Settings: TypeAlias = frozenset[str]


class Divide(NamedTuple):
    """Settings of the second view that, applied to the first, make these theories choose as in the second.

    `kind` says whether they are facts (which evidence could settle), weights (which it could not), settings
    of a theory, or a mixture. `few` is False if more than two settings are needed; `settings` then holds
    all differing facts if these suffice, else all differing weights if these do, else all differences.
    """

    settings: Mapping[str, Any]
    kind: Kind
    frameworks: tuple[str, ...]
    few: bool


class Comparison(NamedTuple):
    """One file weighed under several views, with the settings that explain where their verdicts differ.

    `divides` maps the indices (from, to) of two weighings to the settings that divide them.
    """

    weighings: tuple[Weighing, ...]
    divides: Mapping[tuple[int, int], tuple[Divide, ...]]


def compare(
    weighings: Sequence[Weighing],
    frameworks: Sequence[Framework],
    pairs: Sequence[tuple[int, int]] | None = None,
) -> Comparison:
    """Return the comparison of weighings, with what divides each pair (from, to) of their indices.

    By default the first weighing is paired with each of the others, in both directions.
    """
    if pairs is None:
        pairs = [pair for other in range(1, len(weighings)) for pair in ((0, other), (other, 0))]
    found = {(one, other): divides(weighings[one], weighings[other], frameworks) for one, other in pairs}
    return Comparison(tuple(weighings), MappingProxyType(found))


def divides(first: Weighing, second: Weighing, frameworks: Sequence[Framework]) -> tuple[Divide, ...]:
    """Return the settings that divide the two views, fewest first; empty if all verdicts agree."""
    wanted = {
        other.about.id: answer_of(other)
        for one, other in zip(first.verdicts, second.verdicts, strict=True)
        if answer_of(one) != answer_of(other)
    }
    differing = tuple(_differing(first.view, second.view))
    if not wanted or not differing:
        return ()
    theories = [framework for framework in frameworks if framework.about.id in wanted]
    found: dict[Settings, list[str]] = {}
    for settings, choices in _trials(first.view, second.view, differing, theories):
        for id in [id for id, choice in choices.items() if wanted.get(id, ()) == choice and id in wanted]:
            found.setdefault(settings, []).append(id)
            del wanted[id]
        if not wanted:
            break
    if wanted:
        found[frozenset(differing)] = list(wanted)
    return tuple(_divide(settings, ids, second.view) for settings, ids in found.items())


def kind_of(scenario: Scenario, address: str) -> Kind:
    """Return whether the setting at an address is a fact, a weight, or a setting of a theory."""
    if address.startswith("frameworks."):
        return "theory"
    return "fact" if kind_at(scenario, address) == "fact" else "weight"


def answer_of(verdict: Verdict) -> Choice:
    """Return what a theory chooses; None if it does not apply."""
    return verdict.choice if verdict.applicable else None


def _differing(first: View, second: View) -> Iterator[str]:
    """Yield the addresses that the two views set differently, except those of reasons (`because`)."""
    for address in dict.fromkeys((*first.changed, *second.changed)):
        nowhere = object()
        if address.endswith(".because"):
            continue
        if first.changed.get(address, nowhere) != second.changed.get(address, nowhere):
            yield address


def _trials(
    first: View, second: View, differing: Sequence[str], theories: Sequence[Framework]
) -> Iterator[tuple[Settings, Mapping[str, Choice]]]:
    """Yield the choices in the first view with one setting of the second, then two, then all of a kind."""
    numbers = numbers_between(first, second, differing, theories)

    @cache
    def chosen(*put: str) -> Mapping[Settings, Mapping[str, Choice]]:
        """Return the choices with these settings applied, alone and with one or two numbers changed."""
        base = with_settings(first, second, put)
        return _choices_over(base, numbers if len(put) < PAIR else {}, theories) if base else {}

    kinds = {address: kind_of(second.scenario, address) for address in differing}
    alike = ([a for a in differing if kinds[a] == kind] for kind in ("fact", "weight"))
    for settings in chain(combinations(differing, 1), combinations(differing, 2), alike):
        put = [address for address in settings if len(settings) > PAIR or address not in numbers]
        choices = chosen(*put).get(frozenset(settings).difference(put))
        if choices is not None:
            yield frozenset(settings), choices


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


def _choices_over(
    base: View, numbers: Mapping[str, tuple[Dial, float]], theories: Sequence[Framework]
) -> Mapping[Settings, Mapping[str, Choice]]:
    """Return the choices in a view unchanged, with one number changed, and with two."""
    subsets = [frozenset(chosen) for size in range(PAIR + 1) for chosen in combinations(numbers, size)]
    spans = [spanning(dial, value) for dial, value in numbers.values()]
    sweeps = Sweeps(base.scenario, theories, spans)
    columns = {
        address: np.array([value if address in subset else dial.best for subset in subsets])
        for address, (dial, value) in numbers.items()
    }
    chosen = sweeps.chosen_over(columns)
    return {
        subset: {id: choices[row] for id, choices in chosen.items()} for row, subset in enumerate(subsets)
    }


def spanning(dial: Dial, value: float) -> Dial:
    """Return the dial with a domain that runs from one view's value to the other's."""
    return dial._replace(low=min(dial.best, value), high=max(dial.best, value))


def _divide(settings: Settings, ids: list[str], second: View) -> Divide:
    ordered = [address for address in second.changed if address in settings]
    left = sorted(settings.difference(ordered))
    kinds = {kind_of(second.scenario, address) for address in settings}
    values = {address: second.changed[address] for address in ordered}
    values |= {address: _as_written(second.document.data, address) for address in left}
    return Divide(
        settings=MappingProxyType(values),
        kind=kinds.pop() if len(kinds) == 1 else "mixed",
        frameworks=tuple(ids),
        few=len(settings) <= PAIR,
    )


def _as_written(data: Any, address: str) -> Any:
    """Return the value the file writes at an address; None if it writes none."""
    for step in address.split("."):
        data = data.get(step) if isinstance(data, Mapping) else None
    return data
