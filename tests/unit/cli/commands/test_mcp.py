"""The command `mcp`: an assistant drafts, is told what is wrong, mends, weighs, explains and finds cruxes."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.running import HANGS, ROOT, dilemma

pytest.importorskip("mcp", reason="the SDK of the protocol is an extra")

import anyio
from anyio.from_thread import start_blocking_portal
from mcp import Client, MCPDeprecationWarning, MCPError, StdioServerParameters
from mcp.client.stdio import stdio_client

from dilemma import load
from dilemma.cli.commands.mcp import server
from dilemma.cli.commands.mcp.server import make_server
from dilemma.cli.commands.mcp.wording import in_tool_words
from dilemma.scenario import every_shipped
from tests.unit.cli.commands.hanging_call import DYING, HANGING, answer_hang_or_die

Talk = Callable[[Client], Awaitable[None]]

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


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the server starts, with a scenario that it may not read."""
    path = tmp_path_factory.mktemp("mcp")
    (path / "secret.yaml").write_text(DRAFT)
    return path


@pytest.fixture(scope="module")
def talk(folder: Path) -> Iterator[Callable[[Talk], None]]:
    """Yield a function that lets a client of the SDK talk with a server over its streams."""
    started = StdioServerParameters(
        command=sys.executable,
        args=["-m", "dilemma", "mcp"],
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        cwd=folder,
    )
    log = folder / "stderr.txt"
    with log.open("w") as errors, start_blocking_portal() as portal:
        connected = Client(stdio_client(started, errlog=errors), read_timeout_seconds=HANGS)
        with portal.wrap_async_context_manager(connected) as client:
            yield lambda say: portal.call(say, client)
    assert log.read_text() == ""


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


def test_a_draft_is_mended_and_weighed(talk: Callable[[Talk], None]) -> None:
    """An assistant gets the place of every mistake, mends the file, and gets verdicts, reasons and cruxes."""

    async def say(client: Client) -> None:
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

    talk(say)


def test_tools_and_resources_are_listed(talk: Callable[[Talk], None]) -> None:
    """Every tool has a short description and says its arguments; every resource says what it is."""

    async def say(client: Client) -> None:
        tools = (await client.list_tools()).tools
        names = ["check", "weigh", "explain", "cruxes", "reconcile", "schema", "scenarios"]
        assert [tool.name for tool in tools] == names
        for tool in tools:
            assert 0 < len(tool.description or "") < 200
            assert all(field["description"] for field in tool.input_schema["properties"].values())
            assert in_tool_words(tool.model_dump()) == tool.model_dump()
        weigh = next(tool for tool in tools if tool.name == "weigh").input_schema["properties"]
        assert "agreement" in weigh["keys"]["items"]["enum"]
        listed = {
            resource.uri: resource.description for resource in (await client.list_resources()).resources
        }
        assert {f"dilemma://scenarios/{file.label}" for file in every_shipped()} < set(listed)
        assert len(set(listed.values())) == len(listed)
        cluster = "dilemma://scenarios/cluster"
        assert listed[cluster] == load("cluster").scenario.question
        read = {*listed} - {f"dilemma://scenarios/{file.label}" for file in every_shipped()} | {cluster}
        texts = {uri: (await client.read_resource(uri)).contents[0].text for uri in read}
        assert texts[cluster] == (ROOT / "scenarios/cluster.yaml").read_text("utf-8")
        assert (await record(client, "check", text=texts["dilemma://starter"]))["valid"]

    talk(say)


def test_hostile_input_leaves_the_server_alive(talk: Callable[[Talk], None], folder: Path) -> None:
    """Huge text, bombs, wrong types, unknown names and paths are refused, and the next call is answered."""
    secret = str(folder / "secret.yaml")

    async def say(client: Client) -> None:
        for text, code in (("x" * 3_000_000, "size"), (BOMB, "alias"), ("[" * 100_000, "depth")):
            assert code in {one["code"] for one in (await record(client, "weigh", text=text))["findings"]}
        for name in ("secret.yaml", "secret", secret, "../secret", "-", ".", "/etc/passwd", "a\0"):
            assert "no scenario" in await fault(client, "weigh", name=name)
        assert "no tool" in await fault(client, "x" * 10_000)
        for wrong in (
            {"name": "a" * 1_000_000},
            {"name": "cluster", "set": {"discount": {"a": {"b": [[]]}}}},
            {f"key-{number}": "x" * 1000 for number in range(1000)},
        ):
            assert len(await fault(client, "weigh", **wrong)) < 3000
        for uri in ("file:///etc/passwd", "dilemma://scenarios/../secret", f"file://{secret}", "dilemma://x"):
            with pytest.raises(MCPError, match="no such resource"):
                await client.read_resource(uri)
        kept = await record(client, "weigh", name="cluster", keys=["agreement"])
        assert list(kept) == ["schema", "agreement"]

    talk(say)


