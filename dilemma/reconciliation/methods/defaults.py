"""The methods that run unless others are asked for, in the order in which they are reported."""

from __future__ import annotations

from dilemma.reconciliation.method import Method
from dilemma.reconciliation.methods.borda import BORDA
from dilemma.reconciliation.methods.favourite_theory import FAVOURITE_THEORY
from dilemma.reconciliation.methods.one_step import ONE_STEP
from dilemma.reconciliation.methods.permissibility import PERMISSIBILITY
from dilemma.reconciliation.methods.split_cycle import SPLIT_CYCLE

__all__ = ["DEFAULTS", "VOTING"]

DEFAULTS: tuple[Method, ...] = (PERMISSIBILITY, FAVOURITE_THEORY, BORDA, ONE_STEP, SPLIT_CYCLE)

VOTING = ("borda", "one-step", "split-cycle", "expected-range")
"""The methods that are equivalent to one vote by credence if there are two options."""
