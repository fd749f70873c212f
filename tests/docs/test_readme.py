"""The README stays short, and what it says of the program in words is so."""

from __future__ import annotations

import re

from docs.generate.commands import commands
from tests.docs.pages import README

TEXT = README.read_text("utf-8")
MOST_LINES = 160


def test_it_is_short() -> None:
    """Who has never heard of the program reads all of it; the rest is in docs/."""
    assert len(TEXT.splitlines()) <= MOST_LINES


def test_every_command_is_in_the_table() -> None:
    """The table of commands has a row for each command there is."""
    rows = re.findall(r"^\| `dilemma ([a-z]+)", TEXT, re.MULTILINE)
    assert sorted(set(rows)) == sorted(commands())
