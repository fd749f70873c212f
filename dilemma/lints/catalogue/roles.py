"""Lints about means and side effects: harms whose role only the author can tell, and claims against them."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.case import Act, Effect
from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject, as_float
from dilemma.quantity import above

__all__ = ["no_claim", "role_question", "threat_or_means"]

ROLES = {
    "side-effect": "a side effect",
    "means": "a means",
    "end": "an end",
    "removes-threat": "the removal of a threat",
}


@lint(
    "role-question",
    "note",
    "'{1}' is taken for {2}: would the plan of '{0}' still work if it did not happen?",
)
def role_question(file: Subject) -> Iterator[Question]:
    """A harm that an option does is a means or a side effect: would the plan still work without it?

    Why: Double effect, Kant's humanity and the law of war forbid most harm as a means and weigh it as a
    side effect. No program can tell which it is; the test is to imagine the plan with the harm gone.

    Mend: Write `role: means` if the plan would then fail, `role: side-effect` if it would work as well.

    Bad::

        push: {consequences: {man-dies: {chance: 1, role: side-effect}}}     # his body stops the trolley

    Good::

        push: {consequences: {man-dies: {chance: 1, role: means, because: His body stops the trolley.}}}
    """
    for act in file.case.acts:
        reported = set()
        for effect in act.effects:
            if effect.agency == "does" and file.case.harm(effect).is_wrong and effect.id not in reported:
                reported.add(effect.id)
                place = ("options", act.id, "consequences", effect.id)
                yield Question(place, (act.id, effect.id, ROLES[effect.role]))


@lint(
    "threat-or-means",
    "warning",
    "it harms '{0}' as a means, and spares them '{1}': is that its role?",
)
def threat_or_means(file: Subject) -> Iterator[Question]:
    """A harm is a means to people whom the same option spares another harm.

    Why: To harm someone as a means is the gravest role a harm may have. Where the harm only takes away a
    danger that they pose, or is itself for their good, it has another role: theories of duties and of rights
    judge by that difference.

    Mend: Write `role: removes-threat` if the plan would work as well without them, or `consented` if they
    agreed or would. If the plan needs what is done to them, accept it in the file and say so.

    Bad::

        isolate: {consequences: {confined: {chance: 1, role: means}, patient-dies: 0.1}}

    Good::

        isolate: {consequences: {confined: {chance: 1, role: removes-threat}, patient-dies: 0.1}}
    """
    for act in file.case.acts:
        for effect in _harms_as_means(file, act):
            spared = _spared(file, act, effect)
            if spared:
                path = ("options", act.id, "consequences", effect.id)
                yield Question(path, (effect.party.id, spared))


@lint("no-claim", "warning", "it harms '{0}' as a means, and no duty is owed to them")
def no_claim(file: Subject) -> Iterator[Question]:
    """People are harmed as a means without their consent, and the file has no duty owed to them.

    Why: People who are used against their will are clearly wronged. Theories of rights and of respect look
    for the duty that is broken and to whom it is owed, and find nothing.

    Mend: Declare the duty, with `owed_to`, and its degree under the option. If they have no claim, say why
    not: `liable`, `consented`, or an answer in `accepts`.

    Bad::

        duties: {not-kill: {kind: absolute}}

    Good::

        duties: {not-kill: {kind: absolute, owed_to: man}}
    """
    holders = {holder for duty in file.scenario.duties.values() for holder in duty.owed_to}
    for act in file.case.acts:
        for effect in _harms_as_means(file, act):
            if effect.party.id not in holders:
                yield Question(("options", act.id, "consequences", effect.id), (effect.party.id,))


def _harms_as_means(file: Subject, act: Act) -> list[Effect]:
    """Return the effects by which an option wrongs people as a means, unless they consented in any way."""
    return [
        effect
        for effect in act.effects
        if effect.role == "means"
        and effect.party.is_people
        and effect.consent is False
        and file.case.harm(effect).is_wrong
    ]


def _spared(file: Subject, act: Act, harm: Effect) -> str | None:
    """Return another harm to the same people that is less under the option than under the baseline."""
    baseline = file.case.baseline
    here = {effect.key: effect.unweighted for effect in act.effects}
    for effect in baseline.effects if baseline and baseline is not act else ():
        loss = as_float(effect.unweighted)
        same = effect.party.id == harm.party.id and effect.id != harm.id
        if same and loss < 0 and above(here.get(effect.key, 0.0), loss):
            return effect.id
    return None
