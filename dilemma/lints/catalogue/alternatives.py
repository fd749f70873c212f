"""Lints about options that are not real alternatives. They run the theories."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from dilemma.case import Act, Case, Effect
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Framework, Gives
from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Line, Subject, as_float
from dilemma.weighing import configured
from dilemma.weighing.ruling import rule

__all__ = ["decoy", "menu_question", "near_identical", "wins_nowhere"]

FEWEST = 3
"""The fewest options among which there can be a decoy: itself, and two whose order it changes."""

FIRST = 1
"""The rank of what a theory chooses; a chosen option is not a decoy."""

HAIR = 0.05
"""A share of the larger of two amounts: below a twentieth they hardly differ in two digits."""

MOST_OUTCOMES = 20_000
"""The most options times combinations of beliefs for which all is judged again without each option."""

NOWHERE = "no theory puts it first, or permits it alone"


@lint("wins-nowhere", "warning", f"{NOWHERE}; the file has no perspective in which one would")
def wins_nowhere(file: Subject) -> Iterator[Question]:
    """An option wins nowhere, not even from the perspective of its own advocates.

    Why: Either nobody would choose it, and it is there to make another look good; or the file's numbers
    never let those who would choose it see the world as they do.

    Mend: Add a perspective that sets what its advocates believe and value, with their reasons. If it still
    wins nowhere, accept it in the file and say why it belongs among the options.

    Bad::

        perspectives: {}     # and an option worse than its neighbours in every row that counts

    Good::

        perspectives: {advocates: {name: Its advocates, set: {beliefs.talks-work.probability: 0.4}}}
    """
    count = len(file.scenario.options)
    won = {option for line in file.verdicts if _wins(line, count) for option in line.choice}
    for id in file.scenario.options:
        if id not in won:
            views = tuple(file.scenario.perspectives)
            sentence = f"{NOWHERE}, nor in the view of {{each}}" if views else None
            yield Question(("options", id), views, sentence=sentence)


def _wins(line: Line, count: int) -> bool:
    """Whether a verdict selects winners: exactly one if the theory only permits, not all if it ranks."""
    most = 1 if line.gives is Gives.TIERS else count - 1
    return 0 < len(line.choice) <= most


@lint("decoy", "warning", "with it, {2} puts '{0}' above '{1}'; without it, below")
def decoy(file: Subject) -> Iterator[Question]:
    """Leaving an option out reverses the order of two others, under a theory that does not choose it.

    Why: Which of two options is better should not depend on a third that nobody would choose. A poor option
    can be added to make a favoured one look better, and some theories (of regret, of thresholds, of
    prerogatives) then answer otherwise.

    It is not asked where options times combinations of uncertain beliefs are more than 20,000, for time.

    Mend: Ask whether anyone would really choose the option. If so, the dependence is a finding about the
    theory: accept it in the file and say so. If not, leave the option out.

    Bad::

        options: {buy: ..., rent: ..., buy-at-twice-the-price: ...}

    Good::

        options: {buy: ..., rent: ...}
    """
    acts = file.case.acts
    if len(acts) < FEWEST or len(acts) * 2 ** len(file.case.states) > MOST_OUTCOMES:
        return
    ranking = [theory for theory in CATALOGUE if theory.about.gives is not Gives.TIERS]
    all_ranks = [(theory, _ranks(file.case, theory)) for theory in ranking]
    for act in acts:
        if act is file.case.baseline:
            continue
        rest = replace(file.case, acts=tuple(other for other in acts if other is not act))
        for theory, before in all_ranks:
            reversed_pair = _reversed_pair(before, _ranks(rest, theory))
            if reversed_pair and before[act.id] > FIRST:
                yield Question(("options", act.id), (*reversed_pair, theory.about.name))


@lint(
    "menu-question",
    "note",
    "can the one who decides choose it? It is the one choice of {amount} of {against} theories",
)
def menu_question(file: Subject) -> Iterator[Question]:
    """An option decides what theories choose: can the one who decides choose it?

    Why: An option that the one who decides cannot choose, or that someone else would have to choose, hides
    what theories say of the other options. No program can tell who may do what.

    Mend: Leave out what the one who decides cannot do, and say at the end of the file what it would change.
    If others must agree first, make their answer a belief.

    Bad::

        agent: A former official
        options: {official-channel: {because: If the government asks them to.}}

    Good::

        agent: A former official
        options: {private-talks: {because: In a private capacity.}}
    """
    own_view = [line.choice for line in file.verdicts if line.perspective is None]
    for id in file.scenario.options:
        count = own_view.count((id,))
        if count and not (file.case.baseline and id == file.case.baseline.id):
            yield Question(("options", id), (), count, len(own_view))


Ranks = Mapping[str, float]


def _ranks(case: Case, framework: Framework) -> Ranks:
    """Return each option's rank under a theory; empty if the theory does not apply."""
    theory = configured(framework, case)
    if not all(need.met for need in theory.needs(case)):
        return {}
    ruling = rule(theory.about.gives, tuple(theory.judge(case)))
    return {placing.option: as_float(placing.rank) for placing in ruling.placings}


