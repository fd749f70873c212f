"""The command line: one file per command, which loads, calls the library, and shows the result."""

from __future__ import annotations

from dilemma.cli.main import prepare, run

__all__ = ["prepare", "run"]
