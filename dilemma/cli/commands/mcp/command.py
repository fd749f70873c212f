"""The command that serves the protocol over standard input and output."""

from __future__ import annotations

from importlib.util import find_spec

from dilemma.cli.output import warn_of_broken_plugins
from dilemma.errors import BadSetting

__all__ = ["mcp"]

SDK = "mcp"
"""The package of the protocol's official SDK."""


def mcp() -> None:
    """Let an assistant check, weigh and explain.

    It serves the Model Context Protocol over standard input and output, until its input ends. Besides the
    drafts it is sent, it reads only files that ship with the program.

    \b
    dilemma mcp
    """  # noqa: D301 - the command line reads this sign
    if find_spec(SDK) is None:
        raise BadSetting("mcp: needs the package mcp: `pip install 'dilemma-weigh[mcp]'`")
    from dilemma.cli.commands.mcp.server import serve

    warn_of_broken_plugins()
    serve()
