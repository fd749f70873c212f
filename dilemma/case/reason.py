"""Reasons: facts with their amounts and their addresses in the scenario."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dilemma.quantity import Quantity, Truth

__all__ = ["Reason", "ground", "term"]


class Reason(NamedTuple):
    """One reason: a term of a sum, or a ground of a test, at an address of the scenario.

    `key` names what kind of fact it is, for the wording; `amount` and `against` are the two sides
    where there are two; `party` is the party affected, if any; `holds` says whether it applies,
    which may change with dials.
    """

    kind: Literal["term", "test", "binding"]
    key: str
    address: str | None
    amount: Quantity | None = None
    against: Quantity | None = None
    test: str | None = None
    holds: Truth = True
    party: str | None = None


def term(
    key: str, address: str, amount: Quantity, party: str | None = None, *, holds: Truth = True
) -> Reason:
    """Return one term of a score that is a sum, and the party it is about, if any."""
    return Reason("term", key, address, amount, None, None, holds, party)


def ground(
    test: str,
    key: str,
    address: str,
    holds: Truth,
    amount: Quantity | None = None,
    against: Quantity | None = None,
) -> Reason:
    """Return a ground: a fact that makes a test fail if it holds."""
    return Reason("binding", key, address, amount, against, test, holds)
