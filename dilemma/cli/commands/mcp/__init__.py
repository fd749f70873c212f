"""`dilemma mcp`: a server of the Model Context Protocol, for assistants."""

from dilemma.cli.commands.mcp.command import mcp

__all__ = ["mcp"]
