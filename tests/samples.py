"""The scenarios the laws are held against: every shipped file and every published case."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from dilemma.scenario.nouns import Scenario
from dilemma.verbs import load

CASES = Path(__file__).parent / "cases"
SHIPPED = Path(__file__).parent.parent / "scenarios"


class Sample(NamedTuple):
    """A scenario file, loaded when first asked for."""

    path: Path

    @property
    def scenario(self) -> Scenario:
        return _loaded(self.path)


@cache
def _loaded(path: Path) -> Scenario:
    return load(path).scenario


SHIPPED_SCENARIOS = {path.stem: Sample(path) for path in sorted(SHIPPED.rglob("*.yaml"))}
PUBLISHED_CASES = {path.stem: Sample(path) for path in sorted(CASES.rglob("*.yaml"))}
EVERY_SCENARIO = SHIPPED_SCENARIOS | PUBLISHED_CASES
