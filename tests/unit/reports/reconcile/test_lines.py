"""In words, how far methods agree, and what their choices mean."""

from __future__ import annotations

import pytest

from dilemma.reports.reconcile.caveats import caveats
from dilemma.reports.reconcile.lines import meeting, rules
from tests.unit.reconciliation.small import reconciled, table


@pytest.mark.parametrize(
    ("methods", "told"),
    [(2, "Both methods"), (3, "All three methods"), (15, "All fifteen methods"), (16, "All 16 methods")],
)
def test_any_number_of_methods_is_told(methods: int, told: str) -> None:
    """Methods may be added without end: more than there are words for are counted in figures."""
    found = reconciled(table("ab", (1, "ab")), "borda")
    (result,) = found.results
    several = tuple(
        result._replace(about=result.about._replace(id=f"borda-{place}", name=f"Borda {place}"))
        for place in range(methods)
    )
    alike = found._replace(results=several, one_vote=())
    assert meeting(rules(alike), alike).startswith(told)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [(3, 1, "Three of four methods"), (16, 13, "16 of 29 methods"), (16, 16, "The 32 methods")],
)
def test_methods_that_part_are_counted_too(one: int, other: int, told: str) -> None:
    """The same holds where most agree, and where none do."""
    found = reconciled(table("ab", (1, "ab")), "borda")
    (result,) = found.results
    sides = [("a",)] * one + [("b",)] * other
    several = tuple(
        result._replace(about=result.about._replace(id=f"m-{place}", name=f"M {place}"), choice=side)
        for place, side in enumerate(sides)
    )
    parted = found._replace(results=several, one_vote=())
    assert meeting(rules(parted), parted).startswith(told)


@pytest.mark.parametrize("said", ["(ab)", set()])
def test_a_favourite_without_guidance_is_told(said: object) -> None:
    """Where the favourite theory is silent or permits none, the meaning and a caveat say so."""
    found = reconciled(table("ab", (3, said), (1, "ba")), "favourite-theory")
    told = "T0 (75 %) has the most credence and gives no guidance, and no other theory is asked"
    assert [rule.plainly for rule in rules(found)] == [told]
    assert f"{told}: My favourite theory leaves every option standing." in [
        line.text for line in caveats(found)
    ]


def test_a_favourite_with_guidance_is_told_as_ever() -> None:
    """Where one of the favourites chooses, the meaning is the method's own and there is no caveat."""
    found = reconciled(table("ab", (1, "(ab)"), (1, "ba")), "favourite-theory")
    assert [rule.plainly for rule in rules(found)] == [found.results[0].about.plainly]
    assert [line.label for line in caveats(found)] == ["Silent"]
