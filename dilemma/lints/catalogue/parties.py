"""Lints about parties: one fate for all members, how many these are, what they are called and stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dilemma.case import ADVANTAGE, Effect, Party
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Family
from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject, as_float
from dilemma.quantity import equal, negative, positive

__all__ = ["agent_public", "civil_advantage", "fate_name", "mixed_party", "owed_to_unsized", "size_untold"]

HALF = 0.5
"""A probability above which people are taken for civilians."""

FEW = 100
"""A count below this may be victims, each of whom matters, or the few of many whom a risk will strike."""

RARE = 0.001
"""A chance below this is that of a risk which few of many will meet."""

APART = 1000
"""How many times larger another party is where a small one looks like victims beside a crowd."""

NO_OBJECT = r"\b(?=$|[,;:()]| (?:in|by|at|on|of|from|under|when|if|each|every|this|per|and|or)\b)"
"""What follows a verb that stands for the fate itself: `burn`, but not `burn coal`."""

FATE = (
    r"(?:die|dies|perish|burn|burns|burned|burnt|drown|drowns|drowned|kill|kills|killed|maimed|hurt|harmed"
    rf"|struck|crushed|poisoned|shot|bombed|infected|doomed|saved|spared|rescued|freed){NO_OBJECT}"
)
"""Words for what happens to people, where nothing follows that it is done to."""

FATE_NAME = re.compile(
    rf"\b(?:who|whom|that|which)\b(?:(?!\b(?:may|might|could|can|not|never)\b)[^,;:])*\b{FATE}"
    rf"|^(?:the |those |all )?(?:[\w,.]+ )?{FATE}|\b(?:will|would|doomed to) (?:be )?{FATE}",
    re.IGNORECASE,
)
"""The name of people by what will happen to them: "those who burn", "the killed", "drivers killed"."""

VICTIM_NAME = re.compile(
    rf"^(?:(?!of\b)[\w'’-]+ )*(?:victims|casualties|fatalities|survivors|dead){NO_OBJECT}", re.IGNORECASE
)
"""The name of people by what has befallen them; no fate where they are badly off already (`level`)."""

PUBLIC = re.compile(
    r"\bpublics?(?=$|[,;:()]| (?:of|in|at|and)\b)"
    r"|\b(?:people|peoples|citizens|nation|inhabitants|residents|voters|taxpayers|shareholders|investors"
    r"|customers|clients|consumers|passengers|patients|pupils|students|civilians)"
    r"(?=$|[,;:()]| (?:of|in|who|and)\b)",
    re.IGNORECASE,
)
"""Words for people for whom someone else decides."""

MANY = 1000
"""A size from which nobody is taken for the one who decides."""

LONGEST_NAME = 200
"""The characters of a name that are read."""

MULTIPLE = re.compile(r"thousand|hundred|million|\d", re.IGNORECASE)
"""A unit in which a count of 1 is more than one person."""

FAR_FEWER = "{each}: at most {amount:figure} are struck, and {against:figure} of others: out of how many?"

UNMARKED = "tagged 'military-advantage', and the file does not say that '{0}' fight"

ABOUT = tuple(theory.about for theory in CATALOGUE)

IN_DIFFERENT_NUMBERS = "under '{0}', '{1}' strikes {amount:figure} of them and '{2}' {against:figure}"


@lint("mixed-party", "warning", "under '{0}', '{1}' is good for them and '{2}' is bad")
def mixed_party(file: Subject) -> Iterator[Question]:
    """People of one party meet both goods and harms under one option, or are struck in different numbers.

    Why: If some of them bear what others enjoy, one person's loss is set off against another's gain inside
    the party, where no theory can see it. Fairness between persons then leaves them out.

    Mend: Make two parties of those who bear different things (prisoners, guards). If each runs the same
    risks, state their `size`; if all of them do share every row, accept it in the file and say so.

    Bad::

        villagers-freed: {party: villagers, value: 0.2, count: 900}
        villagers-killed: {party: villagers, value: -1, count: 100}

    Good::

        freed: {party: prisoners, value: 0.2, count: 900}
        killed: {party: guards, value: -1, count: 100}
    """
    for party in file.case.parties.values():
        if party.is_people and not _is_one_person(party, file.scenario.unit):
            mixed = (_mixed(act.id, _of(party.id, (*act.effects, *act.practice))) for act in file.case.acts)
            yield from [question for question in mixed if question][:1]


def _is_one_person(party: Party, unit: str) -> bool:
    """Return whether a party is one person: its size is stated as 1, in a unit that counts people singly."""
    return party.states_size and as_float(party.size) == 1 and not MULTIPLE.search(unit)


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
    "'{0}' strikes {amount:figure} of them, with a chance of {against:%}: out of how many?",
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
    their `size`, theories of claims cannot compute it, and the wrong counts for nobody.

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
    "civil-advantage",
    "warning",
    "tagged 'military-advantage', and it falls on civilians: their welfare does not count",
)
def civil_advantage(file: Subject) -> Iterator[Question]:
    """What befalls civilians is tagged as a military advantage.

    Why: In the law of war an advantage is military: ground, means or forces. The welfare of civilians is
    what it is weighed against; however great, it does not count as an advantage.

    Mend: Take the tag off. If the row stands for forces that the attack stops, let it fall on a party of
    them, and say that they fight (`combatant: true`).

    Bad::

        town-freed: {party: townspeople, value: 0.2, tags: [military-advantage]}

    Good::

        bridge-held: {party: own-troops, value: 0.2, tags: [military-advantage]}     # combatant: true
    """
    reported = set()
    for effect in file.case.in_use:
        party = effect.party
        civilians = (party.is_people or party.combatant is not None) and as_float(party.civilian) > HALF
        if civilians and ADVANTAGE in effect.tags and effect.id not in reported:
            reported.add(effect.id)
            sentence = UNMARKED if party.combatant is None else None
            yield Question(("consequences", effect.id), (party.id,), sentence=sentence)


@lint("fate-name", "warning", "named for what happens to them: is it known beforehand who they are?")
def fate_name(file: Subject) -> Iterator[Question]:
    """A party of people is named for its fate, where theories of complaints are in use.

    Why: Nobody is one of "those who burn" when the choice is made; many run a small risk. A complaint is what
    one person could say against a course. For the few whom chance will strike it is certain and grave, for
    all who run the risk it is slight; theories of complaints turn on that difference.

    Mend: Name everyone who runs the risk, and write how many they are as `size`. If it is known beforehand
    whom it will strike, accept it in the file and say how.

    Bad::

        burned: {name: Drivers who burn, size: 180}

    Good::

        drivers: {name: Drivers of the cars, size: 11000000}
    """
    panel = file.scenario.panel
    if not any(about.family is Family.CONTRACTUALIST and (not panel or about.id in panel) for about in ABOUT):
        return
    for party in file.case.struck_people:
        name = _name(party.id, file.scenario.parties[party.id].name)
        badly_off = as_float(party.level) < 0
        if FATE_NAME.search(name) or (not badly_off and VICTIM_NAME.search(name)):
            yield Question(("parties", party.id))


def _name(id: str, name: str | None) -> str:
    """Return what a party is called, as far as it is read."""
    return (name or id.replace("-", " "))[:LONGEST_NAME]


@lint(
    "agent-public",
    "warning",
    "'agent' is for the decider's own interest: do they decide, or are they decided for?",
)
def agent_public(file: Subject) -> Iterator[Question]:
    """People for whom someone else decides are marked as the agent.

    Why: `agent` gives the decider's own interest the extra weight that a person may give to his own life.
    What the public, shareholders or patients stand to lose is not the decider's own; if it is marked so,
    an office can excuse itself by the interest of those whom it serves.

    Mend: Write `represented: true` for those whom the decider answers for. If the decider has something of
    his own at stake, make it a party by itself.

    Bad::

        public: {name: The public, size: 60000000, agent: true}

    Good::

        public: {name: The public, size: 60000000, represented: true}
    """
    for id, party in file.case.parties.items():
        many = party.states_size and as_float(party.size) >= MANY
        name = _name(id, file.scenario.parties[id].name)
        if party.agent and party.is_people and (party.represented or many or PUBLIC.search(name)):
            yield Question(("parties", id))
