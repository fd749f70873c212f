"""The JSON Schema of a number of a scenario file: certain, a range, a distribution or a product."""

from __future__ import annotations

import re
from typing import Final

from dilemma.reports.schemas.outputs import Schema
from dilemma.scenario.numbers import DISTRIBUTIONS, ENDS, NUMBER_KINDS, NUMERAL, SIGNS, WORD, FieldBounds

__all__ = ["number_within"]

NUMBER, ID = NUMERAL.pattern, WORD.pattern
OPERATOR = "[" + "".join(map(re.escape, SIGNS)) + "]"
A_PRODUCT = rf"^(?!\s*(?:{NUMBER})\s*$)\s*(?:{NUMBER}|{ID})(?:\s+{OPERATOR}\s+(?:{NUMBER}|{ID}))*\s*$"

BESIDE: Schema = {
    "kind": {
        "enum": [*NUMBER_KINDS, None],
        "description": "Whether evidence could settle it (fact) or not (value).",
    },
    "note": {"type": ["string", "null"], "description": "Free text."},
}
"""What may stand beside the figures of any number."""

ABOVE_0: Schema = {"type": "number", "exclusiveMinimum": 0}
A_CHANCE: Schema = {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}


def number_within(within: FieldBounds) -> Schema:
    """Return the schema of a number within bounds: certain, a range, a distribution, or a product."""
    low = "exclusiveMinimum" if within.above_low else "minimum"
    plain = {"type": "number", low: within.low, "maximum": within.high}
    truths: list[Schema] = [{"type": "boolean"}] if within.truths else []
    return {
        "description": f"A number, {within.words}: 0.3, a range [low, high] or [low, best, high], "
        "{low, best, high, scale, kind}, percentiles {p5, p50, p95}, {mean, sd}, a named distribution, or a "
        "product of quantities.",
        "anyOf": [
            plain,
            *truths,
            {"type": "array", "items": plain, "minItems": 2, "maxItems": 3},
            _range(plain),
            _distribution(plain, {"type": "number", "minimum": within.low, "maximum": within.high}),
            {"type": "string", "pattern": A_PRODUCT, "description": "rounds * dud-rate / 1000"},
        ],
    }


def _range(plain: Schema) -> Schema:
    """Return the schema of a range that is written as a map, or of a certain number with its kind."""
    scale = {"enum": ["linear", "log"], "description": "How it is drawn.", "default": "linear"}
    return {
        "type": "object",
        "properties": {**dict.fromkeys(ENDS, plain), "scale": scale, **BESIDE},
        "required": ["best"],
        "dependentRequired": {"low": ["high"], "high": ["low"]},
        "additionalProperties": False,
    }


PARAMETERS: Final = (
    *(("p5", "p50", "p95"), ("mean", "sd"), ("distribution", "p5", "p95")),
    *(
        ("distribution", "alpha", "beta"),
        ("distribution", "low", "high"),
        ("distribution", "values", "chances"),
    ),
)
"""The keys that a distribution needs; which of them go with each other is left to `dilemma check`."""


def _distribution(plain: Schema, limit: Schema) -> Schema:
    """Return the schema of a distribution; `limit` is that of its ends, `min` and `max`."""
    figures = dict.fromkeys((*ENDS, "p5", "p50", "p95", "mean"), plain)
    return {
        "type": "object",
        "properties": {
            "distribution": {"enum": list(DISTRIBUTIONS), "description": "What it is drawn from."},
            **figures,
            **dict.fromkeys(("sd", "alpha", "beta"), ABOVE_0),
            **dict.fromkeys(("min", "max"), limit),
            "values": {"type": "array", "items": plain, "minItems": 2, "uniqueItems": True},
            "chances": {"type": "array", "items": A_CHANCE, "minItems": 2},
            **BESIDE,
        },
        "anyOf": [{"required": list(keys)} for keys in PARAMETERS],
        "additionalProperties": False,
    }
