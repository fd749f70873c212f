"""The views of many people: brought together, compared over two rounds, and pooled to one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from dilemma.api.boundary import public, warn
from dilemma.api.documents import Scenario, document_of, paths_in
from dilemma.api.results.collection import Collection
from dilemma.api.results.pooled_view import PooledView
from dilemma.api.results.rounds import Rounds
from dilemma.api.settings import Asked, names_in, number_in
from dilemma.errors import BadSetting, ConditionFailed
from dilemma.frameworks.framework import Framework
from dilemma.reports.collect.phrases import titles_of
from dilemma.robustness.collection import rounds as two_rounds
from dilemma.robustness.collection.anonymous import anonymous as without_names
from dilemma.robustness.collection.collection import GroupBy, collected
from dilemma.robustness.collection.input.reading import Reading
from dilemma.robustness.collection.input.sources import read_views
from dilemma.robustness.collection.input.weights import read_weights, weights_of
from dilemma.robustness.collection.pooling import POOLS, Pool, pooled_view
from dilemma.scenario import Document, view
from dilemma.scenario.views.checks import ViewChecker

__all__ = ["collect", "pool", "rounds"]

Views: TypeAlias = str | Path | Iterable[str | Path]
"""View files, folders of them, tables (CSV, xlsx) and lists of links: one path, or several."""


@public
def collect(
    document: Scenario,
    views: Views,
    *,
    by: GroupBy = "verdicts",
    frameworks: Iterable[str] = (),
    off_panel: bool = False,
    anonymous: bool = False,
) -> Collection:
    """Return the views of many people brought together: groups, what divides them, what they share.

    `views` are view files, folders of them, tables (CSV, xlsx) and lists of links. Groups form `by`
    `"verdicts"`, or by the option that people choose themselves (`"choice"`). Groups form on the file's
    panel of theories; on all with `off_panel`, or on those of `frameworks`. `anonymous` leaves out names
    and reasons.

    Warns if views are left out; `findings` says why, with places, and `remarks` what else to know. Raises
    UnknownName for a path that does not exist, ConditionFailed if no view could be taken, BadSetting for
    views that cannot be brought together so, and as `load`.
    """
    if by not in ("verdicts", "choice"):
        raise BadSetting(f"by: should be 'verdicts' or 'choice', not {by!r}")
    scenario = document_of(document)
    reading = _read("views", views, scenario)
    named = names_in("frameworks", frameworks)
    shown = _theories_of_groups(scenario, named, off_panel=off_panel)
    people = without_names(reading.views) if anonymous else reading.views
    found = Asked(view(scenario), named).answers(
        lambda theories: collected(scenario, people, theories, by=by, shown=shown)
    )
    return Collection.of(found, reading, anonymous=anonymous)


@public
def rounds(
    document: Scenario,
    before: Views,
    after: Views,
    *,
    frameworks: Iterable[str] = (),
    off_panel: bool = False,
    anonymous: bool = False,
) -> Rounds:
    """Return what changed between two rounds of views: who moved, on what, and whether people came closer.

    `before` and `after` are the views of each round, as `collect` takes them; people are known by the names
    of their views. Verdicts are by the file's panel of theories; by all with `off_panel`, or by those of
    `frameworks`. `anonymous` leaves out names. Warns and raises as `collect`.
    """
    scenario = document_of(document)
    first, second = _read("before", before, scenario), _read("after", after, scenario)
    named = names_in("frameworks", frameworks)
    shown = _theories_of_groups(scenario, named, off_panel=off_panel)

    def both(theories: tuple[Framework, ...]) -> two_rounds.Rounds:
        one, other = (
            collected(scenario, reading.views, theories, shown=shown) for reading in (first, second)
        )
        return two_rounds.rounds_of(one, other)

    return Rounds.of(Asked(view(scenario), named).answers(both), anonymous=anonymous)


@public
def pool(
    document: Scenario,
    views: Views,
    *,
    by: Pool = "median",
    weights: Mapping[str, float] | str | Path | None = None,
    frameworks: Iterable[str] = (),
) -> PooledView:
    """Return one view made of many, whose numbers are a median or a mean of theirs.

    `views` are as `collect` takes them. Numbers are pooled `by` `"median"`, `"mean"`, `"trimmed"` (the mean
    without a fifth at either end) or `"log-odds"` (of probabilities). `weights` are by the name of a view, or
    the path of a table with the columns name and weight; a view without one counts as 1. `frameworks` are the
    theories whose settings are pooled; all, if none is named. Its `settings` stand as `addresses` in other
    functions. Warns and raises as `collect`; raises BadSetting for numbers that cannot stand together.
    """
    if by not in POOLS:
        raise BadSetting(f"by: should be {' or '.join(map(repr, POOLS))}, not {by!r}")
    scenario = document_of(document)
    reading = _read("views", views, scenario)
    given = _weights_in(weights)
    found, remarks = weights_of(reading.views, given) if given else ((), ())
    for sentence in remarks:
        warn(sentence.removeprefix("--"))
    asked = Asked(view(scenario), names_in("frameworks", frameworks))
    made = asked.answers(lambda theories: pooled_view(by, scenario, reading.views, theories, found or None))
    return PooledView.of(made, scenario)


def _read(parameter: str, views: Views, document: Document) -> Reading:
    """Return the views that could be taken, with a warning if others are left out; raise as `collect`."""
    reading = read_views(paths_in(parameter, views), ViewChecker(document, lambda: titles_of(document)))
    if not reading.views:
        first = f": {reading.findings[0].message}" if reading.findings else ""
        raise ConditionFailed(
            f"{parameter}: no view could be taken{first}"
            if reading.found
            else f"{parameter}: there is no view in these files"
        )
    if reading.is_faulty:
        warn(f"{parameter}: {reading.left_out} of {reading.found} views are left out")
    return reading


def _theories_of_groups(document: Document, named: tuple[str, ...], *, off_panel: bool) -> frozenset[str]:
    """Return the theories that form groups: the file's panel, unless all or some others are asked for."""
    return frozenset(() if off_panel or named else document.scenario.panel)


def _weights_in(value: object) -> dict[str, float]:
    """Return the weights that an argument states, by name; raise BadSetting if it is no mapping or path."""
    if value is None:
        return {}
    if isinstance(value, str | Path):
        return read_weights(str(value))
    if not isinstance(value, Mapping):
        raise BadSetting(f"weights: should be a mapping of names to weights, or a path, not {value!r}")
    weights = {str(name): number_in(f"weights: {name}", weight) for name, weight in value.items()}
    for name, weight in weights.items():
        if not 0 <= weight < float("inf"):
            raise BadSetting(f"weights: {name}: should be a number, 0 or more, not {weight}")
    return weights
