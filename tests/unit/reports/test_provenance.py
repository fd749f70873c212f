"""The program's version and the file's hash, in the JSON of every command that reads a scenario."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from dilemma import __version__
from dilemma.reports.schemas.outputs import OUTPUTS
from dilemma.scenario.files import find
from tests.support.schemas import output
from tests.unit.cli.running import ROOT, dilemma

CLASS = ROOT / "docs" / "examples" / "class"

READS_NO_FILE = {"frameworks", "lint", "methods"}
"""Outputs that describe the program itself."""

RUNS = {
    "check": "check means --json",
    "collect": f"collect track-two {CLASS}/answers.csv --json",
    "compare": "weigh cluster --as proponents --as critics -f utilitarian --json",
    "cruxes": "cruxes means -f utilitarian --json",
    "dials": "dials means --json",
    "diff": "diff means risk --json",
    "explain": "explain means -f utilitarian --json",
    "map": "cruxes means -f utilitarian --map exchange consequences.shame.value --json",
    "reconcile": "reconcile means --json",
    "rounds": f"collect track-two --before {CLASS}/before --after {CLASS}/after --json",
    "scenarios": "scenarios --json",
    "stress": "stress means -n 20 --json",
    "weigh": "weigh means -f utilitarian --json",
}
"""A run for each other output, by the name of its schema."""

TABLE = "options: [a, b]\ntheories:\n  - {name: One, credence: 1, choiceworthiness: {a: 1, b: 0}}\n"


def digest(name: str) -> str:
    """Return the SHA-256 of the file that a name stands for."""
    return sha256(find(name)[0].raw()).hexdigest()


def hashes(record: Any) -> Iterator[str]:
    """Yield every SHA-256 that a record states."""
    if isinstance(record, dict):
        yield from (value for key, value in record.items() if key == "sha256")
    for value in record.values() if isinstance(record, dict) else record if isinstance(record, list) else ():
        yield from hashes(value)


def test_every_output_has_a_run() -> None:
    """An output that is added is held to this, or says that it reads no file."""
    assert RUNS.keys() | READS_NO_FILE == OUTPUTS.keys()


@pytest.mark.parametrize("name", RUNS)
def test_an_output_states_version_and_hash(name: str) -> None:
    """Every output says which version of the program wrote it, and the SHA-256 of each file it is about."""
    command = RUNS[name].split()
    ran = dilemma(*command)
    record = json.loads(ran.out)
    assert ran.code == 0, ran.err
    assert record["schema"] == f"dilemma.{name}/1"
    output(name).validate(record)
    assert record["program"] == {"version": __version__}
    read = {"diff": ["means", "risk"], "scenarios": [one["name"] for one in record.get("scenarios", ())]}
    assert {*hashes(record)} == {digest(one) for one in read.get(name, [command[1]])}


def test_the_hash_is_of_the_bytes(tmp_path: Path) -> None:
    """A comment more, and the hash is another, though no verdict is."""
    text = find("means")[0].raw()
    before, after = tmp_path / "before.yaml", tmp_path / "after.yaml"
    before.write_bytes(text)
    after.write_bytes(text + b"# read again in May\n")
    records = [json.loads(dilemma("weigh", str(path), "--json").out) for path in (before, after)]
    assert [record["file"]["sha256"] for record in records] == [digest(str(before)), digest(str(after))]
    assert digest(str(before)) != digest(str(after))
    assert records[0]["frameworks"] == records[1]["frameworks"]


def test_a_file_that_is_not_valid_has_a_hash_too(tmp_path: Path) -> None:
    """`check` states the hash of what it refuses, one for each of several files."""
    for name, raw in {"half.yaml": b"format: 1\n", "bytes.yaml": b"\xff\n", "none.yaml": b"a: [\n"}.items():
        (tmp_path / name).write_bytes(raw)
    records = json.loads(dilemma("check", str(tmp_path), "--json").out)
    assert [record["valid"] for record in records] == [False] * 3
    assert all(
        record["sha256"] == sha256(Path(record["file"]).read_bytes()).hexdigest() for record in records
    )


def test_reconcile_states_the_hash_of_what_it_read(tmp_path: Path) -> None:
    """Of a table, or of printed verdicts, the hash is that of the file that was given."""
    table, printed = tmp_path / "table.yaml", tmp_path / "weighed.json"
    table.write_text(TABLE, encoding="utf-8")
    printed.write_text(dilemma("weigh", "means", "--json").out, encoding="utf-8")
    for path in (table, printed):
        record = json.loads(dilemma("reconcile", str(path), "--json").out)
        assert record["file"]["sha256"] == sha256(path.read_bytes()).hexdigest()
