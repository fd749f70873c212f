"""Small scenario files: one that is valid and fair, one with a question left open, one that is broken."""

from __future__ import annotations

from pathlib import Path

from tests.unit.cli.running import dilemma
from tests.unit.lints.samples import HERE

__all__ = ["BROKEN", "write_fair", "write_open"]

BROKEN = "format: 1\ntitle: Half a file\nquestoin: Where is the rest?\n"
"""A file with an error at line 3, column 1, and others."""


def write_fair(path: Path) -> None:
    """Write a file in which no question is left open."""
    assert dilemma("new", path.name, "--no-schema", cwd=path.parent).code == 0


def write_open(path: Path) -> None:
    """Write a valid file in which a question is left open."""
    path.write_bytes((HERE / "bad" / "no-reason.yaml").read_bytes())
