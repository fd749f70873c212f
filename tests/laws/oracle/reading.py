"""Options and parties of a scenario in plain data, with the format's defaults."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.laws.oracle.beliefs import Beliefs
from tests.laws.oracle.numbers import Data, Numbers, listed
from tests.laws.oracle.records import Duty, Literal, Option, Party, Row

FIGHTS = 0.9  # the least probability of being a combatant that makes a party liable unless it says otherwise
MIDDLE = 5.0  # the weight of a duty or virtue that states none


class Reader:
    """The reading of one file."""

    def __init__(self, data: Data) -> None:
        self.data = data
        self.numbers = Numbers(data.get("quantities", {}))
        self.beliefs = Beliefs(data, self.numbers)
        self.parties = {id: self._party(id, entry) for id, entry in data["parties"].items()}
        self.options = {id: self._option(id, entry) for id, entry in data["options"].items()}
        for party in self.parties.values():
            party.members = self._members(party)

    def _party(self, id: str, entry: Data) -> Party:
        number, combatant = self.numbers.field, self.numbers.degree(entry, "combatant")
        represented = entry.get("represented", False)
        fights = combatant is not None and combatant >= FIGHTS and not represented
        return Party(
            id,
            people=entry.get("kind", "people") == "people",
            weight=number(entry, "weight", 1.0),
            level=number(entry, "level", 0.0),
            tie=number(entry, "tie", 0.0),
            liable=number(entry, "liable", float(fights)),
            combatant=combatant,
            represented=represented,
            agent=entry.get("agent", False),
            possible=entry.get("possible", False),
            size=self.numbers.degree(entry, "size"),
            states_level="level" in entry,
        )

    def _members(self, party: Party) -> float:
        if party.size is not None:
            return party.size
        counts = [row.count for option in self.options.values() for row in option.on(party)]
        return max(counts, default=0.0) or 1.0

    def _option(self, id: str, entry: Data) -> Option:
        uses = [self.parties[party] for party in entry.get("uses", [])]
        option = Option(id, entry.get("omission", False), entry.get("force", False), uses)
        for factor, own in entry.get("consequences", {}).items():
            scope = self.data["consequences"][factor].get("scope", "act")
            table = option.rows if scope == "act" else option.practice
            table += self._rows(option, factor, self.numbers.entry(own, "chance"))
        option.duties = [self._duty(duty, own) for duty, own in entry.get("duties", {}).items()]
        option.virtues = [self._virtue(virtue, own) for virtue, own in entry.get("virtues", {}).items()]
        return option

    def _rows(self, option: Option, factor: str, own: Data) -> Iterable[Row]:
        told = self.data["consequences"][factor]
        if "falls_on" in told:
            counts = {**told["falls_on"], **own.get("falls_on", {})}
        else:
            counts = {told["party"]: {**told, **own}.get("count", 1)}
        for party, count in counts.items():
            yield self._row(option, factor, own, self.parties[party], self.numbers.best(count))

    def _row(self, option: Option, factor: str, own: Data, party: Party, count: float) -> Row:
        told = self.data["consequences"][factor]
        entry, number = {**told, **own}, self.numbers.field
        value = number(entry, "value", 0.0)
        literals = _literals([*listed(told, "when"), *listed(own, "when")])
        row = Row(
            option.id,
            factor,
            party,
            count,
            value,
            chance=number(entry, "chance", 1.0),
            literals=literals,
            states=self.beliefs.states_of(option.id, literals),
            role=entry.get("role", "end" if value > 0 else "side-effect"),
            agency=entry.get("agency", "allows" if option.omission else "does"),
            consented=entry.get("consented", False),
            tags=told.get("tags", []),
            discounting=self._discounting(number(entry, "delay", 0.0)),
        )
        row.probability = self.beliefs.overall(row)
        return row

    def _discounting(self, delay: float) -> float:
        return float((1 + self.numbers.field(self.data, "discount", 0.0)) ** -delay)

    def _duty(self, id: str, own: Any) -> Duty:
        told, entry = self.data["duties"][id], self.numbers.entry(own, "degree")
        return Duty(
            id,
            weight=self.numbers.field(told, "weight", MIDDLE),
            kind=told.get("kind", "pro-tanto"),
            degree=0.0 if entry.get("waived", False) else self.numbers.field(entry, "degree", 0.0),
            role=entry.get("role"),
            owed_to=[self.parties[party] for party in listed(told, "owed_to")],
            basis=listed(told, "basis"),
            demands=told.get("demands", "restraint"),
        )

    def _virtue(self, id: str, own: Any) -> tuple[float, float]:
        entry = self.numbers.entry(own, "degree")
        weight = self.numbers.field(self.data["virtues"][id], "weight", MIDDLE)
        return weight, self.numbers.field(entry, "degree", 0.0)


def _literals(texts: Iterable[str]) -> list[Literal]:
    return [(text.removeprefix("not "), not text.startswith("not ")) for text in texts]
