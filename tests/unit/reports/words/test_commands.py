"""The command that reproduces a view."""

from __future__ import annotations

import json

from dilemma.frameworks.registry import theories
from dilemma.reports.words.commands import command
from dilemma.scenario import read, view
from tests.unit.robustness.small import two_goods


def test_what_was_piped_in_is_piped_in_again() -> None:
    """A view of standard input is reproduced by giving the file there once more."""
    piped = read(json.dumps(two_goods(1, 2)).encode(), "<stdin>", "stdin", theories())
    assert command(view(piped, changes={"exchange": 2.0})) == "dilemma weigh - -s exchange=2"
