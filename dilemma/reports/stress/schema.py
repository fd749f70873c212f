"""Types of the JSON objects of `stress`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from dilemma.reconciliation.credences import Origin
from dilemma.reports.reconcile.schema import SetAside
from dilemma.reports.weigh.schema import Pair, Provenance, Scenario, Settings, Share, Theory
from dilemma.scenario.numbers.distributions import DistributionName

__all__ = ["Credited", "Framework", "Method", "MethodKeys", "Stress"]


class Drawn(TypedDict):
    """A number that is drawn, and from what."""

    address: str
    what: str
    best: float
    range: Pair
    scale: Literal["linear", "log"]
    distribution: DistributionName
    percentiles: bool
    """Whether the range is from the 5th to the 95th percentile of its distribution."""
    spread: bool
    """Whether it is certain in the file, and drawn because of --spread."""


class Correlated(TypedDict):
    """Two numbers whose ranks are correlated, and the id under which the file says so."""

    id: str
    between: Annotated[list[str], Field(min_length=2, max_length=2)]
    rank: Annotated[float, Field(gt=-1, lt=1)]
    """Their rank correlation (Spearman)."""


class Choice(TypedDict):
    """A set of options chosen together, and how often."""

    options: list[str]
    share: Share


class OptionOfTheory(TypedDict):
    """The shares of draws of one option under one theory."""

    chosen: Share
    """Share in which it is chosen, a tie split evenly."""
    permissible: Share
    ranks: list[Share]
    """Share at each rank, best first."""
    error: Annotated[float, Field(ge=0)]
    """Standard error of `chosen`."""


class Separating(TypedDict):
    """A number by the share of one theory's choice that it tells by itself."""

    address: str
    share: Share


class Framework(Theory):
    """The verdicts of one theory over the draws."""

    applies: Share
    """Share of the draws in which it applies; every other share is of these."""
    permits_none: Share
    silent: Share
    """Share in which it chooses or permits every option."""
    choices: list[Choice]
    """The commonest first."""
    options: dict[str, OptionOfTheory]
    """By option id; empty where it applies under no draw that its file allows."""
    separating: list[Separating]
    """Numbers by the share of its choice that each tells alone: first-order sensitivity indices."""


class OptionOfMethod(TypedDict):
    """The share of draws of one option under one method."""

    chosen: Share
    """Share in which it is chosen, a tie split evenly."""
    error: Annotated[float, Field(ge=0)]
    """Standard error of `chosen`."""


class Method(TypedDict):
    """The choices of one method over the draws."""

    id: str
    name: str
    applies: Share
    """Share of the draws in which some theory with credence applies; every other share is of these."""
    guided: Share
    """Share in which some theory with credence sets options apart; in the rest every option is chosen."""
    choices: list[Choice]
    """The commonest first."""
    options: dict[str, OptionOfMethod]
    """By option id."""


class ShareOfTheory(TypedDict):
    """The sensitivity index of a number for the choice of one theory."""

    id: str
    share: Share


class Ranked(TypedDict):
    """A number by what it tells of all theories' choices."""

    address: str
    frameworks: list[ShareOfTheory]


class Credited(TypedDict):
    """The credence of each theory, with --methods; else null, and an empty list."""

    credences: Annotated[
        Mapping[str, Share] | None,
        Field(
            description="With --methods: each theory's share of the credence, at the best estimates; in a "
            "draw they are shared among those that apply in it. Else null."
        ),
    ]
    credences_from: Annotated[Origin | None, Field(description="Who says so; null without --methods.")]
    set_aside: Annotated[
        list[SetAside],
        Field(description="Credence in theories that do not apply at the best estimates."),
    ]


class MethodKeys(Credited):
    """The results of methods for moral uncertainty over the draws, with --methods; else null."""

    methods: Annotated[
        list[Method] | None,
        Field(description="What methods choose in the draws; null without --methods."),
    ]
    methods_without_tail: Annotated[
        list[Method] | None,
        Field(description="The same with the tails left out; null where without_tail is."),
    ]
    lottery: Annotated[
        Mapping[str, Share] | None,
        Field(
            description="With --methods: each option's chance if a theory is drawn by its credence and "
            "obeyed, on average over the draws in which some theory with credence sets options apart; "
            "null where there are none."
        ),
    ]
    lottery_without_tail: Annotated[
        Mapping[str, Share] | None, Field(description="The same with the tails left out.")
    ]


class Stress(Provenance, MethodKeys):
    """The share of draws in which each option wins, when every uncertain number is drawn at random."""

    schema: Literal["dilemma.stress/1"]
    scenario: Scenario
    settings: Settings
    draws: Annotated[int, Field(ge=1)]
    """Draws made."""
    asked: Annotated[int, Field(ge=1)]
    """Draws asked for."""
    interrupted: bool
    seed: Annotated[int, Field(ge=0)]
    spread: float | None
    """Share of itself within which each certain weight is drawn too."""
    drawn: list[Drawn]
    correlated: list[Correlated]
    """Pairs of them that are drawn with each other."""
    frameworks: list[Framework]
    separating: list[Ranked]
    """The one that tells most of all theories' choices together first."""
    tails: list[str]
    """Consequences tagged tail."""
    without_tail: list[Framework] | None
    """As `frameworks`, in the same draws, without the tails; null where there are none, or if interrupted."""
    notes: list[str]
