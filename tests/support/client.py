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


def lines(name: str) -> list[str]:
    """Return one line for each result on a scenario, by one theory."""
    weighing = dilemma.weigh(name, frameworks=["utilitarian"])
    results = (
        weighing,
        assert_type(dilemma.explain(weighing, option="A"), dilemma.Explanations),
        assert_type(dilemma.cruxes(weighing), dilemma.Cruxes),
        assert_type(dilemma.dials(weighing, word="a"), dilemma.Dials),
        assert_type(dilemma.stress(weighing, draws=10), dilemma.StressTest),
        assert_type(dilemma.reconcile(weighing, draws=0), dilemma.Reconciliation),
        assert_type(dilemma.check(name), dilemma.Findings),
        assert_type(dilemma.diff(name, name, frameworks="utilitarian"), dilemma.Difference),
    )
    assert_type(dilemma.report(weighing, "md"), str)
    assert_type([one.address for one in dilemma.dials(weighing)], list[str])
    assert_type([one.message for one in dilemma.check(name)], list[str])
    return [repr(one) for one in results] + [assert_type(str(one), str) for one in results]


def divided(name: str, views: str) -> tuple[dilemma.Comparison, dilemma.Collection]:
    """Return the comparison of a scenario's perspectives, and the views of many people."""
    return dilemma.compare(name), dilemma.collect(name, [views])


if __name__ == "__main__":
    assert chosen("triage")
    assert lines("triage")
