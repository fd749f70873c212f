"""What can go wrong, in one small tree.

DilemmaError
├── InvalidScenario   the file says something the format refuses (exit 1)
├── UnknownName       a flag, path or call names something that does not exist (exit 2)
├── BadSetting        a flag or call gives a value that cannot stand there (exit 2)
├── CannotRead        a file or standard input cannot be read (exit 2)
├── ConditionFailed   an asked-for condition does not hold (exit 1)
└── CannotWrite       the result could not be written (exit 1)
"""

from __future__ import annotations

from typing import NamedTuple

__all__ = [
    "BadSetting",
    "CannotRead",
    "CannotWrite",
    "ConditionFailed",
    "DilemmaError",
    "Finding",
    "InvalidScenario",
    "UnknownName",
    "nearest",
]


class Finding(NamedTuple):
    """One thing wrong at one place of a file; line and columns count from 1, columns in characters."""

    file: str
    line: int
    column: int
    end_column: int
    severity: str
    code: str
    address: str
    message: str
    suggestion: str | None = None
    source_line: str = ""
    answer: str | None = None  # what the file itself answers, under `accepts`


class DilemmaError(Exception):
    """Anything this program refuses; `exit_code` is what the command ends with."""

    exit_code = 1


class InvalidScenario(DilemmaError):
    """A scenario the format refuses; `findings` holds every error, sorted by place."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__("\n".join(f"{f.file}:{f.line}:{f.column}: {f.message}" for f in findings))
        self.findings = findings


class UnknownName(DilemmaError):
    """No such file, scenario, framework, option, id or address; says what is near, else `listed`."""

    exit_code = 2

    def __init__(
        self, what: str, name: str, known: tuple[str, ...] = (), *, aside: str = "", listed: str = ""
    ) -> None:
        hint = nearest(name, known)
        hinted = f"; did you mean '{hint}'?" if hint else f"; {listed}" if listed else ""
        super().__init__(f"no {what} '{name}'" + (f" ({aside})" if aside else "") + hinted)
        self.name = name
        self.suggestion = hint


class BadSetting(DilemmaError):
    """A flag or call whose value cannot stand where it is put."""

    exit_code = 2


class CannotRead(DilemmaError):
    """A file, a directory or standard input that is there but cannot be read."""

    exit_code = 2


class ConditionFailed(DilemmaError):
    """A condition the caller asked for (`--expect`) does not hold."""


class CannotWrite(DilemmaError):
    """The result could not be written."""


def nearest(name: str, known: tuple[str, ...]) -> str | None:
    """Return the known name most like `name`, or None where none is near."""
    from difflib import get_close_matches

    found = get_close_matches(name, known, n=1, cutoff=0.6)
    return found[0] if found else None
