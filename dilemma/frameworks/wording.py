"""Templates for the wordings of tests, grounds and terms: the type of a theory's own, and the shared ones.

Slots: `where` is the name of what is at a reason's address; `amount` and `against` are its two sides, with
as many digits as are needed to distinguish them. A test may also name `worst` (the rival against which it
fails most), `breaches` and `holders` (of the strongest objection). `facts` is what holds in the state of the
world that decides. The script of the page fills the same templates.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

__all__ = ["GROUNDS", "HARMS_DONE", "TERM", "TestWords"]


class TestWords(NamedTuple):
    """The wordings of a test: its id, its full and its short name, and its sentences.

    Without `failed`, a failed test is described by the wordings of its grounds; without `passed`, a passed
    one by its name. A test that compares two amounts has both, and may have a separate sentence for each of
    these cases: no comparison arises (`unopposed`); passed with an amount of 0 (`nought`); passed although it
    fails against some rival (`beside`); failed with sides that are Equal (`equal`).
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
    not_run: str | None = None  # a caveat if the test is run on no option


HARMS_DONE: Final = TestWords(
    "harms-done",
    "harm done",
    "harm",
    passed="does no harm, beyond what it spares the same people, to which they have not agreed",
)
"""A test that several theories use."""

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
    "rival": "fails beside {where}",
}
"""The wordings of grounds that several theories use, or that are part of the moral residue."""

TERM: Final = "{where} counts {amount}"
"""The wording of a term of a sum, unless the theory has its own."""
