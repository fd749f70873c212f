"""Tables of verdicts from other sources: options, and each theory's verdict and credence."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Literal, NamedTuple

from dilemma.errors import InvalidScenario
from dilemma.reconciliation.input.table_checks import table_problems
from dilemma.scenario.numbers.fractions import exact, parse_credence
from dilemma.scenario.problem import still_new
from dilemma.scenario.syntax.reader import Tree
from dilemma.scenario.validation.findings import findings_of

__all__ = ["Holds", "Table", "TableTheory", "is_table", "table_from_data", "table_of"]


class TableTheory(NamedTuple):
    """One theory of a table: a number for each option, or tiers from best to worst, or what is permitted.

    Exactly one of the three is given. Numbers of one `unit` are comparable.
    """

    name: str
    credence: Fraction | None
    unit: str | None
    choiceworthiness: Mapping[str, float] | None
    ranking: tuple[tuple[str, ...], ...] | None
    permits: tuple[str, ...] | None


Holds = Literal["theories", "ballots", "criteria"]


class Table(NamedTuple):
    """A table to reconcile; `label` is the name the user gave, `digest` the SHA-256 of its file, if any.

    `holds` is what its theories are; `remarks` say what the reader should know of how it was read. `voters`
    is the number of ballots.
    """

    id: str
    label: str
    title: str | None
    options: tuple[str, ...]
    theories: tuple[TableTheory, ...]
    holds: Holds = "theories"
    remarks: tuple[str, ...] = ()
    voters: int = 0
    digest: str | None = None


def is_table(data: object) -> bool:
    """Return whether a file's data is a table, not a scenario: it has theories, or a list of options."""
    return isinstance(data, Mapping) and ("theories" in data or isinstance(data.get("options"), tuple))


def table_of(tree: Tree, text: str, label: str, id: str) -> Table:
    """Return the table for a file's tree; raise InvalidScenario with all of its problems."""
    problems = (*tree.problems, *still_new(table_problems(tree.data), tree.spoiled))
    if problems:
        raise InvalidScenario(findings_of(problems, tree.places, text, label))
    return table_from_data(tree.data, label, id)


def table_from_data(data: Mapping[str, Any], label: str, id: str) -> Table:
    """Return the table for data without problems."""
    return Table(
        id, label, data.get("title"), data["options"], tuple(theory_of(row) for row in data["theories"])
    )


def credence_of(raw: str | float) -> Fraction | None:
    """Return a credence of a table, written as text or as a number."""
    return parse_credence(raw) if isinstance(raw, str) else exact(raw)


def theory_of(row: Mapping[str, Any]) -> TableTheory:
    """Return one theory of a table."""
    raw, scores, tiers = (row.get(key) for key in ("credence", "choiceworthiness", "ranking"))
    return TableTheory(
        name=row["name"],
        credence=None if raw is None else credence_of(raw),
        unit=row.get("unit"),
        choiceworthiness=None if scores is None else {o: float(x) for o, x in scores.items()},
        ranking=None if tiers is None else tuple((t,) if isinstance(t, str) else t for t in tiers),
        permits=row.get("permits"),
    )
