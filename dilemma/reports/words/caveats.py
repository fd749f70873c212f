"""The sentences that keep a reader from taking a verdict for more than it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dilemma.case.estimates import settled
from dilemma.frameworks.framework import Gives
from dilemma.reports.words.figures import figure, percent
from dilemma.reports.words.names import Names, listed
from dilemma.reports.words.restatements import restated
from dilemma.scenario.model import Scenario
from dilemma.weighing import Answer, Verdict, Weighing

__all__ = ["CLOSING", "about_verdict", "about_weighing", "cautions"]

CLOSING = (
    "Each line says what follows from this file under one theory; none says what to do, "
    "and counting theories is not evidence."
)


def about_weighing(weighing: Weighing, names: Names) -> Iterator[str]:
    """Yield what must be borne in mind about the file and the view as a whole."""
    scenario = weighing.view.scenario
    yield from _departures(weighing, names)
    speaking = {verdict.about.id for verdict in weighing.verdicts if verdict.applicable}
    if speaking & {"rossian", "threshold-deontology"}:
        yield _exchange(scenario, names)
    same = [v.about.name for v in weighing.verdicts if v.applicable and v.about.id in SAME_TOTAL]
    if len(same) > 1:
        yield f"{listed(same)} order by the same total, U(o): where they agree, it is one voice."
    if _consents(scenario):
        yield "Consent recorded for a state or a group is not the consent of each of its members."
    yield from _own_chances(weighing, names)


SAME_TOTAL = ("utilitarian", "prerogative", "threshold-deontology")


def _departures(weighing: Weighing, names: Names) -> Iterator[str]:
    """Yield each weight and discount by which totals depart from counting everyone alike."""
    scenario, changed = weighing.view.scenario, weighing.view.changed
    for id, party in scenario.parties.items():
        weight = settled(scenario, party.weight)
        if weight != 1:
            whose = "the view's choice" if f"parties.{id}.weight" in changed else "the file's choice"
            counts = "does not count" if weight == 0 else f"counts {figure(weight)} times"
            yield f"In totals, what befalls {names.party(id)} {counts}: {whose}."
    rate = settled(scenario, scenario.discount)
    if rate:
        whose = "the view's choice" if "discount" in changed else "the file's choice"
        yield f"What falls due a year later counts {percent(1 / (1 + rate))} as much: {whose}."


def _exchange(scenario: Scenario, names: Names) -> str:
    unit = scenario.unit
    if scenario.exchange is None:
        return f"Exchange not stated: assumed 1 of its unit ({unit}) for violating a duty of weight 1."
    exchange = settled(scenario, scenario.exchange)
    weights = {id: settled(scenario, duty.weight) for id, duty in scenario.duties.items()}
    heaviest = max(weights, key=lambda id: weights[id])
    worth, weight = figure(exchange * weights[heaviest]), figure(weights[heaviest])
    return (
        f"By this file, violating {names.factor(heaviest)} (weight {weight}) weighs as much as "
        f"{worth} of its unit ({unit})."
    )


def _consents(scenario: Scenario) -> bool:
    """Whether consent is recorded for more than one person at once."""
    for option in scenario.options.values():
        if any(conduct.waived for conduct in option.duties.values()):
            return True
        for id, happening in option.consequences.items():
            factor = scenario.consequences[id]
            agreed = factor.consented if happening.consented is None else happening.consented
            members = factor.count if happening.count is None else happening.count
            if agreed and (factor.falls_on is not None or settled(scenario, members) != 1):
                return True
    return False


def _own_chances(weighing: Weighing, names: Names) -> Iterator[str]:
    """Yield, for each changed belief, the options that set its probability for themselves."""
    for address in weighing.view.changed:
        if address.startswith("beliefs.") and address.endswith(".probability"):
            belief = address.split(".")[1]
            own = [id for id, option in weighing.view.scenario.options.items() if belief in option.beliefs]
            if own:
                who = listed([names.option(id) for id in own])
                yield f"“{belief}” was changed, but {who} set their own chance of it, which stands."


def about_verdict(verdict: Verdict, weighing: Weighing, names: Names) -> Iterator[str]:
    """Yield what must be borne in mind about one theory's line, and which judgements it restates."""
    yield from cautions(verdict, weighing, names)
    if verdict.applicable:
        yield from restated(verdict, weighing, names)