def _reversed_pair(before: Ranks, after: Ranks) -> tuple[str, str] | None:
    """Return the first two options whose strict order is reversed between the rankings, or None.

    The one that was ahead in `before` comes first.
    """
    if not before:
        return None
    for one, other in combinations(after, 2):
        if (before[one] - before[other]) * (after[one] - after[other]) < 0:
            return (one, other) if before[one] < before[other] else (other, one)
    return None


@lint("near-identical", "warning", "it differs from '{0}' by less than a twentieth in every row")
def near_identical(file: Subject) -> Iterator[Question]:
    """Two options are almost the same in every row.

    Why: Methods that count how many options stand above and below (Borda) give one side more weight if
    its option is listed twice; and a reader sees three choices where there are two.

    Mend: Merge them and give the numbers a range, or say in a row what sets them apart.

    Bad::

        wait-a-month: {consequences: {patient-dies: 0.3}}
        wait-five-weeks: {consequences: {patient-dies: 0.31}}

    Good::

        wait: {consequences: {patient-dies: [0.28, 0.3, 0.35]}}
    """
    for one, other in combinations(file.case.acts, 2):
        if (
            _kinds(one) == _kinds(other)
            and _alike(_parts(one), _parts(other))
            and all(_near(row.get(one.id, 0.0), row.get(other.id, 0.0)) for row in file.grid.values())
        ):
            yield Question(("options", other.id), (one.id,))


Parts = Mapping[tuple[str, str], tuple[float, ...]]


def _parts(act: Act) -> Parts:
    """Return the chance, value and count of each effect, which may differ where their product does not."""
    return {
        effect.key: (as_float(effect.likelihood), as_float(effect.value), as_float(effect.members))
        for effect in (*act.effects, *act.practice)
        if effect.unweighted
    }


def _alike(one: Parts, other: Parts) -> bool:
    return all(
        _near(a, b) for key in one.keys() & other.keys() for a, b in zip(one[key], other[key], strict=True)
    )


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= HAIR * max(abs(a), abs(b))


def _conditions(effect: Effect) -> frozenset[tuple[str, bool]]:
    """Return the states that an effect supposes, and whether they hold."""
    return frozenset(one.key for branch in effect.branches for one in branch.supposes)


def _kinds(act: Act) -> tuple[bool, frozenset[tuple[object, ...]], frozenset[tuple[object, ...]]]:
    """Return what of an option is no number: force, and its rows' roles, agency, consent and conditions."""
    effects = (e for e in (*act.effects, *act.practice) if e.unweighted)
    duties = (duty for duty in act.obligations if duty.degree)
    return (
        act.force,
        frozenset(
            (*effect.key, effect.role, effect.agency, effect.consent, _conditions(effect))
            for effect in effects
        ),
        frozenset((duty.id, duty.role, duty.waived) for duty in duties),
    )
