"""The JSON Schemas of outputs and of scenario files, by name.

They are generated on request from the types of the records (`schema.py` of each report) and from the model of
a scenario, so that they cannot differ from what is printed.
"""

from __future__ import annotations

import json

from dilemma.errors import UnknownName

__all__ = ["FILE", "schema_names", "schema_text"]

FILE = "scenario"
"""The name of the schema of scenario files, the only input."""


def schema_names() -> tuple[str, ...]:
    """Return the names of all schemas."""
    from dilemma.reports.schemas.outputs import OUTPUTS

    return tuple(sorted((FILE, *OUTPUTS)))


def schema_text(name: str) -> str:
    """Return a schema as JSON text; raise UnknownName if there is none of that name."""
    from dilemma.reports.schemas.outputs import OUTPUTS, output_schema
    from dilemma.reports.schemas.scenario_file import file_schema

    if name not in schema_names():
        raise UnknownName("schema", name, schema_names())
    made = output_schema(name) if name in OUTPUTS else file_schema()
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"
