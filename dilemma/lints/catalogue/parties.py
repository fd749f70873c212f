"""Lints about parties: one fate for all members, how many these are, and whose welfare is an advantage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dilemma.case import ADVANTAGE, Effect, Party
from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject, as_float
from dilemma.quantity import equal, negative, positive

__all__ = ["civil_advantage", "mixed_party", "owed_to_unsized", "size_untold"]

HALF = 0.5
"""A probability above which people are taken for civilians."""

FEW = 100
"""A count below this may be victims, each of whom matters, or the few of many whom a risk will strike."""

RARE = 0.001
"""A chance below this is that of a risk which few of many will meet."""

APART = 1000
"""How many times larger another party is where a small one looks like victims beside a crowd."""

FAR_FEWER = "{each}: at most {amount:figure} are struck, and {against:figure} of others: of how many?"

IN_DIFFERENT_NUMBERS = "under '{0}', '{1}' strikes {amount:figure} of them and '{2}' {against:figure}"


@lint("mixed-party", "warning", "under '{0}', '{1}' is good for them and '{2}' is bad")
def mixed_party(file: Subject) -> Iterator[Question]:
    """People of one party meet both goods and harms under one option, or are struck in different numbers.

    Why: If some of them bear what others enjoy, one person's loss is set off against another's gain inside
    the party, where no theory can see it. Fairness between persons is then judged of nobody.

    Mend: Make two parties of those who bear different things (the killed, the freed). If each runs the same
    risks, state their `size`; if all of them do share every row, accept it in the file and say so.

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
    unsized = [effect for effect in effects if not effect.party.states_size]  # else a risk that all share
    for other in unsized:
        if not equal(other.members, effects[0].members):
            words = (option, effects[0].id, other.id)
            counts = as_float(effects[0].members), as_float(other.members)
            return Question(("parties", other.party.id), words, *counts, sentence=IN_DIFFERENT_NUMBERS)
    return None


@lint(
    "size-untold",
    "warning",
    "'{0}' strikes {amount:figure} of them, with a chance of {against:%}: of how many?",
)
def size_untold(file: Subject) -> Iterator[Question]:
    """A few people run a remote risk, or stand beside vast numbers, and the file does not say of how many.

    Why: Five who die for certain are five victims; five of twenty million, each with a tiny risk, are a
    risk that all share. Theories of claims and of priority tell the two apart by `size`, and take the
    largest count for it where the file says nothing.

    Mend: Write `size`: how many members the party has, those who are spared included. If the count is all
    of them, write that number.

    Bad::

        public: {name: The public}                 # and {party: public, count: 5, chance: 0.0001}

    Good::

        public: {name: The public, size: 20000000}
    """
    people = [party for party in file.case.struck_people if as_float(party.size) > 0]
    largest = max((as_float(party.size) for party in people), default=0.0)
    few: list[Party] = []
    for party in (party for party in people if not party.states_size):
        rare = [effect for effect in file.case.in_use if effect.party.id == party.id and _is_rare(effect)]
        if rare:
            amounts = as_float(rare[0].members), as_float(rare[0].likelihood)
            yield Question(("parties", party.id), (rare[0].id,), *amounts)
        elif largest > APART * as_float(party.size):
            few.append(party)
    if few:
        most = max(as_float(party.size) for party in few)
        words = tuple(party.id for party in few)
        yield Question(("parties", words[0]), words, most, largest, sentence=FAR_FEWER)


def _is_rare(effect: Effect) -> bool:
    """Return whether an effect strikes a few with a remote chance."""
    return 0 < as_float(effect.members) < FEW and 0 < as_float(effect.likelihood) < RARE


@lint(
    "owed-to-unsized",
    "warning",
    "it is owed to '{0}', of whom the file says neither size nor what befalls them",
)
def owed_to_unsized(file: Subject) -> Iterator[Question]:
    """A duty that an option infringes is owed to people of whom nothing else is said.

    Why: A complaint is what one person suffers, and how many suffer it. Without a consequence for them or
    their `size`, theories of claims cannot reckon it, and the wrong is nobody's.

    Mend: Write the `size` of the party, or what befalls its members.

    Bad::

        parties: {voters: {name: The voters}}      # and {keep-word: {owed_to: voters}}

    Good::

        parties: {voters: {name: The voters, size: 40000}}
    """
    struck = {party.id for party in file.case.struck}
    infringed = {duty.id for act in file.case.acts for duty in act.obligations if duty.infringed}
    for id, duty in file.scenario.duties.items():
        for holder in duty.owed_to if id in infringed else ():
            if _is_bare(file.case.parties[holder], struck):
                yield Question(("duties", id, "owed_to"), (holder,), at="value")


def _is_bare(party: Party, struck: set[str]) -> bool:
    """Return whether it is people whose number the file does not say, and whom nothing befalls."""
    return party.is_people and not party.states_size and party.id not in struck


@lint(
    "civil-advantage", "warning", "tagged 'military-advantage', and it falls on civilians: it does not count"
)
def civil_advantage(file: Subject) -> Iterator[Question]:
    """What befalls civilians is tagged as a military advantage.

    Why: In the law of war an advantage is military: ground, means or forces. The welfare of civilians is
    what it is weighed against; however great, it does not count as an advantage.

    Mend: Take the tag off. If the row stands for forces that the attack stops, let it fall on a party of
    them.

    Bad::

        town-freed: {party: townspeople, value: 0.2, tags: [military-advantage]}

    Good::

        bridge-held: {party: own-troops, value: 0.2, tags: [military-advantage]}
    """
    reported = set()
    for effect in file.case.in_use:
        states = effect.party.combatant is not None and as_float(effect.party.civilian) > HALF
        if states and ADVANTAGE in effect.tags and effect.id not in reported:
            reported.add(effect.id)
            yield Question(("consequences", effect.id))
