"""The JSON Schema (2020-12) of scenario files, read off the nouns that read them.

It never refuses what the reader takes. What no schema can state (names that name nothing, ends out of
order, sums too large) it leaves to `dilemma check`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator

from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Framework, intervals
from dilemma.reports.schemas.descriptions import MEANINGS, meaning
from dilemma.scenario.fields import DAY, Reads, day, year
from dilemma.scenario.model import Consequence, Entry, Scenario, conditions
from dilemma.scenario.numbers import BOUNDS, ENDS, NUMERAL, SIGNS, WORD, Within
from dilemma.scenario.phrases import figure
from dilemma.scenario.structure import FACTORS, TABLES
from dilemma.scenario.validation.ids import RESERVED
from dilemma.scenario.validation.rules import FEWEST_OPTIONS

__all__ = ["file_schema"]

Schema = dict[str, Any]

NUMBER, ID = NUMERAL.pattern, WORD.pattern
OPERATOR = "[" + "".join(map(re.escape, SIGNS)) + "]"
AN_ID = rf"^(?!(?:{'|'.join(sorted(RESERVED))})$)(?!(?:{NUMBER})$){ID}$"
A_PRODUCT = rf"^(?!\s*(?:{NUMBER})\s*$)\s*(?:{NUMBER}|{ID})(?:\s+{OPERATOR}\s+(?:{NUMBER}|{ID}))*\s*$"
A_CONDITION = rf"^\s*(?:not\s+)?{ID}\s*$"

KEYED_BY_IDS = {*TABLES, "falls_on"}

FREE: Schema = {"description": "Free text."}

READ_BY: Mapping[Callable[..., object], Schema] = {
    day: {"type": ["string", "null"], "pattern": f"^{DAY.pattern}$"},
    year: {"type": ["string", "integer", "null"]},
    conditions: {
        "anyOf": [
            {"type": "string", "pattern": A_CONDITION},
            {"type": "array", "items": {"type": "string", "pattern": A_CONDITION}},
        ]
    },
}
"""What a function of ours that reads a field takes."""

TYPES: Mapping[type, str] = {str: "string", bool: "boolean", NoneType: "null"}

ONE_BEARER: Schema = {
    "if": {"required": ["falls_on"], "properties": {"falls_on": {"type": "object"}}},
    "then": {
        "properties": {"falls_on": {"minProperties": 1}, "party": {"type": "null"}, "count": {"not": {}}}
    },
    "else": {"required": ["party"], "properties": {"party": {"type": "string"}}},
}
"""A consequence strikes a party, or several by falls_on."""

WHOLE: Schema = {
    "anyOf": [{"required": [table], "properties": {table: {"minProperties": 1}}} for table in FACTORS]
}
"""At least one factor is there."""

TIGHTER: Mapping[tuple[type[BaseModel], str], Schema] = {
    (Scenario, "options"): {"minProperties": FEWEST_OPTIONS},
    (Scenario, "accepts"): {"additionalProperties": {"type": "string", "pattern": r"\S"}},
}
"""What the reader asks of a field beside its type."""


def file_schema() -> Schema:
    """Return the schema of a scenario file."""
    numbers = (*BOUNDS, *(bounds for theory in CATALOGUE for bounds in settings_of(theory).values()))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A scenario file of dilemma, format 1",
        **record_of(Scenario),
        **WHOLE,
        "$defs": {
            **{noun.__name__: record_of(noun) for noun in MEANINGS if noun not in (Scenario, Entry)},
            **{defined(within): number_within(within) for within in numbers},
        },
    }


def record_of(noun: type[BaseModel]) -> Schema:
    """Return the schema of a noun's map of fields."""
    fields = noun.model_fields
    return {
        "description": str(noun.__doc__).partition("\n")[0],
        "type": "object",
        "properties": {name: field_of(noun, name) for name in fields},
        "required": [name for name, field in fields.items() if field.is_required()],
        "additionalProperties": False,
        **(ONE_BEARER if noun is Consequence else {}),
    }


def field_of(noun: type[BaseModel], name: str) -> Schema:
    """Return the schema of one field: what it means, what may stand there, and what it is if left out."""
    field = noun.model_fields[name]
    stated = typed(field.annotation, tuple(field.metadata), name)
    if (noun, name) == (Scenario, "frameworks"):
        stated = with_known(stated, {theory.about.id: settings_schema(theory) for theory in CATALOGUE})
    if name == "credences":
        each = stated["additionalProperties"]
        stated = with_known(stated, {theory.about.id: each for theory in CATALOGUE})
    default = {"default": field.default} if isinstance(field.default, str | float | bool) else {}
    return {"description": meaning(noun, name), **stated, **TIGHTER.get((noun, name), {}), **default}


