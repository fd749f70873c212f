"""Supporters of each option: the theories that favour, permit or forbid it, by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dilemma.reports.blocks import Line
from dilemma.reports.words.names import Names, listed
from dilemma.reports.words.templates import SUPPORT
from dilemma.weighing import Verdict

__all__ = ["supporters"]


def supporters(verdicts: Sequence[Verdict], names: Names) -> Iterator[Line]:
    """Yield one line per option, then one of the theories that are silent or permit no option."""
    speaking = [v for v in verdicts if v.speaks and v.choice]
    for id in names.scenario.options:
        by = {
            "favoured": [v.about.name for v in speaking if v.choice == (id,)],
            "permitted": [v.about.name for v in speaking if id in v.choice and v.choice != (id,)],
            "forbidden": [v.about.name for v in speaking if v.answer(id).status == "forbidden"],
        }
        told = [SUPPORT[how].format(theories=listed(theories)) for how, theories in by.items() if theories]
        yield Line(names.option(id), "; ".join(told) or SUPPORT["none"])
    quiet = [v.about.name for v in verdicts if v.silent or v.permits_none]
    if quiet:
        yield Line(SUPPORT["quiet"], listed(quiet))
