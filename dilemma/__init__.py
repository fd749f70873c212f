"""Weigh an ethical dilemma by many theories, and compare their verdicts and reasons.

    import dilemma
    weighing = dilemma.weigh("cluster", weights={"ban-regime": 2})
    print(weighing)
    for verdict in weighing.verdicts:
        print(verdict.about.name, verdict.choice)

Each name is imported when it is first used, so that importing the package itself is fast.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing `typing` for it would double the time of `--version`

if TYPE_CHECKING:
    from dilemma.api.disagreement import collect, diff, load_verdicts, reconcile
    from dilemma.api.documents import library, load
    from dilemma.api.results.collection import Collection
    from dilemma.api.results.comparison import Comparison
    from dilemma.api.results.cruxes import Cruxes
    from dilemma.api.results.dials import Dials
    from dilemma.api.results.difference import Difference
    from dilemma.api.results.explanations import Explanations
    from dilemma.api.results.findings import Findings
    from dilemma.api.results.reconciliation import Reconciliation
    from dilemma.api.results.stress_test import StressTest
    from dilemma.api.results.weighing import Weighing
    from dilemma.api.robustness import cruxes, dials, stress
    from dilemma.api.texts import check, report
    from dilemma.api.verdicts import compare, explain, weigh
    from dilemma.errors import (
        BadSetting,
        BrokenFramework,
        CannotRead,
        CannotWrite,
        ConditionFailed,
        DilemmaError,
        Finding,
        InvalidScenario,
        UnknownName,
    )
    from dilemma.frameworks.catalogue import CATALOGUE
    from dilemma.scenario import Document
    from dilemma.scenario.views.settings import Settings
    from dilemma.weighing import Answer, Verdict

__version__ = "0.1.0"

__all__ = [
    "CATALOGUE",
    "Answer",
    "BadSetting",
    "BrokenFramework",
    "CannotRead",
    "CannotWrite",
    "Collection",
    "Comparison",
    "ConditionFailed",
    "Cruxes",
    "Dials",
    "Difference",
    "DilemmaError",
    "Document",
    "Explanations",
    "Finding",
    "Findings",
    "InvalidScenario",
    "Reconciliation",
    "Settings",
    "StressTest",
    "UnknownName",
    "Verdict",
    "Weighing",
    "check",
    "collect",
    "compare",
    "cruxes",
    "dials",
    "diff",
    "explain",
    "library",
    "load",
    "load_verdicts",
    "reconcile",
    "report",
    "stress",
    "weigh",
]

_MODULES = {
    "Answer": "dilemma.weighing",
    "BadSetting": "dilemma.errors",
    "BrokenFramework": "dilemma.errors",
    "CATALOGUE": "dilemma.frameworks.catalogue",
    "CannotRead": "dilemma.errors",
    "CannotWrite": "dilemma.errors",
    "ConditionFailed": "dilemma.errors",
    "Collection": "dilemma.api.results.collection",
    "Comparison": "dilemma.api.results.comparison",
    "Cruxes": "dilemma.api.results.cruxes",
    "Dials": "dilemma.api.results.dials",
    "Difference": "dilemma.api.results.difference",
    "DilemmaError": "dilemma.errors",
    "Document": "dilemma.scenario",
    "Explanations": "dilemma.api.results.explanations",
    "Finding": "dilemma.errors",
    "Findings": "dilemma.api.results.findings",
    "InvalidScenario": "dilemma.errors",
    "Reconciliation": "dilemma.api.results.reconciliation",
    "Settings": "dilemma.scenario.views.settings",
    "StressTest": "dilemma.api.results.stress_test",
    "UnknownName": "dilemma.errors",
    "Verdict": "dilemma.weighing",
    "Weighing": "dilemma.api.results.weighing",
    "check": "dilemma.api.texts",
    "collect": "dilemma.api.disagreement",
    "compare": "dilemma.api.verdicts",
    "cruxes": "dilemma.api.robustness",
    "dials": "dilemma.api.robustness",
    "diff": "dilemma.api.disagreement",
    "explain": "dilemma.api.verdicts",
    "library": "dilemma.api.documents",
    "load": "dilemma.api.documents",
    "load_verdicts": "dilemma.api.disagreement",
    "reconcile": "dilemma.api.disagreement",
    "report": "dilemma.api.texts",
    "stress": "dilemma.api.robustness",
    "weigh": "dilemma.api.verdicts",
}


def __getattr__(name: str) -> object:
    """Import a public name from its module on first use."""
    from importlib import import_module

    if name not in _MODULES:
        raise AttributeError(f"module 'dilemma' has no attribute '{name}'")
    return getattr(import_module(_MODULES[name]), name)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
