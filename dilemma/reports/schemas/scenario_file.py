"""The JSON Schema (2020-12) of scenario files, made by pydantic from the model that reads them.

What is written here is what pydantic cannot know: how numbers, conditions and ids are written, what a number
alone may stand for, and the settings of theories. It never refuses what the reader takes. What no schema can
state (names that name nothing, ends out of order, sums too large) it leaves to `dilemma check`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import CoreRef
from pydantic_core import core_schema

from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.framework import Framework, Interval, intervals
from dilemma.reports.schemas.outputs import Compact, Schema
from dilemma.scenario.fields import DAY, day, year
from dilemma.scenario.model import Consequence, Scenario, conditions
from dilemma.scenario.numbers import ENDS, NUMERAL, SIGNS, WORD, Within
from dilemma.scenario.phrases import figure
from dilemma.scenario.structure import FACTORS, TABLES
from dilemma.scenario.validation.ids import RESERVED
from dilemma.scenario.validation.rules import FEWEST_OPTIONS

__all__ = ["file_schema"]

NUMBER, ID = NUMERAL.pattern, WORD.pattern
OPERATOR = "[" + "".join(map(re.escape, SIGNS)) + "]"
AN_ID = rf"^(?!(?:{'|'.join(sorted(RESERVED - {'note'}))})$)(?!(?:{NUMBER})$){ID}$"
A_PRODUCT = rf"^(?!\s*(?:{NUMBER})\s*$)\s*(?:{NUMBER}|{ID})(?:\s+{OPERATOR}\s+(?:{NUMBER}|{ID}))*\s*$"
A_CONDITION = rf"^\s*(?:not\s+)?{ID}\s*$"

KEYED_BY_IDS = {*TABLES, "falls_on"}

AS_NAME = str.maketrans({" ": "-", ".": "_"})

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


def file_schema() -> Schema:
    """Return the schema of a scenario file."""
    made = Scenario.model_json_schema(schema_generator=FileSchema)
    title = "A scenario file of dilemma, format 1"
    return {"$schema": FileSchema.schema_dialect, **made, "title": title}


class FileSchema(Compact):
    """Pydantic's schema of the model, with what each function of ours reads, and what holds of whole maps."""

    def function_plain_schema(self, schema: core_schema.PlainValidatorFunctionSchema) -> Schema:
        """Return what the function takes that reads the field: a number within bounds, or conditions."""
        return self.read(schema["function"]["function"])

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> Schema:
        """Return what the function takes that reads the field first."""
        return self.read(schema["function"]["function"])

    def function_after_schema(self, schema: core_schema.AfterValidatorFunctionSchema) -> Schema:
        """Return what the function takes that checks the field last; of another's, what pydantic knows."""
        known = schema["function"]["function"] in READ_BY
        return self.read(schema["function"]["function"]) if known else super().function_after_schema(schema)

    def read(self, function: Any) -> Schema:
        """Return what a function of ours takes; KeyError for one that is not known here."""
        return self.number(function) if isinstance(function, Within) else dict(READ_BY[function])

    def number(self, within: Within) -> Schema:
        """Return a reference to the schema of a number within bounds."""
        name, reference = self.get_cache_defs_ref_schema(CoreRef("number-" + within.words.translate(AS_NAME)))
        self.definitions[name] = number_within(within)
        return reference

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """Return the schema of a field that may be left out; that it is then empty goes without saying."""
        made = super().default_schema(schema)
        return {key: value for key, value in made.items() if key != "default" or value not in (None, [])}

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        """Return the schema of a map from ids, or other names, to values; a note may stand among them."""
        return {"additionalProperties": True, **super().dict_schema(schema), "properties": {"note": FREE}}

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        """Return the schema of a noun; one that a number alone may stand for is either."""
        noun: type[BaseModel] = schema["cls"]
        made = super().model_schema(schema)
        made.pop("title", None)
        for name, field in made["properties"].items():
            field.update(self.besides(name, field))
        made |= ONE_BEARER if noun is Consequence else WHOLE if noun is Scenario else {}
        bare = getattr(noun, "bare", None)
        return made if bare is None else {"anyOf": [number_of(made["properties"][bare]), made]}

    def besides(self, name: str, field: Schema) -> Schema:
        """Return what the reader asks of a field beside its type, and the keys that it is known to hold."""
        named = {"propertyNames": {"pattern": AN_ID}} if name in KEYED_BY_IDS and "items" not in field else {}
        match name:
            case "options":
                return {**named, "minProperties": FEWEST_OPTIONS}
            case "accepts":
                return {"additionalProperties": {"type": "string", "pattern": r"\S"}}
            case "frameworks":
                known = {theory.about.id: self.settings(theory) for theory in CATALOGUE}
                return {"properties": {**field["properties"], **known}}
            case "credences":
                shares = dict.fromkeys(
                    (theory.about.id for theory in CATALOGUE), field["additionalProperties"]
                )
                return {"properties": {**field["properties"], **shares}}
        return named

    def settings(self, theory: Framework) -> Schema:
        """Return the schema of what a file may set of a theory of ours."""
        settings = {
            name: {
                "description": interval.meaning,
                **self.number(bounds_of(interval)),
                "default": getattr(theory, name),
            }
            for name, interval in intervals(theory).items()
        }
        return {
            "description": theory.about.name,
            "type": "object",
            "properties": {"note": FREE, **settings},
            "additionalProperties": False,
        }


def bounds_of(interval: Interval) -> Within:
    """Return the bounds of a setting as those of a number."""
    start = "above" if interval.above_low else "from"
    words = f"{start} {figure(interval.low)} to {figure(interval.high)}"
    return Within(words, interval.low, interval.high, interval.above_low)


def number_of(field: Schema) -> Schema:
    """Return the reference to a number in the schema of a field that may also be left empty."""
    return next({"$ref": one["$ref"]} for one in (field, *field.get("anyOf", ())) if "$ref" in one)


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
