"""Records of the results of methods for moral uncertainty in the draws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from dilemma.reports.reconcile.record import credences_record
from dilemma.robustness.stress.methods import Elected, MethodResults
from dilemma.robustness.stress.simulation import Stressed
from dilemma.robustness.stress.stress_test import StressTest

if TYPE_CHECKING:
    from dilemma.reports.stress import schema

__all__ = ["LOTS", "method_keys", "method_shares"]

LOTS, LOTS_NAME = "lottery", "Lottery by credence"

NOBODY: schema.Credited = {"credences": None, "credences_from": None, "set_aside": []}
"""Keys on credences if no method was requested."""


def method_keys(test: StressTest) -> schema.MethodKeys:
    """Return the keys of the record on methods; their values are None if no method was requested."""
    found, rest = test.reconciled, test.without_tail
    whole = test.stressed.method_results
    bare = rest.method_results if rest else None
    return {
        **(NOBODY if found is None else credences_record(found.credences)),
        "methods": _methods(whole),
        "methods_without_tail": _methods(bare),
        "lottery": whole and whole.lottery,
        "lottery_without_tail": bare and bare.lottery,
    }


def _methods(results: MethodResults | None) -> list[schema.Method] | None:
    return None if results is None else [_method(one, results) for one in results.methods]


def _method(elected: Elected, results: MethodResults) -> schema.Method:
    return {
        "id": elected.about.id,
        "name": elected.about.name,
        "applies": results.applies,
        "guided": results.guided,
        "choices": [{"options": list(one.options), "share": one.share} for one in elected.outcomes],
        "options": {share.option: {"chosen": share.chosen, "error": share.error} for share in elected.shares},
    }


def method_shares(
    stressed: Stressed,
) -> Iterator[tuple[str, str, float, Mapping[str, tuple[float, float | None]]]]:
    """Yield each method's id, name, share of draws in which it applies, and each option's share and error.

    The lottery comes last; its shares have no error.
    """
    results = stressed.method_results
    if results is None:
        return
    for one in results.methods:
        shares = {share.option: (share.chosen, share.error) for share in one.shares}
        yield one.about.id, one.about.name, results.applies, shares if results.applies else {}
    if results.lottery is not None:
        chances = {option: (chance, None) for option, chance in results.lottery.items()}
        yield LOTS, LOTS_NAME, results.applies * results.guided, chances
