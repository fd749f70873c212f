"""Records of weighings and comparisons, for JSON and for a data frame."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from dilemma import __version__
from dilemma.case.build import assumed
from dilemma.case.estimates import best_estimate
from dilemma.frameworks.framework import About, Reason
from dilemma.reports.words.caveats import CLOSING, about_verdict, about_weighing
from dilemma.reports.words.commands import command, only
from dilemma.reports.words.names import Names
from dilemma.reports.words.reasons import sentence
from dilemma.reports.words.templates import FAMILIES
from dilemma.scenario.views.view import View
from dilemma.weighing import Agreement, Answer, Verdict, Weighing

if TYPE_CHECKING:
    from dilemma.reports.weigh import schema
    from dilemma.robustness.comparison import Comparison

__all__ = [
    "TIDY_COLUMNS",
    "about_record",
    "comparison_record",
    "provenance_record",
    "reason_record",
    "scenario_record",
    "settings_record",
    "tidy",
    "weighing_record",
]

SCHEMA: Final = "dilemma.weigh/1"
COMPARISON_SCHEMA: Final = "dilemma.compare/1"


def weighing_record(weighing: Weighing) -> schema.Weighing:
    """Return the weighing as the object that `weigh --json` prints."""
    view, scenario = weighing.view, weighing.view.scenario
    names = Names(scenario)
    records: ReasonRecords = {}
    return {
        "schema": SCHEMA,
        **provenance_record(view.document.digest),
        "scenario": scenario_record(view),
        "settings": settings_record(
            view, command(view, frameworks=only(v.about.id for v in weighing.verdicts))
        ),
        "options": [
            {"id": id, "name": names.option(id), "residue": _residue(weighing.residue[id], names)}
            for id in scenario.options
        ],
        "frameworks": [_verdict(verdict, weighing, names, records) for verdict in weighing.verdicts],
        "agreement": _agreement(weighing.agreement),
        "notes": [*about_weighing(weighing, names), CLOSING],
    }


def provenance_record(digest: str | None) -> schema.Provenance:
    """Return the keys that say which program read which file, by the SHA-256 of the file's bytes."""
    return {"program": {"version": __version__}, "file": {"sha256": digest}}


def about_record(about: About) -> schema.Theory:
    """Return the keys that identify and classify a theory."""
    return {
        "id": about.id,
        "name": about.name,
        "family": about.family,
        "gives": about.gives,
        "standing": about.standing,
    }


def scenario_record(view: View) -> schema.Scenario:
    """Return the keys that identify the scenario."""
    scenario = view.scenario
    return {
        "id": view.document.id,
        "title": scenario.title,
        "question": scenario.question,
        "as_of": scenario.as_of,
        "unit": scenario.unit,
        "panel": list(scenario.panel),
    }


def settings_record(view: View, again: str) -> schema.Settings:
    """Return the settings in force, what the view changed, and the command that reproduces it."""
    scenario = view.scenario
    worst, exchange = assumed(scenario)
    return {
        "perspective": view.perspective,
        "changed": {address: _json_value(value) for address, value in view.changed.items()},
        "exchange": exchange,
        "exchange_stated": scenario.exchange is not None,
        "worst": worst,
        "worst_stated": scenario.worst is not None,
        "discount": best_estimate(scenario, scenario.discount),
        "command": again,
    }


def comparison_record(found: Comparison) -> schema.Comparison:
    """Return the comparison of perspectives as the object that `weigh --json` prints for several of them."""
    perspectives = [weighing.view.perspective for weighing in found.weighings]
    return {
        "schema": COMPARISON_SCHEMA,
        **provenance_record(found.weighings[0].view.document.digest),
        "views": [weighing_record(weighing) for weighing in found.weighings],
        "divides": [
            {
                "from": perspectives[first],
                "to": perspectives[second],
                "settings": _json_value(divide.settings),
                "kind": divide.kind,
                "frameworks": list(divide.frameworks),
                "few": divide.few,
            }
            for (first, second), divides in found.divides.items()
            for divide in divides
        ],
    }


