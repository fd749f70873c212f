"""The public names: what files, flags, pipelines and programs of users may hold.

    python -m tests.snapshot          write them anew to tests/data/public_names.json
    python -m tests.snapshot --check  say whether they are as written there

A name that goes away, or changes its meaning, breaks what users have written: look at the diff.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from pathlib import Path
from typing import Any

import typer

import dilemma
from dilemma.cli.app import app
from dilemma.cli.help import NAMES
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.lints import EVERY_LINT
from dilemma.reconciliation.methods.catalogue import METHODS
from dilemma.reports.catalogue.frameworks import theories_record
from dilemma.reports.catalogue.methods import methods_record
from dilemma.reports.check import record as check
from dilemma.reports.check.error_codes import MISTAKES
from dilemma.reports.cruxes import record as cruxes
from dilemma.reports.dials import record as dials
from dilemma.reports.reconcile import record as reconcile
from dilemma.reports.schemas import schema_names
from dilemma.reports.schemas.outputs import OUTPUTS, output_schema
from dilemma.reports.schemas.scenario_file import file_schema
from dilemma.reports.stress import record as stress
from dilemma.reports.weigh import record as weigh

__all__ = ["RENEW", "STORED", "differences", "public_names"]

STORED = Path(__file__).parent / "data" / "public_names.json"
RENEW = "python -m tests.snapshot"

COLUMNS = {
    "check": check.COLUMNS,
    "cruxes": cruxes.TABLE_COLUMNS,
    "dials": dials.TABLE_COLUMNS,
    "reconcile": reconcile.CSV_COLUMNS,
    "stress": stress.COLUMNS,
    "weigh": weigh.TIDY_COLUMNS,
}


def public_names() -> dict[str, Any]:
    """Return every public name, by what it is a name of."""
    return {
        "dilemma": sorted(dilemma.__all__),
        "commands": {name: list(_flags(name)) for name in NAMES},
        "theories": {row["id"]: _theory(row) for row in theories_record(CATALOGUE)["frameworks"]},
        "methods": {row["id"]: row["name"] for row in methods_record(METHODS)["methods"]},
        "lints": {lint.code: lint.severity for lint in EVERY_LINT},
        "errors": list(MISTAKES),
        "schemas": list(schema_names()),
        "json": dict(sorted(found for name in OUTPUTS for found in _outputs(output_schema(name)))),
        "csv": {name: list(columns) for name, columns in COLUMNS.items()},
        "scenario file": list(_keys(schema := file_schema(), schema["$defs"])),
    }


def _flags(name: str) -> Iterator[str]:
    """Yield a command's arguments, in capitals, and flags: all the ways to write each."""
    group: Any = typer.main.get_command(app)
    for parameter in group.get_command(None, name).params:
        written = [*parameter.opts, *parameter.secondary_opts]
        yield " ".join(written) if written[0].startswith("-") else written[0].upper()


def _theory(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "name": row["name"],
        "settings": {setting["name"]: _interval(setting) for setting in row["settings"]},
        "tests": row["tests"],
    }


def _interval(setting: Mapping[str, Any]) -> str:
    low, high = setting["interval"]
    start = "above" if setting["above_low"] else "from"
    return f"{start} {low:.15g} to {high:.15g}, default {setting['default']:.15g}"


def _outputs(schema: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Yield each output of a schema, by what its key `schema` says, with its keys."""
    for one in _alternatives(schema, schema["$defs"]):
        if "properties" in one:
            yield one["properties"]["schema"]["const"], list(_keys(one, schema["$defs"]))


def _keys(schema: Mapping[str, Any], known: Mapping[str, Any], at: str = "") -> Iterator[str]:
    """Yield the keys below an object as dotted paths: `[]` in a list, `*` under any name; with closed values.

    An output inside another is named by its own schema, and a number of a scenario file not taken apart.
    """
    found: dict[str, None] = {}
    for one in _alternatives(schema, known):
        for key, field in one.get("properties", {}).items():
            if "additionalProperties" in one and one["additionalProperties"] is not False:
                break  # names that are known among any others
            found |= dict.fromkeys(_below(f"{at}.{key}".lstrip("."), field, known))
        if "items" in one:
            found |= dict.fromkeys(_below(f"{at}[]", one["items"], known))
        if isinstance(one.get("additionalProperties"), Mapping):
            found |= dict.fromkeys(_below(f"{at}.*", one["additionalProperties"], known))
    yield from found


def _below(at: str, field: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[str]:
    """Yield a place with the values it may have, then the keys below it."""
    values: list[str] = []
    for one in _alternatives(field, known):
        output = one.get("properties", {}).get("schema", {}).get("const")
        if output is not None:
            yield f"{at}: {output}"
            return
        values += [str(value) for value in (*one.get("enum", ()), one.get("const")) if value is not None]
    if not at.endswith(("[]", "*")) or values:
        yield at + (": " + " | ".join(values) if values else "")
    yield from _keys(field, known, at)


def _alternatives(schema: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield what a schema may stand for, references followed; numbers of a scenario file left out."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if not name.startswith("number-"):
            yield from _alternatives(known[name], known)
        return
    choices = [one for one in schema.get("anyOf", ()) if "required" not in one or "properties" in one]
    if "properties" in schema or not choices:
        yield schema
        return
    for one in choices:
        yield from _alternatives(one, known)


def written(names: Mapping[str, Any]) -> str:
    """Return the names as text, a name a line."""
    return json.dumps(names, indent=1, ensure_ascii=False) + "\n"


def differences() -> str:
    """Return how the names differ from those that are written down; nothing where they do not."""
    before = STORED.read_text(encoding="utf-8") if STORED.exists() else ""
    lines = before.splitlines(), written(public_names()).splitlines()
    return "\n".join(unified_diff(*lines, "written down", "now", lineterm="", n=1))


if __name__ == "__main__":
    told = differences()
    print(told or "no public name has changed")  # noqa: T201 - this is a command
    if "--check" in sys.argv:
        raise SystemExit(bool(told))
    STORED.write_text(written(public_names()), encoding="utf-8")
