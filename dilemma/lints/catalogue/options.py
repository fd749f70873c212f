"""Lints about options that are described unevenly, or leave a factor out altogether."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject
from dilemma.quantity import above
from dilemma.scenario.model import condition_of
from dilemma.scenario.structure.shapes import FACTORS

__all__ = ["no_benefit", "no_cost", "uneven_options", "unlisted_factor", "unused_belief"]

UNEVEN = 1.5
"""The ratio of two options' numbers of rows above which they are uneven."""

A_FEW = 3
"""The least difference in rows that counts as uneven: in a short file one row may be half of them."""


@lint("uneven-options", "warning", "it lists {amount:factor}, '{0}' lists {against}")
def uneven_options(file: Subject) -> Iterator[Question]:
    """An option lists over one and a half times as many factors as another, by three or more.

    Why: Theories weigh only what is listed. An option that is described at length gets more goods, or more
    harms, than one described in a line, whether or not it really has more.

    Mend: Ask of every option the questions asked of the longest: does this happen under it too, and with
    what chance? Write 0 where it does not.

    Bad::

        strike: {consequences: {plot: 0.1, bystanders: 1, anger: 0.5, precedent: 1, crews: 0.01}}
        wait: {consequences: {plot: 0.3}}

    Good::

        strike: {consequences: {plot: 0.1, bystanders: 1, anger: 0.5, precedent: 1, crews: 0.01}}
        wait: {consequences: {plot: 0.3, bystanders: 0, anger: 0.1, precedent: 0, crews: 0}}
    """
    counts = {
        id: len(option.consequences) + len(option.duties) + len(option.virtues)
        for id, option in file.scenario.options.items()
    }
    fewest = min(counts, key=lambda id: counts[id])
    least = counts[fewest]
    for id, count in counts.items():
        if count > UNEVEN * least and count - least >= A_FEW:
            yield Question(("options", id), (fewest,), count, least)


@lint("no-cost", "warning", "it does no harm, infringes no duty and expresses no vice")
def no_cost(file: Subject) -> Iterator[Question]:
    """An option has no cost anywhere: no harm, no duty infringed, no vice.

    Why: In a hard choice every option costs something. One without any cost beats the others only because
    something was left out, such as delay, failure, or who must be persuaded.

    Mend: List what it fails to avert, with its chance, as under the other options; and what it costs, and
    whom.

    Bad::

        talks: {consequences: {peace: 0.6}}

    Good::

        talks: {consequences: {peace: 0.6, war-goes-on: 0.4, foe-rearms: 0.3}}
    """
    for id in file.scenario.options:
        rows = [amounts[id] for amounts in file.grid.values() if id in amounts]
        if rows and min(rows) >= 0:
            yield Question(("options", id))


@lint("no-benefit", "warning", "in no row does it do better than any other option")
def no_benefit(file: Subject) -> Iterator[Question]:
    """An option has no benefit anywhere: in no row does it do better than any other option.

    Why: Someone proposes the option, so there is something to be said for it. If that is not listed, the
    option only makes another look moderate.

    Mend: Ask its advocates what it is for, and list that: a harm less likely under it, a duty it keeps, a
    virtue it shows.

    Bad::

        small-strike: {consequences: {bystanders: 0.2, plot: 0.1}}
        carpet-bombing: {consequences: {bystanders: 1, plot: 0.1}}

    Good::

        carpet-bombing: {consequences: {bystanders: 1, plot: 0.02}}
    """
    for id in file.scenario.options:
        rivals = [other for other in file.scenario.options if other != id]
        if not any(
            above(amounts.get(id, 0.0), amounts.get(other, 0.0))
            for amounts in file.grid.values()
            for other in rivals
        ):
            yield Question(("options", id))


@lint("unlisted-factor", "warning", "no option lists it, so it changes nothing")
def unlisted_factor(file: Subject) -> Iterator[Question]:
    """A consequence, duty or virtue is described, and no option lists it.

    Why: It reads as if it had been weighed, but no theory reads it. People for whom it is the main point find
    it in the file, and it does not affect the answer.

    Mend: List it under each option with its chance or degree, 0 where it does not happen. Or take it out,
    and say at the end of the file why.

    Bad::

        consequences: {trust-lost: {party: town, value: -0.1}}
        options: {act: {duties: {warn: -0.5}}}

    Good::

        consequences: {trust-lost: {party: town, value: -0.1}}
        options: {act: {consequences: {trust-lost: 0.3}, duties: {warn: -0.5}}}
    """
    for table in FACTORS:
        listed = {id for option in file.scenario.options.values() for id in getattr(option, table)}
        for id in getattr(file.scenario, table):
            if id not in listed:
                yield Question((table, id))


@lint("unused-belief", "warning", "no consequence has it in its 'when', so it changes nothing")
def unused_belief(file: Subject) -> Iterator[Question]:
    """A belief is described, and nothing depends on it.

    Why: A reader takes it for a point on which the answer turns, argues about its probability, and moves
    it in vain.

    Mend: Name it in the `when` of each consequence that depends on it, or in a `given`. Or take it out.

    Bad::

        beliefs: {flood: {claim: The river floods, probability: 0.1}}
        consequences: {washed-away: {party: town, value: -0.5}}

    Good::

        beliefs: {flood: {claim: The river floods, probability: 0.1}}
        consequences: {washed-away: {party: town, value: -0.5, when: [flood]}}
    """
    scenario = file.scenario
    options = scenario.options.values()
    rows = [row for option in options for row in option.consequences.values()]
    whens = [*(factor.when for factor in scenario.consequences.values()), *(row.when for row in rows)]
    used = {condition.belief for when in whens for condition in when}
    events = [event for option in options for event in option.beliefs.values()]
    used |= {condition_of(literal).belief for event in events for literal in event.given or ()}
    for id in scenario.beliefs:
        if id not in used:
            yield Question(("beliefs", id))
