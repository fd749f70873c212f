"""The JSON Schemas of our outputs, one file a command."""

from __future__ import annotations

from pathlib import Path

from dilemma.errors import UnknownName

__all__ = ["schema_names", "schema_text"]

HERE = Path(__file__).parent


def schema_names() -> tuple[str, ...]:
    """Return the names of the outputs we have a schema for."""
    return tuple(sorted(path.stem for path in HERE.glob("*.json")))


def schema_text(name: str) -> str:
    """Return the schema as JSON text; UnknownName where there is none."""
    if name not in schema_names():
        raise UnknownName("schema", name, schema_names())
    return (HERE / f"{name}.json").read_text(encoding="utf-8")
