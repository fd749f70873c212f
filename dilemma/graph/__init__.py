"""Theories read as symbols: written down once as a graph, worked out for many settings at a time.

`bounds` says what an operation may give, `symbols` records, `columns` has numpy's way of each operation,
`program` the order of work. The last two import numpy and are imported only where they are used.
"""

from __future__ import annotations

from dilemma.graph.bounds import Bounds
from dilemma.graph.symbols import Condition, Graph, Node, Symbol, needed_for

__all__ = ["Bounds", "Condition", "Graph", "Node", "Symbol", "needed_for"]
