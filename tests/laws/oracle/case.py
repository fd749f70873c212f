"""What theories share: sums, levels, who exists, the rows common to all options, and the worlds."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tests.laws.oracle.amounts import above, at_least, equal, same
from tests.laws.oracle.beliefs import World
from tests.laws.oracle.numbers import Data
from tests.laws.oracle.reading import Reader
from tests.laws.oracle.records import Duty, Option, Party, Row

PER_WORST = 10.0  # duties of weight 1 that weigh together as much as the worst that can befall one person
GRAVE = 0.5  # the degree beyond which a duty counts as violated

Key = tuple[str, str]


class Case:
    """A scenario as theories see it, at the best estimate of every number."""

    def __init__(self, data: Data) -> None:
        reader = Reader(data)
        self.data, self.numbers, self.beliefs = data, reader.numbers, reader.beliefs
        self.parties = list(reader.parties.values())
        self.options = list(reader.options.values())
        self.baseline = self._baseline(reader.options)
        self.worst, self.exchange = self._scales()
        self.common = self._common(lambda option: option.rows) | self._common(lambda option: option.practice)
        self.total = {option: total(self.deciding(option)) for option in self.options}
        self.level = self._levels(lambda row: True)
        self.level_of_harms = self._levels(lambda row: row.bad)

    @property
    def rows(self) -> list[Row]:
        """The rows of scope `act` of all options."""
        return [row for option in self.options for row in option.rows]

    @property
    def people(self) -> list[Party]:
        """The parties of kind people with a weight above 0."""
        return [party for party in self.parties if party.counted]

    def settings(self, theory: str, /, **defaults: float) -> dict[str, float]:
        """Return a theory's settings: those of the file, else the defaults."""
        stated = self.data.get("frameworks", {}).get(theory, {})
        return {name: self.numbers.field(stated, name, default) for name, default in defaults.items()}

    def others(self, option: Option) -> list[Option]:
        return [other for other in self.options if other is not option]

    def deciding(self, option: Option) -> list[Row]:
        """Return the rows that are not the same under every option."""
        return [row for row in option.rows if row.key not in self.common]

    def exists(self, option: Option, party: Party) -> bool:
        return not party.possible or bool(option.on(party))

    def existing(self, option: Option) -> list[Party]:
        """Return the people with weight who exist under an option."""
        return [party for party in self.people if self.exists(option, party)]

    def levels(
        self, one: Option, other: Option, party: Party, *, harms: bool = False, added: float = 0.0
    ) -> tuple[float, float]:
        """Return a party's levels under two options, reckoned with harms alone if asked so.

        `added` is added to the first. One who exists under one option alone is compared only if his level
        there is below 0, and counts 0 where he does not exist.
        """
        table = self.level_of_harms if harms else self.level
        found = table[one, party] + added, table[other, party]
        there = self.exists(one, party), self.exists(other, party)
        if all(there):
            return found
        first, second = (min(0.0, level) if is_there else 0.0
                         for level, is_there in zip(found, there, strict=True))  # fmt: skip
        return first, second

    def stringency(self, duty: Duty) -> float:
        return self.exchange * duty.weight * max(0.0, -duty.degree)

    def betrayal(self, option: Option, party: Party) -> float:
        """Return how much the breach of duties owed to a party is worth to one member, at most `worst`."""
        if party.size is None and not any(row.party is party for row in self.rows):
            return 0.0
        owed = [self._breach(duty) for duty in option.duties if party in duty.owed_to]
        return min(self.worst, sum(owed))

    def liability(self, option: Option, party: Party) -> float:
        """Return a party's liability, which is 0 under an option that harms it needlessly."""
        if any("military-advantage" in row.tags for row in option.on(party)):
            return party.liable
        needless = any(self._spares(other, option, party) for other in self.others(option))
        return 0.0 if needless else party.liable

    def worlds(self) -> list[tuple[World, float]]:
        """Return the worlds that rows of scope `act` distinguish, with their probabilities."""
        return list(self.beliefs.worlds(dict.fromkeys(state for row in self.rows for state in row.states)))

    def credible(self, share: float) -> list[World]:
        """Return the possible worlds with at least a share of the greatest probability."""
        worlds = self.worlds()
        most = max(chance for _, chance in worlds)
        return [world for world, chance in worlds if chance > 0 and at_least(chance / most, share)]

    def in_world(self, row: Row, world: World) -> float:
        """Return the contribution of a row in a world."""
        worth = row.discounting * row.party.weight * row.count * row.value
        return self.beliefs.chance(row, world) * worth

    def _breach(self, duty: Duty) -> float:
        holders = sum(party.members for party in duty.owed_to)
        shared = self.stringency(duty) / holders
        if duty.violated(GRAVE) and holders > 1:
            return max(shared, abs(duty.degree) * duty.weight / PER_WORST * self.worst)
        return shared

    def _spares(self, other: Option, option: Option, party: Party) -> bool:
        """Return whether another option leaves a party higher, and no one of kind people lower."""
        before, after = self.levels(option, other, party)
        pairs = [self.levels(option, other, one) for one in self.parties if one.people]
        return above(after, before) and not any(above(now, then) for now, then in pairs)

    def _baseline(self, options: dict[str, Option]) -> Option | None:
        if "baseline" in self.data:
            return options[self.data["baseline"]]
        omissions = [option for option in options.values() if option.omission]
        return omissions[0] if len(omissions) == 1 else None

    def _scales(self) -> tuple[float, float]:
        """Return the worth of the worst that can befall one person, and that of a duty of weight 1."""
        stated = self.numbers.degree(self.data, "exchange")
        sizes = [
            max(abs(row.value), abs(row.party.level), abs(row.party.level + row.value))
            for row in self.rows
            if row.party.people
        ]
        largest = max(sizes, default=0.0) or PER_WORST * (1.0 if stated is None else stated)
        worst = self.numbers.field(self.data, "worst", largest)
        return worst, worst / PER_WORST if stated is None else stated

    def _common(self, table: Callable[[Option], list[Row]]) -> set[Key]:
        """Return the keys of rows that every option lists with the same contribution."""
        rows = [row for option in self.options for row in table(option)]
        found = set()
        for key in {row.key for row in rows}:
            amounts = [row.contribution for row in rows if row.key == key]
            if len(amounts) == len(self.options) and same(amounts):
                found.add(key)
        return found

    def _levels(self, counts: Callable[[Row], bool]) -> dict[tuple[Option, Party], float]:
        return {
            (option, party): party.level + sum(row.stake for row in option.on(party) if counts(row))
            for option in self.options
            for party in self.parties
        }


def total(rows: Iterable[Row]) -> float:
    return sum(row.contribution for row in rows)


def is_whole(liability: float) -> bool:
    """Return whether a party may be harmed to any extent."""
    return equal(liability, 1.0)
