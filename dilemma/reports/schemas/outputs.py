"""The JSON Schemas of outputs, generated from the types of the records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ConfigDict, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from dilemma.reports.catalogue import schema as catalogue
from dilemma.reports.check import schema as check
from dilemma.reports.collect import schema as collect
from dilemma.reports.cruxes import schema as cruxes
from dilemma.reports.dials import schema as dials
from dilemma.reports.diff import schema as diff
from dilemma.reports.explain import schema as explain
from dilemma.reports.reconcile import schema as reconcile
from dilemma.reports.stress import schema as stress
from dilemma.reports.weigh import schema as weigh

__all__ = ["OUTPUTS", "output_schema"]

Schema = dict[str, Any]

OUTPUTS: Mapping[str, tuple[str, Any]] = {
    "check": ("check --json", check.Check | list[check.Check]),
    "collect": ("collect --json", collect.Collection),
    "compare": ("weigh --as A --as B --json", weigh.Comparison),
    "cruxes": ("cruxes --json", cruxes.Cruxes),
    "dials": ("dials --json", dials.Dials),
    "diff": ("diff --json", diff.Difference),
    "explain": ("explain --json", explain.Explanations),
    "frameworks": ("frameworks --json", catalogue.Frameworks),
    "lint": ("check --explain CODE --json", check.LintPage),
    "map": ("cruxes --map A B --json", cruxes.Map),
    "methods": ("methods --json", catalogue.Methods),
    "reconcile": ("reconcile --json", reconcile.Reconciliation | list[reconcile.Reconciliation]),
    "rounds": ("collect --before VIEWS --after VIEWS --json", collect.Rounds),
    "scenarios": ("scenarios --json", catalogue.Scenarios),
    "stress": ("stress --json", stress.Stress),
    "weigh": ("weigh --json", weigh.Weighing | weigh.Comparison | list[weigh.Weighing | weigh.Comparison]),
}
"""The command that prints each output, and its type, by the name of its schema."""

OPEN = ConfigDict(use_attribute_docstrings=True)
CLOSED = ConfigDict(use_attribute_docstrings=True, extra="forbid")


class Compact(GenerateJsonSchema):
    """A generator of JSON Schemas without titles of keys, and with null among the types of a value."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic's signature
        """Return False for every key."""
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """Return the schema of a value that may be null, without `anyOf`, for precise error places."""
        made = self.generate_inner(schema["schema"])
        if "enum" in made:
            return {"enum": [*made["enum"], None]}
        if isinstance(made.get("type"), str):
            return {**made, "type": [made["type"], "null"]}
        return super().nullable_schema(schema)


def output_schema(name: str, *, closed: bool = False) -> Schema:
    """Return the JSON Schema of an output; `closed` refuses keys that its type does not have.

    Published schemas are open, because readers shall ignore unknown keys.
    """
    command, printed = OUTPUTS[name]
    # pydantic does not apply `config` to a TypedDict itself, but it does to the items of a list.
    listed = TypeAdapter(list[printed], config=CLOSED if closed else OPEN)  # type: ignore[valid-type]
    made = listed.json_schema(schema_generator=Compact)
    return {
        "$schema": Compact.schema_dialect,
        "title": f"dilemma {command}",
        **made["items"],
        "$defs": made["$defs"],
    }
