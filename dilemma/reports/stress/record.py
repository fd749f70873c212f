"""Records of a stress test, for JSON and for a data frame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.stress.method_blocks import scaled_credences
from dilemma.reports.stress.method_record import method_keys, method_shares
from dilemma.reports.stress.words import CLOSING, ranked, restated_command
from dilemma.reports.weigh.record import about_record, provenance_record, scenario_record, settings_record
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.names import Names
from dilemma.reports.words.templates import FAMILIES
from dilemma.robustness.stress.simulation import Stressed
from dilemma.robustness.stress.stress_test import StressTest
from dilemma.robustness.stress.tallies import Tested

if TYPE_CHECKING:
    from dilemma.reports.stress import schema

__all__ = ["stress_columns", "stress_record", "stress_rows"]

SCHEMA: Final = "dilemma.stress/1"

COLUMNS = (
    *("scenario", "scenario_name", "perspective", "perspective_name", "draws", "seed", "spread", "tail"),
    *("framework", "framework_name", "method", "method_name", "family", "family_name", "gives"),
    *("applies", "permits_none", "silent", "option", "option_name", "chosen", "permissible", "error"),
)


def stress_record(test: StressTest) -> schema.Stress:
    """Return the stress test as the object that `stress --json` prints."""
    view, stressed = test.weighing.view, test.stressed
    words = DialNames(view, frameworks_named(v.about.id for v in test.weighing.verdicts))
    return {
        "schema": SCHEMA,
        **provenance_record(view.document.digest),
        "scenario": scenario_record(view),
        "settings": settings_record(view, restated_command(test)),
        "draws": stressed.draws,
        "asked": stressed.asked,
        "interrupted": test.interrupted,
        "seed": stressed.seed,
        "spread": test.spread,
        "drawn": [
            {
                "address": doubt.dial.address,
                "what": words.of(doubt.dial),
                "best": doubt.range.best,
                "range": [doubt.range.low, doubt.range.high],
                "scale": doubt.range.scale,
                "distribution": doubt.range.drawn_from,
                "percentiles": doubt.range.percentiles,
                "spread": doubt.spread,
            }
            for doubt in test.doubts
        ],
        "correlated": [
            {"id": pair.id, "between": [pair.one, pair.other], "rank": pair.rank} for pair in test.correlated
        ],
        "frameworks": [_framework(tested) for tested in stressed.theories],
        "separating": [
            {
                "address": address,
                "frameworks": [{"id": tested.about.id, "share": share} for tested, share in by],
            }
            for address, by in ranked(test)
        ],
        "tails": list(test.tails),
        "without_tail": _frameworks(test.without_tail),
        **method_keys(test),
        "notes": [*scaled_credences(test), CLOSING],
    }


def _frameworks(stressed: Stressed | None) -> list[schema.Framework] | None:
    return None if stressed is None else [_framework(tested) for tested in stressed.theories]


def _framework(tested: Tested) -> schema.Framework:
    about = tested.about
    return {
        **about_record(about),
        "applies": tested.applies,
        "permits_none": tested.permits_none,
        "silent": tested.silent,
        "choices": [{"options": list(one.options), "share": one.share} for one in tested.outcomes],
        "options": {
            share.option: {
                "chosen": share.chosen,
                "permissible": share.permissible,
                "ranks": list(share.ranks),
                "error": share.error,
            }
            for share in tested.shares
        },
        "separating": [{"address": one.address, "share": one.share} for one in tested.sensitivity_indices],
    }


def stress_columns(test: StressTest) -> tuple[str, ...]:
    """Return the names of the data frame's columns; those of ranks come last."""
    return (*COLUMNS, *(f"rank_{rank}" for rank in range(1, len(test.weighing.view.scenario.options) + 1)))


def stress_rows(test: StressTest) -> Iterator[dict[str, Any]]:
    """Yield one row per theory or method and option; if there are tails, again without them."""
    for tail, stressed in ((True, test.stressed), (False, test.without_tail)):
        for tested in stressed.theories if stressed else ():
            yield from _rows(test, tested, tail=tail)
        yield from _method_rows(test, stressed, tail=tail) if stressed else ()


def _method_rows(test: StressTest, stressed: Stressed, *, tail: bool) -> Iterator[dict[str, Any]]:
    columns, names = dict.fromkeys(stress_columns(test)), Names(test.weighing.view.scenario)
    for method, name, applies, shares in method_shares(stressed):
        for option in test.weighing.view.scenario.options:
            chosen, error = shares.get(option, (None, None))
            yield (
                columns
                | _row_start(test, tail=tail)
                | {
                    "method": method,
                    "method_name": name,
                    "applies": applies,
                    "option": option,
                    "option_name": names.option(option),
                    "chosen": chosen,
                    "error": error,
                }
            )


def _row_start(test: StressTest, *, tail: bool) -> dict[str, Any]:
    """Return the first columns of a row, which are the same for all rows of one round."""
    view = test.weighing.view
    return {
        "scenario": view.document.id,
        "scenario_name": view.scenario.title,
        "perspective": view.perspective,
        "perspective_name": Names(view.scenario).perspective(view.perspective),
        "draws": test.stressed.draws,
        "seed": test.stressed.seed,
        "spread": test.spread,
        "tail": tail,
    }


def _rows(test: StressTest, tested: Tested, *, tail: bool) -> Iterator[dict[str, Any]]:
    view, about = test.weighing.view, tested.about
    names = Names(view.scenario)
    shares = {share.option: share for share in tested.shares} if tested.applies else {}
    for option in view.scenario.options:
        share = shares.get(option)
        row = _row_start(test, tail=tail) | {
            "framework": about.id,
            "framework_name": about.name,
            "method": None,
            "method_name": None,
            "family": about.family.value,
            "family_name": FAMILIES[about.family],
            "gives": about.gives.value,
            "applies": tested.applies,
            "permits_none": tested.permits_none,
            "silent": tested.silent,
            "option": option,
            "option_name": names.option(option),
            "chosen": share and share.chosen,
            "permissible": share and share.permissible,
            "error": share and share.error,
        }
        yield row | {f"rank_{at}": part for at, part in enumerate(share.ranks if share else (), start=1)}
