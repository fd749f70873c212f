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


def _samples(root: Path, prefix: str = "") -> dict[str, Sample]:
    paths = sorted(root.rglob("*.yaml"))
    return {prefix + path.relative_to(root).with_suffix("").as_posix(): Sample(path) for path in paths}


SHIPPED_SCENARIOS = _samples(SHIPPED)
PUBLISHED_CASES = _samples(CASES, "cases/")
EVERY_SCENARIO = SHIPPED_SCENARIOS | PUBLISHED_CASES
