"""The JSON Schemas of our outputs, one file a command; and of what a command reads: a scenario file."""

from __future__ import annotations

from pathlib import Path

from dilemma.errors import UnknownName

__all__ = ["FILE", "schema_names", "schema_text"]

HERE = Path(__file__).parent

FILE = "scenario"
"""The one schema of an input: it is read off the nouns that read it."""


def schema_names() -> tuple[str, ...]:
    """Return the names of what we have a schema for."""
    return tuple(sorted((FILE, *(path.stem for path in HERE.glob("*.json")))))


def schema_text(name: str) -> str:
    """Return the schema as JSON text; UnknownName where there is none."""
    if name not in schema_names():
        raise UnknownName("schema", name, schema_names())
    if name == FILE:
        import json

        from dilemma.reports.schemas.scenario_file import file_schema

        return json.dumps(file_schema(), indent=2, ensure_ascii=False) + "\n"
    return (HERE / f"{name}.json").read_text(encoding="utf-8")
