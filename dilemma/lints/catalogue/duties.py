"""Lints about duties: restated consequences, duties that no option keeps, and those that weigh twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject

__all__ = ["broken_by_all", "restated_duty", "told_twice"]

WHOLLY = 1.0
"""The degree of a duty that is fulfilled; its negative is that of one that is violated."""

GENERAL = re.compile(
    r"\b(?:beneficence|benevolence|non-?maleficence|no harm"
    r"|(?:avoid|prevent|reduce|relieve|minimi[sz]e) (?:harm|suffering|deaths?)"
    r"|do (?:the most )?good|save (?:the most )?lives|help others"
    r"|promote (?:welfare|well-being|happiness))(?= to (?:all|any|others|people)|[.,;:(]|$)",
    re.IGNORECASE,
)
"""Ross's two general duties in everyday words, unless further words narrow them ("out of proportion")."""


@lint("restated-duty", "warning", "it says '{0}': do the consequences not say that already?")
def restated_duty(file: Subject) -> Iterator[Question]:
    """A duty restates beneficence or non-maleficence.

    Why: The consequences already are those duties: good to do, harm not to do. Declared once more they
    count twice wherever a theory reads both.

    Mend: Leave the duty out. If it asks more than to do good or no harm (to this person, by a promise, by
    an office), say that in its name.

    Bad::

        duties: {save-lives: {name: Save lives, weight: 9}}

    Good::

        duties: {rescue-own-crew: {name: Bring back those you sent out, weight: 7, owed_to: crew}}
    """
    if not file.scenario.consequences:
        return
    for id, duty in file.scenario.duties.items():
        match = GENERAL.search(duty.name or id.replace("-", " "))
        if match:
            yield Question(("duties", id), (match[0].lower(),))


@lint("broken-by-all", "warning", "every option infringes it")
def broken_by_all(file: Subject) -> Iterator[Question]:
    """A duty is broken by every option.

    Why: It tells options apart only by how far each infringes it; if it is absolute, every
    option is forbidden. Often it is owed in a form that some option could keep, or one option was read too
    strictly.

    Mend: Look at each degree again. If no option can keep it, that may be the point of the case: accept
    it in the file and say so.

    Bad::

        leave: {duties: {protect-both: -1}}
        stay: {duties: {protect-both: -1}}

    Good::

        leave: {duties: {protect-child: 0.5, protect-parent: -1}}
        stay: {duties: {protect-child: -1, protect-parent: 0.5}}
    """
    for id in file.scenario.duties:
        degrees = file.grid.get(("duties", id), {})
        if all(degrees.get(option, 0.0) < 0 for option in file.scenario.options):
            yield Question(("duties", id))


@lint("told-twice", "note", "'{0}' fulfils it wholly and '{1}' violates it: to Ross it weighs twice")
def told_twice(file: Subject) -> Iterator[Question]:
    """A duty is fulfilled wholly by one option and violated outright by another.

    Why: Ross counts a fulfilled duty for an option and a violated one against it. So the same duty counts
    twice between these two options, while other theories read only the violation.

    Mend: A duty not to do something is met by not doing it: leave it out of the option that keeps it. If
    the option does more than not break it, leave both and know that it weighs twice.

    Bad::

        lie: {duties: {candour: -1}}
        keep-silent: {duties: {candour: 1}}

    Good::

        lie: {duties: {candour: -1}}
        keep-silent: {duties: {}}
    """
    for id in file.scenario.duties:
        degrees = file.grid.get(("duties", id), {})
        kept = [option for option, degree in degrees.items() if degree == WHOLLY]
        broken = [option for option, degree in degrees.items() if degree == -WHOLLY]
        if kept and broken:
            yield Question(("duties", id), (kept[0], broken[0]))
