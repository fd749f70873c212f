"""Residue of an option in words: duties infringed, and harm used, done or risked."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.case.reason import Reason
from dilemma.reports.words.figures import figure
from dilemma.reports.words.names import Names, listed

__all__ = ["owed_in_short", "residue_in_words"]

MOST = 3  # duties and harms named in short

VERBS = {
    "infringed": "infringes",
    "harm-as-means": "uses as a means",
    "harm-as-end": "aims at",
    "harm-done": "does or risks harm:",
}


def residue_in_words(reasons: Sequence[Reason], names: Names) -> str:
    """Return the residue of an option: each duty with its degree, each harm once; empty if there is none."""
    told = []
    for key, verb in VERBS.items():
        named = dict.fromkeys(_item(reason, names) for reason in reasons if reason.key == key)
        if named:
            told.append(f"{verb} {listed(list(named))}")
    return "; ".join(told)


def owed_in_short(reasons: Sequence[Reason], names: Names, most: int = MOST) -> str:
    """Return the gravest duties infringed and the harms of an option, at most `most` of each by name."""
    told = []
    for key, verb in VERBS.items():
        mine = sorted((reason for reason in reasons if reason.key == key), key=_weight)
        named = list(dict.fromkeys(names.at(reason.address).partition(" (")[0] for reason in mine))
        if named:
            more = [f"{len(named) - most} more"] if len(named) > most else []
            told.append(f"{verb} {listed([*named[:most], *more])}")
    return "; ".join(told) or "nothing the file names"


def _weight(reason: Reason) -> float:
    """Return a sort key: the degree of an infringement, the gravest first; all harms alike."""
    if reason.key == "infringed" and isinstance(reason.amount, float):
        return reason.amount
    return 0.0


def _item(reason: Reason, names: Names) -> str:
    assert reason.address is not None
    factor = names.factor(reason.address.split(".")[3])
    if reason.key == "infringed" and isinstance(reason.amount, float):
        return f"{factor} ({figure(reason.amount)})"
    return factor
