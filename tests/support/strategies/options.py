"""Options of a random scenario: how each stands on the factors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.support.strategies.draws import Data, Writers
from tests.support.strategies.figures import (
    CHANCES,
    CONSENTS,
    CREDENCES,
    DEGREES,
    DELAYS,
    HARM_ROLES,
    OVERRIDES,
    ROLES,
    VALUES,
)
from tests.support.strategies.parts import Parts


class Options(Parts):
    """Draws of options, on the factors drawn before."""

    events: list[str]
    duties: list[str]
    virtues: list[str]
    factors: Data

    def option(self, others: Data) -> Data:
        found: Data = {}
        if self.maybe(4):
            found["omission"] = not self.maybe(6)
        if self.maybe(2 if self.war else 16):
            found["force"] = not self.maybe(6)
        if others and self.maybe(8):
            return {**next(iter(others.values())), **found}
        rows = {
            "beliefs": {event: self.event() for event in self.events if self.maybe(2)},
            "consequences": self.rows(self.causes, self.happening),
            "duties": self.rows(self.duties, self.conduct),
            "virtues": self.rows(self.virtues, self.expression),
        }
        found |= {name: listed for name, listed in rows.items() if listed}
        if self.maybe(10):
            found["uses"] = [self.one_of(self.parties)]
        return found

    def event(self) -> Any:
        """Return an option's own probability of a belief, which may depend on a state."""
        states = [belief for belief in self.beliefs if belief not in self.events]
        if not states or self.maybe(2):
            number = self.number(CREDENCES, 0, 1)
            return {"probability": number} if self.maybe(2) else number
        state = self.one_of(states)
        literals = (f"not {state}", state) if self.maybe(2) else (state, f"not {state}")
        return {"given": {literal: self.number(CREDENCES, 0, 1) for literal in literals}}

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
            "role": lambda: {"role": self.one_of(HARM_ROLES)},
            "agency": lambda: {"agency": self.one_of(("allows", "does"))},
            "consented": lambda: {"consented": self.one_of(CONSENTS)},
            "delay": lambda: {"delay": self.number(DELAYS, 0)},
            "size": lambda: self.numbers_struck(self.factors[id]),
            "when": lambda: self.extra_condition(self.factors[id]),
        }
        found: Data = {}
        for field in overridden:
            found |= writers[field]()
        return found

    def numbers_struck(self, factor: Data) -> Data:
        if "falls_on" not in factor:
            return {"count": self.count(factor["party"])}
        party = self.one_of(tuple(factor["falls_on"]))
        return {"falls_on": {party: self.count(party)}}

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


def _beliefs_of(when: Any) -> set[str]:
    listed = [when] if isinstance(when, str) else when
    return {text.removeprefix("not ") for text in listed}
