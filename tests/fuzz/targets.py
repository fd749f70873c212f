"""Fuzz targets: the inputs of the program, each with a check of what the program does with a random case.

A target makes a case from a seeded random generator. It raises `Broken`, or the exception of the program,
unless the program gives a result or refuses the case with the position of each error.
"""

from __future__ import annotations

import io
import math
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

from dilemma import reconcile, weigh
from dilemma.cli.main import BUG, run
from dilemma.errors import BadSetting, CannotRead, Finding, InvalidScenario
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.frameworks.registry import theories
from dilemma.lints import check
from dilemma.reconciliation.input.read import read_any
from dilemma.robustness.collection.collection import collected
from dilemma.robustness.collection.input.sources import read_views
from dilemma.scenario import Document, ScenarioFile, from_data, read, view
from dilemma.scenario.views.checks import ViewChecker
from tests.fuzz.inputs import ELSEWHERE, SMALL, TOKENS, VIEWS, mutated, valid_texts, words
from tests.fuzz.trees import edited_tree, shipped_case

__all__ = ["TARGETS", "Broken"]

CODES: Final = (0, 1, 2)
WEIGHED: Final = 0.25  # share of the valid shipped files that are weighed, which takes as long as reading
COMMANDS: Final = (
    *("weigh", "weigh --all", "explain", "cruxes", "stress -n 20", "reconcile --even"),
    *("reconcile --even --method all", "check", "dials"),
)
LONGEST: Final = 100_000  # characters that all messages of a refusal may have


class Broken(Exception):
    """Raised when the program does what it must never do."""


class Given:
    """Bytes with the interface of a scenario file."""

    id, label, path = "given", "given.yaml", Path("given.yaml")

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def raw(self, most: int) -> bytes:
        """Return the bytes, at most one more than `most`, as a file does."""
        return self._raw[: most + 1]


def reader(random: Random) -> None:
    """Read, weigh and check a file; it may be refused, with a valid position for each error."""
    raw = mutated(valid_texts(), random)
    try:
        document = read(raw, "given.yaml", "given", theories())
    except InvalidScenario as refusal:
        _check_findings(refusal.findings, raw)
    else:
        _check_weighing(document)


def shipped(random: Random) -> None:
    """Read a shipped file with edits; one in a few of those that stay valid is weighed and checked."""
    raw = shipped_case(random)
    try:
        document = read(raw, "given.yaml", "given", theories())
    except InvalidScenario as refusal:
        _check_findings(refusal.findings, raw)
    else:
        if random.random() < WEIGHED:
            _check_weighing(document)


def numbers(random: Random) -> None:
    """Run a command on a valid file with extreme numbers and copied entries; it must end with a result."""
    raw = edited_tree(random.choice(valid_texts()[:1] + valid_texts()[2:]), random)
    line = [*random.choice(COMMANDS).split(), "--json"]
    with _temporary_folder() as folder:
        (folder / "given.json").write_bytes(raw)
        code, output = _run([line[0], "given.json", *line[1:]])
    if code not in CODES or "Traceback" in output or "Warning:" in output:
        raise Broken(f"{' '.join(line)} ended with {code}, said {output[-300:]!r}")


def table(random: Random) -> None:
    """Reconcile a table of verdicts; it may be refused, with a valid position for each error."""
    raw = mutated((valid_texts()[1], valid_texts()[1], printed()), random)
    try:
        source = read_any(Given(raw), theories())  # type: ignore[arg-type]
    except InvalidScenario as refusal:
        _check_findings(refusal.findings, raw)
        return
    reconcile(source)


def elsewhere(random: Random) -> None:
    """Reconcile a table, ballots or XMCDA of others; each may be refused, with a position for each error."""
    suffix = random.choice([*ELSEWHERE])
    raw = mutated((ELSEWHERE[suffix],), random)
    with _temporary_folder() as folder:
        path = folder / f"given{suffix}"
        path.write_bytes(raw)
        try:
            source = read_any(ScenarioFile("given", path.name, path), theories())
        except InvalidScenario as refusal:
            _check_findings(refusal.findings, raw)
            return
        except CannotRead:
            return  # quotes that are not closed: the message names the line
    with suppress(BadSetting):  # no credence above 0
        reconcile(source, draws=0)


def views(random: Random) -> None:
    """Collect views from a file, a table or links; each may be left out, with a valid position."""
    kind = random.choice([*VIEWS])
    raw = mutated((VIEWS[kind],), random)
    with _temporary_folder() as folder:
        (folder / f"given{kind}").write_bytes(raw)
        found = read_views([f"given{kind}"], _checker())
    if found.left_out:
        _check_findings(found.findings, raw)
    if found.views:
        collected(_checker().document, found.views, CATALOGUE[:3])


