"""Every setting of every theory: its public name, its default and its interval."""

from __future__ import annotations

from dataclasses import fields

import pytest

from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Framework, intervals

SETTINGS = {
    "utilitarian": {},
    "rule-utilitarian": {"act": (0, (0, 1, False))},
    "prioritarian": {"priority": (1, (0, 10, False)), "scale": (0, (0, 1e15, False))},
    "realist": {"others": (0, (0, 1, False))},
    "prerogative": {"self": (10, (1, 1000, False))},
    "precautionary": {"credible": (0.01, (0, 0.5, False))},
    "minimax-regret": {"credible": (0.01, (0, 0.5, False))},
    "pareto": {},
    "kantian": {"grave": (0.5, (0, 1, False))},
    "rossian": {"nonmaleficence": (1.5, (1, 10, False))},
    "threshold-deontology": {"multiple": (2, (0, 100, False))},
    "double-effect": {
        "ratio": (1, (0, 10, False)),
        "slack": (0.1, (0, 1, False)),
        "grave": (0.5, (0, 1, False)),
    },
    "just-war": {
        "ratio": (1, (0, 10, False)),
        "slack": (0.1, (0, 1, False)),
        "grave": (0.5, (0, 1, False)),
    },
    "do-no-harm": {"negligible": (0, (0, 1, False))},
    "rights": {},
    "rawlsian": {},
    "contractualist": {},
    "care": {},
    "virtue": {"base": (1, (0, 1, True))},
}


@pytest.mark.parametrize("framework", CATALOGUE, ids=lambda framework: framework.about.id)
def test_settings_are_public(framework: Framework) -> None:
    """A setting keeps its name, its default and the interval it may be set within."""
    ends = intervals(framework)
    found = {
        field.name: (
            getattr(framework, field.name),
            (ends[field.name].low, ends[field.name].high, ends[field.name].above_low),
        )
        for field in fields(framework)
    }
    assert found == SETTINGS[framework.about.id]


TITLES = {
    "utilitarian": ("Utilitarian", "consequentialist", "cardinal", "comprehensive"),
    "rule-utilitarian": ("Rule utilitarian", "consequentialist", "cardinal", "comprehensive"),
    "prioritarian": ("Prioritarian", "consequentialist", "cardinal", "comprehensive"),
    "realist": ("Realist", "consequentialist", "order", "comprehensive"),
    "prerogative": ("Agent's prerogative", "consequentialist", "order", "comprehensive"),
    "precautionary": ("Maximin precaution", "consequentialist", "order", "decision rule"),
    "minimax-regret": ("Minimax regret", "consequentialist", "order", "decision rule"),
    "pareto": ("Pareto", "consequentialist", "tiers", "constraint"),
    "kantian": ("Kantian", "deontological", "tiers", "comprehensive"),
    "rossian": ("Ross's duties", "deontological", "cardinal", "comprehensive"),
    "threshold-deontology": ("Threshold deontology", "deontological", "order", "comprehensive"),
    "double-effect": ("Double effect", "deontological", "tiers", "constraint"),
    "just-war": ("Conduct in war", "deontological", "tiers", "constraint"),
    "do-no-harm": ("Do no harm", "deontological", "tiers", "constraint"),
    "rights": ("Rights", "deontological", "tiers", "comprehensive"),
    "rawlsian": ("Maximin fairness", "contractualist", "order", "comprehensive"),
    "contractualist": ("Contractualist", "contractualist", "tiers", "comprehensive"),
    "care": ("Care", "care", "order", "comprehensive"),
    "virtue": ("Virtue", "virtue", "order", "comprehensive"),
}


@pytest.mark.parametrize("framework", CATALOGUE, ids=lambda framework: framework.about.id)
def test_titles_are_public(framework: Framework) -> None:
    """A theory keeps its name, its family, what it gives and its standing."""
    about = framework.about
    assert (about.name, about.family, about.gives, about.standing) == TITLES[about.id]


TESTS = {
    "prerogative": ("too-dear",),
    "pareto": ("undominated",),
    "kantian": ("absolute-duties", "humanity"),
    "threshold-deontology": ("threshold",),
    "double-effect": ("act", "intention", "means", "proportion", "least-harm"),
    "just-war": ("distinction", "proportionality", "precautions"),
    "do-no-harm": ("harms-done",),
    "rights": ("claims", "harms-done"),
    "contractualist": ("rejectable",),
    "virtue": ("base-act",),
}


@pytest.mark.parametrize("framework", CATALOGUE, ids=lambda framework: framework.about.id)
def test_tests_are_public(framework: Framework) -> None:
    """A theory keeps its tests, by their names and in their order; a ranking theory has none."""
    assert framework.about.tests == TESTS.get(framework.about.id, ())


NO_SUM = {"precautionary", "minimax-regret", "pareto", "rawlsian", "contractualist", "care"}


@pytest.mark.parametrize("framework", CATALOGUE, ids=lambda framework: framework.about.id)
def test_which_scores_are_sums_is_public(framework: Framework) -> None:
    """A score that is a worst, a least or a greatest is not a sum, nor is one that is 0 throughout."""
    assert framework.about.sums is (framework.about.id not in NO_SUM)


@pytest.mark.parametrize("framework", CATALOGUE, ids=lambda framework: framework.about.id)
def test_a_theory_stays_as_it_is(framework: Framework) -> None:
    """What a theory is set to cannot be changed while it judges."""
    assert vars(type(framework))["__dataclass_params__"].frozen
