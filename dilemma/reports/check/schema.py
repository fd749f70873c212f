"""Types of the JSON of `check`, and of `check --explain`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypedDict

from dilemma.errors import Severity
from dilemma.reports.weigh.schema import Program, Sha256

__all__ = ["Check", "Finding", "LintPage"]


class Finding(TypedDict):
    """One thing found at one place of a file."""

    file: str
    line: Annotated[int, Field(ge=1)]
    """Counted from 1; in a sheet, the row."""
    column: Annotated[int, Field(ge=1)]
    """Counted from 1, in characters; in a sheet, of the text in the cell."""
    end_column: Annotated[int, Field(ge=1)]
    """One past the last."""
    sheet: str | None
    """The sheet of a workbook, or of a folder of sheets; null in a file of text."""
    cell: str | None
    """The cell of that sheet, such as F7."""
    severity: Severity
    """An error makes a file invalid; a warning waits for an answer; a note only tells."""
    code: Annotated[str, Field(pattern="^[a-z]+(-[a-z]+)*$")]
    """The kind of finding: the name of an error or of a lint."""
    address: str
    """The keys that lead there, joined by points; empty for the file as a whole."""
    message: str
    suggestion: str | None
    """For an error the name that was probably meant, if one is near; else the mend."""
    why: str | None
    """Why it matters; null for an error."""
    answer: str | None
    """What the file answers under `accepts`."""


class Check(TypedDict):
    """The findings of one file."""

    schema: Literal["dilemma.check/1"]
    program: Program
    file: str
    """The name that was given."""
    sha256: Sha256
    """The SHA-256 of its bytes, of a file that is not valid too; null for plain data."""
    valid: bool
    """Whether there is no error; of a file that is not valid, no question is asked."""
    findings: list[Finding]


class LintPage(TypedDict):
    """The explanation of a code; for the code of an error, only the claim."""

    schema: Literal["dilemma.lint/1"]
    code: str
    severity: Severity
    claim: str
    """What it finds."""
    why: str | None
    """Why it matters."""
    mend: str | None
    """What to do about it."""
    bad: str | None
    """An example that raises it."""
    good: str | None
    """The same example, mended."""
