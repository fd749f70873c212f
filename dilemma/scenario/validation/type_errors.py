"""Problems from pydantic's validation errors, worded for authors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from dilemma.scenario.fields import CONSENTS
from dilemma.scenario.model import Consequence, Scenario
from dilemma.scenario.numbers import NUMBER_KEYS
from dilemma.scenario.phrases import any_of, describe, shortened
from dilemma.scenario.problem import Path, Problem
from dilemma.scenario.structure.shapes import Figure, Record, Rows, choices_at, shape_at

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

__all__ = ["parse_scenario"]

DUE = {
    "bool_type": "true or false",
    "dict_type": "a map",
    "finite_number": "a finite number",
    "float_type": "a number",
    "mapping_type": "a map",
    "model_type": "a map",
    "string_type": "text",
    "tuple_type": "a list",
}

TRUTH_WORDS = {"yes": "true", "on": "true", "no": "false", "off": "false"}
"""Words that older YAML reads as truths."""

OURS = frozenset(
    {"correlation", "date", "distribution", "language", "not-a-number", "out-of-range", "product"}
    | {"unordered", "when"}
)
"""The codes of errors that our own field readers raise; their messages are used unchanged."""


BELIEF_FIELD = 3
"""The length of the path of a belief's field."""


def parse_scenario(data: Any) -> tuple[Scenario | None, tuple[Problem, ...]]:
    """Return the scenario for canonical data, or None, with the problems of its fields."""
    try:
        return Scenario.model_validate(data), ()
    except ValidationError as error:
        return None, tuple(problem_of(item) for item in error.errors(include_url=False))


def problem_of(item: ErrorDetails) -> Problem:
    """Return the problem for one of pydantic's errors."""
    path, raw = item["loc"], item["input"]
    match item["type"]:
        case "missing":
            more = ": write `format: 1`" if path == ("format",) else ""
            return Problem(path, "missing", f"'{path[-1]}' is required{more}", "parent")
        case "extra_forbidden":
            return unknown_key(path)
        case "literal_error":
            return wrong_word(path, raw, choices_at(path))
        case "choice":
            return wrong_word(path, raw, CONSENTS)
        case "tuple_type" if path[-1] == "owed_to":
            return Problem(path, "type", f"should be a party id or a list of them, not {describe(raw)}")
        case kind if kind in DUE:
            return Problem(
                path, "type", f"should be {DUE[kind]}, not {describe(raw)}{remedy(kind, raw, path)}"
            )
        case kind if kind in OURS:
            return Problem(path, kind, item["msg"])
        case kind:
            return Problem(path, kind, f"{describe(raw)} cannot stand here")


def remedy(kind: str, raw: object, path: Path) -> str:
    """Return advice to correct a wrong type, or "" if there is none."""
    if path[0] == "consequences" and path[-1] == "party" and isinstance(raw, tuple | list | dict):
        return "; for several parties write 'falls_on' instead, with how many of each"
    if kind == "string_type" and isinstance(raw, bool | int | float):
        return "; put it in quotes"
    if kind == "bool_type" and isinstance(raw, str) and raw.lower() in TRUTH_WORDS:
        return f"; write {TRUTH_WORDS[raw.lower()]}"
    if kind == "tuple_type" and isinstance(raw, str):
        return "; put it in [ ]"
    return remedy_for_a_map(raw, path) if DUE[kind] == "a map" else ""


def remedy_for_a_map(raw: object, path: Path) -> str:
    """Return advice on how to write as a map what is a list, a text or nothing."""
    shape = shape_at(path)
    if raw is None:
        return "; write {} for one without fields"
    if isinstance(raw, str) and isinstance(shape, Record) and "name" in shape.fields:
        return f"; write {{name: {shortened(raw)}}}"
    if isinstance(raw, tuple | list) and isinstance(shape, Rows):
        return "; write an id and a colon before each instead of a dash"
    return ""


def unknown_key(path: Path) -> Problem:
    """Return the problem of a key that its map does not have."""
    *above, key = path
    shape = shape_at(tuple(above))
    known = (
        tuple(shape.fields) if isinstance(shape, Record) else NUMBER_KEYS if isinstance(shape, Figure) else ()
    )
    if path[0] == "options" and "consequences" in above and key in Consequence.model_fields:
        message = f"'{key}' is the same under every option: give it where the consequence is declared"
        return Problem(path, "unknown-key", message, "key")
    if len(path) == BELIEF_FIELD and path[0] == "beliefs" and key == "given":
        message = "'given' is for the belief that an option sets: give it under 'beliefs' of the option"
        return Problem(path, "unknown-key", message, "key")
    return Problem(path, "unknown-key", f"unknown key '{key}'", "key", str(key), known)


def wrong_word(path: Path, raw: object, choices: tuple[str, ...]) -> Problem:
    """Return the problem of a value that is not one of the words allowed."""
    written = raw if isinstance(raw, str) else None
    return Problem(
        path, "choice", f"should be {any_of(choices)}, not {describe(raw)}", "value", written, choices
    )
