"""What a program does with the installed library, for a type checker: the package brings its types along."""

from __future__ import annotations

from typing import assert_type

import dilemma


def chosen(name: str) -> dict[str, tuple[str, ...]]:
    """Return what each theory chooses in a scenario, its first party left out."""
    document = assert_type(dilemma.load(name), dilemma.Document)
    first = next(iter(document.scenario.parties))
    weighing = assert_type(dilemma.weigh(document, weights={first: 0}), dilemma.Weighing)
    return {verdict.about.id: assert_type(verdict.choice, tuple[str, ...]) for verdict in weighing.verdicts}


if __name__ == "__main__":
    assert chosen("triage")
