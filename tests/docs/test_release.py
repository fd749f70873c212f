"""What a release says of itself, in each place that says it."""

from __future__ import annotations

import re

import pytest
import yaml

import dilemma
from tests.unit.cli.running import ROOT

CITATION = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
NEWEST = re.search(r"^## (\S+), (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)


def test_every_place_tells_the_same_version() -> None:
    """The package, the changelog's newest heading and the citation tell one version, and one day."""
    assert NEWEST is not None
    assert (NEWEST[1], NEWEST[2]) == (dilemma.__version__, CITATION["date-released"].isoformat())
    assert CITATION["version"] == dilemma.__version__


@pytest.mark.parametrize(
    ("page", "named"),
    [("check-in-a-repository.md", r"rev: v(\S+)"), ("check-on-github.md", r"uses: \S+/dilemma@v(\S+)")],
)
def test_guides_name_this_version(page: str, named: str) -> None:
    """Where a guide names the release to use, it is this one."""
    text = (ROOT / "docs/how-to" / page).read_text("utf-8")
    assert re.findall(named, text) == [dilemma.__version__]


def test_the_citation_is_whole() -> None:
    """The citation has what its format requires, and the licence and keywords of the package."""
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert {"cff-version", "message", "title", "authors", "version"} <= CITATION.keys()
    assert f'license = "{CITATION["license"]}"' in project
    assert all(f'"{word}"' in project for word in CITATION["keywords"])
