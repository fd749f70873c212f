"""Commands that reproduce a view."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping, Sequence

from dilemma.frameworks.registry import every_framework
from dilemma.scenario.document import Document
from dilemma.scenario.views.view import View

__all__ = ["as_argument", "command", "flag_of", "only", "perspective_flags", "written"]

STDIN = "<stdin>"


def as_argument(label: str) -> str:
    """Return the argument of a command for a source with this label: - for standard input."""
    return "-" if label == STDIN else label


def command(view: View, verb: str = "weigh", frameworks: Sequence[str] = (), also: Sequence[str] = ()) -> str:
    """Return the command that reproduces the view, by all theories or only these; `also` is appended."""
    words = ["dilemma", verb, as_argument(view.document.label)]
    if frameworks:
        words += ["-f", ",".join(frameworks)]
    if view.perspective:
        words += perspective_flags(view.document, [view.perspective])
    for address, value in view.flags.items():
        words += ["-s", f"{address}={written(value)}"]
    return shlex.join([*words, *also])


def perspective_flags(document: Document, ids: Sequence[str]) -> list[str]:
    """Return the flags for these perspectives: `--as` for those of the file, `--view` for view files."""
    own = [id for id in ids if id not in document.view_files]
    files = [as_argument(document.view_files[id]) for id in ids if id in document.view_files]
    return [*(("--as", ",".join(own)) if own else ()), *(word for file in files for word in ("--view", file))]


def flag_of(address: str) -> tuple[str, str]:
    """Return the flag that sets the number at an address, and what stands before its `=`."""
    match address.split("."):
        case ["beliefs", belief, "probability"]:
            return "-b", belief
        case ["parties" | "duties" | "virtues", id, "weight"]:
            return "-w", id
        case _:
            return "-s", address


def only(ids: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the theories in use; none if these are all theories."""
    asked = tuple(ids)
    return asked if len(asked) < len(every_framework()) else ()


def written(value: object) -> str:
    """Return a value as it is written in a flag or a file."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(written(item) for item in value) + "]"
    return str(value)
