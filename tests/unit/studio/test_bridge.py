"""What the studio's page asks of Python."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dilemma.scenario.files import every_shipped
from dilemma.studio import bridge
from tests.unit.cli.running import dilemma


def asked(name: str, **given: Any) -> Any:
    return json.loads(bridge.asked(name, json.dumps(given)))


@pytest.fixture(scope="module")
def text() -> str:
    return asked("starter")["text"]


def test_the_answer_is_that_of_the_page(text: str) -> None:
    """The first screen tells the question, the answer in a sentence, and each theory's marks."""
    html = asked("answer", text=text, file="mine.yaml")["html"]
    for told in ("the care home by the river", 'id="choices"', 'id="picture"', "Move everyone upstairs"):
        assert told in html
    assert "is being worked out" in html


def test_what_decides_is_told_with_what_wavers(text: str) -> None:
    """The second answer names the theories that waver and the numbers that turn most of them."""
    found = asked("decides", text=text, file="mine.yaml")
    assert "is being worked out" not in found["html"]
    assert found["cards"].count('<article class="number"') == 3
    assert found["more"] > 0


def test_errors_come_with_their_places(text: str) -> None:
    """An invalid text is answered with each error, its line and its columns, by every question."""
    broken = text.replace("size: 10 ", "size: ten ")
    for question in ("answer", "decides", "page", "weigh"):
        found = asked(question, text=broken, file="mine.yaml")
        (one,) = found["findings"]
        assert found["error"]
        assert broken.splitlines()[one["line"] - 1][one["column"] - 1 : one["end_column"] - 1] == "ten"
    examined = asked("examine", text=broken, file="mine.yaml")
    assert not examined["valid"]
    assert examined["findings"] == found["findings"]


def test_a_valid_text_is_examined_as_check_does(text: str) -> None:
    """The questions on a valid text are those that `dilemma check` raises."""
    examined = asked("examine", text=text, file="mine.yaml")
    assert examined["valid"]
    assert [one["code"] for one in examined["findings"]] == ["mostly-judgements"]
    assert examined["perspectives"] == {
        "cautious": "Trust the forecast's high end",
        "home-first": "A home is not a hazard",
    }


@pytest.mark.parametrize("name", ["triage", "cluster"])
def test_it_weighs_as_the_command_does(name: str) -> None:
    """The weighing of a file is what the command prints, but for how the command names it."""
    (file,) = (one for one in every_shipped() if one.id == name)
    weighed = asked("weigh", text=file.raw().decode(), file=f"{name}.yaml")
    printed = json.loads(dilemma("weigh", name, "--json").out)
    assert weighed.pop("settings") | {"command": ""} == printed.pop("settings") | {"command": ""}
    assert weighed == printed


def test_views_are_brought_together(text: str) -> None:
    """Views are taken by their text; one that is broken is left out, and said with its place."""
    views = [
        {"name": "ann.yaml", "text": view("ann", "beliefs.flood.probability: 0.05")},
        {"name": "ben.yaml", "text": view("ben", "beliefs.flood.probability: 0.4")},
        {"name": "ann.yaml", "text": view("cat", "beliefs.flood.probability: 7")},
    ]
    found = asked("collect", text=text, file="mine.yaml", views=views)
    assert (found["taken"], found["left_out"]) == (2, 1)
    (one,) = found["findings"]
    assert one["place"].startswith("ann.yaml:")
    assert "2 views" in found["html"]


def test_what_else_to_know_of_views_is_said(text: str) -> None:
    """Names of several views, and copies, are told by the names of the files as given."""
    one, other = (view("ann", f"beliefs.flood.probability: {value}") for value in ("0.05", "0.4"))
    views = [{"name": f"{name}.yaml", "text": said} for name, said in (("a", one), ("b", one), ("c", other))]
    found = asked("collect", text=text, file="mine.yaml", views=views)
    assert (found["taken"], found["left_out"], found["findings"]) == (2, 0, [])
    copy, shared = found["remarks"]
    assert copy == "b.yaml is a copy of a.yaml: it is counted once"
    assert shared.startswith("2 views are named “ann” (a.yaml, c.yaml): each counts")


def test_no_view_at_all_is_said(text: str) -> None:
    """Where no view can be taken, the reason is told instead of a page."""
    found = asked("collect", text=text, file="mine.yaml", views=[{"name": "a.yaml", "text": "- 1\n"}])
    assert found["error"].startswith("no view could be taken: a.yaml:1:1: ")
    near = [{"name": "a.yaml", "text": view("ann", "beliefs.flod.probability: 0.4")}]
    found = asked("collect", text=text, file="mine.yaml", views=near)
    assert found["error"].endswith("did you mean 'beliefs.flood.probability'?")


def test_a_workbook_becomes_text() -> None:
    """A workbook is turned into the text of a file, which weighs the same."""
    openpyxl = pytest.importorskip("openpyxl", reason="workbooks need openpyxl")
    assert openpyxl
    from dilemma.scenario.document import read, source_of
    from dilemma.scenario.sheets.conversion import file_bytes

    raw = bridge.starter()["text"].encode()
    document = read(raw, "mine.yaml", "mine")
    book = file_bytes(source_of(raw, "mine.yaml").tree.data, "xlsx", "mine.xlsx", (), "")
    text = asked("convert", bytes_in_hex=book.hex(), file="mine.xlsx")["text"]
    assert read(text.encode(), "mine.yaml", "mine").scenario == document.scenario


def view(person: str, setting: str) -> str:
    return f"view: 1\nof: mine\nname: {person}\nset:\n  {setting}\n"
