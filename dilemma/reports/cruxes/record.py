"""Records of cruxes and maps, for JSON and for a data frame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.cruxes.maps import command_of
from dilemma.reports.weigh.record import provenance_record, scenario_record, settings_record
from dilemma.reports.words.commands import command, only
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.names import Names
from dilemma.robustness.cruxes.crux import Crux, Cruxes
from dilemma.robustness.cruxes.maps import ChoiceMap
from dilemma.robustness.cruxes.segments import Choice

if TYPE_CHECKING:
    from dilemma.reports.cruxes import schema

__all__ = ["TABLE_COLUMNS", "cruxes_record", "cruxes_rows", "map_record"]

SCHEMA: Final = "dilemma.cruxes/1"
MAP_SCHEMA: Final = "dilemma.map/1"
DIGITS = 6  # significant digits of a turning point, to which the sweep locates it

TABLE_COLUMNS = (
    *("address", "name", "kind", "best", "low", "high", "framework", "framework_name"),
    *("from", "from_names", "to", "to_names", "at", "direction", "inside", "nearest"),
)


def cruxes_record(found: Cruxes) -> schema.Cruxes:
    """Return the cruxes as the object that `cruxes --json` prints."""
    return {
        "schema": SCHEMA,
        **provenance_record(found.view.document.digest),
        "scenario": scenario_record(found.view),
        "settings": settings_record(
            found.view, command(found.view, "cruxes", only(v.about.id for v in found.verdicts))
        ),
        "cruxes": [_crux(crux) for crux in found.cruxes],
        "idle": [dial.address for dial in found.idle],
        "resilience": dict(found.resilience),
        "information": [
            {"belief": worth.belief, "framework": id, "value": worth.value, "share": worth.share}
            for id in found.informed
            for worth in found.information
        ],
    }


def _crux(crux: Crux) -> schema.Crux:
    return {
        "address": crux.dial.address,
        "kind": crux.dial.kind,
        "best": crux.dial.best,
        "range": list(crux.dial.range) if crux.dial.range else None,
        "percentiles": crux.dial.percentiles,
        "framework": crux.about.id,
        "from": _choice(crux.before),
        "to": _choice(crux.after),
        "at": _rounded(crux.at),
        "direction": crux.direction,
        "inside": crux.inside,
        "nearest": crux.nearest,
    }


def _choice(choice: Choice) -> list[str] | None:
    """Return the chosen options as a list; None if the theory does not apply."""
    return None if choice is None else list(choice)


def _rounded(number: float) -> float:
    return float(f"{number:.{DIGITS}g}")


def cruxes_rows(found: Cruxes) -> Iterator[dict[str, Any]]:
    """Yield one row per crux, for a data frame; several options are joined by +, their names by ;."""
    names = Names(found.view.scenario)
    words = DialNames(found.view, frameworks_named(verdict.about.id for verdict in found.verdicts))
    for crux in found.cruxes:
        record = _crux(crux)
        low, high = record["range"] or (None, None)
        row: dict[str, Any] = {**record, "low": low, "high": high}
        row |= {"name": words.full(crux.dial), "framework_name": crux.about.name}
        for end, choice in (("from", crux.before or ()), ("to", crux.after or ())):
            row[end], row[f"{end}_names"] = "+".join(choice), "; ".join(map(names.option, choice))
        yield {column: row[column] for column in TABLE_COLUMNS}


def map_record(found: ChoiceMap) -> schema.Map:
    """Return a map as the object that `cruxes --map --json` prints; one row per value of `up`."""
    return {
        "schema": MAP_SCHEMA,
        **provenance_record(found.view.document.digest),
        "scenario": scenario_record(found.view),
        "settings": settings_record(found.view, command_of(found)),
        "across": {"address": found.across.address, "best": found.across.best, "values": list(found.columns)},
        "up": {"address": found.up.address, "best": found.up.best, "values": list(found.rows)},
        "frameworks": [
            {
                "id": about.id,
                "choices": [[_choice(choice) for choice in row] for row in found.choices[about.id]],
            }
            for about in found.theories
        ],
    }
