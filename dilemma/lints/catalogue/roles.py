"""A lint about means and side effects: a question for each harm that only the author can answer."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject

__all__ = ["role_question"]

ROLES = {"side-effect": "a side effect", "means": "a means", "end": "an end"}


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
            wrong = file.case.harm(effect).is_wrong
            if effect.agency == "does" and wrong and effect.id not in reported:
                reported.add(effect.id)
                place = ("options", act.id, "consequences", effect.id)
                yield Question(place, (act.id, effect.id, ROLES[effect.role]))
