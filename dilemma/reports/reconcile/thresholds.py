"""The thresholds of credence at which methods would choose otherwise, in words."""

from __future__ import annotations

from dilemma.reconciliation.reconciliation import Flip, Reconciliation
from dilemma.reports.blocks import Line
from dilemma.reports.reconcile.credences import theory_names
from dilemma.reports.reconcile.lines import Rule
from dilemma.reports.words.figures import percent, percents
from dilemma.reports.words.names import listed

__all__ = ["turning_line"]

MOST_TOLD = 3  # thresholds in a line, the nearest; JSON has all

AT_ONCE = 1e-9  # the precision of the search for thresholds


def turning_line(rule: Rule, found: Reconciliation, most: int = MOST_TOLD) -> Line:
    """Return a line of the nearest thresholds of a method; the other theories keep their proportions."""
    near = sorted(rule.result.flips, key=lambda flip: abs(flip.credence - found.credences.share(flip.theory)))
    told: dict[tuple[str, ...], list[Flip]] = {}
    for flip in near[:most]:
        told.setdefault(flip.to, []).append(flip)
    if not told:
        return Line(rule.name, no_turning_point(rule, found))
    parts = [
        f"{listed([found.subject.options[o] for o in to])} if {conditions(flips, found)}"
        for to, flips in told.items()
    ]
    return Line(rule.name, "; ".join(parts))


def no_turning_point(rule: Rule, found: Reconciliation) -> str:
    """Return that no threshold changes the choice of a method, and why, if that is known."""
    if rule.result.about.id == "maximin":
        return "credences are ignored, so none turns it"
    if max(found.credences.votes.values()) == found.credences.total_votes:
        return "all credence is in one theory, so there are no shares to shift"
    return "no change of the credence in one of these theories turns it"


def conditions(flips: list[Flip], found: Reconciliation) -> str:
    """Return the thresholds of one choice, joined by "or"."""
    return " or ".join(condition(flip, found) for flip in flips)


def condition(flip: Flip, found: Reconciliation) -> str:
    """Return one threshold, with the present credence."""
    name, now = theory_names(found)[flip.theory], found.credences.share(flip.theory)
    if abs(flip.credence - now) <= AT_ONCE:
        return f"{name} had the least bit {'more' if flip.above else 'less'} than its {percent(now)}"
    at, here = percents(flip.credence, now)
    return f"{name} had {'more' if flip.above else 'less'} than {at} (now {here})"
