"""Functions of the library: load scenarios, weigh, reconcile and stress-test them."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from dilemma.errors import BadSetting, UnknownName
from dilemma.frameworks.registry import answered, theories
from dilemma.scenario import (
    Document,
    ScenarioFile,
    every_shipped,
    from_data,
    load_document,
    read,
)
from dilemma.scenario.views.settings import Changes, Settings, view_at
from dilemma.weighing import Weighing, judge_view

if TYPE_CHECKING:
    from fractions import Fraction

    from dilemma.reconciliation.input.printed import PrintedWeighing
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
    """Return the scenario at a path, of a shipped name, from `-` (standard input), or in plain data.

    `id` names a scenario given as plain data. Raises UnknownName where there is no such file, CannotRead
    where it cannot be read, and InvalidScenario, with the position of every error, where it is invalid.
    """
    if isinstance(source, Mapping):
        return from_data(source, id, theories())
    return load_document(str(source), theories())


def load_found(file: ScenarioFile) -> Document:
    """Return the scenario in a file found by the search for scenario files.

    Raises as `load` does.
    """
    return read(file.raw(), file.label, file.id, theories())


def library(domain: str | None = None) -> tuple[Document, ...]:
    """Return the scenarios shipped with the package, in order of name, or only those of a domain.

    Raises UnknownName where no shipped scenario has that domain.
    """
    every = tuple(load_found(file) for file in every_shipped())
    known = tuple(dict.fromkeys(one.scenario.domain for one in every if one.scenario.domain))
    if domain is not None and domain not in known:
        raise UnknownName("domain", domain, known)
    return tuple(one for one in every if domain in (None, one.scenario.domain))


def load_verdicts(name: str) -> Document | Table | PrintedWeighing:
    """Return the content of a named file: a scenario, a table of verdicts, or output of `weigh --json`.

    Raises as `load` does.
    """
    from dilemma.reconciliation.input.read import read_any
    from dilemma.scenario.files import single

    return read_any(single(name), theories())


def weigh(document: Document, **changes: Unpack[Changes]) -> Weighing:
    """Return the verdict of each theory on the document at these settings.

    The keyword arguments are the fields of `Settings`: `weights`, `beliefs`, `addresses`, `exchange`,
    `discount`, `perspective` and `frameworks`. Raises UnknownName for a name that does not
    exist, BadSetting for a value that is not allowed, BrokenFramework for a named theory of another package
    that fails; one that was not named is left out, with a RuntimeWarning.
    """
    settings = Settings(**changes)
    view = view_at(document, settings)
    return answered(settings.frameworks, lambda theories: judge_view(view, theories), _warn)


def reconcile(
    source: Document | Weighing | Table | PrintedWeighing | Mapping[str, Any],
    *,
    credences: Mapping[str, float | str | Fraction] | None = None,
    even: bool = False,
    methods: Iterable[str] = (),
    veto: float | str | None = None,
    one_scale: bool = False,
    perspective: str | None = None,
    draws: int | None = None,
) -> Reconciliation:
    """Return the results of methods for moral uncertainty on a document, a weighing, or a table of verdicts.

    The table may also be given as plain data. `credences` are by theory (`0.35`, `"35%"`, `"1/3"`); `even`
    gives every theory the same. Without either, those of the perspective are used, else every family of
    theories gets the same. To change anything else, call `weigh` first and pass the weighing. The field
    `simplex` holds the shares of all credences by so many `draws` (by default 50,000; None with 0), and
    `alternatives` the choices at a few other credences. Raises UnknownName for a name that does not exist,
    BadSetting for a value that is not allowed, InvalidScenario for plain data that is no valid table.
    """
    from dilemma.reconciliation.input.read import table_of_data
    from dilemma.reconciliation.request import answered, request
    from dilemma.reconciliation.sensitivity.simplex import DRAWS

    drawn = DRAWS if draws is None else draws
    if drawn < 0:
        raise BadSetting(f"draws {draws}: should be 0 or more")

    asked = request(credences=credences, even=even, methods=methods, veto=veto, one_scale=one_scale)
    if isinstance(source, Document):
        return answered(weigh(source, perspective=perspective), asked, drawn)
    given = table_of_data(source, "table") if isinstance(source, Mapping) else source
    return answered(given, asked, drawn)


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
    """Return how often each theory's verdict changes when all uncertain numbers are drawn at random.

    The other keyword arguments are those of `dilemma.weigh`. For `draws`, `seed`, `spread` and `done`, and
    the errors they raise, see `robustness.stress.stress_test.stress_view`. `methods` (permissibility,
    borda, one-step) are applied in every draw, with `credences` and `even` as in `dilemma.reconcile`.
    """
    from dilemma.robustness.stress.stress_test import stress_view
    from dilemma.robustness.stress.voters import request_for_draws

    settings = Settings(**changes)
    request = request_for_draws(credences=credences, even=even, methods=methods)
    view = view_at(document, settings)
    return answered(
        settings.frameworks,
        lambda theories: stress_view(view, theories, draws, seed, spread, done, request),
        _warn,
    )


def _warn(sentence: str) -> None:
    """Warn of a theory of another package that is left out."""
    warnings.warn(sentence, RuntimeWarning, stacklevel=4)
