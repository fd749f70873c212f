"""The command `mcp`: an assistant drafts, is told what is wrong, mends, weighs, explains and finds cruxes."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.running import HANGS, ROOT, dilemma

pytest.importorskip("mcp", reason="the SDK of the protocol is an extra")

import anyio
from mcp import Client, MCPError, StdioServerParameters
from mcp.client.stdio import stdio_client

from dilemma.cli.commands.mcp import server
from dilemma.cli.commands.mcp.server import result_of
from dilemma.scenario import every_shipped

DRAFT = """\
format: 1
title: The river
question: May the mayor open the gate?
parties:
  village: {name: The village}
  farm: {name: The farm}
beliefs:
  rain: {claim: It rains on., probability: 0.4}
consequences:
  flood: {name: The village is flooded, party: village, value: -8, count: 1, when: rain}
  loss: {name: The farm is flooded, party: farm, value: -2, count: 1}
options:
  open:
    name: Open the gate
    consequences:
      loss: {}
  wait:
    name: Wait
    consequences:
      flood: {}
"""
BROKEN = DRAFT.replace("probability: 0.4", "probability: 4").replace("when: rain", "when: rian")

BOMB = "a: &a [x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 8)}]\n" for before, name in pairwise("abcdefghi")
)


def with_client(cwd: Path, talk: Callable[[Client], Awaitable[None]]) -> str:
    """Let a client of the SDK talk with the server over its streams; return its standard error."""
    log = cwd / "stderr.txt"

    async def run() -> None:
        started = StdioServerParameters(
            command=sys.executable,
            args=["-m", "dilemma", "mcp"],
            env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            cwd=cwd,
        )
        with log.open("w") as errors:
            async with Client(stdio_client(started, errlog=errors), read_timeout_seconds=HANGS) as client:
                await talk(client)

    anyio.run(run)
    return log.read_text()


async def record(client: Client, tool: str, **arguments: Any) -> Any:
    """Return the record of a tool's result, which is the same as data and as text."""
    result = await client.call_tool(tool, arguments)
    assert not result.is_error, result.content
    assert json.loads(result.content[0].text) == result.structured_content
    return result.structured_content


async def fault(client: Client, tool: str, **arguments: Any) -> str:
    """Return the message of a tool's error."""
    result = await client.call_tool(tool, arguments)
    assert result.is_error
    return str(result.content[0].text)


def test_a_draft_is_mended_and_weighed(tmp_path: Path) -> None:
    """An assistant gets the place of every mistake, mends the file, and gets verdicts, reasons and cruxes."""

    async def talk(client: Client) -> None:
        assert "dilemma://format" in (client.instructions or "")
        for tool in ("check", "weigh", "explain", "cruxes", "reconcile"):
            refused = await record(client, tool, text=BROKEN)
            assert refused["schema"] == "dilemma.check/1"
            assert not refused["valid"]
            places = {(one["line"], one["code"], one["suggestion"]) for one in refused["findings"]}
            assert places == {(8, "out-of-range", None), (10, "unknown-id", "rain")}
            assert all(one["column"] and one["message"] for one in refused["findings"])
        assert (await record(client, "check", text=DRAFT))["valid"]
        theory = {"text": DRAFT, "theories": ["utilitarian"]}
        (verdict,) = (await record(client, "weigh", **theory))["frameworks"]
        assert verdict["choice"] == ["open"]
        (argument,) = (await record(client, "explain", **theory, option="wait"))["frameworks"]
        assert (argument["id"], argument["choice"]) == ("utilitarian", ["open"])
        found = await record(client, "cruxes", **theory)
        assert "beliefs.rain.probability" in json.dumps(found)
        changed = await record(client, "weigh", **theory, set={"beliefs.rain.probability": "10%"})
        assert changed["frameworks"][0]["choice"] == ["wait"]
        assert (await record(client, "reconcile", text=DRAFT, even=True))["schema"] == "dilemma.reconcile/1"

    assert with_client(tmp_path, talk) == ""


