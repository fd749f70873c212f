"""Random scenarios: plain data for `dilemma.load`, valid by construction, with every feature of the format.

`scenarios()` draws one dilemma of 2 to 4 options. Any of these may occur in it:

- numbers written as a constant, a range of two or three, a map of low, best and high, a logarithmic
  range, or a product of quantities (which may name one another);
- parties of every kind, with weight (0 too), level, tie, agent, liable, combatant;
- states and events; `when` with one belief, with `not`, with a list, on the factor and on the option;
- consequences with party and count or `falls_on`, value, chance, role, agency, consented, scope, delay,
  tags and overlaps, and options that override each of these as far as they may;
- duties absolute and pro tanto, with weight, basis, owed_to, and a degree, role and waiver by option;
  virtues and their degrees; `uses`;
- baseline by name, by omission or none; exchange, discount and unit stated or not; settings of
  frameworks; factors that one option lists, or none; options that list the same as another;
- names, reasons, sources, evidence, notes, perspectives, credences, literature, accepts.

Every number is small and has a short binary fraction, so that sums are exact: options tie exactly, or
differ by far more than the tolerance. Chances include 0 and 1. Ids are unique in the file, and none is the
name of a field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias, TypeVar

from hypothesis import strategies as st

from dilemma.frameworks.registry import theories

__all__ = ["Data", "scenarios"]

Data = dict[str, Any]
"""A scenario as plain data."""

T = TypeVar("T")

Writers: TypeAlias = Mapping[str, Callable[[], Any]]
"""A function for each field that returns its content, called only if the field is drawn."""

Figures = tuple[float, ...]
"""The possible values of a number, simplest first."""

CHANCES: Figures = (1, 0.5, 0, 0.25, 0.75, 0.125, 1)
CREDENCES: Figures = (0.5, 0, 1, 0.25, 0.75)
VALUES: Figures = (-1, 1, -2, -0.5, 2, -4, 0.25, -0.125, 0, -1, -1)
COUNTS: Figures = (1, 2, 5, 0, 3, 0.5, 8)
WEIGHTS: Figures = (1, 2, 0, 0.5, 1, 1)
LEVELS: Figures = (0, -1, 1, -0.25, 2, 0.5)
TIES: Figures = (0, 1, 0.5, 0.25)
DELAYS: Figures = (0, 1, 2, 10)
DISCOUNTS: Figures = (0, 0.25, 1)
EXCHANGES: Figures = (1, 0.125, 0.5, 2, 8)
STRINGENCIES: Figures = (5, 10, 1, 0, 2.5, 8)
DEGREES: Figures = (-1, 1, -0.5, -0.25, 0, 0.5, -0.75, -1)
POWERS_OF_TWO: Figures = (2, 0.5, 4, 1)
SETTINGS: Figures = (0, 1, 0.5, 2, 0.125, 4, 10)
SCALES: Figures = (0, 4, 8, 16)

FORMS = ("plain",) * 8 + ("two", "three", "map", "log", "product", "product", "product")

KINDS = ("people",) * 5 + ("institution", "norm", "nature")
ROLES = ("side-effect", "means", "end")
OVERRIDES: tuple[tuple[str, ...] | None, ...] = (
    *(None,) * 12,  # a bare chance
    (),
    ("chance",),
    ("chance", "value"),
    ("value",),
    ("role",),
    ("value", "role"),
    ("agency",),
    ("chance", "agency"),
    ("size",),
    ("consented",),
    ("size", "delay"),
    ("delay", "role", "agency"),
    ("when",),
    ("chance", "when"),
)


@st.composite
def scenarios(draw: st.DrawFn) -> Data:
    """Draw one scenario; the module's docstring lists its features."""
    return _Author(draw).scenario()


@cache
def _bytes(many: int) -> st.SearchStrategy[bytes]:
    """Return a strategy for that many bytes, drawn evenly; `st.integers` is biased towards 0."""
    return st.binary(min_size=many, max_size=many)


@cache
def _settings(setting: str, interval: tuple[float, float, bool]) -> Figures:
    """Return possible values of a setting, without those that make amounts too different in size to add."""
    low, high, above_low = interval
    possible = SCALES if setting == "scale" else SETTINGS
    steepest = 4 if setting == "priority" else high
    return tuple(n for n in possible if low <= n <= min(high, steepest) and not (above_low and n == low))


