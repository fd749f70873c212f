"""Weigh an ethical dilemma by many theories, and compare their verdicts and reasons.

    import dilemma
    weighing = dilemma.weigh("cluster", weights={"ban-regime": 2})
    print(weighing)
    for verdict in weighing.verdicts:
        print(verdict.about.name, verdict.choice)

Scenarios
    load           a scenario by name, path or plain data
    library        the scenarios that ship
    check          the errors in a scenario, or questions about its fairness

Verdicts
    weigh          what each theory says
    explain        why, and which facts would turn it
    compare        the same under several perspectives, and what divides them
    report         a page, a memo or a picture to share

How firm they are
    cruxes         the values of single numbers at which a theory would choose otherwise
    choice_map     what is chosen over two numbers
    stress         how often each option is chosen if all doubtful numbers are drawn at random
    dials          every number that may be changed, with its address

Disagreement
    reconcile      methods for moral uncertainty
    load_verdicts  a table of verdicts for `reconcile`
    diff           how two scenarios or views differ

Views of many people
    collect        the views of many people: groups, what divides them
    rounds         what changed between two rounds of views
    pool           one view made of many

A scenario is a name, a path, plain data, what `load` returns, or a weighing, whose settings are then kept.
Functions that weigh take the same settings: `weights`, `beliefs`, `addresses`, `exchange`, `discount`,
`perspective` and `frameworks`; `help(dilemma.weigh)` says what each is.

Each result shows its answer (`print`, or by itself in a notebook) and has `to_text`, `to_html` and
`to_markdown` (`full=True` for everything), `to_dict` and `to_frame`; `help(dilemma.Weighing)` says more.

All errors are subclasses of `DilemmaError`: `InvalidScenario`, `UnknownName`, `BadSetting` (and its
kind `TooLarge`), `CannotRead`, `CannotWrite`, `ConditionFailed` and `BrokenFramework`.

Each name is imported when it is first used, so that importing the package itself is fast.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing `typing` for it would double the time of `--version`

if TYPE_CHECKING:
    from dilemma.api.disagreement import diff, load_verdicts, reconcile
    from dilemma.api.documents import library, load
    from dilemma.api.people import collect, pool, rounds
    from dilemma.api.results.choice_map import ChoiceMap
    from dilemma.api.results.collection import Collection
    from dilemma.api.results.comparison import Comparison
    from dilemma.api.results.cruxes import Cruxes
    from dilemma.api.results.dials import Dials
    from dilemma.api.results.difference import Difference
    from dilemma.api.results.explanations import Explanations
    from dilemma.api.results.findings import Findings
    from dilemma.api.results.pooled_view import PooledView
    from dilemma.api.results.reconciliation import Reconciliation
    from dilemma.api.results.rounds import Rounds
    from dilemma.api.results.stress_test import StressTest
    from dilemma.api.results.weighing import Weighing
    from dilemma.api.robustness import choice_map, cruxes, dials, stress
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
        TooLarge,
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
    "ChoiceMap",
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
    "PooledView",
    "Reconciliation",
    "Rounds",
    "Settings",
    "StressTest",
    "TooLarge",
    "UnknownName",
    "Verdict",
    "Weighing",
    "check",
    "choice_map",
    "collect",
    "compare",
    "cruxes",
    "dials",
    "diff",
    "explain",
    "library",
    "load",
    "load_verdicts",
    "pool",
    "reconcile",
    "report",
    "rounds",
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
    "ChoiceMap": "dilemma.api.results.choice_map",
    "Collection": "dilemma.api.results.collection",
    "Comparison": "dilemma.api.results.comparison",
    "ConditionFailed": "dilemma.errors",
    "Cruxes": "dilemma.api.results.cruxes",
    "Dials": "dilemma.api.results.dials",
    "Difference": "dilemma.api.results.difference",
    "DilemmaError": "dilemma.errors",
    "Document": "dilemma.scenario",
    "Explanations": "dilemma.api.results.explanations",
    "Finding": "dilemma.errors",
    "Findings": "dilemma.api.results.findings",
    "InvalidScenario": "dilemma.errors",
    "PooledView": "dilemma.api.results.pooled_view",
    "Reconciliation": "dilemma.api.results.reconciliation",
    "Rounds": "dilemma.api.results.rounds",
    "Settings": "dilemma.scenario.views.settings",
    "StressTest": "dilemma.api.results.stress_test",
    "TooLarge": "dilemma.errors",
    "UnknownName": "dilemma.errors",
    "Verdict": "dilemma.weighing",
    "Weighing": "dilemma.api.results.weighing",
    "check": "dilemma.api.texts",
    "choice_map": "dilemma.api.robustness",
    "collect": "dilemma.api.people",
    "compare": "dilemma.api.verdicts",
    "cruxes": "dilemma.api.robustness",
    "dials": "dilemma.api.robustness",
    "diff": "dilemma.api.disagreement",
    "explain": "dilemma.api.verdicts",
    "library": "dilemma.api.documents",
    "load": "dilemma.api.documents",
    "load_verdicts": "dilemma.api.disagreement",
    "pool": "dilemma.api.people",
    "reconcile": "dilemma.api.disagreement",
    "report": "dilemma.api.texts",
    "rounds": "dilemma.api.people",
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
