"""The functions of the library: each takes a scenario and settings, and returns a result that shows itself.

What they return is in `dilemma.api.results`.
"""

from dilemma.api.disagreement import collect, diff, reconcile
from dilemma.api.documents import library, load, load_found, load_verdicts
from dilemma.api.robustness import cruxes, dials, stress
from dilemma.api.texts import check, report
from dilemma.api.verdicts import compare, explain, weigh

__all__ = [
    "check",
    "collect",
    "compare",
    "cruxes",
    "dials",
    "diff",
    "explain",
    "library",
    "load",
    "load_found",
    "load_verdicts",
    "reconcile",
    "report",
    "stress",
    "weigh",
]
