"""A reconciliation as a record, for JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import fsum
from typing import TYPE_CHECKING, Any, Final, Literal

from dilemma.reconciliation.credences import Credences
from dilemma.reconciliation.input.printed import PrintedWeighing
from dilemma.reconciliation.input.table import Table
from dilemma.reconciliation.reconciliation import Flip, Reconciliation, Result
from dilemma.reconciliation.request import Request
from dilemma.reconciliation.sensitivity.alternatives import Alternative
from dilemma.reconciliation.sensitivity.simplex import Simplex
from dilemma.reconciliation.subject import Source
from dilemma.reports.reconcile.blocks import CLOSING
from dilemma.reports.reconcile.caveats import caveats
from dilemma.reports.reconcile.lines import meeting, rules, why_not
from dilemma.reports.reconcile.provenance import command_of
from dilemma.reports.weigh.record import provenance_record, scenario_record, settings_record
from dilemma.reports.words.names import Names

if TYPE_CHECKING:
    from dilemma.reports.reconcile import schema

__all__ = ["CSV_COLUMNS", "credences_record", "reconciliation_record", "rows"]

SCHEMA: Final = "dilemma.reconcile/1"

DIRECTIONS: Mapping[bool, Literal["above", "below"]] = {True: "above", False: "below"}


def reconciliation_record(source: Source, request: Request, found: Reconciliation) -> schema.Reconciliation:
    """Return a reconciliation as the object that `reconcile --json` prints."""
    return {
        "schema": SCHEMA,
        **provenance_record(digest_of(source)),
        **source_record(source, request),
        "options": [option_record(id, found) for id in found.subject.options],
        **credences_record(found.credences),
        "methods": [method_record(result, found) for result in found.results],
        "lottery": found.lottery,
        "simplex": simplex_record(found.simplex),
        "alternatives": [alternative_record(one) for one in found.alternatives],
        "agreement": found.agreement.kind,
        "agreed": {"choice": list(found.agreement.choice), "methods": list(found.agreement.methods)},
        "one_vote": list(found.one_vote),
        "veto": None if found.veto is None else float(found.veto),
        "summary": meeting(rules(found), found),
        "notes": [*remarks(source), *(line.text for line in caveats(found)), CLOSING],
    }


def remarks(source: Source) -> tuple[str, ...]:
    """Return what should be known of how a table was read."""
    return source.remarks if isinstance(source, Table) else ()


def credences_record(credences: Credences) -> schema.Credences:
    """Return the credence of each theory, its origin, and the credence that is set aside."""
    return {
        "credences": {id: credences.share(id) for id, votes in credences.votes.items() if votes},
        "credences_from": credences.origin,
        "set_aside": [
            {"framework": item.theory, "credence": item.credence, "because": item.because}
            for item in credences.set_aside
        ],
    }


def digest_of(source: Source) -> str | None:
    """Return the SHA-256 of the file that the verdicts come from; None where they come from none."""
    if isinstance(source, (Table, PrintedWeighing)):
        return source.digest
    return source.view.document.digest


def source_record(source: Source, request: Request) -> schema.Sourced:
    """Return the part of the record that identifies the source, and the settings."""
    again = command_of(source, request)
    match source:
        case Table():
            return {
                "scenario": None,
                "table": {"id": source.id, "title": source.title},
                "settings": {"command": again},
            }
        case PrintedWeighing():
            named: schema.Named = {"id": source.id, "title": source.title, "question": source.question}
            return {"scenario": named, "settings": {"command": again, "weighed_by": source.command}}
    return {
        "scenario": scenario_record(source.view),
        "settings": settings_record(source.view, again),
    }


def option_record(id: str, found: Reconciliation) -> schema.Option:
    """Return the record of an option, with the theories that forbid it."""
    return {
        "id": id,
        "name": found.subject.options[id],
        "forbidden_by": list(found.forbidden[id]),
        "forbidden_share": found.forbidden_share(id),
        "vetoed": id in found.vetoed,
    }


def method_record(result: Result, found: Reconciliation) -> schema.Method:
    """Return the record of one method and its choice."""
    return {
        "id": result.about.id,
        "name": result.about.name,
        "ran": result.ran,
        "because": None if result.why_not is None else why_not(result.why_not),
        "choice": list(result.choice),
        "scores": result.scores,
        "silent": adding_nothing(found.silent, found),
        "permits_none": adding_nothing(found.permits_none, found),
        "dissenters": list(result.dissenters),
        "flips": [flip_record(flip) for flip in result.flips],
    }


def simplex_record(simplex: Simplex | None) -> schema.Simplex | None:
    """Return the record of the shares of all credences; None if there are none."""
    if simplex is None:
        return None
    return {
        "draws": simplex.draws,
        "seed": simplex.seed,
        "frameworks": list(simplex.theories),
        "methods": [{"id": one.method, "shares": one.shares, "error": one.error} for one in simplex.methods],
    }


def alternative_record(one: Alternative) -> schema.Alternative:
    """Return the record of the choices at alternative credences."""
    return {
        "id": one.id,
        "credences": {id: one.credences.share(id) for id in one.credences.votes},
        "choices": {method: list(choice) for method, choice in one.choices.items()},
    }


def adding_nothing(theories: Iterable[str], found: Reconciliation) -> schema.AddingNothing:
    """Return the record of theories that add nothing to scores, with their credence."""
    frameworks = list(theories)
    return {"credence": fsum(found.credences.share(id) for id in frameworks), "frameworks": frameworks}


def flip_record(flip: Flip) -> schema.Flip:
    """Return the record of a credence at which a method changes its choice."""
    return {
        "framework": flip.theory,
        "credence": flip.credence,
        "direction": DIRECTIONS[flip.above],
        "to": list(flip.to),
    }


CSV_COLUMNS = (
    *("scenario", "scenario_name", "perspective", "perspective_name", "method", "method_name", "ran"),
    *("option", "option_name", "chosen", "score", "forbidden_share"),
)


def rows(source: Source, found: Reconciliation) -> Iterator[dict[str, Any]]:
    """Yield one row per method and option, for a data frame."""
    start = _origin(source)
    for result in found.results:
        for option, name in found.subject.options.items():
            yield {
                **start,
                "method": result.about.id,
                "method_name": result.about.name,
                "ran": result.ran,
                "option": option,
                "option_name": name,
                "chosen": option in result.choice if result.ran else None,
                "score": (result.scores or {}).get(option),
                "forbidden_share": found.forbidden_share(option),
            }


def _origin(source: Source) -> dict[str, str | None]:
    """Return the columns that say where verdicts come from; names that are not known are None."""
    if isinstance(source, (Table, PrintedWeighing)):
        return {"scenario": source.id, "scenario_name": None, "perspective": None, "perspective_name": None}
    view = source.view
    return {
        "scenario": view.document.id,
        "scenario_name": view.scenario.title,
        "perspective": view.perspective,
        "perspective_name": Names(view.scenario).perspective(view.perspective),
    }
