"""A whole random scenario, with settings of theories, and parts that affect no verdict."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Any

from dilemma.frameworks.registry import theories
from dilemma.scenario.numbers import Range, is_number_map, read_number
from tests.support.strategies.draws import Data, Writers
from tests.support.strategies.figures import (
    CREDENCES,
    DISCOUNTS,
    ENOUGH,
    EXCHANGES,
    SETTINGS,
    WORSTS,
    Figures,
)
from tests.support.strategies.options import Options

STEEPEST = 4.0  # priority: beyond it amounts are too different in size to add


@cache
def _settings(setting: str, interval: tuple[float, float, bool]) -> Figures:
    """Return possible values of a setting, without those that make amounts too different in size to add."""
    low, high, above_low = interval
    steepest = STEEPEST if setting == "priority" else high
    return tuple(n for n in SETTINGS if low <= n <= min(high, steepest) and not (above_low and n == low))


class Author(Options):
    """A generator of one scenario, part by part, each consistent with the parts before."""

    def scenario(self) -> Data:
        self.war, self.rules, self.prose = self.maybe(2), not self.maybe(3), self.maybe(6)
        quantities = self.quantities(self.ids(0, 2, "q"))
        self.sizes = {}
        self.parties = self.ids(1, 4, "p")
        self.beliefs = self.ids(0, 3, "b")
        self.events = [belief for belief in self.beliefs if self.maybe(2)]
        self.duties = [] if self.maybe(5) else self.ids(1, 3, "d")
        self.virtues = [] if self.maybe(3) else self.ids(1, 2, "v")
        alone = self.maybe(10) and (self.duties or self.virtues)
        self.causes = [] if alone else self.ids(1, 4, "c")
        self.options = self.ids(2, 4, "o")
        data: Data = {"format": 1, "title": "A dilemma", "question": "What should be done?"}
        data |= self.top()
        data |= {
            "quantities": quantities,
            "parties": {id: self.party(id) for id in self.parties},
            "beliefs": {id: {"claim": f"{id} holds", "probability": self.number(CREDENCES, 0, 1)}
                        for id in self.beliefs},
        }  # fmt: skip
        data["consequences"] = self.factors = {id: self.consequence(id) for id in self.causes}
        data["duties"] = {id: self.duty() for id in self.duties}
        data["virtues"] = {id: self.virtue() for id in self.virtues}
        data["options"] = {}
        for id in self.options:
            data["options"][id] = self.option(data["options"])
        data |= {"frameworks": self.frameworks()} if self.maybe(2) else {}
        data |= self.correlations(data) if self.maybe(2) else {}
        return self.annotated(data) if self.prose else data

    def correlations(self, data: Data) -> Data:
        """Return correlations of up to three numbers that are drawn, in a chain."""
        rows = {
            f"{table}.{id}.{field}": row[field]
            for table, field in (("beliefs", "probability"), ("consequences", "value"), ("duties", "weight"))
            for id, row in data[table].items()
            if field in row
        }
        drawn = [address for address, number in rows.items() if _is_drawn(number)][:3]
        pairs = pairwise(drawn)
        ranks = (0.5, -0.25, 0.625)
        found = {
            f"r{at}": {"between": list(pair), "rank": self.one_of(ranks)} for at, pair in enumerate(pairs)
        }
        return {"correlations": found} if found else {}

    def top(self) -> Data:
        writers: Writers = {
            "baseline": lambda: self.one_of(self.options),
            "exchange": lambda: self.number(EXCHANGES, 0.0625),
            "worst": lambda: self.number(WORSTS, 0.25),
            "enough": lambda: self.number(ENOUGH),
            "discount": lambda: self.number(DISCOUNTS, 0, 1),
        }
        return self.fields(writers, baseline=4, exchange=2, worst=2, enough=2, discount=4)

    def frameworks(self) -> Data:
        """Return settings of up to three theories, within their intervals."""
        found: Data = {}
        settable = {theory: settings for theory, settings in theories().items() if settings}
        for theory in dict.fromkeys(self.one_of(tuple(settable)) for _ in range(3)):
            found[theory] = {
                setting: self.number(
                    _settings(setting, interval), 0.0625 if interval[2] else interval[0], interval[1]
                )
                for setting, interval in settable[theory].items()
                if not self.maybe(3)
            }
        return {theory: found[theory] for theory in settable if theory in found}

    def annotated(self, data: Data) -> Data:
        """Return the scenario with names, reasons, sources and other parts that affect no verdict."""
        evidence = self.one_of(("stated", "measured", "derived", "judgement"))
        said = {**EXPLANATION, "evidence": evidence}
        first, party = self.options[0], self.parties[0]
        for table in ("quantities", "parties", "beliefs", "consequences", "duties", "virtues", "options"):
            data[table] = _explained(data[table], said)
        for quantity in data["quantities"].values():
            if isinstance(quantity, dict) and "value" in quantity:
                quantity["kind"] = self.one_of(("fact", "value"))
        for option in data["options"].values():
            for table in ("beliefs", "consequences", "duties", "virtues"):
                option[table] = _explained(option.get(table, {}), said)
        published = {"framework": "utilitarian", "option": first, "source": "s1", "note": "Noted."}
        verdict = self.one_of(("required", "permitted", "forbidden"))
        settings = {f"parties.{party}.weight": {"value": 2, "because": "They are near."}, "discount": 0.5}
        view = {"set": settings, "credences": {"kantian": 2}, "choice": first, "confidence": 0.75}
        return {
            **data,
            **COMMENT,
            "perspectives": {"w1": {**VIEW, **view}},
            "literature": [{**published, "verdict": verdict}],
        }


def _is_drawn(number: Any) -> bool:
    """Return whether a number is drawn at random in a stress test."""
    read = read_number(tuple(number) if isinstance(number, list) else number)
    return isinstance(read, Range) and read.low < read.high


EXPLANATION = {
    "name": "Named",
    "because": "It is so.",
    "sources": ["s1"],
    "held_by": "the author",
    "note": "Noted.",
}

VIEW = {"name": "Another view", "because": "One may.", "note": "Noted.", "sources": ["s1"], "what_if": True}

SOURCE = {"title": "A source", "author": "A. Author", "publisher": "A press", "date": "1999"}

COMMENT: Data = {
    "about": "What led to it.",
    "agent": "Somebody",
    "language": "en-GB",
    "as_of": "2024-02-29",
    "unit": "one death",
    "domain": "medicine",
    "tags": ["random"],
    "note": "Made by chance.",
    "panel": ["kantian", "rossian"],
    "sources": {"s1": {**SOURCE, "url": "https://example.org", "note": "Noted."}},
    "accepts": {"mixed-party": "It is meant."},
}


def _explained(rows: Data, said: Data) -> Data:
    """Return the entries with these explanations added, except where an entry is only a number."""
    return {
        id: {**row, **said} if isinstance(row, dict) and not is_number_map(row) else row
        for id, row in rows.items()
    }
