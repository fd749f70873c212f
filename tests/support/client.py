"""A program that uses the installed library, for a type checker to test the types of the package."""

from __future__ import annotations

from typing import assert_type

import dilemma


def chosen(name: str) -> dict[str, tuple[str, ...]]:
    """Return each theory's choice in a scenario with weight 0 for the first party."""
    document = assert_type(dilemma.load(name), dilemma.Document)
    first = next(iter(document.scenario.parties))
    weighing = assert_type(dilemma.weigh(document, weights={first: 0}), dilemma.Weighing)
    return {verdict.about.id: assert_type(verdict.choice, tuple[str, ...]) for verdict in weighing.verdicts}


if __name__ == "__main__":
    assert chosen("triage")
