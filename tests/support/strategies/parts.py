"""Parties, beliefs and factors of a random scenario."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tests.support.strategies.draws import Data, Draws, Writers
from tests.support.strategies.figures import (
    BASES,
    BASES_OF_FORCE,
    CHANCES,
    CONSENTS,
    COUNTS,
    DEGREES_OF_GUILT,
    DELAYS,
    DEMANDS,
    DISTRIBUTIONS,
    DUTY_KINDS,
    HARM_ROLES,
    KINDS,
    LEVELS,
    POWERS_OF_TWO,
    SIZES,
    STRINGENCIES,
    TAGS,
    TIES,
    VALUES,
    WEIGHTS,
)

LARGEST_COUNT = 1e6  # of a party whose size the file does not state


class Parts(Draws):
    """Draws of what options are about; what was drawn before is consistent with what is drawn later."""

    war: bool
    rules: bool
    parties: list[str]
    beliefs: list[str]
    causes: list[str]
    sizes: dict[str, float]  # by party, if the file states it

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
            form = self.one_of(("plain", "two", "three", "map", "log", *DISTRIBUTIONS))
            number = self.estimate(form, size, 0.25, 1e6)
            found[id] = {"value": number} if self.maybe(2) else number
            self.known[id] = size
        return found

    def party(self, id: str) -> Data:
        writers: Writers = {
            "kind": lambda: self.one_of(KINDS),
            "weight": lambda: self.number(WEIGHTS, 0),
            "level": lambda: self.number(LEVELS),
            "size": lambda: self.stated_size(id),
            "tie": lambda: self.number(TIES, 0, 1),
            "agent": lambda: not self.maybe(4),
            "represented": lambda: not self.maybe(4),
            "possible": lambda: not self.maybe(4),
            "liable": self.guilt,
            "combatant": self.guilt,
        }
        odds = {"kind": 3, "weight": 3, "level": 3, "size": 2, "tie": 3, "agent": 3, "represented": 4}
        return self.fields(writers, **odds, possible=8, liable=6, combatant=2 if self.war else 16)

    def stated_size(self, id: str) -> Any:
        """Return the size of a party; no count of it may be above its best estimate."""
        best = float(self.one_of(SIZES))
        self.sizes[id] = best
        return self.product(best) if self.known and self.maybe(4) else self.estimate("plain", best, 0, 1e6)

    def guilt(self) -> Any:
        """Return whether a party fights or is liable, or to what degree."""
        return not self.maybe(3) if self.maybe(2) else self.number(DEGREES_OF_GUILT, 0, 1)

    def count(self, party: str) -> Any:
        most = self.sizes.get(party, LARGEST_COUNT)
        return self.number(tuple(n for n in (*COUNTS, most) if n <= min(most, 1000)), 0, most)

    def consequence(self, id: str) -> Data:
        found: Data = {"value": self.number(VALUES)}
        said = self.some(
            falls_on=5, count=2, chance=3, when=2, practice=2, scope=8, tail=6, advantage=2, overlaps=6
        )
        if "falls_on" in said and len(self.parties) > 1:
            found["falls_on"] = {party: self.count(party) for party in self.parties[:2]}
        else:
            found["party"] = self.one_of(self.parties)
            found |= {"count": self.count(found["party"])} if "count" in said else {}
        if "chance" in said:
            found["chance"] = self.number(CHANCES, 0, 1)
        if self.beliefs and "when" in said:
            found["when"] = self.when(self.beliefs)
        if (self.rules and "practice" in said) or "scope" in said:
            found["scope"] = "rule" if self.rules and "practice" in said else "act"
        if "tail" in said:
            found["tags"] = self.one_of(TAGS)
        if self.war and "advantage" in said:
            found["tags"] = ["military-advantage"]
        if id != self.causes[0] and "overlaps" in said:
            found["overlaps"] = [self.causes[0]]
        return found | self.manner()

    def manner(self) -> Data:
        """Return the fields that both a factor and an option's row may have."""
        writers: Writers = {
            "role": lambda: self.one_of(HARM_ROLES),
            "agency": lambda: self.one_of(("allows", "does")),
            "consented": lambda: self.one_of(CONSENTS),
            "delay": lambda: self.number(DELAYS, 0),
        }
        return self.fields(writers, role=3, agency=5, consented=6, delay=8)

    def when(self, beliefs: list[str]) -> Any:
        """Return a condition, or a list of conditions, on some of the beliefs."""
        listed = [f"not {id}" if self.maybe(3) else id for id in self.stretch(beliefs)]
        return listed[0] if len(listed) == 1 and self.maybe(2) else listed

    def stretch(self, ids: Sequence[str]) -> Sequence[str]:
        """Return some neighbours out of a list of ids."""
        first = self.below(len(ids))
        return ids[first : first + 1 + self.below(len(ids) - first)]

    def duty(self) -> Data:
        writers: Writers = {
            "kind": lambda: self.one_of(DUTY_KINDS),
            "weight": lambda: self.number(STRINGENCIES, 0, 10),
            "owed_to": self.holders,
            "basis": lambda: self.one_of(BASES_OF_FORCE if self.war and not self.maybe(3) else BASES),
            "demands": lambda: self.one_of(DEMANDS),
            "overlaps": lambda: self.causes[:1],
        }
        basis = 1 if self.war else 4
        return self.fields(writers, kind=1, weight=2, owed_to=2, basis=basis, demands=3, overlaps=6)

    def holders(self) -> Any:
        """Return one party, or a list of them."""
        listed = list(self.stretch(self.parties))
        return listed[0] if len(listed) == 1 else listed

    def virtue(self) -> Data:
        return {"weight": self.number(STRINGENCIES, 0, 10)} if self.maybe(2) else {}
