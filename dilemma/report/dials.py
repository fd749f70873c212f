"""Dials as blocks and as data: what each number is in the file's words, its address, range and domain."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dilemma.framework import Framework, intervals
from dilemma.report.blocks import Block, Heading, Item, Listing, Paragraphs, Section, Sentences
from dilemma.report.commands import command, written
from dilemma.report.figures import date_in_words
from dilemma.report.names import Names
from dilemma.report.records import scenario_record, settings_record
from dilemma.report.views import changes
from dilemma.robustness import Derived, Dial, derived, dials, unread
from dilemma.scenario.views import View

__all__ = ["TABLE_COLUMNS", "dials_blocks", "dials_record", "dials_rows", "examples"]

SCHEMA = "dilemma.dials/1"

GROUPS: Mapping[str, tuple[str, ...]] = {
    "Beliefs: how likely it is that": ("belief", "event"),
    "Chances: how likely it is to happen": ("chance",),
    "Values: how good (above 0) or bad for one of those it strikes": ("value",),
    "Counts: how many it strikes": ("count",),
    "Delays: years until it falls due": ("delay",),
    "Quantities, from which other numbers follow": ("quantity",),
    "Weights of parties: how much what befalls them counts": ("party-weight",),
    "Levels: how well off they are beforehand": ("level",),
    "Ties: how far they depend on the agent's care": ("tie",),
    "Weights of duties: how stringent they are": ("duty-weight",),
    "Duties: violated (-1) to fulfilled (1)": ("degree",),
    "Weights of virtues: how much they matter": ("virtue-weight",),
    "Virtues: the vice (-1) to the virtue (1)": ("virtue",),
    "The whole file": ("exchange", "discount"),
    "Settings of the frameworks": ("setting",),
}
"""What the numbers of a kind say; under it stands of what they say it."""

WHOLE_FILE = {
    "exchange": "Expected value that weighs as much as infringing a duty of weight 1 outright",
    "discount": "Yearly discount rate",
}

LEGEND = (
    "Best: the best estimate, by which a scenario is weighed. Range: what the file holds to be plausible. "
    "Domain: what is tried when the number is swept. Turn one with -s ADDRESS=VALUE."
)
PRODUCT_DIGITS = 6  # of what a product comes to: it is not to be typed
EXAMPLES = 3  # commands shown: enough to see how an address is used
TABLE_COLUMNS = (
    *("address", "kind", "what", "best", "low", "high", "scale"),
    *("domain_low", "domain_high", "stated", "drawn", "swept"),
)


def dials_blocks(view: View, frameworks: Sequence[Framework]) -> Iterator[Block]:
    """Yield the list of dials by kind, then what follows from them and what nothing reads."""
    scenario = view.scenario
    found, words = list(dials(scenario, frameworks)), _Words(view, frameworks)
    drawn = sum(dial.drawn for dial in found)
    told = f"{len(found)} numbers may be turned; the file gives a range for {drawn or 'none'} of them."
    yield Heading(scenario.title, told, date_in_words(scenario.as_of) if scenario.as_of else "")
    changed = tuple(changes(view, "dials"))
    if changed:
        yield Sentences("Changed in this view", changed)
    sections = (_section(title, kinds, found, words) for title, kinds in GROUPS.items())
    yield Listing(("best", "range", "domain"), tuple(filter(None, sections)), LEGEND)
    follows = tuple(_product(one, words) for one in derived(scenario, frameworks))
    if follows:
        yield Listing(
            ("comes to", "is written"), (Section("Follows from named quantities", follows),), FOLLOWS
        )
    idle = unread(scenario)
    if idle:
        yield Paragraphs("Stated, and read by nothing", (f"{UNREAD} {', '.join(idle)}.",))


FOLLOWS = "These are products: turn the quantities they name, or set one to a number of its own."
UNREAD = "No option leaves these as they are, or none lists them: to turn them changes nothing."


def _section(title: str, kinds: tuple[str, ...], found: list[Dial], words: _Words) -> Section | None:
    """Return the dials of some kinds; those at a default that leaves nothing to sweep in one sentence."""
    mine = [dial for dial in found if dial.kind in kinds]
    listed_ = [dial for dial in mine if dial.stated or dial.swept]
    rest = [dial.address for dial in mine if dial not in listed_]
    told = f"Not stated, so {written(0.0)}: {', '.join(rest)}." if rest else ""
    return Section(title, tuple(_item(dial, words) for dial in listed_), told) if mine else None


def _item(dial: Dial, words: _Words) -> Item:
    if dial.range:
        plausible = _span(*dial.range) + (" (log)" if dial.scale == "log" else "")
    else:
        plausible = "certain" if dial.stated else "not stated"
    domain = _span(dial.low, dial.high) if dial.swept else "not swept"
    return Item(words.of(dial), dial.address, (written(dial.best), plausible, domain))


def _product(one: Derived, words: _Words) -> Item:
    return Item(words.of(one), one.address, (one.text, f"{one.best:.{PRODUCT_DIGITS}g}"))


def _span(low: float, high: float) -> str:
    return f"{written(low)} to {written(high)}"


class _Words:
    """What a number is a number of, in the file's words."""

    def __init__(self, view: View, frameworks: Sequence[Framework]) -> None:
        self.names = Names(view.scenario)
        self.frameworks = {framework.about.id: framework for framework in frameworks}

    def of(self, dial: Dial | Derived) -> str:
        head, *path = dial.address.split(".")
        match head:
            case "quantities":
                return self.names.scenario.quantities[path[0]].name or path[0]
            case "parties" | "beliefs":
                return self.names.at(dial.address)
            case "options":
                return f"{self.names.option(path[0])}: {self._under(path)}"
            case "frameworks":
                framework = self.frameworks[path[0]]
                meaning = intervals(framework)[path[1]].meaning
                plain = meaning.partition(": ")[2] if meaning[1:2] == ":" else meaning
                return f"{framework.about.name}: {plain}"
            case "consequences" | "duties" | "virtues":
                return self._factor(path)
        return WHOLE_FILE[head]

    def _under(self, path: list[str]) -> str:
        """Return what an option's number is of, without the option."""
        _, table, *rest = path
        return self.names.at(f"beliefs.{rest[0]}") if table == "beliefs" else self._factor(rest)

    def _factor(self, path: list[str]) -> str:
        """Return a factor, and which of those it strikes where there are several."""
        struck = f": {self.names.party(path[2])}" if path[1:2] == ["falls_on"] else ""
        return self.names.factor(path[0]) + struck


