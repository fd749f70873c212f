"""A lint about parties whose members do not share one fate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dilemma.case import Effect
from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject, as_float
from dilemma.quantity import equal, negative, positive

__all__ = ["mixed_party"]

IN_DIFFERENT_NUMBERS = "under '{0}', '{1}' strikes {amount:figure} of them and '{2}' {against:figure}"


@lint("mixed-party", "warning", "under '{0}', '{1}' is good for them and '{2}' is bad")
def mixed_party(file: Subject) -> Iterator[Question]:
    """People of one party meet both goods and harms under one option, or are struck in different numbers.

    Why: If some of them bear what others enjoy, one person's loss is set off against another's gain inside
    the party, where no theory can see it. Fairness between persons is then judged of nobody.

    Mend: Make two parties of those who bear different things (the killed, the freed). If all of them do
    share every row, accept it in the file and say so.

    Bad::

        villagers-freed: {party: villagers, value: 0.2, count: 900}
        villagers-killed: {party: villagers, value: -1, count: 100}

    Good::

        freed: {party: villagers-freed, value: 0.2, count: 900}
        killed: {party: villagers-killed, value: -1, count: 100}
    """
    for party in file.case.parties.values():
        if party.is_people:
            mixed = (_mixed(act.id, _of(party.id, (*act.effects, *act.practice))) for act in file.case.acts)
            yield from [question for question in mixed if question][:1]


def _of(party: str, effects: Sequence[Effect]) -> list[Effect]:
    """Return the effects on the party that are not 0."""
    return [effect for effect in effects if effect.party.id == party and effect.unweighted != 0]


def _mixed(option: str, effects: Sequence[Effect]) -> Question | None:
    """Return the question that a party's effects under an option raise, if any."""
    good = [effect for effect in effects if positive(effect.value)]
    bad = [effect for effect in effects if negative(effect.value)]
    if good and bad:
        path = ("parties", effects[0].party.id)
        return Question(path, (option, good[0].id, bad[0].id))
    for other in effects:
        if not equal(other.members, effects[0].members):
            words = (option, effects[0].id, other.id)
            counts = as_float(effects[0].members), as_float(other.members)
            return Question(("parties", other.party.id), words, *counts, sentence=IN_DIFFERENT_NUMBERS)
    return None