def command(random: Random) -> None:
    """Run a command line; it must end with a documented exit code, never with a traceback."""
    line = words(random)
    with _temporary_folder() as folder:
        (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
        (folder / "weigh.json").write_text(printed(), encoding="utf-8")
        code, output = _run(line)
        left = sorted(path.name for path in folder.rglob("*") if path.name.endswith(".part"))
    if code not in CODES or "Traceback" in output or left:
        raise Broken(f"{line}: ended with {code}, said {output[-300:]!r}, left {left}")


def page(random: Random) -> None:
    """Write a page; no text of the file may add an element or attribute to it."""
    text = "".join(random.choice(TOKENS) for _ in range(random.randint(1, 8)))
    try:
        document = from_data(_dilemma_with(text, random), "given", theories())
    except InvalidScenario:
        return  # a character that no text may contain
    found, expected = _elements_of_page(document), _elements_of_the_plain_page()
    if found != expected:
        raise Broken(f"{text!r}: the page has {found - expected} where it should have {expected - found}")


TARGETS: Final[dict[str, Callable[[Random], None]]] = {
    "reader": reader,
    "shipped": shipped,
    "numbers": numbers,
    "table": table,
    "elsewhere": elsewhere,
    "views": views,
    "command": command,
    "page": page,
}


def _check_findings(findings: tuple[Finding, ...], raw: bytes) -> None:
    """Raise Broken unless there are findings, each with a one-line message and a valid position."""
    lines = raw.decode("utf-8", "replace").count("\n") + raw.count(b"\r") + 2
    for finding in findings:
        valid = 1 <= finding.line <= lines and 1 <= finding.column <= finding.end_column
        if not (valid and finding.message and finding.message.isprintable()):
            raise Broken(f"{finding} of {raw[:200]!r}")
    if not 0 < sum(len(finding.message) for finding in findings) < LONGEST:
        raise Broken(f"{len(findings)} findings of {raw[:200]!r}")


def _check_weighing(document: Document) -> None:
    """Weigh and check a valid file; raise Broken if a score is not finite."""
    for verdict in weigh(document).verdicts:
        for answer in verdict.answers:
            if answer.score is not None and not math.isfinite(answer.score):
                raise Broken(f"{verdict.about.id} gives {answer.score}")
    check(document)


@cache
def _checker() -> ViewChecker:
    """Return the checker of views of the small file."""
    return ViewChecker(read(SMALL.encode(), "small.yaml", "small", theories()))


@cache
def printed() -> str:
    """Return the output of `weigh --json` on the small file."""
    with _temporary_folder() as folder:
        (folder / "small.yaml").write_text(SMALL, encoding="utf-8")
        return _run(["weigh", "small.yaml", "-f", "utilitarian,kantian", "--json"])[1]


@contextmanager
def _temporary_folder() -> Iterator[Path]:
    """Change to a temporary folder within the context."""
    here = Path.cwd()
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            yield Path(folder)
        finally:
            os.chdir(here)


def _run(line: list[str]) -> tuple[int, str]:
    """Run the command in this process; return its exit code and output."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace") for _ in range(2))
    before = sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO(SMALL.encode()), "utf-8")
    try:
        with redirect_stdout(out), redirect_stderr(err):
            code = run(line)
            out.flush()
    finally:
        sys.stdin = before
    said = out.buffer.getvalue() + err.buffer.getvalue()  # type: ignore[attr-defined]
    return (BUG if b"this is a bug" in said else code), said.decode("utf-8", "replace")


def _dilemma_with(text: str, random: Random) -> dict[str, Any]:
    """Return a small dilemma in which about half of the texts are replaced by the given one."""

    def either(plain: str) -> str:
        return text if random.random() < 0.5 else plain

    return {
        "format": 1,
        "title": either("Title"),
        "question": either("Which?"),
        "agent": either("The agent"),
        "unit": either("one death"),
        "sources": {
            "s": {"title": either("Source"), "author": either("Author"), "url": "https://example.org/"}
        },
        "parties": {"p": {"name": either("Party"), "because": either("Reason"), "weight": [0.5, 1, 2]}},
        "beliefs": {"b": {"claim": either("Claim"), "probability": [0.1, 0.2, 0.3], "sources": ["s"]}},
        "consequences": {"c": {"name": either("Harm"), "party": "p", "value": -1, "when": "b"}},
        "duties": {"d": {"name": either("Duty"), "owed_to": "p", "basis": either("Basis")}},
        "options": {
            "x": {"name": either("Act"), "consequences": {"c": {"chance": 1, "because": either("So")}}},
            "y": {"name": either("Wait"), "duties": {"d": {"degree": -1, "because": either("Owed")}}},
        },
        "perspectives": {
            "v": {"name": either("View"), "because": either("Why"), "set": {"parties.p.weight": 2}}
        },
    }


class _Elements(HTMLParser):
    """The set of the elements of a page, each with the names of its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, ...]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add((tag, *sorted(name for name, _ in attrs)))


def _elements_of_page(document: Document) -> set[tuple[str, ...]]:
    from dilemma.reports.page.analysis import analyse
    from dilemma.reports.page.document import page as written

    parser = _Elements()
    parser.feed(written(analyse(view(document), CATALOGUE[:2])))
    parser.close()
    return parser.found


@cache
def _elements_of_the_plain_page() -> set[tuple[str, ...]]:
    return _elements_of_page(from_data(_dilemma_with("Plain text", Random(0)), "given", theories()))
