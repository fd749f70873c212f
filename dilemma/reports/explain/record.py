"""Records of explanations, for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dilemma.reports.explain.blocks import paragraphs
from dilemma.reports.explain.flips import clauses
from dilemma.reports.weigh.record import provenance_record, reason_record, scenario_record, settings_record
from dilemma.reports.words.commands import command, only
from dilemma.reports.words.names import Names
from dilemma.robustness.counterfactuals import Flip
from dilemma.robustness.explanation import Explanation
from dilemma.scenario.views.view import View

if TYPE_CHECKING:
    from dilemma.reports.explain import schema

__all__ = ["explanations_record"]

SCHEMA: Final = "dilemma.explain/1"


def explanations_record(
    view: View, explanations: list[Explanation], option: str | None = None
) -> schema.Explanations:
    """Return the explanations as the object that `explain --json` prints; `option` is the one asked for."""
    names = Names(view.scenario)
    asked = only(found.verdict.about.id for found in explanations)
    also = () if option is None else ("--option", option)
    return {
        "schema": SCHEMA,
        **provenance_record(view.document.digest),
        "scenario": scenario_record(view),
        "settings": settings_record(view, command(view, "explain", asked, also)),
        "frameworks": [_explanation(found, names) for found in explanations],
    }


def _explanation(found: Explanation, names: Names) -> schema.Explanation:
    verdict = found.verdict
    answer = verdict.answer(found.option) if verdict.applicable else None
    return {
        "id": verdict.about.id,
        "name": verdict.about.name,
        "applicable": verdict.applicable,
        "because": "; ".join(verdict.missing) or None,
        "option": found.option,
        "rival": found.rival,
        "choice": list(verdict.choice),
        "status": answer and answer.status,
        "reasons": [reason_record(r, answer, verdict, names) for r in answer.reasons] if answer else [],
        "flips": [_flip(flip, found, names) for flip in found.flips],
        "paragraphs": list(paragraphs(found, names)),
    }


def _flip(flip: Flip, found: Explanation, names: Names) -> schema.Flip:
    value = list(flip.value) if isinstance(flip.value, tuple) else flip.value
    return {
        "kind": flip.kind,
        "address": flip.address,
        "value": value,
        "direction": None if flip.above is None else "above" if flip.above else "below",
        "best": flip.best,
        "choice": list(flip.choice),
        "text": f"if {clauses(found._replace(flips=(flip,)), names)[0]}",
    }
