"""Lines of input that hold no message of the protocol, or no call: each gets an error of JSON-RPC."""

from __future__ import annotations

import json
from collections.abc import AsyncIterable, Awaitable, Callable
from typing import TYPE_CHECKING, Any

from mcp import types
from mcp.shared.message import SessionMessage
from pydantic import ValidationError

from dilemma.cli.commands.mcp.arguments import quoted

if TYPE_CHECKING:
    from anyio.streams.memory import MemoryObjectSendStream

__all__ = ["pass_messages"]

NOT_JSON = "json_invalid"
"""The type of the one error of pydantic for a line that it cannot read as JSON."""

HOLDS_ALL = ("missing", "model_type")
"""The types of errors whose input is all that is on the line."""

LONGEST_ID = 200  # characters
MOST_DIGITS = 15  # of a number that is an id

CALL = "tools/call"

BATCH = "a batch of messages is not read: write one message a line"
NO_MESSAGE = (
    "this line is no message of JSON-RPC: it should be an object with jsonrpc (the text 2.0), method and, "
    "for a request, id"
)


async def pass_messages(
    incoming: AsyncIterable[SessionMessage | Exception],
    messages: MemoryObjectSendStream[SessionMessage | Exception],
    send: Callable[[SessionMessage], Awaitable[None]],
) -> None:
    """Pass on each message that comes in, until the input ends; send an error for a line that holds none.

    So is one for a call that names no tool, or whose arguments are no map: the SDK would not say why.
    """
    async with messages:
        async for one in incoming:
            error = refusal_of_call(one.message) if isinstance(one, SessionMessage) else refusal(one)
            if error:
                await send(SessionMessage(error))
            elif isinstance(one, SessionMessage):
                await messages.send(one)


def refusal_of_call(message: types.JSONRPCMessage) -> types.JSONRPCError | None:
    """Return the error for a call of a tool that cannot be read; None for any other message."""
    if not isinstance(message, types.JSONRPCRequest) or message.method != CALL:
        return None
    name, arguments = ((message.params or {}).get(key) for key in ("name", "arguments"))
    faults = (
        [] if isinstance(name, str) else [f"name: must be the text that names a tool; got {quoted(name)}"]
    )
    if not isinstance(arguments, dict | None):
        faults.append(f"arguments: must be a map from argument to value; got {quoted(arguments)}")
    told = "\n".join(f"{CALL}: {fault}" for fault in faults)
    return _error(types.INVALID_PARAMS, told, {"id": message.id}) if faults else None


def refusal(fault: Exception) -> types.JSONRPCError | None:
    """Return the error for a line that cannot be read, with the id that it gives; None for an empty line."""
    errors = fault.errors(include_url=False) if isinstance(fault, ValidationError) else []
    if errors and errors[0]["type"] != NOT_JSON:
        value = next((one["input"] for one in errors if one["type"] in HOLDS_ALL), None)
        message = BATCH if isinstance(value, list) else NO_MESSAGE
        return _error(types.INVALID_REQUEST, message, value)
    line = str(errors[0]["input"]) if errors else ""
    if errors and not line.strip():
        return None
    reason = f": {errors[0]['ctx']['error']}" if errors else ""
    return _error(types.PARSE_ERROR, f"this line cannot be read as JSON{reason}", _loosely(line))


def _loosely(line: str) -> Any:
    """Return what a line holds by a parser with other limits, for the id in it; None if that fails too."""
    try:
        return json.loads(line, parse_int=lambda digits: int(digits) if len(digits) <= MOST_DIGITS else None)
    except (ValueError, RecursionError):
        return None


def _error(code: int, message: str, value: Any) -> types.JSONRPCError:
    """Return an error for the id in a value; its id is None where there is none that can be sent back."""
    id = value.get("id") if isinstance(value, dict) else None
    is_text = (
        isinstance(id, str) and len(id) <= LONGEST_ID and not any("\ud800" <= one <= "\udfff" for one in id)
    )
    is_number = isinstance(id, int) and not isinstance(id, bool) and abs(id) < 10**MOST_DIGITS
    return types.JSONRPCError(
        jsonrpc="2.0",
        id=id if is_text or is_number else None,
        error=types.ErrorData(code=code, message=message),
    )
