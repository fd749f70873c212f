"""The scenarios on which laws are tested: every shipped file and every published case."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import NamedTuple

from dilemma import load
from dilemma.scenario.model import Scenario

CASES = Path(__file__).parents[1] / "data" / "cases"
SHIPPED = Path(__file__).parents[2] / "scenarios"


class Sample(NamedTuple):
    """A scenario file, loaded on first use."""

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


THOROUGH = os.environ.get("HYPOTHESIS_PROFILE") == "thorough"
"""True in the thorough profile: slow tests then use every file, otherwise some of each folder."""

LONGEST = "negotiations"
"""The longest shipped file: what is slow leaves it to the thorough profile."""

SHIPPED_SCENARIOS = _samples(SHIPPED)
PUBLISHED_CASES = _samples(CASES, "cases/")
EVERY_SCENARIO = SHIPPED_SCENARIOS | PUBLISHED_CASES


def _some(samples: dict[str, Sample], every: int) -> dict[str, Sample]:
    """Return the samples in no folder but the longest, and one in `every` of those in folders."""
    in_folders = [name for name in samples if "/" in name]
    left_out = set() if THOROUGH else {LONGEST, *in_folders} - set(in_folders[::every])
    return {name: sample for name, sample in samples.items() if name not in left_out}


SOME_SHIPPED = _some(SHIPPED_SCENARIOS, 9)
SOME_SCENARIOS = _some(EVERY_SCENARIO, 5)
