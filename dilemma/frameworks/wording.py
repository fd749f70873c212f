"""The words of tests, grounds and terms, as templates: what a theory may bring, and what all share.

Slots: `where` is what stands at a reason's address; `amount` and `against` its two sides; `more` and
`less` the two sides of a ground. A test's `amount` and `against` come with as many digits as tell them
apart, and it may name `rivals`, `worst` (the one by which it fails most), `breaches`, `holders` (whose
objection weighs most) and `one|several` (which of the two, by the number of rivals). `facts` is what holds
in the world that binds. The page fills the same templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

__all__ = ["GROUNDS", "HARMS_DONE", "TERM", "TestWords"]


class TestWords(NamedTuple):
    """A test of a theory: its id, its name in full and for a narrow table, and its sentences.

    Without `failed`, a test that is failed is told by the wordings of its grounds; without `passed`, by
    its name. A test that compares two amounts has both, and may have a sentence of its own for each of
    these: no comparison arises (`unopposed`); passed with nothing on the one side (`nought`); passed though
    it fails beside some rival (`beside`); failed with sides that are Equal (`equal`).
    """

    id: str
    name: str
    short: str
    passed: str | None = None
    failed: str | None = None
    unopposed: str | None = None
    nought: str | None = None
    beside: str | None = None
    equal: str | None = None
    not_run: str | None = None  # a caveat, where the test is run on no option


HARMS_DONE: Final = TestWords(
    "harms-done",
    "harm done",
    "harm",
    passed="harms no one who has not agreed to it or become liable to it",
)
"""A test that more than one theory puts."""

GROUNDS: Final[Mapping[str, str]] = {
    "violation": "{where} is an absolute duty, and this violates it",
    "harm-as-means": "{where} is the means to its aim",
    "harm-as-end": "{where} is its aim",
    "wrong-as-means": "violating {where} is the means to its aim",
    "wrong-as-end": "violating {where} is its aim",
    "harm-done": "does or risks harm that would not have happened anyway: {where}",
    "infringed": "infringes {where} (degree {amount})",
    "if-so": "if {where} holds",
    "if-not": "if {where} does not hold",
    "gentler": "{where} does nearly as much good with less harm ({less}, not {more})",
    "rival": "fails beside {where}",
}
"""Grounds that more than one theory finds, or that are owed whichever theory is right."""

TERM: Final = "{where} counts {amount}"
"""A term of a sum, unless the theory has a wording of its own for it."""
