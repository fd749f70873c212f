"""The verbs of the library: load a scenario, weigh it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dilemma.errors import UnknownName
from dilemma.frameworks.registry import frameworks_named, theories
from dilemma.scenario import (
    Document,
    Found,
    View,
    belief_address,
    every_shipped,
    from_data,
    load_document,
    read,
    view,
    weight_address,
)
from dilemma.weighing import Weighing, judge_view

if TYPE_CHECKING:
    from fractions import Fraction

    from dilemma.reconciliation.input.printed import Weighed
    from dilemma.reconciliation.input.table import Table
    from dilemma.reconciliation.reconciliation import Reconciliation
    from dilemma.robustness.stress.stress_test import StressTest

__all__ = [
    "library",
    "load",
    "load_found",
    "load_verdicts",
    "reconcile",
    "seen",
    "stress",
    "weigh",
]


def load(source: str | Path | Mapping[str, Any], *, id: str = "scenario") -> Document:
    """Return a scenario from a path, a shipped name, `-` (standard input), or plain data.

    Raises UnknownName where there is no such file, InvalidScenario with every error at its place.
    """
    if isinstance(source, Mapping):
        return from_data(source, id, theories())
    return load_document(str(source), theories())


def load_found(file: Found) -> Document:
    """Return the scenario of a file that was found."""
    return read(file.raw(), file.label, file.id, theories())


def library(domain: str | None = None) -> tuple[Document, ...]:
    """Return the scenarios that ship, by name; where a domain is given, those whose file names it.

    Raises UnknownName where none does.
    """
    every = tuple(load_found(file) for file in every_shipped())
    known = tuple(dict.fromkeys(one.scenario.domain for one in every if one.scenario.domain))
    if domain is not None and domain not in known:
        raise UnknownName("domain", domain, known)
    return tuple(one for one in every if domain in (None, one.scenario.domain))


def load_verdicts(name: str) -> Document | Table | Weighed:
    """Return what a name stands for: a scenario, a table of verdicts, or what `weigh --json` printed.

    Raises as `load` does.
    """
    from dilemma.reconciliation.input.read import read_any
    from dilemma.scenario.files import single

    return read_any(single(name), theories())


def seen(
    document: Document,
    *,
    weights: Mapping[str, float] | None = None,
    beliefs: Mapping[str, float] | None = None,
    settings: Mapping[str, object] | None = None,
    exchange: float | None = None,
    discount: float | None = None,
    perspective: str | None = None,
) -> View:
    """Return the document as a perspective, then these settings, leave it.

    `weights` are by id of a party, duty or virtue, `beliefs` by id, `settings` by address. Raises
    UnknownName for what does not exist, BadSetting for a value that cannot stand there.
    """
    scenario = document.scenario
    changes: dict[str, object] = dict(settings or {})
    changes |= {weight_address(scenario, id): value for id, value in (weights or {}).items()}
    changes |= {belief_address(scenario, id): value for id, value in (beliefs or {}).items()}
    numbers = (("exchange", exchange), ("discount", discount))
    changes |= {name: value for name, value in numbers if value is not None}
    return view(document, perspective, changes)


def weigh(
    document: Document,
    *,
    weights: Mapping[str, float] | None = None,
    beliefs: Mapping[str, float] | None = None,
    settings: Mapping[str, object] | None = None,
    exchange: float | None = None,
    discount: float | None = None,
    perspective: str | None = None,
    frameworks: Iterable[str] = (),
) -> Weighing:
    """Return what each framework says of the document at these settings, or only what `frameworks` say.

    `weights` are by id of a party, duty or virtue, `beliefs` (probabilities) by id, `settings` by address;
    they come after those of the `perspective`. Raises UnknownName for what does not exist, BadSetting for a
    value that cannot stand there.
    """
    looked_at = seen(
        document,
        weights=weights,
        beliefs=beliefs,
        settings=settings,
        exchange=exchange,
        discount=discount,
        perspective=perspective,
    )
    return judge_view(looked_at, frameworks_named(frameworks))


def reconcile(
    source: Document | Weighing | Table | Weighed | Mapping[str, Any],
    *,
    credences: Mapping[str, float | str | Fraction] | None = None,
    even: bool = False,
    methods: Iterable[str] = (),
    veto: float | str | None = None,
    one_scale: bool = False,
    perspective: str | None = None,
) -> Reconciliation:
    """Return what methods for moral uncertainty make of a document, a weighing, or a table as plain data.

    `credences` are by theory (`0.35`, `"35%"`, `"1/3"`), `even` the same for every theory; without either a
    perspective's own, else every family the same. To change anything else, `weigh` first and give the
    weighing. Raises UnknownName and BadSetting as flags do, InvalidScenario for a table that is none.
    """
    from dilemma.reconciliation.input.read import table_of_data
    from dilemma.reconciliation.request import answered, request

    asked = request(credences=credences, even=even, methods=methods, veto=veto, one_scale=one_scale)
    if isinstance(source, Document):
        return answered(weigh(source, perspective=perspective), asked)
    return answered(table_of_data(source, "table") if isinstance(source, Mapping) else source, asked)


def stress(
    document: Document,
    *,
    weights: Mapping[str, float] | None = None,
    beliefs: Mapping[str, float] | None = None,
    settings: Mapping[str, object] | None = None,
    exchange: float | None = None,
    discount: float | None = None,
    perspective: str | None = None,
    frameworks: Iterable[str] = (),
    draws: int = 10_000,
    seed: int = 0,
    spread: float | None = None,
    methods: Iterable[str] = (),
    credences: Mapping[str, float | str | Fraction] | None = None,
    even: bool = False,
    done: Callable[[int, int], None] = lambda _made, _asked: None,
) -> StressTest:
    """Return how each framework's verdict fares when all that the document leaves in doubt is drawn at once.

    The settings are those of `dilemma.weigh`; for `draws`, `seed`, `spread` and `done`, and what is raised
    for them, see `robustness.stress.stress_test.stress_view`. `methods` (permissibility, borda, one-step) are
    asked in every draw; `credences` and `even` are those of `dilemma.reconcile`.
    """
    from dilemma.robustness.stress.stress_test import stress_view
    from dilemma.robustness.stress.voters import asked_of_draws

    request = asked_of_draws(credences=credences, even=even, methods=methods)
    looked_at = seen(
        document,
        weights=weights,
        beliefs=beliefs,
        settings=settings,
        exchange=exchange,
        discount=discount,
        perspective=perspective,
    )
    return stress_view(looked_at, frameworks_named(frameworks), draws, seed, spread, done, request)
