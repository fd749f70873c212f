"""Flips: a change beyond the turning point changes the verdict, one short of it does not."""

from __future__ import annotations

import pytest

from dilemma import load
from dilemma.case.build import case_of, with_option
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.robustness.changes import plain_facts, with_change
from dilemma.robustness.counterfactuals import Counterfactuals, Flip
from dilemma.robustness.reads import facts_read, is_watched
from dilemma.scenario import view
from dilemma.weighing import chosen, judge_view
from tests.support.samples import SHIPPED_SCENARIOS, THOROUGH

SMALL = [name for name in SHIPPED_SCENARIOS if name.startswith("canonical/")]
LARGE_AND_SMALL = [*(["cluster"] if THOROUGH else []), "library/ransom", "canonical/murderer-at-the-door"]
PAST = 2e-3
AT_ONCE = 1e-5


def _choice(document, theory, address: str | None = None, value: object = None) -> tuple[str, ...]:
    changes = {} if address is None else {address: value}
    return judge_view(view(document, None, changes), (theory,)).verdicts[0].choice


def _found(document, theory, option: str) -> list[Flip]:
    return list(Counterfactuals(document.scenario, (theory,)).flips(theory, option))


@pytest.mark.parametrize("theory", CATALOGUE, ids=lambda theory: theory.about.id)
@pytest.mark.parametrize("name", SMALL)
def test_a_flip_is_an_edit_that_changes_the_verdict(name: str, theory) -> None:
    """Setting a flip's address past its turning point changes the verdict; just short of it does not."""
    document = load(SHIPPED_SCENARIOS[name].path)
    if not judge_view(view(document), (theory,)).verdicts[0].applicable:
        return
    option = next(iter(document.scenario.options))
    now = option in _choice(document, theory)
    for flip in _found(document, theory, option):
        if flip.above is None:
            assert (option in _choice(document, theory, flip.address, flip.value)) is not now
            continue
        assert isinstance(flip.value, float)
        assert flip.best is not None
        reach = flip.value - flip.best
        if abs(reach) > AT_ONCE:  # some verdicts turn right next to the best estimate
            before = flip.best + reach * (1 - PAST)
            assert (option in _choice(document, theory, flip.address, before)) is now
        assert (option in _choice(document, theory, flip.address, flip.value)) is not now


TERROR = {
    "format": 1,
    "title": "t",
    "question": "q",
    "parties": {"a": {}, "b": {}},
    "consequences": {"dead": {"party": "a", "value": -1}, "won": {"party": "b", "value": 1, "count": 10}},
    "options": {
        "bomb": {"consequences": {"dead": {"role": "means"}, "won": 1}},
        "refrain": {"omission": True},
    },
}


def test_means_are_forbidden_where_side_effects_are_not() -> None:
    """Double effect would permit a harm as a side effect, or with consent, that it forbids as a means."""
    theory = next(theory for theory in CATALOGUE if theory.about.id == "double-effect")
    kinds = {flip.kind for flip in _found(load(TERROR), theory, "bomb")}
    assert {"as-side-effect", "consented"} <= kinds
    assert "liable" not in kinds  # nothing says that they fight or are liable to anything


def test_where_nothing_alone_would_do_there_is_no_flip() -> None:
    """A verdict held up by two tests is changed by no single fact that answers only one."""
    data = {
        "format": 1,
        "title": "t",
        "question": "q",
        "parties": {"a": {}, "b": {}},
        "consequences": {"x": {"party": "a", "value": -1}, "y": {"party": "b", "value": -1}},
        "duties": {"d": {"kind": "absolute"}},
        "options": {
            "do": {"consequences": {"x": {"role": "means"}, "y": {"role": "means"}}, "duties": {"d": -1}},
            "refrain": {"omission": True, "consequences": {"x": 0.5}},
        },
    }
    theory = next(theory for theory in CATALOGUE if theory.about.id == "kantian")
    assert [f for f in _found(load(data), theory, "do") if f.above is None] == []


@pytest.mark.parametrize("name", LARGE_AND_SMALL)
def test_an_option_read_anew_is_as_in_the_whole_case(name: str) -> None:
    """With a plain fact changed, the option alone read anew gives the acts of the case read whole."""
    scenario = load(name).scenario
    unchanged = case_of(scenario)
    tried = 0
    for option in scenario.options:
        for change in plain_facts(scenario, option):
            if change.address.startswith("options."):
                changed = with_change(scenario, change)
                anew, whole = with_option(unchanged, changed, option), case_of(changed)
                assert anew.acts == whole.acts
                assert anew.baseline == whole.baseline
                assert (anew.worst, anew.exchange) == (whole.worst, whole.exchange)
                assert (anew.totals, anew.common, anew.worlds) == (whole.totals, whole.common, whole.worlds)
                assert anew.harms.by_option == whole.harms.by_option
                tried += 1
    assert tried > 2


@pytest.mark.parametrize("name", ["library/ransom", "canonical/murderer-at-the-door"])
def test_a_fact_that_a_theory_does_not_read_leaves_its_choice(name: str) -> None:
    """No role, agency or consent that a theory does not read changes its choice, and some are not read."""
    scenario = load(name).scenario
    unchanged = case_of(scenario)
    left = 0
    for theory in CATALOGUE:
        read = facts_read(unchanged, theory)
        for option in scenario.options:
            for change in plain_facts(scenario, option):
                if is_watched(change.address) and change.address not in read:
                    assert chosen(case_of(with_change(scenario, change)), theory) == chosen(unchanged, theory)
                    left += 1
    assert left > 2
