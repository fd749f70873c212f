"""The page of commands: each command's text, arguments and flags, as the command line itself holds them."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

import typer
from typer.main import get_command

from dilemma.cli.app import app
from dilemma.cli.help import without_types

from .markdown import code, fence, page, section, table

__all__ = ["commands", "commands_page", "flags"]


def commands() -> dict[str, Any]:
    """Return every command by name, in the order of the program's help."""
    group = get_command(app)
    context = typer.Context(group, info_name="dilemma")
    return {name: group.get_command(context, name) for name in group.list_commands(context)}  # type: ignore[attr-defined]


def commands_page() -> str:
    """Return the page."""
    every = commands()
    contents = table(
        ("command", "what it does"),
        ((f"[`dilemma {name}`](#{name})", summary(command)) for name, command in every.items()),
    )
    help_flag = (
        "Every command prints its own help with `-h` or `--help`. `dilemma --version` prints the version."
    )
    return page(
        "Commands", contents, help_flag, *(command_section(name, command) for name, command in every.items())
    )


def command_section(name: str, command: Any) -> str:
    """Return what is said of one command."""
    told, examples = help_parts(command)
    return section(
        name,
        told,
        fence(examples, "sh") if examples else "",
        table(("argument", "meaning"), arguments(command)),
        table(("flag", "meaning"), flags(command)),
    )


def summary(command: Any) -> str:
    """Return a command's first sentence."""
    return help_parts(command)[0].partition("\n")[0]


def help_parts(command: Any) -> tuple[str, str]:
    """Return a command's help: its text, and its examples, which follow the sign for text kept as it is."""
    text, _, examples = inspect.cleandoc(command.help or "").partition("\b")
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n")), examples.strip()


def arguments(command: Any) -> Iterator[tuple[str, str]]:
    """Yield each argument with its meaning."""
    yield from ((code(name), told) for name, told in records(command, "argument"))


def flags(command: Any) -> Iterator[tuple[str, str]]:
    """Yield each flag, with what is written after it, and its meaning."""
    yield from ((code(name), told) for name, told in records(command, "option"))


def records(command: Any, kind: str) -> Iterator[tuple[str, str]]:
    """Yield what the help of a command says of each of its arguments, or of its options but `--help`."""
    context = typer.Context(command, info_name=command.name)
    for one in command.get_params(context):
        record = one.get_help_record(context)
        if one.param_type_name == kind and record is not None and one.name != "help":
            yield without_types(record[0]), record[1]
