"""Small tables of verdicts, and the winners of each method on them."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

import dilemma
from dilemma import Reconciliation
from dilemma.reconciliation.input.read import table_of_data
from dilemma.reconciliation.method import elect
from dilemma.reconciliation.methods.catalogue import methods_named
from dilemma.reconciliation.reconciliation import profile_of
from dilemma.reconciliation.request import credences_in_force, request
from dilemma.reconciliation.subject import subject_of
from tests.support.samples import THOROUGH

OPTIONS = "abcdef"

FEW_EXAMPLES = settings(max_examples=100 if THOROUGH else 20)
"""For laws that are held against many methods, each by as many examples."""


def table(options: str, *rows: tuple[object, object], units: dict[int, str] | None = None) -> dict[str, Any]:
    """Return a table: each row a credence, and an order (text), numbers (list) or what is permitted (set).

    An order is written best first; options in brackets share a tier: `a(bc)d`.
    """
    theories = [theory(f"T{place}", options, credence, said) for place, (credence, said) in enumerate(rows)]
    for place, unit in (units or {}).items():
        theories[place]["unit"] = unit
    return {"options": list(options), "theories": theories}


def theory(name: str, options: str, credence: object, said: object) -> dict[str, Any]:
    """Return one theory of a table."""
    row: dict[str, Any] = {"name": name, "credence": str(credence)}
    if isinstance(said, str):
        return row | {"ranking": tiers(said)}
    if isinstance(said, (set, frozenset)):
        return row | {"permits": sorted(said)}
    assert isinstance(said, (list, tuple))
    return row | {"choiceworthiness": dict(zip(options, said, strict=True))}


def tiers(order: str) -> list[list[str]]:
    """Return an order's tiers: `a(bc)d` is a, then b and c, then d."""
    found: list[list[str]] = []
    is_open = False
    for sign in order:
        if sign == "(":
            found.append([])
        elif sign not in "()" and is_open:
            found[-1].append(sign)
        elif sign not in "()":
            found.append([sign])
        is_open = sign == "(" or (is_open and sign != ")")
    return found


def ran(data: dict[str, Any], *methods: str, **asked: Any) -> dict[str, tuple[str, ...]]:
    """Return the winners by method: of those named, or of all; without looking for turns."""
    wanted = request(methods=methods or ("all",), one_scale=not methods or "expected-raw" in methods, **asked)
    source = table_of_data(data, "table")
    subject = subject_of(source)
    profile = profile_of(subject, credences_in_force(source, subject, wanted))
    outcomes = {method.about.id: elect(method, profile) for method in methods_named(wanted.methods)}
    return {
        id: tuple(profile.options[o] for o in outcome.winners) for id, outcome in outcomes.items() if outcome
    }


def reconciled(data: dict[str, Any], *methods: str, **asked: Any) -> Reconciliation:
    """Return what the methods named, or all, make of a table; shares of all credences only with `draws`."""
    named = methods or ("all",)
    one_scale = "all" in named or "expected-raw" in named
    return dilemma.reconcile(data, methods=named, one_scale=one_scale, **{"draws": 0} | asked)


def credences() -> st.SearchStrategy[Fraction]:
    """Return credences above 0."""
    return st.integers(1, 9).map(lambda whole: Fraction(whole, 10))


@st.composite
def sayings(draw: st.DrawFn, options: str) -> object:
    """Draw what a theory says: an order with ties, numbers, or what is permitted."""
    kind = draw(st.sampled_from(["order", "numbers", "permits"]))
    if kind == "permits":
        return frozenset(draw(st.sets(st.sampled_from(options))))
    levels = draw(st.lists(st.integers(-4, 4), min_size=len(options), max_size=len(options)))
    if kind == "numbers":
        return levels
    return order_by(options, levels)


def orders(options: str) -> st.SearchStrategy[str]:
    """Return orders of options, with ties."""
    levels = st.lists(st.integers(-4, 4), min_size=len(options), max_size=len(options))
    return levels.map(lambda drawn: order_by(options, drawn))


def order_by(options: str, levels: list[int]) -> str:
    """Return the order of options by their levels, the greatest first."""
    tiers = [[o for o, level in zip(options, levels, strict=True) if level == at] for at in sorted({*levels})]
    return "".join(f"({''.join(tier)})" for tier in reversed(tiers))


@st.composite
def tables(draw: st.DrawFn, least: int = 2, most: int = 4) -> tuple[str, list[tuple[Fraction, object]]]:
    """Draw options and the rows of a table."""
    options = OPTIONS[: draw(st.integers(least, most))]
    rows = draw(st.lists(st.tuples(credences(), sayings(options)), min_size=1, max_size=5))
    return options, rows
