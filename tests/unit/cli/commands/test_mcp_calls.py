"""The answers of the tools of `mcp`: the records of the commands, and errors in the words of a call."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from dilemma.cli.commands.mcp import calls, resources
from dilemma.cli.commands.mcp.calls import answer
from dilemma.cli.commands.mcp.tools import SCHEMAS, TOOLS
from dilemma.cli.commands.mcp.wording import in_tool_words
from dilemma.errors import MOST_SHOWN
from tests.unit.cli.running import dilemma

TYPED = re.compile(
    r"(?<![\w-])--[a-z]|`-[a-z] |dilemma (check|weigh|explain|cruxes|reconcile|schema|scenarios)\b"
)
"""What only somebody at a terminal can do anything with."""

ONE_THEORY = {"name": "means", "theories": ["kantian"]}


def result(tool: str, **arguments: Any) -> Any:
    """Return the data of a tool's result."""
    text, is_error = answer(tool, arguments)
    assert not is_error, text
    return json.loads(text)


def fault(tool: str, **arguments: Any) -> str:
    """Return the message of a tool's error."""
    text, is_error = answer(tool, arguments)
    assert is_error
    return text


@pytest.mark.parametrize("command", ["check", "weigh", "explain", "cruxes", "reconcile"])
def test_a_tool_returns_what_the_command_prints(command: str) -> None:
    """A tool's data at settings are those that the command prints with --json for the same flags."""
    flags, arguments = [], {}
    if command != "check":
        flags = ["-s", "discount=0.02", "--as", "amy", "-f", "utilitarian,rossian"]
        arguments = {"set": {"discount": 0.02}, "perspective": "amy", "theories": ["utilitarian", "rossian"]}
    printed = json.loads(dilemma(command, "heinz", "--json", *flags).out)
    assert result(command, name="heinz", **arguments) == in_tool_words(printed)


def test_check_asks_what_the_command_asks() -> None:
    """With `ask`, the questions that only an author can answer are put, as by the flag of the command."""
    assert result("check", name="means", ask=True) == in_tool_words(
        json.loads(dilemma("check", "means", "--json", "--ask").out)
    )


def test_lists_and_schemas_can_be_had_in_part() -> None:
    """A list of scenarios is short unless details are asked for; of a schema one key can be had alone."""
    assert result("scenarios", details=True) == json.loads(dilemma("scenarios", "--json").out)
    assert {tuple(one) for one in result("scenarios")["scenarios"]} == {("id", "title", "question")}
    whole, part = result("schema"), result("schema", part="beliefs")
    assert whole == json.loads(dilemma("schema", "scenario").out)
    assert part["additionalProperties"] == {"$ref": "#/$defs/Belief"} or "Belief" in json.dumps(part)
    assert part["$defs"]["Belief"] == whole["$defs"]["Belief"]
    assert "Duty" not in part["$defs"]
    assert "no part 'belief'; did you mean 'beliefs'?" in fault("schema", part="belief")


def test_nothing_is_said_of_commands_and_flags() -> None:
    """What an assistant reads names tools and arguments, never what is typed at a terminal."""
    said = [json.dumps(result("schema", name=name)) for name in SCHEMAS]
    said += [json.dumps(tool.input_schema()) + str(tool.__doc__) for tool in TOOLS.values()]
    said += [one.text() for one in resources.readable().values() if "/scenarios/" not in one.uri]
    said += [*resources.descriptions().values()]
    explained = result("explain", name="cluster", theories=["utilitarian"], option="A")
    said += [paragraph for one in explained["frameworks"] for paragraph in one["paragraphs"]]
    said.append(json.dumps(result("check", name="means", ask=True)))
    for text in said:
        assert not TYPED.search(text), TYPED.search(text)


def test_messages_name_what_a_caller_knows() -> None:
    """A message names arguments, tools and resources, not flags; of very many findings it says how many."""
    for tool, arguments, told in (
        ("weigh", {"name": "no-such-thing"}, "the tool scenarios lists"),
        ("weigh", {"name": "cluster", "theories": ["no-such-thing"]}, "dilemma://theories"),
        ("weigh", {"name": "cluster", "theories": [""]}, "theories: name a theory"),
        ("reconcile", {"name": "cluster", "methods": ["expected-raw"]}, "say shared_unit"),
        ("reconcile", {"name": "cluster", "shared_unit": True}, "methods expected-raw"),
        ("schema", {"name": "../../x"}, "no schema"),
    ):
        message = fault(tool, **arguments)
        assert told in message
        assert not TYPED.search(message)
    found = result("weigh", text="title: one\n" * 10_000)
    assert len(found["findings"]) == 200
    assert found["left_out"] > 9_000


