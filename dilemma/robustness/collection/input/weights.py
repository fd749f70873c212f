"""Weights of people from a table with the columns `name` and `weight`."""

from __future__ import annotations

from collections.abc import Sequence

from dilemma.errors import BadSetting, CannotRead, InvalidScenario, Named, UnknownName
from dilemma.robustness.collection.input.reading import finding_at
from dilemma.scenario.files import existing
from dilemma.scenario.numbers import LARGEST
from dilemma.scenario.numbers.typed import typed_number
from dilemma.scenario.syntax.cells import (
    WORKBOOKS,
    Cell,
    Sheet,
    sheet_of_text,
    sheets_of_workbook,
)
from dilemma.scenario.views.person_view import PersonView

__all__ = ["read_weights", "weights_of"]

NAME, WEIGHT = "name", "weight"


def read_weights(name: str) -> dict[str, float]:
    """Return the weight of each person in a CSV file or workbook, by name.

    Raises UnknownName where there is no such file, CannotRead where it cannot be read, InvalidScenario, with
    the place of each fault, where a weight is missing, no number, or below 0.
    """
    path = existing(name)
    if path is None or path.is_dir():
        raise UnknownName("file of weights", name)
    try:
        raw = path.read_bytes()
        if path.suffix.lower() in WORKBOOKS:
            sheet = next(sheets_of_workbook(raw, name), Sheet(name, ()))
        else:
            sheet = sheet_of_text(raw.decode("utf-8-sig"), name)
    except OSError as error:
        raise CannotRead(f"cannot read {name}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise CannotRead(f"cannot read {name}: it is not UTF-8") from error
    return weights_in(sheet)


def weights_in(sheet: Sheet) -> dict[str, float]:
    """Return the weights in a sheet by name; raise InvalidScenario with the place of each fault."""
    head = [str(cell).casefold() for cell in sheet.rows[0][1]] if sheet.rows else []
    if NAME not in head or WEIGHT not in head:
        message = f"the first row should have the columns {NAME} and {WEIGHT}"
        raise InvalidScenario((finding_at(sheet.label, 1, 1, "no-column", "", message),))
    place, at = head.index(NAME), head.index(WEIGHT)
    weights: dict[str, float] = {}
    findings = []
    for number, row in sheet.rows[1:]:
        person = row[place] if place < len(row) else None
        if person is None:
            continue
        weight = weight_of(row[at] if at < len(row) else None)
        if weight is None:
            message = f"the weight of {person} should be a number, 0 or more"
            findings.append(finding_at(sheet.label, number, at + 1, "not-a-number", WEIGHT, message))
        elif str(person) in weights:
            message = f"{person} has a weight already"
            findings.append(finding_at(sheet.label, number, place + 1, "repeated-id", NAME, message))
        else:
            weights[str(person)] = weight
    if findings:
        raise InvalidScenario(tuple(findings))
    return weights


def weight_of(cell: Cell) -> float | None:
    """Return the weight in a cell; None if it is not a number of 0 or more."""
    try:
        value = typed_number(cell).value if isinstance(cell, str) else cell
    except BadSetting:
        return None
    return value if isinstance(value, float) and 0 <= value <= LARGEST else None


def weights_of(
    views: Sequence[PersonView], weights: dict[str, float]
) -> tuple[tuple[float, ...], tuple[str, ...]]:
    """Return the weight of each view, 1 where its person has none, and remarks on names without a match.

    Raises BadSetting if all weights are 0.
    """
    found = tuple(weights.get(view.name or "", 1.0) for view in views)
    if not any(found):
        raise BadSetting(Named("weights"), ": every view has the weight 0")
    known = {view.name for view in views}
    missing = [name for name in weights if name not in known]
    without = sum(view.name not in weights for view in views)
    remarks = []
    if missing:
        remarks.append(f"--weights: no view is named {', '.join(f'“{name}”' for name in missing)}")
    if without:
        remarks.append(f"--weights: {without} of {len(views)} views have no weight there; they count as 1")
    return found, tuple(remarks)
