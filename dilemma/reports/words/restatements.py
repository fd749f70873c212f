"""Which judgements of the file a theory's verdict restates: each with its address."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dilemma.reports.words.names import Names, listed
from dilemma.weighing import Verdict, Weighing

__all__ = ["restated"]


def restated(verdict: Verdict, weighing: Weighing, names: Names) -> Iterator[str]:
    """Yield a sentence for what the verdict takes from the author's judgement, where it rests on it."""
    if verdict.about.id in TELLERS:
        yield from TELLERS[verdict.about.id](verdict, weighing, names)


def _judgements_restated(verdict: Verdict, _weighing: Weighing, names: Names) -> Iterator[str]:
    addresses = dict.fromkeys(
        reason.address
        for answer in verdict.answers
        for reason in answer.reasons
        if reason.kind == "binding" and reason.address
    )
    for address in addresses:
        yield f"This restates a judgement in the file: {names.at(address)} ({address})."


def _duties_in_the_file(_verdict: Verdict, weighing: Weighing, _names: Names) -> Iterator[str]:
    count = len(weighing.view.scenario.duties)
    told = "one duty, its weight and degrees" if count == 1 else f"{count} duties, their weights and degrees"
    yield f"This restates judgements in the file: {told} (duties)."


def _virtues_in_the_file(verdict: Verdict, weighing: Weighing, names: Names) -> Iterator[str]:
    count = len(weighing.view.scenario.virtues)
    where = "virtues, options.*.virtues"
    told = (
        "one virtue, its weight and degrees" if count == 1 else f"{count} virtues, their weights and degrees"
    )
    yield f"This restates judgements in the file: {told} ({where})."
    yield from _judgements_restated(verdict, weighing, names)


def _claims_in_the_file(verdict: Verdict, _weighing: Weighing, names: Names) -> Iterator[str]:
    infringed: dict[str, str] = {}
    for answer in verdict.answers:
        for reason in answer.reasons:
            if reason.kind == "binding" and reason.key == "claim" and reason.address:
                infringed.setdefault(f"duties.{reason.address.rsplit('.', 1)[1]}", names.at(reason.address))
    if infringed:
        told = listed([f"{name} ({address})" for address, name in infringed.items()])
        yield f"This restates judgements in the file: that {told} is owed to someone, and infringed."


TELLERS: dict[str, Callable[[Verdict, Weighing, Names], Iterator[str]]] = {
    "kantian": _judgements_restated,
    "rossian": _duties_in_the_file,
    "rights": _claims_in_the_file,
    "virtue": _virtues_in_the_file,
}
