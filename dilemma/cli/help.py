"""Help texts: commands in groups, options in plain words, examples at the end, at the terminal's width."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

__all__ = ["COMMANDS", "EXAMPLES", "NAMES", "SETTINGS", "Command", "Commands", "without_types"]

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "Weigh": ("weigh", "explain", "report"),
    "Ask further": ("cruxes", "stress", "reconcile", "dials"),
    "Bring together": ("collect", "diff"),
    "Write": ("new", "check", "convert"),
    "Look up": ("scenarios", "frameworks", "methods", "schema"),
    "Serve": ("studio", "mcp"),
}
"""The names of the commands in groups, in the order of the help.

Each command is a function in a module under `commands`; function and module have the name of the command.
"""

NAMES = tuple(name for group in COMMANDS.values() for name in group)

EXAMPLES = """\
dilemma weigh cluster                    what each theory says of a dilemma that ships
dilemma explain cluster -f utilitarian   why, step by step, and what would change it
dilemma cruxes cluster                   which numbers decide
dilemma new harbour                      a file of your own, ready to edit
dilemma weigh --help                     the flags of a command, with examples"""

TYPE = re.compile(r" <[^>|]*>|<([^>]*\|[^>]*)>")  # of one kind, or a list of choices

ANY_WIDTH = 10_000  # columns: more than any terminal has
WIDEST = 40  # columns of what is explained; a longer one has a line of its own

SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": ANY_WIDTH}
"""The settings of the context of every command."""


class Command(TyperCommand):
    """A command whose help ends with its examples and names no types of Python."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return what may follow the name of the command, without braces."""
        return [piece.strip("{}").replace("}...", "...") for piece in super().collect_usage_pieces(ctx)]

    def format_help_text(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - not needed
        """Write what the command does, without its examples."""
        told, _ = _parts(self)
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(told)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and the options, each with its meaning."""
        _write_parameters(self, ctx, formatter)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - not needed
        """Write the examples."""
        _, examples = _parts(self)
        _write_examples(formatter, examples)


class Commands(TyperGroup):
    """A group that imports the module of a command only when the command is used."""

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002 - the names are the same everywhere
        """Return the names of all commands, in the order in which the help lists them."""
        return list(NAMES)

    def get_command(self, ctx: object, cmd_name: str) -> Any:  # noqa: ARG002 - as above
        """Return the command of this name, or None.

        For an unknown name it imports every command, so that Typer can suggest a similar name.
        """
        for name in [cmd_name] if cmd_name in NAMES else NAMES:
            if name not in self.commands:
                self.add_command(_imported(name))
        return self.commands.get(cmd_name)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the commands in groups, then the options."""
        self.format_commands(ctx, formatter)
        _write_parameters(self, ctx, formatter)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write each group of commands under its name, with the first sentence of each, in full."""
        widest = max(map(len, NAMES))
        for group, names in COMMANDS.items():
            rows = [(name.ljust(widest), _summary(self.get_command(ctx, name))) for name in names]
            with formatter.section(group):
                formatter.write_dl(rows)

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - not needed
        """Write examples of the main commands."""
        _write_examples(formatter, EXAMPLES)


def _imported(name: str) -> Any:
    """Import the module of a command and return the command that Typer builds from its function."""
    single = typer.Typer(rich_markup_mode=None, add_completion=False)
    single.command(name, cls=Command)(getattr(import_module(f"dilemma.cli.commands.{name}"), name))
    return get_command(single)


def _parts(command: Any) -> tuple[str, str]:
    """Return a command's help: its text, and its examples, which follow the sign for text kept as it is."""
    told, _, examples = inspect.cleandoc(command.help or "").partition("\b")
    return told.strip(), examples.strip()


def _summary(command: Any) -> str:
    """Return the first sentence of a command's help."""
    return _parts(command)[0].partition("\n")[0]


def _write_parameters(command: Any, ctx: Any, formatter: Any) -> None:
    """Write the arguments of a command, then its options."""
    parameters = [(one, one.get_help_record(ctx)) for one in command.get_params(ctx)]
    for heading, kind in (("Arguments", "argument"), ("Options", "option")):
        rows = [
            (without_types(record[0]), record[1])
            for one, record in parameters
            if record is not None and one.param_type_name == kind
        ]
        if rows:
            with formatter.section(heading):
                formatter.write_dl(rows, col_max=min(WIDEST, formatter.width // 2))


def without_types(written: str) -> str:
    """Return how a parameter is written, without the types that Typer adds in angle brackets."""
    return TYPE.sub(lambda found: found[1] or "", written)


def _write_examples(formatter: Any, examples: str) -> None:
    """Write examples, a line each."""
    if examples:
        with formatter.section("Examples"):
            for line in examples.splitlines():
                formatter.write(f"{'':{formatter.current_indent}}{line.strip()}\n")
