"""The server: the tools and resources as the SDK of the protocol serves them."""

from __future__ import annotations

import json
import signal
from typing import TYPE_CHECKING, Any

import anyio
import anyio.to_thread
from mcp import MCPError, types
from mcp.server import Server
from mcp.server.stdio import stdio_server
from pydantic import ValidationError
from pydantic.json_schema import GenerateJsonSchema

from dilemma import __version__
from dilemma.cli.commands.mcp.resources import readable
from dilemma.cli.commands.mcp.tools import TOOLS, findings_record
from dilemma.cli.messages import remark
from dilemma.cli.output import json_line
from dilemma.errors import DilemmaError, InvalidScenario

if TYPE_CHECKING:
    from typing import TypeAlias

    from mcp.server import ServerRequestContext

    from dilemma.cli.commands.mcp.arguments import Call

    Context: TypeAlias = ServerRequestContext[Any]
    Page: TypeAlias = types.PaginatedRequestParams | None

__all__ = ["serve"]

INSTRUCTIONS = """\
Weigh ethical dilemmas by computation, not by opinion. To model a case, read the resource dilemma://format \
and, for every key, call schema; write a file, mend what check finds, then weigh it. A file that is not \
valid gets the record of check from every tool. Name theories, or keys of the result, to keep an answer \
short; dilemma://theories and dilemma://methods list them. The numbers of a file are its author's: say where \
they come from, and use cruxes to find those that decide."""

ARGUMENTS = {
    "addresses": "set",
    "credences": "credences",
    "dilemma.CATALOGUE": "the resource dilemma://theories",
    "dilemma.library()": "the tool scenarios",
    "frameworks": "theories",
    "methods": "methods",
    "one_scale": "shared_unit",
}
"""What an error of the library names, and what stands for it in a call."""

MOST_LETTERS = 200  # of what a message quotes from a call
MOST_MISTAKES = 10  # in one message

READING = types.ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
"""Every tool computes from its arguments and from files that ship, and changes nothing."""


class _Untitled(GenerateJsonSchema):
    """JSON Schemas without titles, which would only repeat the names of the fields."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - for every field
        return False


def serve() -> None:
    """Serve the protocol over standard input and output until the input ends.

    While it runs, what any other code writes to standard output goes to standard error.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # else Ctrl-C would wait for the next line of input
    try:
        anyio.run(_serve)
    except* BrokenPipeError:
        pass  # the client is gone


async def _serve() -> None:
    """Serve one client."""
    one_at_a_time = anyio.CapacityLimiter(1)

    async def call(context: Context, params: types.CallToolRequestParams) -> types.CallToolResult:  # noqa: ARG001
        return await anyio.to_thread.run_sync(
            result_of, params.name, params.arguments or {}, limiter=one_at_a_time
        )

    server = Server(
        "dilemma",
        version=__version__,
        instructions=INSTRUCTIONS,
        on_list_tools=_list_tools,
        on_call_tool=call,
        on_list_resources=_list_resources,
        on_read_resource=_read_resource,
    )
    async with stdio_server() as (incoming, outgoing):
        await server.run(incoming, outgoing, server.create_initialization_options())


async def _list_tools(context: Context, params: Page) -> types.ListToolsResult:  # noqa: ARG001
    """Return all tools."""
    return types.ListToolsResult(tools=[_tool(name, call) for name, call in TOOLS.items()])


def _tool(name: str, call: type[Call]) -> types.Tool:
    """Return a tool as it is listed: its description and the schema of its arguments."""
    schema = call.model_json_schema(schema_generator=_Untitled)
    description = " ".join(schema.pop("description").split())
    del schema["title"]
    return types.Tool(name=name, description=description, input_schema=schema, annotations=READING)


def result_of(name: str, arguments: dict[str, Any]) -> types.CallToolResult:
    """Return the result of a tool, or as an error what is wrong with the call.

    The findings in an invalid scenario are a result: an assistant mends the file by them.
    """
    if name not in TOOLS:
        return _fault(f"there is no tool {name[:MOST_LETTERS]!r}; there are {', '.join(TOOLS)}")
    try:
        return _answer(TOOLS[name].model_validate(arguments).record())
    except ValidationError as error:
        mistakes = error.errors(include_url=False, include_input=False)[:MOST_MISTAKES]
        return _fault("\n".join(map(_wrong_argument, mistakes)))
    except InvalidScenario as error:
        return _answer(findings_record(error.findings[0].file, error.digest, error.findings))
    except DilemmaError as error:
        return _fault(error.worded(ARGUMENTS))
    except Exception as error:  # noqa: BLE001 - a bug of ours ends one call, not the server
        summary = f"{type(error).__name__}: {error}".partition("\n")[0]
        remark(f"dilemma: mcp: a bug in the tool {name}: {summary}")
        return _fault(f"this is a bug in dilemma ({summary})")


def _answer(record: Any) -> types.CallToolResult:
    """Return a record as a result: as data, and as the same JSON in text for clients that read only text."""
    text = json_line(record)
    content: list[types.ContentBlock] = [types.TextContent(type="text", text=text)]
    return types.CallToolResult(content=content, structured_content=json.loads(text))


def _fault(message: str) -> types.CallToolResult:
    """Return a message as the error of a tool, which an assistant reads."""
    return types.CallToolResult(content=[types.TextContent(type="text", text=message)], is_error=True)


def _wrong_argument(error: Any) -> str:
    """Return what is wrong with an argument, in one line."""
    place = ".".join(map(str, error["loc"])) or "arguments"
    return f"{place[:MOST_LETTERS]}: {error['msg']}"


async def _list_resources(context: Context, params: Page) -> types.ListResourcesResult:  # noqa: ARG001
    """Return all resources."""
    resources = [
        types.Resource(uri=one.uri, name=one.name, description=one.description, mime_type=one.media_type)
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