def cautions(verdict: Verdict, weighing: Weighing, names: Names) -> Iterator[str]:
    """Yield what must be borne in mind about one theory's line."""
    if not verdict.applicable:
        return
    about = verdict.about
    if verdict.permits_none:
        yield PERMITS_NONE.get(about.id, "Permits none of these options: a dilemma of prohibitions.")
    elif verdict.silent:
        yield "Permits every option: silent here, which is not agreement."
    elif about.gives is Gives.TIERS and len(verdict.choice) > 1:
        yield "Permits these; does not choose between them."
    if about.id in STANDING_NOTES:
        yield STANDING_NOTES[about.id]
    if about.id in LIVE_NOTES:
        yield from LIVE_NOTES[about.id](verdict, weighing, names)


PERMITS_NONE = {
    "kantian": (
        "Permits none: two grounds of obligation collide. Kant holds that one of them is then no duty: "
        "look at the file again."
    ),
    "rights": "Permits none: rights conflict here, and it does not say which is to yield.",
    "virtue": (
        "Permits none: tragic in Hursthouse's sense. Even one of good character cannot come out of it "
        "with a life unmarred."
    ),
}

STANDING_NOTES = {
    "kantian": "That a maxim cannot be universal law is not computed: it is the file's marking of a duty.",
    "just-war": "It says nothing on whether the war is just.",
    "precautionary": (
        "Maximin is defensible where chances are not to be trusted, little is to be gained above the "
        "minimum it secures, and the worst cases of what it rejects are unacceptable."
    ),
    "do-no-harm": (
        "Stricter than nonmaleficence in medicine, which weighs a patient's harms against their benefits."
    ),
    "rawlsian": "Rawls confines it to the basic institutions of a society, after equal liberties.",
    "contractualist": (
        "Only what each may expect to gain or lose grounds an objection here, judged beforehand; that one is "
        "used as a means does not, though many contractualists hold that it does."
    ),
}


def _institutions(verdict: Verdict, weighing: Weighing, _names: Names) -> Iterator[str]:
    """Yield the share of the gap between best and worst that is value to institutions and norms."""
    ordered = sorted(verdict.answers, key=lambda answer: answer.score)
    gap = ordered[-1].score - ordered[0].score
    if gap <= 0:
        return
    people = {id for id, party in weighing.view.scenario.parties.items() if party.kind == "people"}
    share = (_impersonal(ordered[-1], people) - _impersonal(ordered[0], people)) / gap
    if share >= WORTH_SAYING:
        yield f"Of its gap between best and worst, {percent(share)} is value to institutions and norms."
    elif share <= -WORTH_SAYING:
        less = percent(share / (share - 1))
        yield f"Value to institutions and norms narrows its gap between best and worst by {less}."


WORTH_SAYING = 0.005  # half a percent: below this the sentence would round to nothing


def _impersonal(answer: Answer, people: set[str]) -> float:
    """Return the part of a total that befalls no people."""
    amounts = (reason.amount for reason in answer.reasons if reason.party and reason.party not in people)
    return sum(amount for amount in amounts if isinstance(amount, float))


def _regrets(verdict: Verdict, _weighing: Weighing, names: Names) -> Iterator[str]:
    told = []
    for answer in verdict.answers:
        rivals = [names.at(r.address) for r in answer.reasons if r.key == "regret" and r.address]
        if rivals:
            told.append(f"of {names.option(answer.option)} against {listed(rivals)}")
    yield "It depends on what else is on the menu: an option no one would take may change it."
    if told:
        yield f"The greatest regret is {'; '.join(told)}."


def _beyond_duty(verdict: Verdict, _weighing: Weighing, names: Names) -> Iterator[str]:
    for answer in verdict.answers:
        if answer.status == "supererogatory":
            yield f"{names.option(answer.option)} is beyond duty: more good, at more cost to the agent's own."


def _no_baseline(verdict: Verdict, _weighing: Weighing, _names: Names) -> Iterator[str]:
    run = {reason.key for answer in verdict.answers for reason in answer.reasons if reason.kind == "test"}
    if "proportion" not in run:
        yield "The file names no baseline, so proportion and least harm are not judged."


LIVE_NOTES: dict[str, Callable[[Verdict, Weighing, Names], Iterator[str]]] = {
    "utilitarian": _institutions,
    "prerogative": _beyond_duty,
    "minimax-regret": _regrets,
    "double-effect": _no_baseline,
}