@pytest.mark.parametrize(
    ("tool", "arguments", "message"),
    [
        ("weigh", {}, "give either `name`, of a shipped scenario, or `text`, a scenario file; got neither"),
        ("weigh", {"name": 3}, "name: must be a text of at most 200 characters; got 3"),
        ("weigh", {"text": ["a"]}, 'text: must be a text; got ["a"]'),
        ("weigh", {"theories": "kantian"}, "theories: must be a list of at most 200 names"),
        ("weigh", {"theories": [3]}, "; got [3]"),
        (
            "weigh",
            {"set": [1]},
            "set: must be a map of at most 200 addresses, each with its new value; got [1]",
        ),
        ("weigh", {"theory": ["kantian"]}, "no argument 'theory'; did you mean 'theories'?"),
        ("weigh", {"draws": None}, "no argument 'draws'; there are name, text, set,"),
        ("check", {"ask": "perhaps"}, 'ask: must be true or false; got "perhaps"'),
        ("reconcile", {"veto": []}, 'veto: must be a share: 0.35, "35%" or "1/3"; got []'),
        ("reconcile", {"credences": {"kantian": []}}, "credences: must be a map of at most 200 theories"),
        ("weigh", {"name": "means", "keys": ["agreemnt"]}, "no key 'agreemnt'; did you mean 'agreement'?"),
    ],
)
def test_a_wrong_argument_is_named(tool: str, arguments: dict[str, Any], message: str) -> None:
    """The message names the argument, says what it must be and what came, in plain words."""
    assert message in fault(tool, **arguments)


def test_keys_are_checked_before_anything_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that results do not have is refused at once."""
    monkeypatch.setattr(TOOLS["cruxes"], "complete_record", lambda _: pytest.fail("it was computed"))
    assert "no key 'x'" in fault("cruxes", name="means", keys=["x"])


def test_null_counts_as_left_out() -> None:
    """An optional argument that is null has its default, since many clients send every argument."""
    nulls = dict.fromkeys(("text", "set", "perspective", "keys"))
    assert result("weigh", **ONE_THEORY, **nulls) == result("weigh", **ONE_THEORY)


@pytest.mark.parametrize("value", ["x" * 5000, ["x" * 5000], "[1, {" + "x" * 5000 + "]", {"x" * 5000: 1}])
@pytest.mark.parametrize("address", ["baseline", "beliefs.rain.probability", "nowhere"])
def test_a_huge_value_is_not_repeated_whole(value: object, address: str) -> None:
    """A message repeats no more than the beginning of a long value."""
    assert len(fault("weigh", name="cluster", set={address: value})) < 400


@pytest.mark.parametrize(
    ("address", "value"),
    [
        ("panel", ["a"] * 10_000),
        ("parties", {f"k{number}": number for number in range(3000)}),
    ],
)
def test_mistakes_in_one_value_are_told_in_bounded_number(address: str, value: object) -> None:
    """A value with thousands of mistakes makes a message of the first, which says how many more there are."""
    *told, last = fault("weigh", name="cluster", set={address: value}).split("\n")
    assert len(told) == MOST_SHOWN
    assert re.fullmatch(r"and [\d,]+ more", last)


def test_a_long_credence_is_not_repeated_whole() -> None:
    """A message repeats no more than the beginning of a credence that is none."""
    for arguments in ({"veto": "9" * 5000}, {"credences": {"kantian": "9" * 5000}}):
        assert len(fault("reconcile", name="cluster", **arguments)) < 400


def test_a_bug_is_a_clear_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault of the program ends one call, with a sentence for the assistant and one on standard error."""

    class Faulty(TOOLS["schema"]):  # type: ignore[misc]
        def record(self) -> Any:
            raise ZeroDivisionError("by zero\nand more")

    monkeypatch.setattr(calls, "TOOLS", {"schema": Faulty})
    assert fault("schema") == "this is a bug in dilemma (ZeroDivisionError: by zero)"
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "dilemma: mcp: a bug in the tool schema: ZeroDivisionError: by zero\n"