def test_a_call_can_be_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """While a call runs the server answers others; one cancelled, too long or dead does not stop the next."""
    monkeypatch.setattr(server, "answer_within", answer_hang_or_die)

    async def say() -> None:
        async with Client(make_server(), read_timeout_seconds=HANGS, mode="legacy") as client:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(client.call_tool, HANGING, {"name": "means"})
                await anyio.wait_all_tasks_blocked()
                with pytest.warns(MCPDeprecationWarning):
                    await client.send_ping()
                tasks.cancel_scope.cancel()
            assert (await record(client, "schema", name="check"))["title"]
            assert "ended unexpectedly" in await fault(client, DYING, name="means")
            monkeypatch.setattr(server, "MOST_SECONDS", 0.1)
            message = await fault(client, HANGING, name="means")
            assert "not end within 0.1 seconds" in message
            assert "name a few in `theories`" in message

    anyio.run(say)


NO_MESSAGES = (
    ("no JSON", -32700, None),
    ("\0", -32700, None),
    ("[" * 50_000, -32700, None),
    ("[" * 198 + "]" * 198, -32600, None),
    ("[" * 300 + "]" * 300, -32700, None),
    ("[]", -32600, None),
    ('[{"jsonrpc": "2.0", "id": 2, "method": "ping"}]', -32600, None),
    ('"x"', -32600, None),
    ('{"jsonrpc": "2.0", "id": 2, "method": "ping", "params": {"a": "\\ud800"}}', -32700, 2),
    ('{"jsonrpc": "2.0", "id": "\\ud800", "method": "ping"}', -32700, None),
    ('{"jsonrpc": "2.0", "id": "x", "method": "ping", "params": {"a": %s}}' % ("9" * 6000), -32700, "x"),
    ('{"jsonrpc": "2.0", "id": 5, "method": 5}', -32600, 5),
    ('{"id": 6, "method": "ping"}', -32600, 6),
    ('{"jsonrpc": "2.0", "id": 7, "method": "tools/call"}', -32602, 7),
    ('{"jsonrpc": "2.0", "id": 8, "method": "tools/call", "params": {"name": 5}}', -32602, 8),
    (
        '{"jsonrpc": "2.0", "id": "y", "method": "tools/call", "params": {"name": "", "arguments": "{}"}}',
        -32602,
        "y",
    ),
)
"""Lines that hold no message, or no call, with the code and the id of the error that each gets."""


def test_only_the_protocol_is_on_standard_output() -> None:
    """A line that is no message gets an error, with its id if it has one; all written are messages."""
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "a", "version": "1"}}
    lines = [
        json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello}),
        json.dumps({"jsonrpc": "2.0", "method": "notifications/initialized"}),
        *(line for line, _, _ in NO_MESSAGES),
        "",
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
    refused = [(one["error"]["code"], one["id"]) for one in answers if "error" in one]
    assert refused == [(code, id) for _, code, id in NO_MESSAGES]
    told = {one["id"]: one["error"]["message"] for one in answers if "error" in one}
    assert told[7] == told[8].replace("got 5", "got null")
    assert told[8] == "tools/call: name: must be the text that names a tool; got 5"
    assert told["y"] == 'tools/call: arguments: must be a map from argument to value; got "{}"'


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


@pytest.mark.parametrize(
    ("redirected", "code", "told"),
    [
        ("<&-", 2, "dilemma: cannot read <stdin>: it is closed\n"),
        (">/dev/full", 1, "dilemma: mcp: lost the client: No space left on device\n"),
    ],
)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_streams_that_fail_are_told_in_a_sentence(redirected: str, code: int, told: str) -> None:
    """A closed input, or an output that cannot be written, ends the server with what is wrong."""
    hello = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "ping"})
    ended = subprocess.run(
        ["sh", "-c", f'exec "$0" -m dilemma mcp {redirected}', sys.executable],
        input=hello,
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=HANGS,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (code, "", told)


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
