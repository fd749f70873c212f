"""Performance tables of XMCDA 2 and 3: criteria are theories, alternatives options, weights credences.

The format: https://www.decision-deck.org/xmcda/. Numbers of a criterion whose `preferenceDirection` is `min`
are negated, so that higher is better.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, Final, NamedTuple

from dilemma.errors import InvalidScenario
from dilemma.reconciliation.input.table import Table, table_from_data
from dilemma.reconciliation.input.table_checks import table_problems
from dilemma.reconciliation.input.xmcda_values import Misread, amount_in, text_in
from dilemma.scenario.problem import Path, Problem, Spot
from dilemma.scenario.syntax.characters import refused_characters
from dilemma.scenario.syntax.elements import Element, elements_of
from dilemma.scenario.syntax.positions import NOWHERE
from dilemma.scenario.validation.findings import findings_of

__all__ = ["table_of_xmcda"]

WEIGHTS: Final = ("importance", "weight", "weights", "significance")
"""Words by which `mcdaConcept` or `name` says that values of criteria are weights, in small letters."""

OWN_FILES: Final = "XMCDA may be split over several files: put all of it into one <XMCDA> element"
MOST_TOLD: Final = 20  # problems


class Criterion(NamedTuple):
    """A criterion: its name, whether less is better (None: not said), and the amounts of its labels."""

    name: str
    falling: bool | None
    labels: Mapping[str, float]


def table_of_xmcda(text: str, label: str, id: str) -> Table:
    """Return the performance table of an XMCDA document; raise InvalidScenario with the line of mistakes."""
    problems = [*refused_characters(text)]
    table = None
    if not problems:
        root = elements_of(text, label)
        try:
            table, problems = (None, [root]) if isinstance(root, Problem) else read(root, label, id)
        except Misread as error:
            problems = [error.problem]
    if problems or table is None:
        raise InvalidScenario(findings_of(problems[:MOST_TOLD], NOWHERE, text, label))
    return table


def read(root: Element, label: str, id: str) -> tuple[Table | None, list[Problem]]:
    """Return the table in a root element, or what is wrong; raise Misread at a fault past which none is."""
    if root.tag != "XMCDA":
        raise Misread("xml", f"should be an <XMCDA> element, not <{root.tag[:40]}>", root.spot)
    if not any(root.all("performanceTable")):
        raise Misread("missing", f"no <performanceTable> is here. {OWN_FILES}", root.spot)
    criteria, options = criteria_of(root), names_of(root, "alternatives", "alternative")
    cells, problems = performances(root, criteria)
    rows = dict.fromkeys(alternative for alternative, _ in cells)
    ordered = [*(one for one in options if one in rows), *(one for one in rows if one not in options)]
    used = [*(one for one in criteria if any(key[1] == one for key in cells))]
    for alternative in ordered if not problems else ():
        lacking = [criteria[one].name for one in used if (alternative, one) not in cells]
        if lacking:
            spot = next(spot for (row, _), (_, spot) in cells.items() if row == alternative)
            told = f"'{options.get(alternative, alternative)}' has no performance on {', '.join(lacking)}"
            problems.append(Problem((), "missing", told, spot=spot))
    weights = weights_of(root, criteria)
    data: dict[str, Any] = {
        "options": tuple(options.get(one, one) for one in ordered),
        "theories": tuple(theory(one, criteria, cells, options, weights) for one in used),
    }
    if problems:
        return None, problems
    problems = [placed(problem, data, root) for problem in table_problems(data)]
    if problems:
        return None, problems
    table = table_from_data(data, label, id)
    title = text_in(root.first("projectReference", "title")) or None
    remarks = tuple(remarks_on([criteria[one] for one in used], weighted=bool(weights)))
    return table._replace(title=title, holds="criteria", remarks=remarks), []


def remarks_on(criteria: list[Criterion], *, weighted: bool) -> Iterator[str]:
    """Yield what the reader should know of how the criteria were read."""
    if not weighted:
        yield f"no <criteriaValues> holds weights, so every criterion has the same. {OWN_FILES}"
    silent = [one.name for one in criteria if one.falling is None]
    if silent:
        yield f"no direction is stated for {', '.join(silent)}: higher is held to be better"


def names_of(root: Element, group: str, one: str) -> dict[str, str]:
    """Return the names of alternatives or criteria by id; the id for one without a name."""
    found = [element for block in root.all(group) for element in block.all(one)]
    return {
        id: element.attributes.get("name", "").strip() or id
        for element in found
        if (id := element.attributes.get("id", "").strip())
    }


def criteria_of(root: Element) -> dict[str, Criterion]:
    """Return the criteria by id, with their scales: of XMCDA 2 in the criterion, of XMCDA 3 apart."""
    scales: dict[str, Element] = {}
    for block in root.all("criteria"):
        for criterion in block.all("criterion"):
            if scale := criterion.first("scale"):
                scales[criterion.attributes.get("id", "").strip()] = scale
    for block in root.all("criteriaScales"):
        for one in block.all("criterionScale"):
            if scale := one.first("scales", "scale") or one.first("scale"):
                scales[text_in(one.first("criterionID"))] = scale
    return {
        id: Criterion(name, falling(scales.get(id)), labels_of(scales.get(id)))
        for id, name in names_of(root, "criteria", "criterion").items()
    }


def falling(scale: Element | None) -> bool | None:
    """Return whether less is better on a scale; None where it does not say."""
    if scale is None:
        return None
    said = scale.first("quantitative", "preferenceDirection") or scale.first(
        "qualitative", "preferenceDirection"
    )
    word = text_in(said).lower()
    if said is not None and word not in ("min", "max"):
        raise Misread("choice", f"should be min or max, not '{word[:40]}'", said.spot)
    return None if said is None else word == "min"


def labels_of(scale: Element | None) -> dict[str, float]:
    """Return the amounts of the labels of a qualitative scale: their ranks or values."""
    kind = scale.first("qualitative") if scale else None
    if kind is None:
        return {}
    valued = [one for block in kind.all("valuedLabels") for one in block.all("valuedLabel")]
    amounts = {text_in(one.first("label")): amount_in(one, {}) for one in valued}
    for one in kind.all("rankedLabel"):
        rank = one.first("rank")
        amounts[text_in(one.first("label"))] = amount_in(rank, {}) if rank else 0.0
    return amounts


Cells = dict[tuple[str, str], tuple[float, Spot]]
"""The amount of each performance and its place, by the ids of alternative and criterion."""


def performances(root: Element, criteria: dict[str, Criterion]) -> tuple[Cells, list[Problem]]:
    """Return the performances of all tables, and what is wrong with them.

    A criterion that nothing else names is added to the criteria.
    """
    cells: Cells = {}
    problems: list[Problem] = []
    rows = [row for table in root.all("performanceTable") for row in table.all("alternativePerformances")]
    for row in rows:
        alternative = text_in(row.first("alternativeID"))
        for one in row.all("performance"):
            key = alternative, text_in(one.first("criterionID"))
            criterion = criteria.setdefault(key[1], Criterion(key[1], None, {}))
            try:
                if not all(key):
                    raise Misread("missing", "the id of an alternative or criterion is missing", one.spot)
                if key in cells:
                    raise Misread("repeated-id", f"{key[0]} has two performances on {key[1]}", one.spot)
                amount = amount_in(one, criterion.labels)
                cells[key] = (0.0 - amount if criterion.falling else amount), one.spot
            except Misread as error:
                problems.append(error.problem)
    if not rows:
        raise Misread("missing", "the performance table is empty", root.spot)
    return cells, problems


def weights_of(root: Element, criteria: Mapping[str, Criterion]) -> dict[str, Fraction]:
    """Return the weight of each criterion; none where the document states none."""
    blocks = [*root.all("criteriaValues")]
    told = [block for block in blocks if is_weight(block)] or blocks
    if not told:
        return {}
    if len(told) > 1:
        message = 'several <criteriaValues>: which are the weights? Say so by mcdaConcept="Importance"'
        raise Misread("several", message, told[1].spot)
    weights: dict[str, Fraction] = {}
    for one in told[0].all("criterionValue"):
        id = text_in(one.first("criterionID"))
        weight = amount_in(one, {})
        if id not in criteria:
            raise Misread("unknown-id", f"no criterion '{id[:40]}'", one.spot)
        if weight < 0:
            raise Misread("credence", f"a weight should be 0 or more, not {weight:g}", one.spot)
        weights[id] = Fraction(repr(weight))
    return weights


def is_weight(block: Element) -> bool:
    """Return whether values of criteria say that they are weights."""
    said = (block.attributes.get("mcdaConcept", ""), block.attributes.get("name", ""))
    return any(word.strip().lower() in WEIGHTS for word in said)


def theory(
    id: str,
    criteria: Mapping[str, Criterion],
    cells: Cells,
    options: Mapping[str, str],
    weights: Mapping[str, Fraction],
) -> dict[str, Any]:
    """Return a criterion as a table of YAML holds a theory."""
    scores = {options.get(row, row): amount for (row, column), (amount, _) in cells.items() if column == id}
    row: dict[str, Any] = {"name": criteria[id].name, "choiceworthiness": scores}
    if weights:
        row["credence"] = str(weights.get(id, Fraction(0)))
    return row


def placed(problem: Problem, data: Mapping[str, Any], root: Element) -> Problem:
    """Return a problem of the table at the element that it concerns, and naming it."""
    groups = {"options": ("alternatives", "alternative"), "theories": ("criteria", "criterion")}
    group, one = groups.get(str(problem.path[0]) if problem.path else "", ("performanceTable", ""))
    name = name_at(problem.path, data)
    found = [e for block in root.all(group) for e in (*block.all(one), block)]
    named = [e for e in found if name and e.attributes.get("name", "").strip() == name]
    spot = (named[-1:] or found[-1:] or [root])[0].spot
    return Problem((), problem.code, problem.message + (f" ({name})" if name else ""), spot=spot)


def name_at(path: Path, data: Mapping[str, Any]) -> str:
    """Return the name of the option or criterion that a path leads to; "" for neither."""
    if len(path) > 1 and isinstance(path[1], int):
        found = data[str(path[0])][path[1]]
        return str(found["name"] if isinstance(found, Mapping) else found)
    return ""
