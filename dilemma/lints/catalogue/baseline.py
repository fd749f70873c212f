"""Lints about a baseline that is not described, or that does harm itself."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject
from dilemma.quantity import positive

__all__ = ["baseline_without_consequences", "empty_baseline", "harming_baseline"]


@lint("empty-baseline", "warning", "it is the baseline, and lists nothing")
def empty_baseline(file: Subject) -> Iterator[Question]:
    """The baseline has no factor at all.

    Why: To change nothing is a choice too. With nothing listed it looks harmless, although the war, the
    illness or the wrong goes on; and theories that look at levels or at worst cases have nothing to judge.

    Mend: List under the baseline what happens if nothing is done, with its chance, and the duties it
    infringes.

    Bad::

        treat: {consequences: {cured: 0.7}}
        wait: {omission: true}

    Good::

        treat: {consequences: {patient-dies: 0.3}}
        wait: {omission: true, consequences: {patient-dies: 0.9}}
    """
    for id in _baseline(file):
        option = file.scenario.options[id]
        if not (option.consequences or option.duties or option.virtues or option.uses):
            yield Question(("options", id))


@lint(
    "baseline-without-consequences",
    "warning",
    "it is the baseline, and only the other options list consequences",
)
def baseline_without_consequences(file: Subject) -> Iterator[Question]:
    """The baseline has no consequence, though other options have some.

    Why: The others are then written as differences from it. An averted death becomes a gain, and theories
    that attend to the worst off, to worst cases or to each person's claim may then say the opposite.

    Mend: Write what happens under each option: list a death that an option averts under every option that
    does not avert it, the baseline included.

    Bad::

        evacuate: {consequences: {lives-saved: 1}}
        stay: {omission: true, duties: {warn: -1}}

    Good::

        evacuate: {consequences: {people-die: 0.1}}
        stay: {omission: true, consequences: {people-die: 0.5}, duties: {warn: -1}}
    """
    anything = any(option.consequences for option in file.scenario.options.values())
    for id in _baseline(file):
        option = file.scenario.options[id]
        rest = option.duties or option.virtues or option.uses
        if anything and rest and not option.consequences:
            yield Question(("options", id))


@lint("harming-baseline", "warning", "it is the baseline, and does '{0}' to '{1}': is that how things stand?")
def harming_baseline(file: Subject) -> Iterator[Question]:
    """The baseline does harm to people who have not agreed.

    Why: Theories of harm and of proportion measure the other options against the baseline. Where it is a
    course that does harm, to stop that harm counts as a benefit, which seems to justify other harm.

    Mend: Take as the baseline what happens if the agent does nothing, or write `agency: allows` where others
    do the harm. If the present practice does it, accept it in the file and say so.

    Bad::

        pollute: {consequences: {poisoned: {chance: 0.2, agency: does}}}     # and baseline: pollute

    Good::

        stand-idle: {omission: true, consequences: {poisoned: 0}}            # and baseline: stand-idle
    """
    baseline = file.case.baseline
    for effect in baseline.effects if baseline else ():
        harm, others = file.case.harm(effect), effect.party.is_people and not effect.party.agent
        if baseline and others and harm.is_wrong and positive(harm.gross) and file.case.differs(effect):
            path = ("options", baseline.id, "consequences", effect.id)
            yield Question(path, (effect.id, effect.party.id))
            return


def _baseline(file: Subject) -> tuple[str, ...]:
    return (file.case.baseline.id,) if file.case.baseline else ()
