"""Summary of the methods for moral uncertainty on a weighing, in one line."""

from __future__ import annotations

from dilemma.reports.words.names import Names, listed
from dilemma.weighing import Weighing

__all__ = ["methods_in_words"]

EVEN = "if every family of theories were equally likely to be right"
OWN = "with this perspective's credences"

BOTH = 2


def methods_in_words(weighing: Weighing, names: Names) -> str | None:
    """Return how far the default methods agree; None if there is nothing to reconcile."""
    from dilemma.reconciliation.summary import has_credences, summary

    common = summary(weighing)
    if common is None:
        return None
    whose = OWN if has_credences(weighing) else EVEN
    if common.kind == "contested":
        told = f"the {common.ran} methods tried for acting in such doubt do not agree"
    else:
        all_of_them = "both" if common.ran == BOTH else f"all {common.ran}"
        count = all_of_them if common.kind == "all" else f"{len(common.methods)} of {common.ran}"
        does = "choose" if len(common.choice) == 1 else "leave standing"
        chosen = listed([names.option(id) for id in common.choice])
        told = f"{count} methods tried for acting in such doubt {does} {chosen}"
    return f"{whose}, {told}; see `dilemma reconcile`"
