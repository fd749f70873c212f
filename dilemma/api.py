"""The verbs of the library: load a scenario, weigh it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from dilemma.errors import UnknownName
from dilemma.frameworks.registry import frameworks_named, theories
from dilemma.scenario import (
    Document,
    Found,
    every_shipped,
    from_data,
    load_document,
    read,
)
from dilemma.scenario.settings import Changes, Settings, view_at
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


def weigh(document: Document, **changes: Unpack[Changes]) -> Weighing:
    """Return what each theory says of the document at these settings.

    The keyword arguments are the fields of `Settings`: `weights`, `beliefs`, `addresses`, `exchange`,
    `discount`, `perspective` and `frameworks`. Raises UnknownName for what does not exist, BadSetting for a
    value that cannot stand there.
    """
    settings = Settings(**changes)
    return judge_view(view_at(document, settings), frameworks_named(settings.frameworks))


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
    draws: int = 10_000,
    seed: int = 0,
    spread: float | None = None,
    methods: Iterable[str] = (),
    credences: Mapping[str, float | str | Fraction] | None = None,
    even: bool = False,
    done: Callable[[int, int], None] = lambda _made, _asked: None,
    **changes: Unpack[Changes],
) -> StressTest:
    """Return how each theory's verdict fares when all that the document leaves uncertain is drawn at once.

    The other keyword arguments are those of `dilemma.weigh`. For `draws`, `seed`, `spread` and `done`, and
    the errors they raise, see `robustness.stress.stress_test.stress_view`. `methods` (permissibility,
    borda, one-step) are asked in every draw; `credences` and `even` are those of `dilemma.reconcile`.
    """
    from dilemma.robustness.stress.stress_test import stress_view
    from dilemma.robustness.stress.voters import asked_of_draws

    settings = Settings(**changes)
    request = asked_of_draws(credences=credences, even=even, methods=methods)
    view = view_at(document, settings)
    return stress_view(view, frameworks_named(settings.frameworks), draws, seed, spread, done, request)
