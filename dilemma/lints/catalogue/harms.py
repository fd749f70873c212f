"""Lints about who causes a harm, and who claims that it happens."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dilemma.case.estimates import best_estimate
from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject

__all__ = ["default_agency", "one_sided_harms"]

SHARED = re.compile(r"\b(?:both|all|each|every\w*|undisputed)\b", re.IGNORECASE)
"""Words for a claim that several sides make."""


@lint("default-agency", "warning", "no 'agency': under '{0}' it counts as the agent's own doing")
def default_agency(file: Subject) -> Iterator[Question]:
    """A harm is taken to be the agent's own doing, because the file does not say.

    Why: Harm by another's free act (the enemy shells, the court convicts) or by nature is allowed, not done.
    Theories of duties, of rights and of conduct in war judge by that difference, and the default is the
    graver of the two.

    Mend: Write `agency: does` if the agent's act brings it about, `agency: allows` if another's does.

    Bad::

        shelling: {party: townspeople, value: -1, count: 40}

    Good::

        shelling: {party: townspeople, value: -1, count: 40, agency: allows, because: The enemy shells.}
    """
    written = file.scenario
    reported = set()
    for act in file.case.acts:
        for effect in act.effects:
            here, factor = written.options[act.id].consequences[effect.id], written.consequences[effect.id]
            if here.agency or factor.agency or written.options[act.id].omission:
                continue
            if effect.is_bad and effect.id not in reported:
                reported.add(effect.id)
                yield Question(("consequences", effect.id), (act.id,))


@lint("one-sided-harms", "warning", "all {amount} harms are held by '{0}'")
def one_sided_harms(file: Subject) -> Iterator[Question]:
    """All harms are held by one side.

    Why: If only critics are asked what may go wrong, or only one of two parties, the file lists what one side
    fears. The other side sees harms too, and often under other options.

    Mend: Ask each side what it fears under each option. A harm nobody disputes is `held_by: both sides`.

    Bad::

        civilians: {party: town, value: -1, held_by: critics}
        escalation: {party: allies, value: -0.2, held_by: critics}

    Good::

        civilians: {party: town, value: -1, held_by: both sides}
        line-falls: {party: soldiers, value: -1, held_by: proponents}
    """
    harms = {
        id: factor.held_by
        for id, factor in file.scenario.consequences.items()
        if best_estimate(file.scenario, factor.value) < 0
    }
    if len(harms) > 1 and len(set(harms.values())) == 1:
        (holder,) = set(harms.values())
        if holder is not None and not SHARED.search(holder):
            yield Question(("consequences", next(iter(harms)), "held_by"), (holder,), len(harms), at="value")
