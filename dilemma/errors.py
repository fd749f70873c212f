"""The exceptions of this package, and the findings that an invalid file raises.

DilemmaError
├── InvalidScenario   a scenario breaks a rule of the format (exit 1)
├── UnknownName       a flag, path or call names something that does not exist (exit 2)
├── BadSetting        a flag or call gives a value that is not allowed there (exit 2)
│   └── TooLarge      a file is too large for what is asked of it (exit 2)
├── CannotRead        a file or standard input cannot be read (exit 2)
├── BrokenFramework   a theory of another package fails when it is asked (exit 1)
├── ConditionFailed   a condition given by the caller does not hold (exit 1)
└── CannotWrite       the result could not be written (exit 1)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeAlias

__all__ = [
    "BadSetting",
    "BrokenFramework",
    "CannotRead",
    "CannotWrite",
    "ConditionFailed",
    "DilemmaError",
    "Finding",
    "InvalidScenario",
    "Named",
    "Severity",
    "TooLarge",
    "UnknownName",
    "nearest",
]


Severity: TypeAlias = Literal["error", "warning", "note"]
"""An error makes a file invalid; a warning waits for an answer; a note only tells."""


class Finding(NamedTuple):
    """One error or question at one position of a file.

    Lines and columns count from 1, columns in characters. In a workbook or a folder of sheets, `sheet` and
    `cell` say where, such as `consequences` and `F7`; `line` is then the row, the columns are those of the
    text in the cell, and `source_line` is that text.
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
    sheet: str | None = None
    cell: str | None = None

    @property
    def place(self) -> str:
        """The position in words: `my.yaml:7:3`, or `mine.xlsx, sheet consequences, cell F7`."""
        if self.sheet is None:
            return f"{self.file}:{self.line}:{self.column}"
        return f"{self.file}, sheet {self.sheet}, cell {self.cell}"

    @property
    def sentence(self) -> str:
        """The finding in one line: its position, its address, what is wrong, and what may have been meant."""
        said = f"{self.address}: {self.message}" if self.address else self.message
        hint = f"; did you mean '{self.suggestion}'?" if self.suggestion else ""
        return f"{self.place}: {said}{hint}"


class Named(str):
    """A parameter or function within a message, by the name that the library has for it.

    A command has another name for it, a flag, which it puts in its place: see `DilemmaError.worded`.
    """

    __slots__ = ()


LONGEST_NAME = 160  # characters of a name that a message repeats


class DilemmaError(Exception):
    """Base of all exceptions of this package; `exit_code` is the exit code of the command.

    The message is made of `parts`, of which some may be `Named`.
    """

    exit_code = 1

    def __init__(self, *parts: str) -> None:
        self.parts = parts
        super().__init__(self.worded({}))

    def worded(self, names: Mapping[str, str]) -> str:
        """Return the message with these names for what it names; the rest keeps its own, in backticks."""
        return "".join(
            names.get(part, f"`{part}`") if isinstance(part, Named) else part for part in self.parts
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return _remade, (type(self), self.args), self.__dict__


def _remade(kind: type[DilemmaError], args: tuple[str, ...]) -> DilemmaError:
    """Return an exception as another process raised it, before its fields are set."""
    return kind.__new__(kind, *args)


MOST_SHOWN = 200
"""Findings in a message, and in what an assistant gets: more are seldom read; a large file has thousands."""


class InvalidScenario(DilemmaError):
    """Raised when a scenario breaks a rule of the format; `findings` holds every error, in file order.

    `digest` is the SHA-256 of the file's bytes in hexadecimal; None where it is not known.
    """

    def __init__(self, findings: tuple[Finding, ...], digest: str | None = None) -> None:
        shown = [finding.sentence for finding in findings[:MOST_SHOWN]]
        if more := len(findings) - len(shown):
            shown.append(f"and {more:,} more: see `findings`")
        super().__init__("\n".join(shown))
        self.findings = findings
        self.digest = digest


def repeated(name: str) -> str:
    """Return a name as a message repeats it: on one line, and of a very long one the beginning."""
    told = " ".join(name.split())
    return told if len(told) <= LONGEST_NAME else f"{told[: LONGEST_NAME - 1]}…"


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
        aside: str | tuple[str, ...] = "",
        listed: str | tuple[str, ...] = "",
        meant: str | None = None,
        rows: Iterable[tuple[str, ...]] = (),
    ) -> None:
        hint = meant or nearest(name, known)
        table = tuple(rows)
        aside, listed = ((one,) if isinstance(one, str) else one for one in (aside, listed))
        parts = [f"no {what} '{repeated(name)}'"]
        parts += [" (", *aside, ")"] if any(aside) else []
        if hint:
            parts.append(f"; did you mean '{hint}'?")
        elif any(listed) or table:
            parts += ["; ", *(listed if any(listed) else ("there are these:",))]
        super().__init__(*parts, *(f"\n{row}" for row in in_columns(table)))
        self.name = name
        self.suggestion = hint
        self.aside = "".join(aside)


class BadSetting(DilemmaError):
    """Raised when the value of a flag or argument is not allowed."""

    exit_code = 2


class TooLarge(BadSetting):
    """Raised when a file is too large for what is asked of it; the message says what to reduce."""


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
