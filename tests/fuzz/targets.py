"""The doors through which what we did not write comes in, and what must come of it, whatever it is.

Each door takes a seeded source of chance, makes a case of it, and raises `Broken`, or what the program
raised, if the program did anything but answer or refuse in a placed sentence.
"""

from __future__ import annotations

import io
import math
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

from dilemma.api import reconcile, weigh
from dilemma.cli.main import BUG, run
from dilemma.errors import Finding, InvalidScenario
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.registry import theories
from dilemma.lints import check
from dilemma.reconciliation.input.read import read_any
from dilemma.scenario import Document, from_data, read, view
from tests.fuzz.inputs import SMALL, TOKENS, good, spoiled, words

__all__ = ["DOORS", "Broken"]

CODES: Final = (0, 1, 2)
LONGEST: Final = 100_000  # characters a refusal may take; more is no answer


class Broken(Exception):
    """The program answered in a way that it promises not to."""


class Given:
    """Bytes where the program expects a file that was found."""

    id, label = "given", "given.yaml"

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def raw(self, most: int) -> bytes:
        """Return the bytes, as a file would."""
        return self._raw[: most + 1]


def reader(random: Random) -> None:
    """Read, weigh and question a file; it may be refused, with each error at a place it has."""
    raw = spoiled(good(), random)
    try:
        document = read(raw, "given.yaml", "given", theories())
    except InvalidScenario as refusal:
        _placed(refusal.findings, raw)
    else:
        _weighed(document)


def table(random: Random) -> None:
    """Reconcile a table of verdicts; it may be refused, with each error at a place it has."""
    raw = spoiled((good()[1], good()[1], printed()), random)
    try:
        source = read_any(Given(raw), theories())  # type: ignore[arg-type]
    except InvalidScenario as refusal:
        _placed(refusal.findings, raw)
        return
    reconcile(source)


def command(random: Random) -> None:
    """Run a command line: it ends with a code that it may end with, never as a bug or in a traceback."""
    line = words(random)
    with _folder() as folder:
        (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
        (folder / "weigh.json").write_text(printed(), encoding="utf-8")
        code, told = _ran(line)
        left = sorted(path.name for path in folder.rglob("*") if path.name.endswith(".part"))
    if code not in CODES or "Traceback" in told or left:
        raise Broken(f"{line}: ended with {code}, said {told[-300:]!r}, left {left}")


def page(random: Random) -> None:
    """Write a page: whatever a file's texts hold, no element, attribute or script comes of it."""
    text = "".join(random.choice(TOKENS) for _ in range(random.randint(1, 8)))
    try:
        document = from_data(_retold(text, random), "given", theories())
    except InvalidScenario:
        return  # a sign that no text may hold
    found, expected = _elements_of_page(document), _elements_of_the_plain_page()
    if found != expected:
        raise Broken(f"{text!r}: the page has {found - expected} where it should have {expected - found}")


DOORS: Final[dict[str, Callable[[Random], None]]] = {
    "reader": reader,
    "table": table,
    "command": command,
    "page": page,
}


def _placed(findings: tuple[Finding, ...], raw: bytes) -> None:
    """Raise Broken unless there are findings, each a sentence on one line at a place that the bytes have."""
    lines = raw.decode("utf-8", "replace").count("\n") + raw.count(b"\r") + 2
    for finding in findings:
        sound = 1 <= finding.line <= lines and 1 <= finding.column <= finding.end_column
        if not (sound and finding.message and finding.message.isprintable()):
            raise Broken(f"{finding} of {raw[:200]!r}")
    if not 0 < sum(len(finding.message) for finding in findings) < LONGEST:
        raise Broken(f"{len(findings)} findings of {raw[:200]!r}")


def _weighed(document: Document) -> None:
    """Raise Broken if a valid file leads to a score that is no number; then question the file."""
    for verdict in weigh(document).verdicts:
        for answer in verdict.answers:
            if answer.score is not None and not math.isfinite(answer.score):
                raise Broken(f"{verdict.about.id} gives {answer.score}")
    check(document)


@cache
def printed() -> str:
    """Return what `weigh --json` prints of the small file."""
    with _folder() as folder:
        (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
        return _ran(["weigh", "small.yaml", "-f", "utilitarian,kantian", "--json"])[1]


@contextmanager
def _folder() -> Iterator[Path]:
    """Stand in a folder of its own for a while."""
    here = Path.cwd()
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield Path(folder)
        finally:
            os.chdir(here)


def _ran(line: list[str]) -> tuple[int, str]:
    """Run the command in this process; return its code, and all it said."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace") for _ in range(2))
    before = sys.argv, sys.stdin
    sys.argv, sys.stdin = ["dilemma", *line], io.TextIOWrapper(io.BytesIO(SMALL.encode()), "utf-8")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = run()
            out.flush()
    finally:
        sys.argv, sys.stdin = before
    said = out.buffer.getvalue() + err.buffer.getvalue()  # type: ignore[attr-defined]
    return (BUG if b"this is a bug" in said else code), said.decode("utf-8", "replace")


def _retold(text: str, random: Random) -> dict[str, Any]:
    """Return a small dilemma in which some of the texts are the given one."""

    def told(plain: str) -> str:
        return text if random.random() < 0.5 else plain

    return {
        "format": 1,
        "title": told("Title"),
        "question": told("Which?"),
        "agent": told("The agent"),
        "unit": told("one death"),
        "sources": {"s": {"title": told("Source"), "author": told("Author"), "url": "https://example.org/"}},
        "parties": {"p": {"name": told("Party"), "because": told("Reason"), "weight": [0.5, 1, 2]}},
        "beliefs": {"b": {"claim": told("Claim"), "probability": [0.1, 0.2, 0.3], "sources": ["s"]}},
        "consequences": {"c": {"name": told("Harm"), "party": "p", "value": -1, "when": "b"}},
        "duties": {"d": {"name": told("Duty"), "owed_to": "p", "basis": told("Basis")}},
        "options": {
            "x": {"name": told("Act"), "consequences": {"c": {"chance": 1, "because": told("So")}}},
            "y": {"name": told("Wait"), "duties": {"d": {"degree": -1, "because": told("Owed")}}},
        },
        "perspectives": {"v": {"name": told("View"), "because": told("Why"), "set": {"parties.p.weight": 2}}},
    }


class _Elements(HTMLParser):
    """Which elements a page has, with the names of their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, ...]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add((tag, *sorted(name for name, _ in attrs)))


def _elements_of_page(document: Document) -> set[tuple[str, ...]]:
    from dilemma.reports.page.analysis import gathered
    from dilemma.reports.page.document import page as written

    parser = _Elements()
    parser.feed(written(gathered(view(document), CATALOGUE[:2])))
    parser.close()
    return parser.found


@cache
def _elements_of_the_plain_page() -> set[tuple[str, ...]]:
    return _elements_of_page(from_data(_retold("Plain text", Random(0)), "given", theories()))
