"""Theories recorded as one expression graph, to be evaluated for many settings at a time.

`bounds` has interval arithmetic, `symbols` records the nodes, `data` encodes a graph for the page.
`columns` evaluates each operation with numpy, `program` orders the evaluation, `sweep` repeats it for what
depends on a changed input. The last three import numpy and are imported only where they are used.
"""

from __future__ import annotations

from dilemma.graph.bounds import Bounds
from dilemma.graph.dependencies import needed_for
from dilemma.graph.symbols import Condition, Graph, Node, Symbol

__all__ = ["Bounds", "Condition", "Graph", "Node", "Symbol", "needed_for"]
