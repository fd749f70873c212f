"""The sliders of the page: name and range of each dial, and the thresholds of theories on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.turns import PROBABILITIES, changed_choice, on_the_spot
from dilemma.robustness.cruxes.crux import Cruxes
from dilemma.robustness.cruxes.sweep import GEOMETRIC
from dilemma.robustness.dials.dial import Dial

__all__ = ["GROUPS", "MOST_LIVE", "Panel", "panel"]

MOST_LIVE = 8  # dials in the first group: those that turn most theories inside their range
LIVE: Final = "Where verdicts turn"
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

MEANT: Final[Mapping[str, str]] = {
    "tie": "how far they depend on the agent's care",
    "value": "how good or bad for each",
    "liability": "how far they may be harmed without being wronged",
    "combatant": "how likely they take part in fighting",
    "count": "how many",
    "size": "how many members",
    "level": "how well off before",
    "delay": "years until then",
}
"""The meaning of a number, for kinds of which one thing may have several in a group."""


class Panel(NamedTuple):
    """Groups of dials, and the list of sentences that their ticks refer to by index."""

    groups: list[dict[str, Any]]
    says: list[str]


def panel(found: Cruxes, free: Mapping[str, Dial], inputs: Sequence[str], names: DialNames) -> Panel:
    """Return groups of dials, those that turn most first; in each group, dials that turn no choice come last.

    A dial is identified by its index among the inputs of the graph; others have no effect and are left out.
    """
    place = {address: at for at, address in enumerate(inputs)}
    turning = {crux.dial.address for crux in found.cruxes}
    live = list(dict.fromkeys(crux.dial.address for crux in found.cruxes if crux.inside))[:MOST_LIVE]
    says: dict[str, int] = {}
    ticks = _ticks(found, names, says)

    def entry(address: str) -> list[Any]:
        return [place[address], *_dial(free[address], names, ticks.get(address, []))]

    groups = [{"title": LIVE, "dials": [entry(address) for address in live]}]
    for title, kinds in GROUPS.items():
        mine = [
            address
            for address, dial in free.items()
            if dial.kind in kinds and address in place and (dial.stated or address in turning)
        ]
        ordered = sorted((a for a in mine if a not in live), key=lambda address: address not in turning)
        groups.append({"title": title, "dials": [entry(address) for address in ordered]})
    return Panel([group for group in groups if group["dials"]], list(says))


def _dial(dial: Dial, names: DialNames, ticks: list[list[Any]]) -> list[Any]:
    """Return name, best, domain, range or None, whether a share, whether geometric, and ticks."""
    meant = MEANT.get(dial.kind)
    return [
        f"{names.of(dial)}, {meant}" if meant else names.of(dial),
        dial.best,
        [dial.low, dial.high],
        dial.range,
        int(dial.kind in PROBABILITIES),
        int(dial.kind in GEOMETRIC),
        ticks,
    ]


def _ticks(found: Cruxes, names: DialNames, says: dict[str, int]) -> dict[str, list[list[Any]]]:
    """Return the ticks of each dial, by address.

    A tick is [threshold, 1 if above it, index of the theory, index of the sentence on its new choice], and
    words for the place if the figure does not show it.
    """
    theories = list(names.frameworks)
    result: dict[str, list[list[Any]]] = {}
    for crux in found.cruxes:
        if crux.inside or crux.nearest:
            phrase = changed_choice(crux.before, crux.after, crux.about.gives, names.names)
            who = theories.index(crux.about.id)
            tick = [float(f"{crux.at:.6g}"), int(crux.direction == "above"), who]
            spot = [words] if (words := on_the_spot(crux)) else []
            result.setdefault(crux.dial.address, []).append(
                [*tick, says.setdefault(phrase, len(says)), *spot]
            )
    return result
