"""The exceptions of this package, and the findings that an invalid file raises.

DilemmaError
├── InvalidScenario   a scenario breaks a rule of the format (exit 1)
├── UnknownName       a flag, path or call names something that does not exist (exit 2)
├── BadSetting        a flag or call gives a value that is not allowed there (exit 2)
├── CannotRead        a file or standard input cannot be read (exit 2)
├── BrokenFramework   a theory of another package fails when it is asked (exit 1)
├── ConditionFailed   a condition given by the caller does not hold (exit 1)
└── CannotWrite       the result could not be written (exit 1)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

__all__ = [
    "BadSetting",
    "BrokenFramework",
    "CannotRead",
    "CannotWrite",
    "ConditionFailed",
    "DilemmaError",
    "Finding",
    "InvalidScenario",
    "Severity",
    "UnknownName",
    "nearest",
]


Severity: TypeAlias = Literal["error", "warning", "note"]
"""An error makes a file invalid; a warning waits for an answer; a note only tells."""


class Finding(NamedTuple):
    """One error or question at one position of a file.

    Lines and columns count from 1, columns in characters.
    """

    file: str
    line: int
    column: int
    end_column: int
    severity: Severity
    code: str
    address: str
    message: str
    suggestion: str | None = None
    source_line: str = ""
    answer: str | None = None  # the reason the file gives under `accepts`


class DilemmaError(Exception):
    """Base of all exceptions of this package; `exit_code` is the exit code of the command."""

    exit_code = 1


class InvalidScenario(DilemmaError):
    """Raised when a scenario breaks a rule of the format; `findings` holds every error, in file order.

    `digest` is the SHA-256 of the file's bytes in hexadecimal; None where it is not known.
    """

    def __init__(self, findings: tuple[Finding, ...], digest: str | None = None) -> None:
        super().__init__("\n".join(f"{f.file}:{f.line}:{f.column}: {f.message}" for f in findings))
        self.findings = findings
        self.digest = digest


class UnknownName(DilemmaError):
    """Raised when a file, scenario, framework, option, id or address does not exist.

    The message suggests `meant`, or else the nearest known name; where none is near, it ends with `listed`.
    Below it stands one line for each of `rows`: the ids there are, with their names.
    """

    exit_code = 2

    def __init__(
        self,
        what: str,
        name: str,
        known: tuple[str, ...] = (),
        *,
        aside: str = "",
        listed: str = "",
        meant: str | None = None,
        rows: Iterable[tuple[str, ...]] = (),
    ) -> None:
        hint = meant or nearest(name, known)
        table = tuple(rows)
        told = listed or ("there are these:" if table else "")
        hinted = f"; did you mean '{hint}'?" if hint else f"; {told}" if told else ""
        sentence = f"no {what} '{' '.join(name.split())}'" + (f" ({aside})" if aside else "") + hinted
        super().__init__("\n".join([sentence, *in_columns(table)]))
        self.name = name
        self.suggestion = hint
        self.aside = aside


class BadSetting(DilemmaError):
    """Raised when the value of a flag or argument is not allowed."""

    exit_code = 2


class CannotRead(DilemmaError):
    """Raised when a file, a directory or standard input exists but cannot be read."""

    exit_code = 2


class BrokenFramework(DilemmaError):
    """A theory that another package brings fails when it is asked: a fault of that package."""

    def __init__(self, package: str, id: str, fault: str) -> None:
        super().__init__(f"the theory '{id}' of the package {package} is broken ({fault})")
        self.package, self.id, self.fault = package, id, fault


class ConditionFailed(DilemmaError):
    """Raised when a condition given by the caller (`--expect`) does not hold."""


class CannotWrite(DilemmaError):
    """Raised when the result cannot be written."""


def in_columns(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield each row as an indented line, its cells one below the other."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (" ".join(cell.split()).ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  " + "  ".join(cells).rstrip()


def nearest(name: str, known: tuple[str, ...]) -> str | None:
    """Return the known name most similar to `name`; None where none is similar enough."""
    from difflib import get_close_matches

    matches = get_close_matches(name, known, n=1, cutoff=0.6)
    return matches[0] if matches else None
