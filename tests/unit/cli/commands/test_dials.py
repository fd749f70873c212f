"""`dilemma dials`: every number one may turn, listed so that its address can be typed."""

from __future__ import annotations

import csv
import io
import json
import shlex

import pytest
from rich.cells import cell_len

from tests.support.samples import SOME_SHIPPED
from tests.support.schemas import output
from tests.unit.cli.running import dilemma

SCHEMA = output("dials")
NARROW = 60


def listed(*words: str) -> dict:
    """Return what `dials --json` prints."""
    ran = dilemma("dials", *words, "--json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


@pytest.mark.parametrize("name", SOME_SHIPPED)
def test_dials_of_what_ships_obey_their_schema(name: str) -> None:
    """The output is what `dilemma schema dials` describes."""
    record = listed(name)
    SCHEMA.validate(record)
    assert next(iter(record.values())) == "dilemma.dials/1"
    assert record["dials"]


GIVEN_NOT = ".given.not "  # the one blank that an address may hold


@pytest.mark.parametrize("columns", ["", "160", "100", str(NARROW)])
def test_every_address_and_figure_is_shown_whole(columns: str) -> None:
    """At any width, and in a pipe, each address stands in one piece, and each dial's figures beside it."""
    ran = dilemma("dials", "cluster", "--full", **({"COLUMNS": columns} if columns else {}))
    assert (ran.code, ran.err) == (0, "")
    words = {word.strip(",.") for word in ran.out.replace(GIVEN_NOT, GIVEN_NOT.replace(" ", "-")).split()}
    record = listed("cluster")
    entries = (*record["dials"], *record["products"])
    addresses = [entry["address"].replace(GIVEN_NOT, GIVEN_NOT.replace(" ", "-")) for entry in entries]
    assert [address for address in addresses if address not in words] == []
    assert words.issuperset(record["unread"])
    assert {f"{dial['best']:.15g}" for dial in record["dials"]} <= words
    if columns:
        wide = [line for line in ran.out.splitlines() if cell_len(line) > int(columns)]
        longer = [line.strip().replace(GIVEN_NOT, GIVEN_NOT.replace(" ", "-")) for line in wide]
        assert [line for line in longer if line not in words] == []  # an address longer than the line


def test_a_pipe_gets_a_line_a_dial() -> None:
    """What is piped can be searched by line: name, address, best estimate, range and domain."""
    lines = dilemma("dials", "cluster", "--full").out.splitlines()
    (line,) = (line for line in lines if "quantities.dud-rate.value" in line)
    assert line.split("quantities.dud-rate.value")[1].split() == (
        ["0.06", "0.0235", "to", "0.3", "(log)", "1.24444e-06", "to", "0.6"]
    )


def test_a_view_moves_what_is_listed() -> None:
    """Flags and perspectives come first; what is set to one number is certain; it is told what was set."""
    name = "quantities.dud-rate.value"
    record = listed("cluster", "-s", f"{name}=0.1", "--exchange", "0.5", "-f", "utilitarian")
    dials = {dial["address"]: dial for dial in record["dials"]}
    assert (dials[name]["best"], dials[name]["range"], dials[name]["drawn"]) == (0.1, None, False)
    assert dials["exchange"]["domain"] == [0.005, 50]
    assert not [dial for dial in dials.values() if dial["kind"] == "setting"]
    assert record["settings"]["command"].startswith("dilemma dials cluster -f utilitarian -s")
    assert "dilemma dials cluster -s" in dilemma("dials", "cluster", "-s", f"{name}=0.1").out


def test_an_example_is_judged_by_the_frameworks_asked_for() -> None:
    """`-f` stands in each command that `--set-example` prints."""
    lines = dilemma("dials", "cluster", "-f", "care", "--set-example").out.splitlines()
    assert lines
    assert [line for line in lines if not line.startswith("dilemma weigh cluster -f care -s ")] == []


@pytest.mark.parametrize("name", ["cluster", "track-two", "canonical/footbridge"])
def test_examples_are_commands_that_run(name: str) -> None:
    """`--set-example` prints commands; each turns the dial it names."""
    lines = dilemma("dials", name, "--set-example").out.splitlines()
    assert lines
    for line in lines:
        program, *words = shlex.split(line)
        assert program == "dilemma"
        ran = dilemma(*words, "--json", "-f", "utilitarian")
        assert (ran.code, ran.err) == (0, "")
        assert list(json.loads(ran.out)["settings"]["changed"]) == [words[-1].partition("=")[0]]


def test_csv_holds_a_row_a_dial() -> None:
    """A data frame gets one row a dial, with empty cells where there is no range."""
    ran = dilemma("dials", "canonical/footbridge", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    record = listed("canonical/footbridge")
    assert [row["address"] for row in rows] == [dial["address"] for dial in record["dials"]]
    row = next(row for row in rows if row["address"] == "parties.five.weight")
    assert (row["best"], row["low"], row["domain_high"], row["stated"]) == ("1.0", "", "10.0", "False")


def test_markdown_has_a_table_a_kind() -> None:
    """`--format md` writes addresses as code, in tables."""
    out = dilemma("dials", "track-two", "--full", "--format", "md").out
    assert "## Weights of parties" in out
    assert "| `parties.ukrainian-soldiers.weight` |" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "xml"], "table, md, json or csv"),
        (["--as", "a", "--as", "b"], "one perspective at a time"),
        (["--json", "--format", "csv"], "choose one"),
        (["--set-example", "--json"], "prints commands"),
        (["-f", "kantain"], "did you mean 'kantian'?"),
    ],
)
def test_wrong_flags_end_in_a_sentence(words: list[str], said: str) -> None:
    """A wrong flag ends with exit 2 and says what is right."""
    ran = dilemma("dials", "cluster", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
