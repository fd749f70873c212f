"""The dials of the page: each number with its name, its range, and where theories turn on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from dilemma.framework import Framework
from dilemma.report.dial_names import DialNames
from dilemma.report.names import Names
from dilemma.report.turns import SHARES, changed_choice
from dilemma.robustness import Dial
from dilemma.robustness.courses import GEOMETRIC
from dilemma.robustness.cruxes import Cruxes

__all__ = ["GROUPS", "MOST_LIVE", "panel"]

MOST_LIVE = 8  # numbers shown first: those that turn most theories inside their range
LIVE: Final = "Where verdicts turn"
GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "Beliefs": ("belief", "event"),
    "Whose interests weigh how much": ("party-weight", "tie"),
    "How stringent duties are": ("duty-weight",),
    "The whole file": ("exchange", "discount"),
    "Amounts the file reckons with": ("quantity", "value", "count", "level", "delay"),
    "Chances of what may come": ("chance",),
    "How far duties are met": ("degree",),
    "Virtues": ("virtue-weight", "virtue"),
    "Settings of the theories": ("setting",),
}


def panel(found: Cruxes, free: Mapping[str, Dial], frameworks: Sequence[Framework]) -> list[dict[str, Any]]:
    """Return groups of dials, those that turn most first; what no choice hangs on comes last in each."""
    names = DialNames(found.view, frameworks)
    turning = {crux.dial.address for crux in found.cruxes}
    live = list(dict.fromkeys(crux.dial.address for crux in found.cruxes if crux.inside))[:MOST_LIVE]
    ticks = _ticks(found)

    def told(address: str) -> list[Any]:
        return _dial(free[address], names, ticks.get(address, []))

    groups = [{"title": LIVE, "dials": [told(address) for address in live]}]
    for title, kinds in GROUPS.items():
        mine = [d.address for d in free.values() if d.kind in kinds and (d.stated or d.address in turning)]
        ordered = sorted((a for a in mine if a not in live), key=lambda address: address not in turning)
        groups.append({"title": title, "dials": [told(address) for address in ordered]})
    return [group for group in groups if group["dials"]]


def _dial(dial: Dial, names: DialNames, ticks: list[list[Any]]) -> list[Any]:
    """Return address, name, best, domain, range or None, whether a share, whether geometric, and ticks."""
    return [
        dial.address,
        names.of(dial),
        dial.best,
        [dial.low, dial.high],
        dial.range,
        int(dial.kind in SHARES),
        int(dial.kind in GEOMETRIC),
        ticks,
    ]


def _ticks(found: Cruxes) -> dict[str, list[list[Any]]]:
    """Return, for each dial, where theories turn: at, beyond which side, who, and what they say then."""
    names = Names(found.view.scenario)
    result: dict[str, list[list[Any]]] = {}
    for crux in found.cruxes:
        if crux.inside or crux.nearest:
            says = changed_choice(crux.before, crux.after, crux.about.gives, names)
            who = crux.about.short or crux.about.name
            at = float(f"{crux.at:.6g}")
            result.setdefault(crux.dial.address, []).append([at, crux.direction, who, says])
    return result
