"""What the oracle reads of a scenario, as plain records of floats."""

from __future__ import annotations

from dataclasses import dataclass, field

Literal = tuple[str, bool]
"""A belief, and whether it has to hold."""

AIMED = ("means", "end")


@dataclass(eq=False)
class Party:
    """A party; `size` is the stated one, or the largest count that an option lists for it."""

    id: str
    people: bool
    weight: float
    level: float
    tie: float
    liable: float
    combatant: float | None
    represented: bool
    agent: bool
    possible: bool
    size: float | None
    states_level: bool
    members: float = 1.0  # the size in force

    @property
    def counted(self) -> bool:
        """Whether it is of kind people with a weight above 0."""
        return self.people and self.weight > 0

    @property
    def protected(self) -> float:
        """The probability that its members are civilians; 0 for what is not people."""
        if self.combatant is not None:
            return 1 - self.combatant
        return 1.0 if self.people else 0.0


@dataclass(eq=False)
class Row:
    """A consequence for one party under one option, after overrides."""

    option: str
    factor: str
    party: Party
    count: float
    value: float
    chance: float  # given that its literals hold
    literals: list[Literal]
    states: list[str]  # that its probability depends on
    role: str
    agency: str
    consented: bool | str
    tags: list[str]
    discounting: float
    probability: float = 0.0  # with that of its literals

    @property
    def key(self) -> tuple[str, str]:
        """The factor and the party, by which rows of different options are compared."""
        return self.factor, self.party.id

    @property
    def bad(self) -> bool:
        return self.value < 0

    @property
    def does(self) -> bool:
        return self.agency == "does"

    @property
    def aimed(self) -> bool:
        return self.role in AIMED

    @property
    def unweighted(self) -> float:
        return self.probability * self.discounting * self.count * self.value

    @property
    def contribution(self) -> float:
        return self.unweighted * self.party.weight

    @property
    def stake(self) -> float:
        """Its expected value for one member."""
        return self.unweighted / self.party.members

    @property
    def harm(self) -> float:
        """The expected harm to one who is struck."""
        return self.probability * self.discounting * max(0.0, -self.value)

    @property
    def severity(self) -> float:
        """The harm to one who is struck: whatever the chance, if it is aimed at and possible."""
        if self.aimed and self.probability > 0:
            return self.discounting * max(0.0, -self.value)
        return self.harm


@dataclass(eq=False)
class Duty:
    """How an option stands on a duty."""

    id: str
    weight: float
    kind: str
    degree: float
    role: str | None
    owed_to: list[Party]
    basis: list[str]
    demands: str

    @property
    def to_people(self) -> bool:
        return any(party.people for party in self.owed_to)

    @property
    def absolute(self) -> bool:
        return self.kind == "absolute"

    def violated(self, grave: float) -> bool:
        return self.degree < -grave


@dataclass(eq=False)
class Option:
    """An option, with its rows of scope `act` and of scope `rule`."""

    id: str
    omission: bool
    force: bool
    uses: list[Party]
    rows: list[Row] = field(default_factory=list)
    practice: list[Row] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    virtues: list[tuple[float, float]] = field(default_factory=list)  # weight and degree

    def on(self, party: Party) -> list[Row]:
        """Return the rows that fall on a party."""
        return [row for row in self.rows if row.party is party]

    def row(self, key: tuple[str, str]) -> Row | None:
        return next((row for row in self.rows if row.key == key), None)
