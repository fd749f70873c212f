"""The keys of a JSON Schema as rows: where each stands, what may stand there, and what it means."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

__all__ = ["Key", "described", "keys", "resolved"]

Schema = dict[str, Any]

DEEPEST = 8  # steps below the outermost value: schemas that name themselves end here


class Key(NamedTuple):
    """One key: the path to it, the type of its value, whether it must be there, and its meaning."""

    path: str
    type: str
    required: bool
    meaning: str
    default: str


def resolved(schema: Schema, whole: Schema) -> Schema:
    """Return a schema with its reference followed; what stands beside the reference is kept."""
    while "$ref" in schema:
        target = whole
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        schema = {**target, **{key: value for key, value in schema.items() if key != "$ref"}}
    return schema


def choices(schema: Schema, whole: Schema) -> list[Schema]:
    """Return the schemas of which a value must meet one, or this one alone."""
    found = schema.get("anyOf") or schema.get("oneOf")
    if not found or "properties" in schema:
        return [schema]
    return [one for part in found for one in choices(resolved(part, whole), whole)]


def keys(schema: Schema, whole: Schema, path: str = "", depth: int = 0) -> Iterator[Key]:
    """Yield the keys below a schema, outer ones first, each with those below it."""
    if depth > DEEPEST:
        return
    for option in choices(resolved(schema, whole), whole):
        required = option.get("required", ())
        for name, part in option.get("properties", {}).items():
            below = resolved(part, whole)
            here = f"{path}.{name}" if path else name
            yield Key(here, described(below, whole), name in required, meaning(below), default(below))
            yield from keys(below, whole, here, depth + 1)
        if isinstance(option.get("additionalProperties"), dict):
            yield from keys(option["additionalProperties"], whole, f"{path}.*", depth + 1)
        if isinstance(option.get("items"), dict):
            yield from keys(option["items"], whole, f"{path}[]" if path else "", depth + 1)


def described(schema: Schema, whole: Schema) -> str:
    """Return the type of a value in a few words."""
    kinds = [kind for option in choices(resolved(schema, whole), whole) for kind in kinds_of(option, whole)]
    return " or ".join(dict.fromkeys(kinds)) or "any"


def kinds_of(schema: Schema, whole: Schema) -> list[str]:
    """Return the types one schema allows."""
    if "const" in schema:
        return [json.dumps(schema["const"])]
    if "enum" in schema:
        return [json.dumps(one) for one in schema["enum"]]
    named = schema.get("type", "object" if "properties" in schema else "any")
    kinds = [named] if isinstance(named, str) else list(named)
    return [listed(schema, whole) if kind == "array" else kind for kind in kinds]


def listed(schema: Schema, whole: Schema) -> str:
    """Return the type of a list with that of its items."""
    items = schema.get("items")
    return f"list of {described(items, whole)}" if isinstance(items, dict) else "list"


def meaning(schema: Schema) -> str:
    """Return what a schema says it means."""
    return str(schema.get("description", ""))


def default(schema: Schema) -> str:
    """Return what a key is taken to be where it is left out, as JSON."""
    return json.dumps(schema["default"]) if "default" in schema else ""
