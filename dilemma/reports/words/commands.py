"""Commands that reproduce a view, and hints at flags or, for the library, at arguments."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from dilemma.frameworks.registry import every_framework
from dilemma.scenario.document import Document
from dilemma.scenario.views.view import View

__all__ = [
    "all_told",
    "as_argument",
    "command",
    "flag_of",
    "for_library",
    "hint",
    "only",
    "perspective_flags",
    "setting",
    "written",
]

STDIN = "<stdin>"

IN_LIBRARY: ContextVar[bool] = ContextVar("IN_LIBRARY", default=False)
"""Whether what is worded is shown by a result of the library, and not by the command."""


@contextmanager
def for_library() -> Iterator[None]:
    """Word hints for a reader who calls functions: by arguments, not by flags and commands."""
    token = IN_LIBRARY.set(True)
    try:
        yield
    finally:
        IN_LIBRARY.reset(token)


def hint(command: str, library: str = "") -> str:
    """Return the words of a hint for whoever reads it: of the command or, within `for_library`, the other."""
    return library if IN_LIBRARY.get() else command


def all_told() -> str:
    """Return what makes a report tell everything: the flag or the argument."""
    return hint("--full", "full=True")


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


def setting(address: str) -> str:
    """Return how the number at an address is set, up to its value: `-b rain=`, or `beliefs={'rain': …}`."""
    flag, name = flag_of(address)
    argument = {"-b": "beliefs", "-w": "weights", "-s": "addresses"}[flag]
    return hint(f"{flag} {name}=", f"{argument}={{'{name}': …}}")


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
