"""Restatements: judgements of the file that a theory's verdict repeats, each with its address."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.frameworks.caveats import Restated, RestatedDuties, RestatedGrounds, RestatedTable
from dilemma.reports.words.names import Names, listed
from dilemma.scenario.model import Scenario
from dilemma.weighing import Verdict, Weighing

__all__ = ["restated"]


def restated(verdict: Verdict, weighing: Weighing, names: Names) -> Iterator[str]:
    """Yield a sentence for each judgement of the author that the verdict restates."""
    for one in verdict.about.restates:
        yield from _sentences(one, verdict, weighing.view.scenario, names)


def _sentences(one: Restated, verdict: Verdict, scenario: Scenario, names: Names) -> Iterator[str]:
    match one:
        case RestatedGrounds():
            for address in _grounds(verdict):
                yield one.sentence.format(where=names.at(address), address=address)
        case RestatedDuties():
            yield from _duties(one, verdict, names)
        case RestatedTable():
            count = len(getattr(scenario, one.table))
            entries = one.one if count == 1 else one.several.format(count=count)
            yield one.sentence.format(entries=entries, places=one.places)


def _grounds(verdict: Verdict, key: str | None = None) -> list[str]:
    """Return the distinct addresses of binding reasons, of one kind only if `key` is given."""
    reasons = (reason for answer in verdict.answers for reason in answer.reasons)
    binding = (reason for reason in reasons if reason.kind == "binding" and key in (None, reason.key))
    return list(dict.fromkeys(reason.address for reason in binding if reason.address))


def _duties(one: RestatedDuties, verdict: Verdict, names: Names) -> Iterator[str]:
    """Yield a sentence on the duties at grounds of one kind, with addresses such as `duties.d`."""
    found: dict[str, str] = {}
    for address in _grounds(verdict, one.key):
        found.setdefault(f"duties.{address.rsplit('.', 1)[1]}", names.at(address))
    if found:
        yield one.sentence.format(duties=listed([f"{name} ({address})" for address, name in found.items()]))
