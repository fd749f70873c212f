"""Types of the JSON of `collect`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field
from typing_extensions import TypedDict

from dilemma.reports.check.schema import Finding
from dilemma.reports.weigh.schema import Provenance, Scenario, Share
from dilemma.robustness.collection.collection import GroupBy
from dilemma.robustness.collection.numbers import SettingKind

__all__ = ["Collection", "Rounds"]

Counts = Mapping[str, Annotated[int, Field(ge=0)]]


class Verdict(TypedDict):
    """What one theory chooses and permits in a view."""

    applies: bool
    chosen: list[str]
    permitted: list[str]


class PersonView(TypedDict):
    """One view: whose it is, what it sets, and what follows from it."""

    name: str | None
    """Null with --anonymous, and where the view has none."""
    source: str | None
    """The file, or the file and the row; null with --anonymous."""
    group: int | None
    """The place of its group, from 1; null if it is in none."""
    choice: str | None
    """What this person would choose."""
    confidence: Share | None
    perspective: str | None
    """The perspective of the file that the view starts from."""
    set: Mapping[str, Any]
    """The values that the view itself sets, by address."""
    because: Mapping[str, str]
    """The reasons for them; empty with --anonymous."""
    credences: Mapping[str, Annotated[float, Field(ge=0)]]
    implied: list[str]
    """What most methods of `reconcile` choose by these numbers and credences; empty if they do not agree."""
    credences_stated: bool
    """Whether the credences are the view's own; else every family of theories has the same."""
    verdicts: Mapping[str, Verdict]
    """By theory."""


class TheoryCounts(TypedDict):
    """In how many views a theory chooses, permits and forbids each option."""

    id: str
    name: str
    shown: bool
    """Whether it forms groups and has a row in the report: the theories of the file's panel do."""
    applies: int
    silent: int
    """Views in which it chooses every option."""
    chosen: Counts
    permitted: Counts


class Trait(TypedDict):
    """The verdict by which a group stands out."""

    framework: str
    chosen: list[str] | None
    """Null if the theory does not apply."""
    inside: int
    """Views of the group with this verdict."""
    outside: int


class Mark(TypedDict):
    """A number by which a group stands out."""

    address: str
    median: float
    elsewhere: float
    higher: Share
    """The chance that a view of the group has a higher number than one outside it, ties counted half."""


class Group(TypedDict):
    """People whose verdicts go together, or who choose the same."""

    size: int
    views: list[int]
    """Places in `views`, from 0."""
    medoid: int
    """The place of the view that stands for the group."""
    trait: Trait | None
    marks: list[Mark]
    choices: Counts


class Setting(TypedDict):
    """A setting with its values in the first and in the second group."""

    address: str
    kind: SettingKind
    here: Any
    there: Any


class Step(TypedDict):
    """Settings that together carry verdicts of the first group to those of the second."""

    settings: list[Setting]
    frameworks: list[str]


class CredenceStep(TypedDict):
    """The choices implied by the numbers and credences of two groups, and with one of these exchanged."""

    here: list[str]
    there: list[str]
    by_credences: list[str]
    """The first group's numbers with the second's credences."""
    by_numbers: list[str]
    """The second group's numbers with the first's credences."""


class Division(TypedDict):
    """What divides the two largest groups, seen through their typical views."""

    groups: list[int]
    """Places of the groups, from 1."""
    frameworks: list[str]
    """The theories whose verdicts differ."""
    steps: list[Step]
    credences: CredenceStep | None
    """Null if neither group states credences."""


class ChoicesDivide(TypedDict):
    """What divides the people who choose each of two options, seen through their typical views.

    With fewer than four on a side the typical view is that of one of them.
    """

    options: list[str]
    """The two options that most people choose by themselves."""
    views: list[list[int]]
    """Of each, the places in `views` of those who choose it, from 0."""
    as_often: list[str]
    """Other options that are chosen as often as the second."""
    frameworks: list[str]
    """The theories whose verdicts differ; none if what parts these people is not in their numbers."""
    explaining: list[str]
    """Of these, the theories that the steps turn from the first option, or to the second."""
    steps: list[Step]
    """Settings that carry verdicts of the first to those of the second.

    With fewer than four on a side also numbers that do so in the view that is typical of all.
    """
    credences: CredenceStep | None
    """Null if nobody of both states credences."""