def _json_value(value: object) -> Any:
    """Return a value of a setting as JSON types."""
    if isinstance(value, Mapping):
        return {key: _json_value(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_json_value(item) for item in value]
    return value


def _residue(reasons: tuple[Reason, ...], names: Names) -> list[schema.Residue]:
    return [
        {
            "address": cast(str, reason.address),
            "kind": reason.key,
            "text": sentence(reason, reasons, None, names),
        }
        for reason in reasons
    ]


def _verdict(verdict: Verdict, weighing: Weighing, names: Names, records: ReasonRecords) -> schema.Framework:
    about = verdict.about
    return {
        **about_record(about),
        "applicable": verdict.applicable,
        "because": "; ".join(verdict.missing) or None,
        "settings": dict(verdict.settings),
        "choice": list(verdict.choice),
        "permits_none": verdict.permits_none,
        "silent": verdict.silent,
        "margin": verdict.margin,
        "options": {answer.option: _answer(answer, verdict, names, records) for answer in verdict.answers},
        "notes": list(about_verdict(verdict, weighing, names)),
    }


ReasonRecords: TypeAlias = "dict[int, schema.Reason]"
"""Cache of records by the identity of their reason, since theories that rank by one total share terms."""


def _answer(answer: Answer, verdict: Verdict, names: Names, records: ReasonRecords) -> schema.Answer:
    """Return the record of one theory's verdict on one option."""
    reasons = []
    for reason in answer.reasons:
        record = records.get(id(reason))
        if record is None:
            record = records[id(reason)] = reason_record(reason, answer, verdict, names)
        reasons.append(record)
    return {
        "status": answer.status,
        "permissible": answer.permissible,
        "rank": answer.rank,
        "score": answer.score,
        "failed": list(answer.failed),
        "reasons": reasons,
    }


SettledReason: TypeAlias = tuple[str, str, str, float, float | None, str | None, bool, str | None]
"""The fields of a reason whose amounts are plain numbers; only that of a test may lack an address."""


def reason_record(reason: Reason, answer: Answer, verdict: Verdict, names: Names) -> schema.Reason:
    """Return a reason with its text and the ids of its sources."""
    text = sentence(reason, answer.reasons, verdict.about, names)
    kind, key, address, amount, against, test, holds, party = cast("SettledReason", reason)
    if kind == "test":
        return {
            "kind": "test",
            "test": key,
            "passed": holds,
            "left": amount,
            "right": against,
            "address": address,
            "text": text,
        }
    sources = list(names.sources(address)) if address else []
    if kind == "term":
        return {
            "kind": "term",
            "key": key,
            "amount": amount,
            "address": address,
            "party": party,
            "text": text,
            "sources": sources,
        }
    return {
        "kind": "binding",
        "key": key,
        "test": test,
        "amount": amount,
        "address": address,
        "party": party,
        "text": text,
        "sources": sources,
    }


def _agreement(found: Agreement) -> schema.Agreement:
    return {
        "favours": dict(found.favours),
        "permits": dict(found.permits),
        "applicable": found.applicable,
        "silent": list(found.silent),
        "permits_none": list(found.permits_none),
        "disagree": [list(pair) for pair in found.disagree],
    }


TIDY_COLUMNS = (
    "scenario",
    "scenario_name",
    "perspective",
    "perspective_name",
    "framework",
    "framework_name",
    "family",
    "family_name",
    "gives",
    "applicable",
    "option",
    "option_name",
    "status",
    "chosen",
    "permissible",
    "rank",
    "score",
    "failed",
    "failed_names",
    "margin",
)


def tidy(weighing: Weighing) -> Iterator[dict[str, Any]]:
    """Yield one row per theory and option, for a data frame; `failed` are ids of tests, divided by blanks."""
    names, view = Names(weighing.view.scenario), weighing.view
    for verdict in weighing.verdicts:
        about = verdict.about
        answers: Mapping[str, Answer] = {answer.option: answer for answer in verdict.answers}
        for option in view.scenario.options:
            answer = answers.get(option)
            yield {
                "scenario": view.document.id,
                "scenario_name": view.scenario.title,
                "perspective": view.perspective,
                "perspective_name": names.perspective(view.perspective),
                "framework": about.id,
                "framework_name": about.name,
                "family": about.family.value,
                "family_name": FAMILIES[about.family],
                "gives": about.gives.value,
                "applicable": verdict.applicable,
                "option": option,
                "option_name": names.option(option),
                "status": answer and answer.status,
                "chosen": answer and answer.chosen,
                "permissible": answer and answer.permissible,
                "rank": answer and answer.rank,
                "score": answer and answer.score,
                "failed": " ".join(answer.failed) if answer else None,
                "failed_names": "; ".join(about.test(one).name for one in answer.failed) if answer else None,
                "margin": verdict.margin,
            }
