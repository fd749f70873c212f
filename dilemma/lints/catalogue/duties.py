"""Lints about duties: restated consequences, a missing exchange rate, duties that no option keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject
from dilemma.quantity import positive

__all__ = ["broken_by_all", "exchange_not_stated", "restated_duty"]

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
        match = GENERAL.search(duty.name or "") or GENERAL.search(id.replace("-", " "))
        if match:
            yield Question(("duties", id), (match[0].lower(),))


@lint("exchange-not-stated", "warning", "not written, and so taken to be 1")
def exchange_not_stated(file: Subject) -> Iterator[Question]:
    """The file has consequences and duties, and does not say how one weighs against the other.

    Why: Without `exchange` violating a duty of weight 1 counts as much as one unit of harm, in whatever
    unit the file happens to use. That is a judgement nobody has made, and it can decide the verdict.

    Mend: Ask how much harm, in `unit`, is as grave as violating a weight-10 duty outright, and write a
    tenth of it as `exchange`.

    Bad::

        unit: one thousand deaths

    Good::

        unit: one thousand deaths
        exchange: 0.1     # violating a weight-10 duty is as grave as a thousand deaths
    """
    acts = file.case.acts
    duties = any(duty.infringed or positive(duty.degree) for act in acts for duty in act.obligations)
    if file.scenario.exchange is None and duties and file.case.in_use:
        yield Question(("exchange",))


@lint("broken-by-all", "warning", "every option infringes it")
def broken_by_all(file: Subject) -> Iterator[Question]:
    """A duty is broken by every option.

    Why: It cannot speak for one option and against another except by degree; if it is absolute, every
    option is forbidden. Often it is owed in a form that some option could keep, or one option was read too
    strictly.

    Mend: Look at each degree again. If no option can keep it, that is the tragedy of the case: accept it in
    the file and say so.

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
