"""The server: the tools and resources as the SDK of the protocol serves them."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import anyio
import anyio.to_process
import anyio.to_thread
from mcp import MCPError, types
from mcp.server import Server
from mcp.server.stdio import stdio_server
from mcp.shared.message import SessionMessage

from dilemma import __version__
from dilemma.cli.commands.mcp.calls import Answer, answer_within
from dilemma.cli.commands.mcp.lines import pass_messages
from dilemma.cli.commands.mcp.resources import descriptions, readable
from dilemma.cli.commands.mcp.tools import TOOLS
from dilemma.cli.messages import remark
from dilemma.errors import CannotRead, CannotWrite

if TYPE_CHECKING:
    from typing import TypeAlias

    from mcp.server import ServerRequestContext

    from dilemma.cli.commands.mcp.arguments import Call

    Context: TypeAlias = ServerRequestContext[Any]
    Page: TypeAlias = types.PaginatedRequestParams | None

__all__ = ["make_server", "serve"]

INSTRUCTIONS = """\
Weigh ethical dilemmas by computation, not by opinion. To model a case, read the resource dilemma://format, \
and for the keys of a part, such as consequences, call schema with it; write a file, mend what check finds, \
then weigh it. A file that is not valid gets the record of check from every tool. Name theories, and keys of \
the result, to keep an answer short; dilemma://theories and dilemma://methods list them. The numbers of a \
file are its author's: say where they come from, and use cruxes to find those that decide."""

MOST_SECONDS = 55.0
"""The time for one call. Many clients give up after 60 seconds, and would not see why nothing came."""

SPARE_SECONDS = 5.0
"""The time after which a process that the server did not end, as it should, ends itself."""

READING = types.ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
"""Every tool computes from its arguments and from files that ship, and changes nothing."""


def serve() -> None:
    """Serve the protocol over standard input and output until the input ends.

    While it runs, what any other code writes to standard output goes to standard error. Raises CannotRead if
    the input is closed, CannotWrite if the client cannot be read from or written to any more.
    """
    if sys.stdin is None:
        raise CannotRead("cannot read <stdin>: it is closed")
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # else Ctrl-C would wait for the next line of input
    try:
        anyio.run(_serve)
    except* BrokenPipeError:
        pass  # the client is gone
    except* OSError as errors:
        error = next(leaves(errors))
        raise CannotWrite(f"mcp: lost the client: {error.strerror or error}") from error


def leaves(errors: BaseExceptionGroup[OSError]) -> Iterator[OSError]:
    """Yield the errors in a group and in the groups within it."""
    for one in errors.exceptions:
        yield from leaves(one) if isinstance(one, BaseExceptionGroup) else (one,)


async def _serve() -> None:
    """Serve one client over standard input and output."""
    server = make_server()
    async with stdio_server() as (incoming, outgoing), anyio.create_task_group() as tasks:
        passed_on, messages = anyio.create_memory_object_stream[SessionMessage | Exception]()
        tasks.start_soon(pass_messages, incoming, passed_on, outgoing.send)
        await server.run(messages, outgoing, server.create_initialization_options())


def make_server() -> Server[Any]:
    """Return the server, which computes one call at a time."""
    one_at_a_time = anyio.Lock()

    async def call(context: Context, params: types.CallToolRequestParams) -> types.CallToolResult:  # noqa: ARG001
        async with one_at_a_time:
            return await _called(params.name, params.arguments or {})

    return Server(
        "dilemma",
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=_list_tools,
        on_call_tool=call,
        on_list_resources=_list_resources,
        on_read_resource=_read_resource,
    )


async def _called(name: str, arguments: dict[str, Any]) -> types.CallToolResult:
    """Return the result of a tool, computed in another process, which is ended if the call is cancelled.

    The process stays for the next call. A call of more than MOST_SECONDS is an error, and so is one whose
    process died.
    """
    try:
        with anyio.fail_after(MOST_SECONDS):
            found, said = await anyio.to_process.run_sync(
                answer_within, name, arguments, MOST_SECONDS + SPARE_SECONDS, cancellable=True
            )
    except TimeoutError:
        return _result(Answer(_too_long(name), is_error=True))
    except anyio.BrokenWorkerProcess:
        died = f"the process that computed {name} ended unexpectedly, perhaps for want of memory"
        return _result(Answer(died, is_error=True))
    if said:
        remark(said.rstrip("\n"))
    return _result(found)


def _too_long(name: str) -> str:
    """Return the message for a call that took too long: what to reduce, by the arguments the tool has."""
    arguments = TOOLS[name].arguments() if name in TOOLS else {}
    lists = [f"`{one}`" for one in ("theories", "methods") if one in arguments]
    few = f"name a few in {' or '.join(lists)}, or " if lists else ""
    return (
        f"{name} did not end within {MOST_SECONDS:g} seconds and was stopped: {few}give a file with fewer "
        "options, fewer beliefs that no option sets, and fewer numbers with a range"
    )


def _result(found: Answer) -> types.CallToolResult:
    """Return an answer as a result: as data, and as the same JSON in text for clients that read only text."""
    content: list[types.ContentBlock] = [types.TextContent(type="text", text=found.text)]
    data = None if found.is_error else json.loads(found.text)
    return types.CallToolResult(content=content, structured_content=data, is_error=found.is_error)


async def _list_tools(context: Context, params: Page) -> types.ListToolsResult:  # noqa: ARG001
    """Return all tools."""
    return types.ListToolsResult(tools=[_tool(name, call) for name, call in TOOLS.items()])


def _tool(name: str, call: type[Call]) -> types.Tool:
    """Return a tool as it is listed: its description and the schema of its arguments."""
    description = " ".join((call.__doc__ or "").split())
    return types.Tool(
        name=name, description=description, input_schema=call.input_schema(), annotations=READING
    )


async def _list_resources(context: Context, params: Page) -> types.ListResourcesResult:  # noqa: ARG001
    """Return all resources."""
    about = await anyio.to_thread.run_sync(descriptions)
    resources = [
        types.Resource(uri=one.uri, name=one.name, description=about[one.uri], mime_type=one.media_type)
        for one in readable().values()
    ]
    return types.ListResourcesResult(resources=resources)


async def _read_resource(
    context: Context,  # noqa: ARG001
    params: types.ReadResourceRequestParams,
) -> types.ReadResourceResult:
    """Return the text of a resource; any other URI is refused, and no file is looked for."""
    found = readable().get(str(params.uri))
    if found is None:
        raise MCPError(types.INVALID_PARAMS, "there is no such resource; list them to see their URIs")
    text = types.TextResourceContents(uri=params.uri, mime_type=found.media_type, text=found.text())
    return types.ReadResourceResult(contents=[text])
