"""Comparison of two views of one file: the fewest settings that explain why their verdicts differ.

Single settings are tried first, then pairs, then all facts at once and all weights at once, of which those
that can be spared are then left out. Numbers that have a value in both views are tried together, as columns
of a sweep; for any other change the view is built and judged again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, combinations
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, TypeAlias

import numpy as np

from dilemma.frameworks.framework import Framework
from dilemma.robustness.between import answer_of, differing, numbers_between, spanning, with_settings
from dilemma.robustness.cruxes.segments import Choice
from dilemma.robustness.cruxes.sweep import Sweeps
from dilemma.robustness.dials.dial import Dial
from dilemma.robustness.narrowing import narrowed
from dilemma.scenario.addresses.kinds import kind_at
from dilemma.scenario.model import Scenario
from dilemma.scenario.views.view import View
from dilemma.weighing import Weighing

__all__ = [
    "Comparison",
    "Divide",
    "Kind",
    "compare",
    "divides",
    "kind_of",
]

Kind: TypeAlias = Literal["fact", "weight", "theory", "mixed"]

PAIR = 2
"""The largest number of settings tried in combination."""

Settings: TypeAlias = frozenset[str]


class Divide(NamedTuple):
    """Settings of the second view that, applied to the first, make these theories choose as in the second.

    `kind` says whether they are facts (which evidence could settle), weights (which it could not), settings
    of a theory, or a mixture. `few` is False if more than two settings are needed: `settings` then are facts
    if facts suffice, else weights if these do, and none of them can be spared; other such sets may exist.
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
    """Return the settings that divide the two views by these theories, fewest first; empty if all agree."""
    asked = {framework.about.id for framework in frameworks}
    wanted = {
        other.about.id: answer_of(other)
        for one, other in zip(first.verdicts, second.verdicts, strict=True)
        if other.about.id in asked and answer_of(one) != answer_of(other)
    }
    every = tuple(differing(first.view, second.view))
    if not wanted or not every:
        return ()
    theories = [framework for framework in frameworks if framework.about.id in wanted]
    found: dict[Settings, list[str]] = {}
    for settings, choices in _trials(first.view, second.view, every, theories):
        for id in [id for id, choice in choices.items() if wanted.get(id, ()) == choice and id in wanted]:
            found.setdefault(settings, []).append(id)
            del wanted[id]
        if not wanted:
            break
    if wanted:
        found[frozenset(every)] = list(wanted)
    fewest = _narrowed(first, second, found, theories)
    return tuple(_divide(settings, ids, second.view) for settings, ids in fewest.items())


def _narrowed(
    first: Weighing,
    second: Weighing,
    found: Mapping[Settings, Sequence[str]],
    theories: Sequence[Framework],
) -> Mapping[Settings, list[str]]:
    """Return the same sets, the larger ones narrowed to what each theory cannot do without."""
    fewest: dict[Settings, list[str]] = {}
    for settings, ids in found.items():
        if len(settings) <= PAIR:
            fewest[settings] = list(ids)
            continue
        turned = [theory for theory in theories if theory.about.id in ids]
        for id, needed in narrowed(first, second, _in_order(settings, second.view), turned).items():
            fewest.setdefault(frozenset(needed), []).append(id)
    return dict(sorted(fewest.items(), key=lambda one: len(one[0])))


def kind_of(scenario: Scenario, address: str) -> Kind:
    """Return whether the setting at an address is a fact, a weight, or a setting of a theory."""
    if address.startswith("frameworks."):
        return "theory"
    return "fact" if kind_at(scenario, address) == "fact" else "weight"


def _trials(
    first: View, second: View, every: Sequence[str], theories: Sequence[Framework]
) -> Iterator[tuple[Settings, Mapping[str, Choice]]]:
    """Yield the choices in the first view with one setting of the second, then two, then all of a kind."""
    numbers = numbers_between(first, second, every, theories)

    @cache
    def chosen(*put: str) -> Mapping[Settings, Mapping[str, Choice]]:
        """Return the choices with these settings applied, alone and with one or two numbers changed."""
        base = with_settings(first, second, put)
        return _choices_over(base, numbers if len(put) < PAIR else {}, theories) if base else {}

    kinds = {address: kind_of(second.scenario, address) for address in every}
    alike = ([a for a in every if kinds[a] == kind] for kind in ("fact", "weight"))
    for settings in chain(combinations(every, 1), combinations(every, 2), alike):
        put = [address for address in settings if len(settings) > PAIR or address not in numbers]
        choices = chosen(*put).get(frozenset(settings).difference(put))
        if choices is not None:
            yield frozenset(settings), choices


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


def _in_order(settings: Settings, second: View) -> list[str]:
    """Return the addresses as the second view lists them, then those that only the first view sets."""
    listed = [address for address in second.changed if address in settings]
    return [*listed, *sorted(settings.difference(listed))]


def _divide(settings: Settings, ids: list[str], second: View) -> Divide:
    kinds = {kind_of(second.scenario, address) for address in settings}
    values = {
        address: second.changed[address]
        if address in second.changed
        else _as_written(second.document.data, address)
        for address in _in_order(settings, second)
    }
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
