"""The catalogue of methods for acting when theories disagree, one file each.

To add one, start from the skeleton that `python -m tests.scaffold method NAME` writes.
"""

from __future__ import annotations

from collections.abc import Iterable

from dilemma.errors import UnknownName
from dilemma.reconciliation.method import Method
from dilemma.reconciliation.methods.copeland import COPELAND
from dilemma.reconciliation.methods.defaults import DEFAULTS
from dilemma.reconciliation.methods.expected_range import EXPECTED_RANGE
from dilemma.reconciliation.methods.expected_raw import EXPECTED_RAW
from dilemma.reconciliation.methods.favourite_option import FAVOURITE_OPTION
from dilemma.reconciliation.methods.instant_runoff import INSTANT_RUNOFF
from dilemma.reconciliation.methods.maximin import MAXIMIN
from dilemma.reconciliation.methods.minimax import MINIMAX
from dilemma.reconciliation.methods.nash import NASH
from dilemma.reconciliation.methods.ranked_pairs import RANKED_PAIRS
from dilemma.reconciliation.methods.schulze import SCHULZE
from dilemma.scenario.addresses.names import ids_meant, the_id

__all__ = ["ALL", "DEFAULT", "METHODS", "method_named", "methods_named"]

METHODS: tuple[Method, ...] = (
    # unless others are asked for
    *DEFAULTS,
    # on request
    FAVOURITE_OPTION,
    EXPECTED_RANGE,
    EXPECTED_RAW,
    SCHULZE,
    MINIMAX,
    RANKED_PAIRS,
    COPELAND,
    INSTANT_RUNOFF,
    NASH,
    MAXIMIN,
)

NAMES = {method.about.id: (method.about.name,) for method in METHODS}

DEFAULT, ALL = "default", "all"
"""Words that stand for several methods."""


def method_named(name: str) -> Method:
    """Return the method with an id or a name that is shown; UnknownName where there is none."""
    id = the_id("method", name, NAMES)
    return next(method for method in METHODS if method.about.id == id)


def method_id(name: str) -> str:
    """Return the id of the method with a name that is shown; any other name unchanged."""
    return next(iter(ids_meant(name, NAMES)), name)


def methods_named(names: Iterable[str]) -> tuple[Method, ...]:
    """Return the named methods in the order of METHODS; those that run by default where none is named.

    Raises UnknownName for a name that is none; `default` and `all` stand for several.
    """
    known = {method.about.id: method for method in METHODS}
    wanted: set[str] = set()
    for name in names:
        if name not in known and name not in (DEFAULT, ALL):
            raise UnknownName("method", name, (*known, DEFAULT, ALL))
        wanted.add(name)
    if not wanted or DEFAULT in wanted:
        wanted |= {method.about.id for method in DEFAULTS}
    return tuple(method for id, method in known.items() if id in wanted or ALL in wanted)
