"""Types of the JSON of `diff`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from typing_extensions import TypedDict

from dilemma.reports.collect.schema import Step
from dilemma.reports.weigh.schema import Program, Sha256
from dilemma.robustness.collection.difference import ChangeStatus
from dilemma.robustness.collection.numbers import SettingKind

__all__ = ["Difference"]


class Side(TypedDict):
    """One of the two things compared."""

    label: str
    scenario: str
    """The id of the scenario."""
    sha256: Sha256
    """The SHA-256 of the scenario's file."""
    set: Mapping[str, Any]
    """What a view sets, by address; empty for a file."""


class Pair(TypedDict):
    """What one theory chooses on both sides; null where it does not apply."""

    id: str
    name: str
    differs: bool
    a: list[str] | None
    b: list[str] | None


class Change(TypedDict):
    """A value that differs."""

    address: str
    status: ChangeStatus
    kind: SettingKind | None
    """Null for words, and what no verdict depends on."""
    a: Any
    b: Any


class Difference(TypedDict):
    """Two files or views, which verdicts differ, and why."""

    schema: Literal["dilemma.diff/1"]
    program: Program
    a: Side
    b: Side
    frameworks: list[Pair]
    steps: list[Step]
    """Settings that carry verdicts of a to those of b, with their values in both."""
    rest: list[str]
    """Theories whose verdicts differ by what only one of the files has."""
    changes: list[Change]