def dials_record(view: View, frameworks: Sequence[Framework]) -> dict[str, Any]:
    """Return the dials as the object that `dials --json` prints."""
    words = _Words(view, frameworks)
    return {
        "schema": SCHEMA,
        "scenario": scenario_record(view),
        "settings": settings_record(view, "dials"),
        "dials": [
            {
                "address": dial.address,
                "kind": dial.kind,
                "what": words.of(dial),
                "best": dial.best,
                "range": list(dial.range) if dial.range else None,
                "scale": dial.scale,
                "domain": [dial.low, dial.high],
                "stated": dial.stated,
                "drawn": dial.drawn,
                "swept": dial.swept,
            }
            for dial in dials(view.scenario, frameworks)
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
            for one in derived(view.scenario, frameworks)
        ],
        "unread": list(unread(view.scenario)),
    }


def dials_rows(view: View, frameworks: Sequence[Framework]) -> Iterator[dict[str, Any]]:
    """Yield one row a dial, for a data frame."""
    for dial in dials_record(view, frameworks)["dials"]:
        (low, high), (domain_low, domain_high) = dial["range"] or (None, None), dial["domain"]
        row = dial | {"low": low, "high": high, "domain_low": domain_low, "domain_high": domain_high}
        yield {column: row[column] for column in TABLE_COLUMNS}


def examples(view: View, frameworks: Sequence[Framework]) -> Iterator[str]:
    """Yield commands that turn a dial as far as its range, or else its domain, goes: one a kind."""
    found = [dial for dial in dials(view.scenario, frameworks) if dial.swept and dial.kind != "setting"]
    kinds: dict[str, Dial] = {}
    for dial in sorted(found, key=lambda dial: (not dial.drawn, not dial.stated)):
        kinds.setdefault(dial.kind, dial)
    for dial in list(kinds.values())[:EXAMPLES]:
        low, high = dial.range or (dial.low, dial.high)
        end = low if dial.best == high else high
        yield f"{command(view)} -s {shlex.quote(f'{dial.address}={written(end)}')}"
