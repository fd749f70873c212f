"""Caveats: sentences on the limits of a verdict or of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dilemma.case.build import assumed
from dilemma.case.estimates import best_estimate
from dilemma.frameworks.caveats import Caveat, ImpersonalShare, NamedGrounds
from dilemma.frameworks.framework import About, Gives
from dilemma.reports.words.figures import percent, stated
from dilemma.reports.words.names import Names, listed
from dilemma.reports.words.restatements import restated
from dilemma.scenario.model import Scenario
from dilemma.weighing import Answer, Verdict, Weighing

__all__ = ["CLOSING", "about_verdict", "about_weighing", "cautions"]

READS_WORST = "worst"  # the key of the file, where a theory reads it

CLOSING = (
    "Each line says what follows from this file under one theory; none says what to do, "
    "and counting theories is not evidence."
)


def about_weighing(weighing: Weighing, names: Names) -> Iterator[str]:
    """Yield the caveats on the file and the view as a whole."""
    scenario = weighing.view.scenario
    yield from _departures(weighing, names)
    applicable = [verdict.about for verdict in weighing.verdicts if verdict.applicable]
    if any(about.uses_exchange for about in applicable):
        yield _exchange(scenario, names)
    if scenario.worst is None and any(READS_WORST in " ".join(about.reads) for about in applicable):
        yield _worst(scenario)
    yield from _one_voice(applicable)
    if _consents(scenario):
        yield "Consent recorded for a state or a group is not the consent of each of its members."
    yield from _own_chances(weighing, names)


def _one_voice(theories: Sequence[About]) -> Iterator[str]:
    """Yield a caveat for theories that rank options by the same total."""
    for total in dict.fromkeys(about.ranks_by for about in theories if about.ranks_by):
        same = [about.name for about in theories if about.ranks_by == total]
        if len(same) > 1:
            yield f"{listed(same)} order by the same total, {total}: that they agree counts once."


def _departures(weighing: Weighing, names: Names) -> Iterator[str]:
    """Yield each weight or discount by which totals do not count all parties and times equally."""
    scenario, changed = weighing.view.scenario, weighing.view.changed
    for id, party in scenario.parties.items():
        weight = best_estimate(scenario, party.weight)
        if weight != 1:
            whose = "the view's choice" if f"parties.{id}.weight" in changed else "the file's choice"
            counts = "does not count" if weight == 0 else f"counts {stated(weight)} times"
            yield f"In totals, what befalls {names.party(id)} {counts}: {whose}."
    rate = best_estimate(scenario, scenario.discount)
    if rate:
        whose = "the view's choice" if "discount" in changed else "the file's choice"
        yield f"What falls due a year later counts {percent(1 / (1 + rate))} as much: {whose}."


def _exchange(scenario: Scenario, names: Names) -> str:
    unit = scenario.unit
    if scenario.exchange is None:
        _, assumed_exchange = assumed(scenario)
        return (
            f"Exchange not stated: assumed a tenth of `worst`, {stated(assumed_exchange)} of its unit "
            f"({unit}), for violating a duty of weight 1."
        )
    exchange = best_estimate(scenario, scenario.exchange)
    weights = {id: best_estimate(scenario, duty.weight) for id, duty in scenario.duties.items()}
    heaviest = max(weights, key=lambda id: weights[id])
    worth, weight = stated(exchange * weights[heaviest]), stated(weights[heaviest])
    return (
        f"By this file, violating {names.factor(heaviest)} (weight {weight}) weighs as much as "
        f"{worth} of the file's unit ({unit})."
    )


def _worst(scenario: Scenario) -> str:
    worst, _ = assumed(scenario)
    return f"Worst not stated: assumed {stated(worst)}, the greatest value or level of people in the file."


def _consents(scenario: Scenario) -> bool:
    """Return whether consent is recorded for more than one person at once."""
    for option in scenario.options.values():
        if any(conduct.waived for conduct in option.duties.values()):
            return True
        for id, happening in option.consequences.items():
            factor = scenario.consequences[id]
            agreed = factor.consented if happening.consented is None else happening.consented
            members = factor.count if happening.count is None else happening.count
            if agreed and (factor.falls_on is not None or best_estimate(scenario, members) != 1):
                return True
    return False


def _own_chances(weighing: Weighing, names: Names) -> Iterator[str]:
    """Yield, for each changed belief, the options that state their own probability of it."""
    for address in weighing.view.changed:
        if address.startswith("beliefs.") and address.endswith(".probability"):
            belief = address.split(".")[1]
            own = [id for id, option in weighing.view.scenario.options.items() if belief in option.beliefs]
            if own:
                who = listed([names.option(id) for id in own])
                yield f"“{belief}” was changed, but {who} set their own chance of it, which stands."


def about_verdict(verdict: Verdict, weighing: Weighing, names: Names) -> Iterator[str]:
    """Yield the caveats on one theory's verdict, and the judgements of the file that it restates."""
    yield from cautions(verdict, weighing, names)
    if verdict.applicable:
        yield from restated(verdict, weighing, names)


