"""What follows when theories disagree, and how two scenarios or views differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, Unpack

from dilemma.api.boundary import public, warn
from dilemma.api.documents import Scenario, document_of, file_name
from dilemma.api.results.difference import Difference
from dilemma.api.results.reconciliation import Reconciliation
from dilemma.api.settings import (
    Asked,
    Source,
    credences_in,
    names_in,
    settings_of,
    whole_number,
    with_settings,
)
from dilemma.api.verdicts import weigh
from dilemma.errors import BadSetting
from dilemma.frameworks.registry import theories
from dilemma.reconciliation.input.printed import PrintedWeighing
from dilemma.reconciliation.input.read import read_any, table_of_data
from dilemma.reconciliation.input.table import Table, is_table
from dilemma.reconciliation.request import answered, request
from dilemma.reconciliation.sensitivity.simplex import DRAWS
from dilemma.reports.words.commands import only
from dilemma.robustness.collection.difference import Side, difference
from dilemma.robustness.collection.input.sides import side_of, sides_of
from dilemma.scenario import Document, view
from dilemma.scenario.files import single
from dilemma.scenario.views.settings import Changes
from dilemma.weighing import Weighing

__all__ = ["diff", "load_verdicts", "reconcile"]


@public
def load_verdicts(name: str | Path) -> Document | Table | PrintedWeighing:
    """Return the content of a file for `reconcile`: a scenario, a table of verdicts, or a weighing as JSON.

    `name` is its path, or `-` for standard input.

    Raises as `load` does.
    """
    return read_any(single(file_name(name)), theories())


@with_settings
def reconcile(
    source: Source | Table | PrintedWeighing,
    *,
    credences: Mapping[str, float | str | Fraction] | None = None,
    even: bool = False,
    methods: Iterable[str] = (),
    veto: float | str | None = None,
    one_scale: bool = False,
    draws: int | None = None,
    **changes: Unpack[Changes],
) -> Reconciliation:
    """Return the results of methods for moral uncertainty on a scenario, a weighing, or a table of verdicts.

    A table is what `load_verdicts` returns, or the same as plain data. `credences` are by theory (`0.35`,
    `"35%"`, `"1/3"`); `even` gives every theory the same. Without either, those of the perspective are
    used, else every family of theories gets the same. `methods` are ids, or `default`, or `all`. `veto`
    sets aside what at least so much credence forbids. `one_scale` says that you hold the scores of all
    theories to be on one scale, which some methods need. The field `simplex` holds the shares of all
    credences by so many `draws` (by default 50,000; None with 0), and `alternatives` the choices at a few
    other credences. The other arguments, and the errors raised, are those of `weigh`; a table stands as it
    is, so they raise BadSetting.
    """
    drawn = DRAWS if draws is None else whole_number("draws", draws)
    if drawn < 0:
        raise BadSetting(f"draws {draws}: should be 0 or more")
    given = _verdicts(source, changes)
    judged = only(v.about.id for v in given.verdicts) if isinstance(given, Weighing) else ()
    question = request(
        credences=credences_in(credences),
        even=even,
        methods=methods,
        veto=veto,
        one_scale=one_scale,
        frameworks=judged,
    )
    return Reconciliation.of(answered(given, question, drawn), given, question)


def _verdicts(source: Any, changes: Mapping[str, Any]) -> Any:
    """Return a table as it is, and anything else weighed at these settings."""
    if isinstance(source, Mapping) and is_table(source):
        source = table_of_data(source, "table")
    if not isinstance(source, Table | PrintedWeighing):
        return source if isinstance(source, Weighing) and not changes else weigh(source, **changes)
    if settings_of(changes).change_a_scenario:
        raise BadSetting(
            f"{', '.join(changes)}: these change a scenario; this holds verdicts, which stand as they are"
        )
    return source


@public
def diff(
    a: Scenario,
    b: Scenario,
    *,
    of: str | None = None,
    frameworks: Iterable[str] = (),
    off_panel: bool = False,
) -> Difference:
    """Return how two scenarios or two views differ, which verdicts differ, and why.

    Each is a scenario, or the path of a view file, or COMMIT:PATH of either, as git writes it. `of` names
    the scenario of view files, if they do not. Verdicts are by the first file's panel of theories; by all
    with `off_panel`, or by those of `frameworks`. Raises UnknownName where there is no such file,
    CannotRead where it cannot be read, InvalidScenario where it is not valid, BadSetting for views of
    different scenarios.
    """
    first, second = _sides(a, b, of)
    for side in (first, second):
        if side.other_version:
            warn(f"{side.label} was made from another version of {side.document.label}")
    named = names_in("frameworks", frameworks) or (() if off_panel else first.document.scenario.panel)
    start = Asked(view(first.document), named)
    return Difference._make(start.answers(lambda theories: difference(first, second, theories)))


def _sides(a: Scenario, b: Scenario, of: str | None) -> tuple[Side, Side]:
    """Return what two arguments of `diff` stand for."""
    if isinstance(a, str | Path) and isinstance(b, str | Path):
        return sides_of(str(a), str(b), of)

    def side(one: Scenario) -> Side:
        if isinstance(one, str | Path):
            return side_of(str(one), of)
        document = document_of(one)
        return Side(document.label, document)

    return side(a), side(b)
