"""Lints about remote chances that dominate the sum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject, as_float
from dilemma.scenario.model import TAIL

__all__ = ["remote_chance", "tail_counted"]

REMOTE = 0.01
"""A chance below this is too rare to be known from experience."""

MOST = 0.5
"""A share of all that an option brings: above it the other consequences do not decide."""


@lint("remote-chance", "warning", "a chance of {amount:%} carries {against:%} of what the option brings")
def remote_chance(file: Subject) -> Iterator[Question]:
    """One consequence of under 1 % chance carries over half of what an option brings.

    Why: The product of a tiny chance and a vast harm looks like knowledge and is mostly the author's two
    guesses. It swamps everything that is better known.

    Mend: If it is a catastrophe, tag it `tail`, so that it is shown apart. If many people each run a small
    risk, accept it in the file and say so: their number, not the chance, is then what is known.

    Bad::

        war-spreads: {party: world, value: -1, count: 10000000, chance: 0.0001}

    Good::

        war-spreads: {party: world, value: -1, count: 10000000, chance: 0.0001, tags: [tail]}
    """
    reported = set()
    for act in file.case.acts:
        brought: dict[str, float] = defaultdict(float)
        for effect in act.effects:
            brought[effect.id] += abs(as_float(effect.contribution))
        for effect in act.effects:
            share = brought[effect.id] / (sum(brought.values()) or 1)
            remote = as_float(effect.likelihood) < REMOTE and TAIL not in effect.tags
            if remote and share > MOST and effect.id not in reported:
                reported.add(effect.id)
                path = ("options", act.id, "consequences", effect.id)
                yield Question(path, (), as_float(effect.likelihood), share)


@lint("tail-counted", "note", "tagged 'tail', and part of every sum")
def tail_counted(file: Subject) -> Iterator[Question]:
    """A consequence is marked as a low-chance catastrophe, and still counts in the sums.

    Why: The mark shows it apart, and lets precaution look at it first; but theories that add up expected
    value go on counting it, and may turn on it alone.

    Mend: Weigh the file once without it (`-s consequences.ID.value=0`), and say which verdicts change. Or
    leave its chance at 0, and let a perspective set it.

    Bad::

        war-spreads: {party: world, value: -1, count: 10000000, chance: 0.0001, tags: [tail]}

    Good::

        war-spreads: {party: world, value: -1, count: 10000000, chance: 0, tags: [tail]}
        # and perspectives: {worst: {set: {consequences.war-spreads.chance: 0.0001}}}
    """
    for id, factor in file.scenario.consequences.items():
        amounts = (effect.contribution for effect in file.case.in_use if effect.id == id)
        if TAIL in factor.tags and any(amounts):
            yield Question(("consequences", id))