def test_tools_and_resources_are_listed(tmp_path: Path) -> None:
    """Every tool has a short description and says its arguments; every resource can be read."""

    async def talk(client: Client) -> None:
        tools = (await client.list_tools()).tools
        names = ["check", "weigh", "explain", "cruxes", "reconcile", "schema", "scenarios"]
        assert [tool.name for tool in tools] == names
        for tool in tools:
            assert 0 < len(tool.description or "") < 200
            assert all(field["description"] for field in tool.input_schema["properties"].values())
        resources = {resource.uri for resource in (await client.list_resources()).resources}
        shipped = {f"dilemma://scenarios/{file.label}" for file in every_shipped()}
        assert shipped < resources
        texts = {uri: (await client.read_resource(uri)).contents[0].text for uri in resources}
        assert texts["dilemma://format"] == (ROOT / "docs/reference/scenario-file.md").read_text("utf-8")
        assert texts["dilemma://scenarios/cluster"] == (ROOT / "scenarios/cluster.yaml").read_text("utf-8")
        assert (await record(client, "check", text=texts["dilemma://starter"]))["valid"]
        for name in ("theories", "methods"):
            command = {"theories": "frameworks"}.get(name, name)
            assert json.loads(texts[f"dilemma://{name}"]) == json.loads(dilemma(command, "--json").out)
        schema = await record(client, "schema")
        assert schema == json.loads(dilemma("schema", "scenario").out)
        assert await record(client, "scenarios") == json.loads(dilemma("scenarios", "--json").out)

    assert with_client(tmp_path, talk) == ""


def test_hostile_input_leaves_the_server_alive(tmp_path: Path) -> None:
    """Huge text, bombs, wrong types, unknown names and paths are refused, and the next call is answered."""
    secret = tmp_path / "secret.yaml"
    secret.write_text(DRAFT)

    async def talk(client: Client) -> None:
        for text, code in (("x" * 3_000_000, "size"), (BOMB, "alias"), ("[" * 100_000, "depth")):
            assert code in {one["code"] for one in (await record(client, "weigh", text=text))["findings"]}
        for name in ("secret.yaml", "secret", str(secret), "../secret", "-", ".", "/etc/passwd", "a\0"):
            assert "no scenario" in await fault(client, "weigh", name=name)
        assert "no tool" in await fault(client, "x" * 10_000)
        for wrong in (
            {},
            {"name": "cluster", "text": DRAFT},
            {"name": 3},
            {"name": "a" * 1_000_000},
            {"text": ["format: 1"]},
            {"name": "cluster", "theory": ["kantian"]},
            {"name": "cluster", "theories": ["no-such"]},
            {"name": "cluster", "perspective": "no-such"},
            {"name": "cluster", "set": {"no.such": 1}},
            {"name": "cluster", "set": [1]},
            {"name": "cluster", "set": {"discount": {"a": {"b": [[]]}}}},
            {"name": "cluster", "keys": ["no-such"]},
            {f"key-{number}": "x" * 1000 for number in range(1000)},
        ):
            assert len(await fault(client, "weigh", **wrong)) < 3000
        assert "no schema" in await fault(client, "schema", name="../../x")
        for uri in ("file:///etc/passwd", "dilemma://scenarios/../secret", f"file://{secret}", "dilemma://x"):
            with pytest.raises(MCPError, match="no such resource"):
                await client.read_resource(uri)
        kept = await record(client, "weigh", name="cluster", keys=["agreement"])
        assert list(kept) == ["schema", "agreement"]

    with_client(tmp_path, talk)


def test_messages_name_what_a_caller_knows() -> None:
    """A message names arguments, tools and resources, not flags; of very many findings it says how many."""
    for tool, arguments, told in (
        ("weigh", {"name": "no-such-thing"}, "the tool scenarios lists"),
        ("weigh", {"name": "cluster", "theories": ["no-such-thing"]}, "dilemma://theories"),
        ("weigh", {"name": "cluster", "theories": [""]}, "theories: name a theory"),
        ("reconcile", {"name": "cluster", "methods": ["expected-raw"]}, "say shared_unit"),
        ("reconcile", {"name": "cluster", "shared_unit": True}, "methods expected-raw"),
    ):
        message = result_of(tool, arguments).content[0].text
        assert told in message
        assert "`dilemma " not in message
        assert "--" not in message
    record = result_of("weigh", {"text": "title: one\n" * 10_000}).structured_content
    assert len(record["findings"]) == 200
    assert record["left_out"] > 9_000


