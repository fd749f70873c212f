"""Caveats on a reconciliation."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reconciliation.clones import ClonePair
from dilemma.reconciliation.reconciliation import Reconciliation
from dilemma.reports.blocks import Line
from dilemma.reports.reconcile.credences import scaling, theories_in_short, theory_names, with_shares
from dilemma.reports.reconcile.lines import FAVOURITE, quiet_favourites
from dilemma.reports.words.figures import percent
from dilemma.reports.words.names import listed

__all__ = ["caveats"]


def caveats(found: Reconciliation) -> Iterator[Line]:
    """Yield all caveats."""
    yield from (Line("Credences", told) for told in scaling(found.credences))
    yield from silent_caveats(found)
    yield from veto_caveats(found)
    for pair in found.twins:
        yield Line("Likeness", clone_caveat(pair, found))
    if found.alone:
        yield Line("Families", lone_families(found))
    yield from scale_caveats(found)


def silent_caveats(found: Reconciliation) -> Iterator[Line]:
    """Yield caveats on theories with credence that add nothing to scores and majorities."""
    if found.silent:
        verb = "sets no option apart and adds" if len(found.silent) == 1 else "set no option apart and add"
        yield Line(
            "Silent", f"{with_shares(found, found.silent)} {verb} nothing, but to permit every option."
        )
    if found.permits_none:
        verb = "counts" if len(found.permits_none) == 1 else "count"
        told = f"{with_shares(found, found.permits_none)} {verb} against every option, and no further."
        yield Line("Permits none", told)
    asked = any(result.ran and result.about.id == FAVOURITE for result in found.results)
    if asked and found.quiet_favourites:
        told = f"{quiet_favourites(found)}: My favourite theory leaves every option standing."
        yield Line("Favourite", told)


def lone_families(found: Reconciliation) -> str:
    """Return the caveat on theories that are the only one of their family, with their credence."""
    names = listed([theory_names(found)[id] for id in found.alone])
    share = percent(found.credences.share(found.alone[0]))
    if len(found.alone) == 1:
        return f"{names} is alone in its family here, so it has {share} by itself."
    return f"{names} are each alone in their family here, so each has {share} by itself."


def veto_caveats(found: Reconciliation) -> Iterator[Line]:
    """Yield the caveat on the options that a veto set aside, or that it was not used."""
    if found.veto is None:
        return
    if found.vetoed:
        names = [f"{found.subject.options[o]} (by {percent(found.forbidden_share(o))})" for o in found.vetoed]
        yield Line("Veto", f"Set aside as forbidden: {listed(names)}.")
    else:
        share = f"by {percent(float(found.veto))} of the credence or more"
        void = f"Every option is forbidden {share}: the veto was not used."
        yield Line("Veto", void if found.veto_void else f"No option is forbidden {share}.")


def clone_caveat(pair: ClonePair, found: Reconciliation) -> str:
    """Return the caveat that two options may be clones, and what Borda would choose without one."""
    names = found.subject.options
    first, second = names[pair.first], names[pair.second]
    if pair.level:
        beginning = f"No theory sets {first} and {second} apart."
    else:
        beginning = f"No theory puts another option between {first} and {second}."
    changes = [
        f"without {names[gone]} Borda would choose {listed([names[o] for o in choice])}"
        for gone, choice in pair.instead.items()
    ]
    if not changes:
        return beginning
    return f"{beginning} If they are one option written twice, that decides: {'; '.join(changes)}."


def scale_caveats(found: Reconciliation) -> Iterator[Line]:
    """Yield caveats on scores made up for theories without any, and on scores held to be on one scale."""
    users = [r.about.name for r in found.results if r.ran and "scores" in r.about.needs]
    orders = [
        voter.id
        for voter in found.subject.voters
        if voter.ballot
        and voter.ballot.guides
        and voter.ballot.scores is None
        and found.credences.votes.get(voter.id)
    ]
    if users and orders:
        verb = "has no scores" if len(orders) == 1 else "have no scores"
        names = theories_in_short(found, orders)
        yield Line("Scores", f"{names} {verb}; {listed(users)} took how many options stand below less above.")
    if any(r.ran and "one-scale" in r.about.needs for r in found.results):
        yield Line(
            "One scale",
            "Adding up scores as they stand lets a theory that is hardly believed decide, if its numbers are "
            "large enough (fanaticism).",
        )