class TheoryCredence(TypedDict):
    """Credence in a theory, as shares of all that a view states, over the views that give it any."""

    framework: str
    given_by: int
    median: Share
    least: Share
    most: Share


class Turn(TypedDict):
    """A value at which a theory's choice changes."""

    framework: str
    at: float
    below: list[str] | None
    above: list[str] | None


class Number(TypedDict):
    """A number that some view sets, over all views; one that a view does not set is the file's."""

    address: str
    kind: SettingKind
    best: float | None
    """The file's own; null if the file has a formula, or none, in its place."""
    set_by: int
    """Views that set it."""
    quartiles: Annotated[list[float], Field(min_length=5, max_length=5)]
    """The least, the first quartile, the median, the third quartile, the greatest."""
    tried: int
    """Views in which it was set to values of others."""
    turned: int
    """Of these, views in which the tenth or the ninetieth percentile of all turns some verdict."""
    turned_at_ends: int
    """Of these, views in which one of these, or the least or greatest value of anyone, does."""
    verdicts_turned: float
    """How many theories turn at these percentiles, on average over the views tried."""
    turns: list[Turn]
    """Where verdicts turn within everyone's values, in the view typical of all; of the first numbers only."""


class CommonGround(TypedDict):
    """What all views share."""

    chosen: Mapping[str, list[str]]
    """Theories shown that choose the same in every view, not every option, and their choice."""
    untaken: list[str]
    """Options that nobody chooses, and no theory shown in any view."""
    idle: list[str]
    """Addresses of numbers that people see differently, on which no verdict turns in any view tried."""


class Collection(Provenance):
    """Many views of one scenario."""

    schema: Literal["dilemma.collect/1"]
    scenario: Scenario
    views_found: int
    """Views taken and left out."""
    views_left_out: int
    findings: list[Finding]
    """Why views and columns were left out, each at its place; empty with --anonymous."""
    views: list[PersonView]
    choices: Counts
    """How many people choose each option by themselves."""
    implied: Counts
    """How many views imply each option, by `reconcile`'s default methods; without credences of their own, all
    families of theories count alike."""
    implied_with_credences: Counts
    """The same, of the views that state credences."""
    parting: list[int]
    """Places of views with credences of their own whose choice is not among those implied."""
    frameworks: list[TheoryCounts]
    grouped_by: GroupBy
    groups: list[Group]
    silhouette: float | None
    """The mean silhouette of the groups; null for one group, or groups by choice."""
    divides: Division | None
    choices_divide: ChoicesDivide | None
    """Null if people choose fewer than two options by themselves."""
    credences: list[TheoryCredence]
    """Those that most views give first."""
    numbers: list[Number]
    """Most disputed first."""
    common_ground: CommonGround


class Move(TypedDict):
    """A number in two rounds, over the people in both."""

    address: str
    kind: SettingKind
    moved: int
    """People who changed it."""
    before: Annotated[list[float], Field(min_length=3, max_length=3)]
    """The first quartile, the median and the third."""
    after: Annotated[list[float], Field(min_length=3, max_length=3)]


class Change(TypedDict):
    """How many people changed their own choice from one option to another; null for none."""

    before: str | None
    after: str | None
    people: int


class Rounds(Provenance):
    """Two rounds of views by the same people."""

    schema: Literal["dilemma.rounds/1"]
    scenario: Scenario
    views_before: int
    views_after: int
    matched: int
    """People in both rounds, known by name."""
    choices: list[Change]
    numbers: list[Move]
    """Most people moved first."""
    verdicts_turned: Counts
    """By theory shown, in how many views its choice is another after."""
    apart: Annotated[list[Share], Field(min_length=2, max_length=2)] | None
    """The mean share of verdicts in which two people differ, before and after."""
    agree: Annotated[list[Share], Field(min_length=2, max_length=2)] | None
    """The chance that two people who choose in both rounds choose the same, before and after."""
