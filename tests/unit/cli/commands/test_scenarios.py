"""`dilemma scenarios`: what ships, by domain."""

from __future__ import annotations

import json

from dilemma import load
from dilemma.scenario import shipped
from tests.support.schemas import output
from tests.unit.cli.running import dilemma


def test_everything_that_ships_is_listed_by_a_name_that_finds_it() -> None:
    """The JSON obeys its schema, and each name leads to the file whose title and question it tells."""
    ran = dilemma("scenarios", "--json")
    record = json.loads(ran.out)
    output("scenarios").validate(record)
    rows = record["scenarios"]
    assert next(iter(record.values())) == "dilemma.scenarios/1"
    assert len(rows) == len({row["name"] for row in rows}) == len(shipped())
    for row in rows:
        scenario = load(row["name"]).scenario
        assert (row["title"], row["question"]) == (scenario.title, scenario.question)


def test_a_line_each_under_its_domain() -> None:
    """In a pipe each dilemma is one line, its question whole; small files come first, the literature last."""
    ran = dilemma("scenarios")
    lines = ran.out.splitlines()
    for name in shipped():
        document = load(name)
        assert [line.split()[0] for line in lines if line.endswith(document.scenario.question)] == [
            document.id
        ]
    headings = [line for line in lines if line and not line.startswith(" ")]
    assert headings[0].startswith("Small files")
    assert any("literature" in heading for heading in headings[-2:])
    without_domain = {name for name in shipped() if load(name).scenario.domain is None}
    assert without_domain == {name for name in shipped() if name.startswith("small/")}


def test_one_domain_alone_and_one_that_is_none() -> None:
    """A domain narrows the list; a word that is none is told with what is near."""
    assert {row["domain"] for row in json.loads(dilemma("scenarios", "war", "--json").out)["scenarios"]} == {
        "war"
    }
    ran = dilemma("scenarios", "medcine")
    assert (ran.code, ran.err) == (2, "dilemma: no domain 'medcine'; did you mean 'medicine'?\n")
