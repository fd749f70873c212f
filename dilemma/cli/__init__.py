"""The commands, one file each: load, call one function of the library, show."""

from __future__ import annotations

from dilemma.cli.main import prepare, run

__all__ = ["prepare", "run"]