def cautions(verdict: Verdict, weighing: Weighing, names: Names) -> Iterator[str]:
    """Yield the caveats on one theory's verdict."""
    if not verdict.applicable:
        return
    about = verdict.about
    if verdict.permits_none:
        yield about.permits_none
    elif verdict.silent:
        yield "Permits every option: silent here, which is not agreement."
    elif about.gives is Gives.TIERS and len(verdict.choice) > 1:
        yield "Permits these; does not choose between them."
    yield from verdict.notes
    for caveat in about.caveats:
        yield from _filled(caveat, verdict, weighing, names)
    yield from _beyond_duty(verdict, names)
    yield from _not_run(verdict)


def _filled(caveat: Caveat, verdict: Verdict, weighing: Weighing, names: Names) -> Iterator[str]:
    """Yield a caveat as a sentence if it concerns the verdict."""
    match caveat:
        case ImpersonalShare():
            yield from _impersonal_share(caveat, verdict, weighing.view.scenario)
        case NamedGrounds():
            yield from _named_grounds(caveat, verdict, names)
        case _:
            yield caveat


def _impersonal_share(caveat: ImpersonalShare, verdict: Verdict, scenario: Scenario) -> Iterator[str]:
    """Yield a caveat on the share of the gap between best and worst that is value to no people."""
    ordered = sorted(verdict.answers, key=lambda answer: answer.score)
    gap = ordered[-1].score - ordered[0].score
    if gap <= 0:
        return
    people = {id for id, party in scenario.parties.items() if party.kind == "people"}
    share = (_impersonal(ordered[-1], people) - _impersonal(ordered[0], people)) / gap
    if share >= WORTH_SAYING:
        yield caveat.widens.format(share=percent(share))
    elif share <= -WORTH_SAYING:
        yield caveat.narrows.format(share=percent(share / (share - 1)))


WORTH_SAYING = 0.005  # half a percent: a smaller share would be rounded to 0


def _impersonal(answer: Answer, people: set[str]) -> float:
    """Return the part of a total that concerns parties other than people."""
    amounts = (reason.amount for reason in answer.reasons if reason.party and reason.party not in people)
    return sum(amount for amount in amounts if isinstance(amount, float))


def _named_grounds(caveat: NamedGrounds, verdict: Verdict, names: Names) -> Iterator[str]:
    """Yield a caveat that names the grounds of one kind, by option; nothing if there are none."""
    options = []
    for answer in verdict.answers:
        where = [names.at(r.address) for r in answer.reasons if r.key == caveat.key and r.address]
        if where:
            options.append(caveat.each.format(option=names.option(answer.option), where=listed(where)))
    if options:
        yield caveat.sentence.format(options="; ".join(options))


def _beyond_duty(verdict: Verdict, names: Names) -> Iterator[str]:
    """Yield a caveat for each supererogatory option."""
    for answer in verdict.answers:
        if answer.status == "supererogatory":
            yield f"{names.option(answer.option)} is beyond duty: more good, at more cost to the agent's own."


def _not_run(verdict: Verdict) -> Iterator[str]:
    """Yield the caveat of each test that was run on no option."""
    run = {reason.key for answer in verdict.answers for reason in answer.reasons if reason.kind == "test"}
    for test in verdict.about.tests:
        if test.not_run and test.id not in run:
            yield test.not_run
