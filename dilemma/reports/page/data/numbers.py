"""The numbers of the page: what each is, why it stands as it does, and where theories turn on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from typing import Any, Final, NamedTuple

from dilemma.frameworks.framework import About
from dilemma.reports.cruxes.words import file_and_range
from dilemma.reports.page.wording import OUTSIDE
from dilemma.reports.weigh.panel import panel_ids
from dilemma.reports.weigh.wavering import change_in_words, turning_numbers
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.turns import PROBABILITIES, on_the_spot, value_in_words
from dilemma.robustness.cruxes.crux import Crux, Cruxes
from dilemma.robustness.cruxes.sweep import GEOMETRIC
from dilemma.robustness.dials.dial import Dial
from dilemma.scenario.model import Scenario

__all__ = [
    "GROUPS",
    "Slider",
    "deciding",
    "kinds_present",
    "number",
    "numbers_in_order",
    "slider_of",
    "turn_in_words",
    "turns",
]

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "Beliefs": ("belief", "event"),
    "Whose interests weigh how much": ("party-weight", "tie", "liability"),
    "How stringent duties are": ("duty-weight",),
    "The whole file": ("exchange", "worst", "enough", "discount"),
    "Amounts the file reckons with": ("quantity", "value", "count", "size", "level", "delay"),
    "Chances of what may come": ("chance", "combatant"),
    "How far duties are met": ("degree",),
    "Virtues": ("virtue-weight", "virtue"),
    "Settings of the theories": ("setting",),
}
"""Kinds of number under the names by which the page lists them."""

GROUP_OF: Final = {kind: at for at, kinds in enumerate(GROUPS.values()) for kind in kinds}

ROOM: Final = 3  # times the way to the nearest turn: of the slider of a number without a range

TICK_DIGITS: Final = 6  # significant digits of a turn on a slider


def numbers_in_order(found: Cruxes, free: Mapping[str, Dial], inputs: Sequence[str]) -> list[Dial]:
    """Return the dials that can be moved on the page, those that decide most first.

    First come those that turn most theories of the file's panel within their stated ranges, then those that
    turn any theory there, then those that turn one anywhere, then all others, each in the order of the file.
    """
    first = [dial.address for dial in deciding(found, len(free))]
    turning = dict.fromkeys([*first, *(crux.dial.address for crux in found.cruxes)])
    place = {address: at for at, address in enumerate(turning)}
    known = set(inputs)
    mine = [
        dial for address, dial in free.items() if address in known and (dial.stated or address in turning)
    ]
    return sorted(mine, key=lambda dial: place.get(dial.address, len(place)))


def deciding(found: Cruxes, most: int) -> list[Dial]:
    """Return the first dials that turn a theory of the panel within their stated range.

    After these come the nearest outside: first numbers that the file states, then defaults.
    """
    panel = panel_ids(found.view.scenario, [verdict.about.id for verdict in found.verdicts])
    on_panel = [crux for crux in found.cruxes if crux.about.id in panel]
    inside = [one.dial for one in turning_numbers(crux for crux in on_panel if crux.inside)]
    outside = (crux.dial for crux in on_panel if not crux.inside)
    nearest = sorted(outside, key=lambda dial: not dial.stated)
    ordered = {dial.address: dial for dial in (*inside, *nearest)}
    return [*ordered.values()][:most]


def kinds_present(dials: Sequence[Dial]) -> list[str]:
    """Return the names of the groups of these dials; "" in place of a group without any."""
    present = {GROUP_OF[dial.kind] for dial in dials}
    return [title if at in present else "" for at, title in enumerate(GROUPS)]


def number(
    dial: Dial, cruxes: Sequence[Crux], names: DialNames, lettered: DialNames, changes: dict[str, int]
) -> dict[str, Any]:
    """Return what the page knows of a number; `cruxes` are those on it, `lettered` names options by letters.

    A turn is [value, where it is in words, 1 if outside the stated range], and then, for each theory that
    turns, its index and that of its change in `changes`, to which new ones are added.
    """
    theories = list(names.frameworks)
    scenario = names.view.scenario
    because, sources = _reason(dial.address, names)
    slider = slider_of(dial, cruxes)
    told: dict[str, Any] = {
        "name": lettered.full(dial),
        "group": GROUP_OF[dial.kind],
        "best": dial.best,
        "domain": [dial.low, dial.high],
        "reach": slider[:2],
        "range": dial.range,
        "stated": file_and_range(dial, "file"),
        "share": int(dial.kind in PROBABILITIES),
        "log": int(slider.log),
        "because": because,
        "sources": sources,
        "option": _option(dial.address, scenario),
        "parties": [*_parties(dial.address, scenario)],
        "turns": [
            [
                float(f"{turn.at:.{TICK_DIGITS}g}"),
                turn.where,
                int(turn.outside),
                *_pairs(turn, theories, changes),
            ]
            for turn in turns(cruxes, lettered.names.options)
        ],
    }
    return told


class Slider(NamedTuple):
    """The ends of the slider of a number, and whether it moves in equal ratios."""

    low: float
    high: float
    log: bool

    def along(self, value: float) -> float:
        """Return the position of a value, from 0 to 1."""
        low, high = self.low, self.high
        part = log(value / low) / log(high / low) if self.log else (value - low) / (high - low)
        return min(1.0, max(0.0, part))


def slider_of(dial: Dial, cruxes: Sequence[Crux]) -> Slider:
    """Return the slider of a dial: its range and as much on either side, or the way to its nearest turns.

    Of a number without a range that turns nothing, and of one that moves over orders of magnitude, the slider
    is the whole domain. `cruxes` are those on the dial.
    """
    if dial.kind in GEOMETRIC:
        return Slider(dial.low, dial.high, log=True)
    if dial.range and dial.scale == "log" and dial.range[0] > 0:
        low, high = dial.range
        room = sqrt(high / low)
        return Slider(
            max(dial.low, min(low / room, dial.best)), min(dial.high, max(high * room, dial.best)), log=True
        )
    low, high = dial.range or (dial.best, dial.best)
    room = high - low or ROOM * min((_way(crux) for crux in cruxes if crux.nearest), default=0.0)
    near = max(dial.low, min(dial.best, low) - room), min(dial.high, max(dial.best, high) + room)
    wide = not room or near[1] - near[0] > (dial.high - dial.low) / 2
    return Slider(*((dial.low, dial.high) if wide else near), log=False)


def _changes(cruxes: Sequence[Crux], lettered: Mapping[str, str]) -> Iterator[tuple[Crux, str]]:
    """Yield each crux inside the range or nearest to the best estimate, with its change in words."""
    for crux in cruxes:
        if crux.inside or crux.nearest:
            yield crux, change_in_words(crux.before, crux.after, crux.about, lettered)


class Turn(NamedTuple):
    """A value at which theories turn: where it is in words, and what each turns to, by theory.

    `outside` says that it lies outside the stated range.
    """

    at: float
    where: str
    outside: bool
    changes: tuple[tuple[About, str], ...]


def turns(cruxes: Sequence[Crux], lettered: Mapping[str, str]) -> list[Turn]:
    """Return the values at which theories turn on a number, those inside its range and nearest first."""
    places: dict[tuple[bool, str], dict[str, tuple[Crux, str]]] = {}
    for crux, change in _changes(cruxes, lettered):
        outside = not crux.inside and crux.dial.range is not None
        where = on_the_spot(crux) or f"{crux.direction} {value_in_words(crux.dial, crux.at)}"
        places.setdefault((outside, where), {}).setdefault(crux.about.id, (crux, change))
    found = []
    for (outside, where), told in places.items():
        nearest = min((crux for crux, _ in told.values()), key=_way)
        changes = tuple((crux.about, change) for crux, change in told.values())
        found.append((outside, _way(nearest), Turn(nearest.at, where, outside, changes)))
    return [turn for _, _, turn in sorted(found, key=lambda one: one[:2])]


def _way(crux: Crux) -> float:
    return abs(crux.at - crux.dial.best)


def turn_in_words(turn: Turn) -> str:
    """Return a turn as a sentence, such as `Below 62 %: Utilitarian to E, Statecraft to A`."""
    told = ", ".join(f"{about.short_name} {change}" for about, change in turn.changes)
    return f"{turn.where[:1].upper()}{turn.where[1:]}{OUTSIDE if turn.outside else ''}: {told}"


def _pairs(turn: Turn, theories: Sequence[str], changes: dict[str, int]) -> Iterator[int]:
    """Yield the index of each theory that turns, followed by that of its change among all `changes`."""
    for about, change in turn.changes:
        yield theories.index(about.id)
        yield changes.setdefault(change, len(changes))


def _reason(address: str, names: DialNames) -> tuple[str | None, list[str]]:
    """Return the author's reason for a number, and the sources it cites, each as author and year."""
    entry = names.names.because(address)
    return entry, [names.names.cited(id) for id in names.names.sources(address)]


def _option(address: str, scenario: Scenario) -> int | None:
    """Return the place of the option whose number stands at an address; None if it is of no option."""
    head, *path = address.split(".")
    return [*scenario.options].index(path[0]) if head == "options" else None


def _parties(address: str, scenario: Scenario) -> Iterator[int]:
    """Yield the places of the parties that a number concerns: its own, or those its consequence falls on."""
    head, *path = address.split(".")
    every = [*scenario.parties]
    if head == "parties":
        yield every.index(path[0])
    if head == "options" and path[1] in ("consequences", "duties"):
        head, path = path[1], [path[2]]
    if head == "consequences":
        factor = scenario.consequences[path[0]]
        yield from map(every.index, factor.falls_on or ([factor.party] if factor.party else []))
    if head == "duties":
        yield from map(every.index, scenario.duties[path[0]].owed_to)
