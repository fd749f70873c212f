"""The dials as records for JSON and CSV, and example commands that set some."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from dilemma.frameworks.framework import Framework
from dilemma.reports.dials.selection import command_of, selection
from dilemma.reports.weigh.record import provenance_record, scenario_record, settings_record
from dilemma.reports.words.commands import command, only, written
from dilemma.reports.words.dial_names import DialNames
from dilemma.robustness.dials.dial import Dial
from dilemma.scenario.views.view import View

if TYPE_CHECKING:
    from dilemma.reports.dials import schema

__all__ = ["TABLE_COLUMNS", "dials_record", "dials_rows", "examples"]

SCHEMA: Final = "dilemma.dials/1"

EXAMPLES = 3  # commands shown

TABLE_COLUMNS = (
    *("address", "kind", "what", "best", "low", "high", "scale"),
    *("domain_low", "domain_high", "stated", "drawn", "swept"),
    *("distribution", "percentiles"),
)


def dials_record(view: View, frameworks: Sequence[Framework], word: str | None = None) -> schema.Dials:
    """Return the dials, or those with a word, as the object that `dials --json` prints."""
    words, found = DialNames(view, frameworks), selection(view, frameworks, word)
    return {
        "schema": SCHEMA,
        **provenance_record(view.document.digest),
        "scenario": scenario_record(view),
        "settings": settings_record(view, command_of(view, frameworks, word)),
        "dials": [
            {
                "address": dial.address,
                "kind": dial.kind,
                "what": words.of(dial),
                "best": dial.best,
                "range": list(dial.range) if dial.range else None,
                "scale": dial.scale,
                "distribution": dial.drawn_from or None,
                "percentiles": dial.percentiles,
                "domain": [dial.low, dial.high],
                "stated": dial.stated,
                "drawn": dial.drawn,
                "swept": dial.swept,
            }
            for dial in found.dials
        ],
        "products": [
            {
                "address": one.address,
                "kind": one.kind,
                "what": words.of(one),
                "written": one.text,
                "best": one.best,
                "follows_from": list(one.follows),
            }
            for one in found.products
        ],
        "unread": list(found.unread),
    }


def dials_rows(
    view: View, frameworks: Sequence[Framework], word: str | None = None
) -> Iterator[dict[str, Any]]:
    """Yield one row per dial, for CSV."""
    for dial in dials_record(view, frameworks, word)["dials"]:
        (low, high), (domain_low, domain_high) = dial["range"] or (None, None), dial["domain"]
        row = {**dial, "low": low, "high": high, "domain_low": domain_low, "domain_high": domain_high}
        yield {column: row[column] for column in TABLE_COLUMNS}


def examples(view: View, frameworks: Sequence[Framework], word: str | None = None) -> Iterator[str]:
    """Yield commands that set a dial to an end of its range, or else of its domain; one per kind."""
    every = selection(view, frameworks, word).dials
    found = [dial for dial in every if dial.swept and dial.kind != "setting"]
    asked = only(one.about.id for one in frameworks)
    kinds: dict[str, Dial] = {}
    for dial in sorted(found, key=lambda dial: (not dial.drawn, not dial.stated)):
        kinds.setdefault(dial.kind, dial)
    for dial in list(kinds.values())[:EXAMPLES]:
        low, high = dial.range or (dial.low, dial.high)
        end = low if dial.best == high else high
        yield command(view, frameworks=asked, also=["-s", f"{dial.address}={written(end)}"])
