"""The nodes of a graph that some outputs depend on."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter

from dilemma.graph.symbols import Node

__all__ = ["needed_for"]


def needed_for(outputs: Iterable[Node]) -> tuple[Node, ...]:
    """Return the outputs and all nodes they depend on, in evaluation order: arguments first."""
    found: set[Node] = set()
    waiting = list(outputs)
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting.extend([arg for arg in node.args if isinstance(arg, Node)])
    return tuple(sorted(found, key=attrgetter("index")))