def with_known(rows: Schema, known: Schema) -> Schema:
    """Return the schema of a map of which some keys are known: editors offer them, others may stand too."""
    return {**rows, "properties": {**rows["properties"], **known}}


def settings_of(theory: Framework) -> dict[str, Within]:
    """Return the bounds of what a file may set of a framework of ours."""
    return {
        name: Within(
            f"{'above' if bounds.above_low else 'from'} {figure(bounds.low)} to {figure(bounds.high)}",
            bounds.low,
            bounds.high,
            bounds.above_low,
        )
        for name, bounds in intervals(theory).items()
    }


def settings_schema(theory: Framework) -> Schema:
    """Return the schema of what a file may set of a framework of ours."""
    meanings = {name: interval.meaning for name, interval in intervals(theory).items()}
    settings = {
        name: {"description": meanings[name], **number(within), "default": getattr(theory, name)}
        for name, within in settings_of(theory).items()
    }
    return {
        "description": theory.about.name,
        "type": "object",
        "properties": {"note": FREE, **settings},
        "additionalProperties": False,
    }


def typed(annotation: Any, marks: tuple[Any, ...], name: str) -> Schema:
    """Return the schema of what an annotation takes; KeyError for one that is not known here."""
    readers = [mark.func for mark in marks if isinstance(mark, Reads | BeforeValidator | AfterValidator)]
    if readers:
        reader = readers[0]
        return number(reader) if isinstance(reader, Within) else dict(READ_BY[reader])
    return structured(annotation, name)


def structured(annotation: Any, name: str) -> Schema:
    """Return the schema of what an annotation without a function of ours takes."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return typed(arguments[0], arguments[1:], name)
    if origin in {Union, UnionType}:
        return united([typed(one, (), name) for one in arguments])
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple:
        return {"type": "array", "items": typed(arguments[0], (), name)}
    if origin is Mapping:
        return rows_of(typed(arguments[1], (), name), name)
    if annotation is Any:
        return {}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return noun_of(annotation)
    return {"type": TYPES[annotation]}


def united(choices: list[Schema]) -> Schema:
    """Return the schema of what any of a few takes; of plain types, one list."""
    plain = [choice for choice in choices if choice.keys() <= {"type", "enum"}]
    if len(plain) < len(choices):
        nothing = {"type": "null"}
        first = next(choice for choice in choices if choice != nothing)
        return {**first, "type": [first["type"], "null"]} if "type" in first else {"anyOf": choices}
    words = [word for choice in choices for word in choice.get("enum", ())]
    if words:
        return {"enum": [*words, None]}
    return {"type": [choice["type"] for choice in choices]}


def rows_of(each: Schema, name: str) -> Schema:
    """Return the schema of a map from ids, or other names, to values; a note may stand among them."""
    keys = {"propertyNames": {"pattern": AN_ID.replace("|note", "")}} if name in KEYED_BY_IDS else {}
    return {"type": "object", **keys, "properties": {"note": FREE}, "additionalProperties": each}


def noun_of(noun: type[BaseModel]) -> Schema:
    """Return a reference to a noun; one that a number alone may stand for is either."""
    record = {"$ref": f"#/$defs/{noun.__name__}"}
    bare = getattr(noun, "bare", None)
    if bare is None:
        return record
    field = noun.model_fields[bare]
    stated = typed(field.annotation, tuple(field.metadata), bare)
    return {"anyOf": [*(choice for choice in stated.get("anyOf", [stated]) if "$ref" in choice), record]}


def defined(within: Within) -> str:
    """Return the name under which a number within bounds is defined."""
    return "number-" + within.words.replace(" ", "-")


def number(within: Within) -> Schema:
    """Return a reference to a number within bounds."""
    return {"$ref": f"#/$defs/{defined(within)}"}


def number_within(within: Within) -> Schema:
    """Return the schema of a number within bounds: certain, a range, or a product."""
    low = "exclusiveMinimum" if within.above_low else "minimum"
    plain = {"type": "number", low: within.low, "maximum": within.high}
    return {
        "description": f"A number, {within.words}: 0.3, a range [low, high] or [low, best, high], "
        "{low, best, high, scale}, or a product of quantities.",
        "anyOf": [
            plain,
            {"type": "array", "items": plain, "minItems": 2, "maxItems": 3},
            {
                "type": "object",
                "properties": {
                    **dict.fromkeys(ENDS, plain),
                    "scale": {
                        "enum": ["linear", "log"],
                        "description": "How it is drawn.",
                        "default": "linear",
                    },
                    "note": {"type": ["string", "null"], "description": "Free text."},
                },
                "required": list(ENDS),
                "additionalProperties": False,
            },
            {"type": "string", "pattern": A_PRODUCT, "description": "rounds * dud-rate / 1000"},
        ],
    }
