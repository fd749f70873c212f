"""Weigh an ethical dilemma by many theories, and compare their verdicts and reasons.

    import dilemma
    weighing = dilemma.weigh(dilemma.load("cluster"), weights={"ban-regime": 2})
    for verdict in weighing.verdicts:
        print(verdict.about.name, verdict.choice)

Each name is imported when it is first used, so that importing the package itself is fast.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing `typing` for it would double the time of `--version`

if TYPE_CHECKING:
    from dilemma.api import load, reconcile, stress, weigh
    from dilemma.errors import BadSetting, DilemmaError, InvalidScenario, UnknownName
    from dilemma.frameworks.catalogue import CATALOGUE
    from dilemma.lints import check
    from dilemma.reconciliation.reconciliation import Reconciliation
    from dilemma.robustness.stress.stress_test import StressTest
    from dilemma.scenario import Document
    from dilemma.scenario.views.settings import Settings
    from dilemma.weighing import Answer, Verdict, Weighing

__version__ = "0.1.0"

__all__ = [
    "CATALOGUE",
    "Answer",
    "BadSetting",
    "DilemmaError",
    "Document",
    "InvalidScenario",
    "Reconciliation",
    "Settings",
    "StressTest",
    "UnknownName",
    "Verdict",
    "Weighing",
    "check",
    "load",
    "reconcile",
    "stress",
    "weigh",
]

_MODULES = {
    "CATALOGUE": "dilemma.frameworks.catalogue",
    "Answer": "dilemma.weighing",
    "BadSetting": "dilemma.errors",
    "DilemmaError": "dilemma.errors",
    "Document": "dilemma.scenario",
    "InvalidScenario": "dilemma.errors",
    "StressTest": "dilemma.robustness.stress.stress_test",
    "Reconciliation": "dilemma.reconciliation.reconciliation",
    "Settings": "dilemma.scenario.views.settings",
    "UnknownName": "dilemma.errors",
    "Verdict": "dilemma.weighing",
    "Weighing": "dilemma.weighing",
    "check": "dilemma.lints",
    "load": "dilemma.api",
    "stress": "dilemma.api",
    "reconcile": "dilemma.api",
    "weigh": "dilemma.api",
}


def __getattr__(name: str) -> object:
    """Import a public name from its module on first use."""
    from importlib import import_module

    if name not in _MODULES:
        raise AttributeError(f"module 'dilemma' has no attribute '{name}'")
    return getattr(import_module(_MODULES[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