class _Author:
    """A generator of one scenario, part by part, each consistent with the parts before."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.known: dict[str, float] = {}  # best estimates of quantities, by id

    def below(self, many: int) -> int:
        """Return an integer below `many`, drawn almost evenly."""
        return self.draw(_bytes(1))[0] % many

    def one_of(self, choices: Sequence[T]) -> T:
        """Return one of these; the first is the simplest."""
        return choices[self.below(len(choices))]

    def maybe(self, one_in: int = 4) -> bool:
        return self.below(one_in) == one_in - 1

    def some(self, **one_in: int) -> list[str]:
        """Return some of these names, each with a chance of one in its value; one draw for all is faster."""
        drawn = self.draw(_bytes(len(one_in)))
        return [
            name for byte, (name, many) in zip(drawn, one_in.items(), strict=True) if byte % many == many - 1
        ]

    def ids(self, low: int, high: int, letter: str) -> list[str]:
        return [f"{letter}{number}" for number in range(1, low + self.below(high - low + 1) + 1)]

    def number(self, amounts: Figures, low: float = -1e6, high: float = 1e6) -> Any:
        """Return a number in any notation of the format, with one of the amounts as best estimate."""
        index, kind = self.draw(_bytes(2))
        best, form = float(amounts[index % len(amounts)]), FORMS[kind % len(FORMS)]
        if form == "product" and self.known:
            return self.product(best)
        return self.estimate(form, best, low, high)

    def estimate(self, form: str, best: float, low: float, high: float) -> Any:
        """Return a number in a given notation, with a range that lies between low and high."""
        if form == "log" and best:
            ends = sorted([max(low, best / 2), max(low, min(best * 2, high))])
            return {"low": ends[0], "best": best, "high": ends[1], "scale": "log"}
        reach = min(0.25, best - low, high - best)
        match form:
            case "two":
                return [best - reach, best + reach]
            case "three":
                return [max(low, best - 0.5), best, min(high, best + 0.25)]
            case "map":
                return {"low": best - reach, "best": best, "high": min(high, best + 1), "scale": "linear"}
        return int(best) if best.is_integer() else best

    def product(self, best: float) -> str:
        """Return a product of quantities that is `best`."""
        first, *others = self.known
        size = self.known[first]
        if others and self.maybe(2):
            return f"{first} * {others[0]} * {best / size / self.known[others[0]]}"
        if size == best:
            return first
        return f"{best * size} / {first}" if self.maybe(2) else f"{best / size} * {first}"

    def scenario(self) -> Data:
        self.war, self.rules, self.prose = self.maybe(2), not self.maybe(3), self.maybe(6)
        quantities = self.quantities(self.ids(0, 2, "q"))
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
            "parties": {id: self.party() for id in self.parties},
            "beliefs": {id: {"claim": f"{id} holds", "probability": self.number(CREDENCES, 0, 1)}
                        for id in self.beliefs},
        }  # fmt: skip
        data["consequences"] = self.factors = {id: self.consequence(id) for id in self.causes}
        data["duties"] = {id: self.duty() for id in self.duties}
        data["virtues"] = {id: self.virtue() for id in self.virtues}
        data["options"] = {}
        for id in self.options:
            data["options"][id] = self.option(id, data["options"])
        data |= {"frameworks": self.frameworks()} if self.maybe(2) else {}
        return self.annotated(data) if self.prose else data

    def quantities(self, ids: list[str]) -> Data:
        """Return named powers of two, so that dividing by one is exact."""
        found: Data = {}
        for id in ids:
            size = float(self.one_of(POWERS_OF_TWO))
            if self.known and self.maybe(2):
                first, known = next(iter(self.known.items()))
                found[id] = f"{first} * {size}"
                self.known[id] = known * size
                continue
            number = self.estimate(self.one_of(FORMS), size, 0.25, 1e6)
            found[id] = {"value": number} if self.maybe(2) else number
            self.known[id] = size
        return found

    def top(self) -> Data:
        writers: Writers = {
            "baseline": lambda: self.one_of(self.options),
            "exchange": lambda: self.number(EXCHANGES, 0.0625),
            "discount": lambda: self.number(DISCOUNTS, 0, 1),
        }
        return {field: writers[field]() for field in self.some(baseline=4, exchange=2, discount=4)}

    def party(self) -> Data:
        writers: Writers = {
            "kind": lambda: self.one_of(KINDS),
            "weight": lambda: self.number(WEIGHTS, 0),
            "level": lambda: self.number(LEVELS),
            "tie": lambda: self.number(TIES, 0, 1),
            "agent": lambda: not self.maybe(4),
            "liable": lambda: not self.maybe(4),
            "combatant": lambda: self.maybe(2),
        }
        odds = {"kind": 3, "weight": 3, "level": 3, "tie": 3, "agent": 3, "liable": 6}
        return {
            field: writers[field]() for field in self.some(**odds, **({"combatant": 2} if self.war else {}))
        }

    def consequence(self, id: str) -> Data:
        found: Data = {"value": self.number(VALUES)}
        said = self.some(
            falls_on=5, count=2, chance=3, when=2, practice=2, scope=8, tail=6, advantage=2, overlaps=6
        )
        if "falls_on" in said and len(self.parties) > 1:
            found["falls_on"] = {party: self.number(COUNTS, 0) for party in self.parties[:2]}
        else:
            found["party"] = self.one_of(self.parties)
            found |= {"count": self.number(COUNTS, 0)} if "count" in said else {}
        if "chance" in said:
            found["chance"] = self.number(CHANCES, 0, 1)
        if self.beliefs and "when" in said:
            found["when"] = self.when(self.beliefs)
        if (self.rules and "practice" in said) or "scope" in said:
            found["scope"] = "rule" if self.rules and "practice" in said else "act"
        if "tail" in said:
            found["tags"] = ["tail", "other"]
        if self.war and "advantage" in said:
            found["tags"] = ["military-advantage"]
        if id != self.causes[0] and "overlaps" in said:
            found["overlaps"] = [self.causes[0]]
        return found | self.manner()

    def manner(self) -> Data:
        """Return the fields that both a factor and an option's row may have."""
        writers: Writers = {
            "role": lambda: self.one_of(ROLES),
            "agency": lambda: self.one_of(("allows", "does")),
            "consented": lambda: True,
            "delay": lambda: self.number(DELAYS, 0),
        }
        return {field: writers[field]() for field in self.some(role=4, agency=5, consented=8, delay=8)}

    def when(self, beliefs: list[str]) -> Any:
        """Return a condition, or a list of conditions, on some of the beliefs."""
        first = self.below(len(beliefs))
        last = first + 1 + self.below(len(beliefs) - first)
        listed = [f"not {id}" if self.maybe(3) else id for id in beliefs[first:last]]
        return listed[0] if len(listed) == 1 and self.maybe(2) else listed

    def duty(self) -> Data:
        writers: Writers = {
            "kind": lambda: self.one_of(("absolute", "absolute", "absolute", "pro-tanto")),
            "weight": lambda: self.number(STRINGENCIES, 0, 10),
            "owed_to": lambda: self.one_of(self.parties),
            "basis": lambda: self.one_of((["promise", "law-of-war"], ["treaty"])),
            "overlaps": lambda: self.causes[:1],
        }
        odds = {"kind": 1, "weight": 2, "owed_to": 2, "basis": 4, "overlaps": 6}
        return {field: writers[field]() for field in self.some(**odds)}

    def virtue(self) -> Data:
        return {"weight": self.number(STRINGENCIES, 0, 10)} if self.maybe(2) else {}

    def option(self, id: str, others: Data) -> Data:
        found: Data = {}
        if self.maybe(4):
            found["omission"] = not self.maybe(6)
        if others and self.maybe(8):
            return {**next(iter(others.values())), **found}
        events = {event: self.number(CREDENCES, 0, 1) for event in self.events if self.maybe(2)}
        rows = {
            "beliefs": events,
            "consequences": self.rows(self.causes, self.happening),
            "duties": self.rows(self.duties, self.conduct),
            "virtues": self.rows(self.virtues, self.expression),
        }
        found |= {name: listed for name, listed in rows.items() if listed}
        if self.maybe(10):
            found["uses"] = [self.one_of(self.parties)]
        return found

    def rows(self, ids: list[str], row: Callable[[str], Any]) -> Data:
        """Return the rows of an option for most of these factors."""
        left_out = self.some(**dict.fromkeys(ids, 4))
        return {id: row(id) for id in ids if id not in left_out}

    def happening(self, id: str) -> Any:
        overridden = self.one_of(OVERRIDES)
        if overridden is None:
            return self.number(CHANCES, 0, 1)
        writers: Writers = {
            "chance": lambda: {"chance": self.number(CHANCES, 0, 1)},
            "value": lambda: {"value": self.number(VALUES)},
            "role": lambda: {"role": self.one_of(ROLES)},
            "agency": lambda: {"agency": self.one_of(("allows", "does"))},
            "consented": lambda: {"consented": not self.maybe(3)},
            "delay": lambda: {"delay": self.number(DELAYS, 0)},
            "size": lambda: self.size(self.factors[id]),
            "when": lambda: self.extra_condition(self.factors[id]),
        }
        found: Data = {}
        for field in overridden:
            found |= writers[field]()
        return found

    def size(self, factor: Data) -> Data:
        if "falls_on" not in factor:
            return {"count": self.number(COUNTS, 0)}
        return {"falls_on": {self.one_of(tuple(factor["falls_on"])): self.number(COUNTS, 0)}}

    def extra_condition(self, factor: Data) -> Data:
        """Return a condition on beliefs that the factor's own condition does not name."""
        named = _beliefs_of(factor.get("when", ()))
        left = [belief for belief in self.beliefs if belief not in named]
        return {"when": self.when(left)} if left else {}

    def conduct(self, _id: str) -> Any:
        degree, said = self.number(DEGREES, -1, 1), self.some(map=2, role=2, waived=3)
        if "map" not in said:
            return degree
        found = {"degree": degree}
        found |= {"role": self.one_of(ROLES)} if "role" in said else {}
        found |= {"waived": not self.maybe(4)} if "waived" in said else {}
        return found

    def expression(self, _id: str) -> Any:
        degree = self.number(DEGREES, -1, 1)
        return {"degree": degree} if self.maybe(3) else degree

    def frameworks(self) -> Data:
        """Return settings of up to three theories, within their intervals."""
        found: Data = {}
        settable = {theory: settings for theory, settings in theories().items() if settings}
        for theory in {self.one_of(tuple(settable)) for _ in range(3)}:
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
        for option in data["options"].values():
            for table in ("consequences", "duties", "virtues"):
                option[table] = _explained(option.get(table, {}), said)
        published = {"framework": "utilitarian", "option": first, "source": "s1", "note": "Noted."}
        verdict = self.one_of(("required", "permitted", "forbidden"))
        view = {"set": {f"parties.{party}.weight": 2, "discount": 0.5}, "credences": {"kantian": 2}}
        return {
            **data,
            **COMMENT,
            "perspectives": {"w1": {"name": "Another view", "because": "One may.", "note": "Noted.", **view}},
            "literature": [{**published, "verdict": verdict}],
        }


EXPLANATION = {
    "name": "Named",
    "because": "It is so.",
    "sources": ["s1"],
    "held_by": "the author",
    "note": "Noted.",
}

SOURCE = {"title": "A source", "author": "A. Author", "publisher": "A press", "date": "1999"}

COMMENT: Data = {
    "about": "What led to it.",
    "agent": "Somebody",
    "as_of": "2024-02-29",
    "unit": "one death",
    "domain": "medicine",
    "tags": ["random"],
    "note": "Made by chance.",
    "sources": {"s1": {**SOURCE, "url": "https://example.org", "note": "Noted."}},
    "accepts": {"mixed-party": "It is meant."},
}


def _explained(rows: Data, said: Data) -> Data:
    """Return the entries with these explanations added, except where an entry is only a number."""
    return {
        id: {**row, **said} if isinstance(row, dict) and "best" not in row else row
        for id, row in rows.items()
    }


def _beliefs_of(when: Any) -> set[str]:
    listed = [when] if isinstance(when, str) else when
    return {text.removeprefix("not ") for text in listed}
