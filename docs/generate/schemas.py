"""The pages of what commands print with `--json`, and of the keys of a scenario file, from the schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from dilemma.reports.schemas import FILE, schema_names, schema_text

from .markdown import code, escaped, page, section, table
from .schema_keys import Key, described, keys, resolved

__all__ = ["file_keys_page", "schema_files", "schema_page", "schema_pages", "schemas_page"]

ABOUT_OUTPUTS = (
    "Every JSON output names its schema in its first key, such as `dilemma.weigh/1`. Adding a key keeps the "
    "number; renaming or removing one raises it, so readers should ignore keys they do not know. "
    "`dilemma schema NAME` prints a schema. In the tables, `.*` stands for any id, and `[]` for each item of "
    "a list."
)
ABOUT_FILE = (
    "The keys of a scenario file, part by part. [The scenario file](scenario-file.md) explains how to write "
    "numbers, conditions and addresses. `dilemma schema scenario` prints the whole schema for an editor."
)


def outputs() -> list[str]:
    """Return the names of the schemas of outputs."""
    return [name for name in schema_names() if name != FILE]


def schema_files() -> dict[str, str]:
    """Return every schema as a file, by its name."""
    return {f"{name}.schema.json": schema_text(name) for name in schema_names()}


def schemas_page() -> str:
    """Return the list of schemas."""
    rows = ((f"[`{one}`]({one}.md)", code(f"dilemma schema {one}"), schema_link(one)) for one in outputs())
    files = f"The schema of scenario files is here too: {schema_link(FILE)}."
    return page("JSON outputs", ABOUT_OUTPUTS, table(("output", "command", "schema"), rows), files)


def schema_link(name: str) -> str:
    """Return a link to a schema's file."""
    return f"[`{name}.schema.json`]({name}.schema.json)"


def schema_pages() -> dict[str, str]:
    """Return a page for each output, by its file's name."""
    return {f"{name}.md": schema_page(name) for name in outputs()}


def schema_page(name: str) -> str:
    """Return the page of one output's keys."""
    whole = json.loads(schema_text(name))
    return page(
        f"JSON of {name}",
        ABOUT_OUTPUTS,
        f"The schema: {schema_link(name)}.",
        table(("key", "type", "meaning"), (row(key) for key in once(keys(whole, whole)))),
    )


def once(found: Iterator[Key]) -> list[Key]:
    """Return each key once, though several shapes of an output may have it."""
    first: dict[str, Key] = {}
    for key in found:
        first.setdefault(key.path, key)
    return list(first.values())


def row(key: Key) -> tuple[str, str, str]:
    """Return the row of a key of an output."""
    return code(key.path), key.type, key.meaning


def file_keys_page() -> str:
    """Return the page of the keys of a scenario file: the file itself, then each kind of entry."""
    whole: dict[str, Any] = json.loads(schema_text(FILE))
    outermost = resolved(whole, whole)
    parts = {name: part for name, part in whole.get("$defs", {}).items() if "properties" in part}
    return page(
        "Keys of a scenario file",
        ABOUT_FILE,
        part_section("The file", outermost, whole),
        *(part_section(name, part, whole) for name, part in parts.items() if part != outermost),
    )


def part_section(name: str, part: dict[str, Any], whole: dict[str, Any]) -> str:
    """Return the keys of one kind of entry."""
    required = part.get("required", ())
    rows = (
        (code(key), "yes" if key in required else "", value(field, whole), *told(resolved(field, whole)))
        for key, field in part["properties"].items()
    )
    told_of = escaped(str(part.get("description", "")))
    return section(name, told_of, table(("key", "required", "value", "default", "meaning"), rows))


def value(field: dict[str, Any], whole: dict[str, Any]) -> str:
    """Return what may stand at a key: the kind of entry, or a type."""
    for entries in (field, field.get("additionalProperties")):
        if isinstance(entries, dict) and (kind := entry_of(entries, whole)):
            many = "map of " if entries is not field else ""
            return f"{many}[{kind}](#{kind.lower()})"
    number = number_of(field)
    return number or described(field, whole)


def entry_of(field: dict[str, Any], whole: dict[str, Any]) -> str:
    """Return the name of the kind of entry a field refers to; nothing where it refers to none."""
    for part in (field, *field.get("anyOf", ())):
        name = str(part.get("$ref", "")).rpartition("/")[2]
        if "properties" in whole.get("$defs", {}).get(name, {}):
            return name
    return ""


def number_of(field: dict[str, Any]) -> str:
    """Return the bounds of a number in words; nothing where the field is none."""
    for part in (field, *field.get("anyOf", ()), field.get("additionalProperties")):
        name = str(part.get("$ref", "")).rpartition("/")[2] if isinstance(part, dict) else ""
        if name.startswith("number-"):
            return name.removeprefix("number-").replace("-", " ").join(("number ", ""))
    return ""


def told(field: dict[str, Any]) -> tuple[str, str]:
    """Return a field's default and meaning."""
    default = code(json.dumps(field["default"])) if "default" in field else ""
    return default, str(field.get("description", ""))
