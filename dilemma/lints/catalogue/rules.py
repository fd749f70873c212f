"""A lint about general practices of which the file lists only benefits or only costs."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject
from dilemma.quantity import above, positive

__all__ = ["one_signed_rule"]


@lint("one-signed-rule", "warning", "every row by rule is {0}, and in each '{1}' does best")
def one_signed_rule(file: Subject) -> Iterator[Question]:
    """The rows of scope `rule` have one sign only, and all of them tell for the same option.

    Why: A rule that is generally followed has costs as well as benefits. With the harms alone, or the
    goods alone, the rule's verdict is settled by what was left out.

    Mend: Add what general acceptance would bring on the other side: the emergencies in which the rule
    prevents help, or the trust that it builds.

    Bad::

        rule-abuse: {name: By rule the innocent suffer, scope: rule, party: citizens, value: -1, count: 30}

    Good::

        rule-abuse: {name: By rule the innocent suffer, scope: rule, party: citizens, value: -1, count: 30}
        rule-riots: {name: By rule riots are not averted, scope: rule, party: citizens, value: -1, count: 10}
    """
    effects = [effect for act in file.case.acts for effect in act.practice if effect.unweighted]
    if len({positive(effect.value) for effect in effects}) != 1:
        return
    ids = {effect.id for effect in effects}
    rows = [amounts for row, amounts in file.grid.items() if row[0] == "consequences" and row[1] in ids]
    options = list(file.scenario.options)
    for id in options:
        others = [other for other in options if other != id]
        if not any(above(row.get(other, 0.0), row.get(id, 0.0)) for row in rows for other in others):
            kind = "good" if positive(effects[0].value) else "bad"
            yield Question(("consequences", effects[0].id), (kind, id))
            return