def test_only_the_protocol_is_on_standard_output() -> None:
    """Every line written is a message, whatever lines come in; the command ends with its input."""
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "a", "version": "1"}}
    lines = [
        json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello}),
        json.dumps({"jsonrpc": "2.0", "method": "notifications/initialized"}),
        *("no JSON", "[]", "\0", "[" * 50_000),
        '{"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": {"name": "\\ud800"}}',
        '{"jsonrpc": "2.0", "id": 3, "method": "ping"}',
    ]
    with subprocess.Popen(
        [sys.executable, "-m", "dilemma", "mcp"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("\n".join(lines) + "\n")
        process.stdin.flush()
        answers = []
        while not answers or answers[-1].get("id") != 3:
            answers.append(json.loads(process.stdout.readline()))
        process.stdin.close()
        answers += map(json.loads, process.stdout)
        assert process.wait(HANGS) == 0
    assert answers[0]["id"] == 1
    assert {one["jsonrpc"] for one in answers} == {"2.0"}


def test_it_ends_when_the_client_is_gone_or_by_a_signal() -> None:
    """Without a reader the server ends in silence, and Ctrl-C ends it at once."""
    command = [sys.executable, "-m", "dilemma", "mcp"]
    hello = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "ping"}) + "\n"
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    for interrupt in (False, True):
        with subprocess.Popen(command, text=True, cwd=ROOT, **pipes) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdin.write(hello)
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == 1
            if interrupt:
                process.send_signal(signal.SIGINT)
            else:
                process.stdout.close()
                process.stdin.write(hello)
                process.stdin.close()
            assert process.wait(HANGS) == (-signal.SIGINT if interrupt else 0)
            assert process.stderr.read() == ""


def test_a_bug_is_a_clear_error(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A fault of the program ends one call, with a sentence for the assistant and one on standard error."""

    class Faulty(server.TOOLS["schema"]):  # type: ignore[misc]
        def record(self) -> Any:
            raise ZeroDivisionError("by zero\nand more")

    monkeypatch.setattr(server, "TOOLS", {"schema": Faulty})
    result = result_of("schema", {})
    assert result.is_error
    assert result.content[0].text == "this is a bug in dilemma (ZeroDivisionError: by zero)"
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "dilemma: mcp: a bug in the tool schema: ZeroDivisionError: by zero\n"


def test_without_the_sdk_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the command says in one sentence what to install; nothing else needs it."""
    monkeypatch.setattr("dilemma.cli.commands.mcp.command.find_spec", lambda _: None)
    assert dilemma("mcp") == (
        2,
        "",
        "dilemma: mcp: needs the package mcp: `pip install 'dilemma-weigh[mcp]'`\n",
    )
    loads = "import sys, dilemma.cli.commands.mcp, dilemma.api; sys.exit('mcp.server' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", loads], cwd=ROOT).returncode == 0


COMMANDS = {
    "check": {},
    "weigh": {},
    "reconcile": {"theories": ["kantian", "utilitarian", "virtue"]},
    "explain": {"theories": ["kantian", "utilitarian"]},
    "cruxes": {"theories": ["kantian", "utilitarian"]},
}


@pytest.mark.parametrize("file", every_shipped(), ids=lambda file: file.label)
def test_a_tool_returns_what_the_command_prints(file: Any) -> None:
    """For every shipped file, a tool's data are those that the command prints with --json."""
    for command, arguments in COMMANDS.items():
        flags = [word for name in arguments.get("theories", ()) for word in ("-f", name)]
        printed = json.loads(dilemma(command, file.label, "--json", *flags).out)
        assert result_of(command, {"name": file.label, **arguments}).structured_content == printed


@pytest.mark.parametrize("command", COMMANDS)
def test_settings_are_those_of_the_flags(command: str) -> None:
    """A changed number, a perspective and theories give the result that flags give."""
    if command == "check":
        flags, arguments = ["--ask"], {"ask": True}
    else:
        flags = ["-s", "discount=0.02", "--as", "critics", "-f", "utilitarian,rossian"]
        arguments = {
            "set": {"discount": 0.02},
            "perspective": "critics",
            "theories": ["utilitarian", "rossian"],
        }
    printed = json.loads(dilemma(command, "cluster", "--json", *flags).out)
    assert result_of(command, {"name": "cluster", **arguments}).structured_content == printed
