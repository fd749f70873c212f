"""A graph as plain data: its constants, the addresses of its inputs, and its operations as one string.

Values are numbered: first the constants, then the inputs, then the results of the operations. An operation is
written as a letter followed by its arguments, each as the distance back from its own index to the argument's;
`tally` writes the number of its arguments first. Distances are written in base 32, the most significant digit
first, similar to the mappings of a source map: all digits of a number but the last are taken from the second
half of the alphabet. Truths are 1 and 0. `interpreter.js` reads this format in the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from dilemma.graph.symbols import Node, needed_for
from dilemma.quantity import Quantity, Truth

__all__ = ["BASE", "DIGITS", "EncodedGraph", "GraphData", "encode"]

DIGITS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-"
BASE: Final = 32
OPERATIONS: Final = (
    *("add +", "subtract -", "multiply *", "divide /", "least v", "greatest ^", "power p", "expm1 e"),
    *("choose ?", "tally #", "exceeds x", "compare =", "above >", "below <", "apart ~"),
    *("both &", "either |", "negated !"),
)
LETTERS: Final = dict(operation.split() for operation in OPERATIONS)


class GraphData(NamedTuple):
    """A graph in the format of this module, ready to be written as JSON."""

    numbers: tuple[float, ...]
    inputs: tuple[str, ...]
    steps: str


class EncodedGraph(NamedTuple):
    """A graph as data, with the index of each of its values."""

    data: GraphData
    indexes: Mapping[object, int]

    def index_of(self, value: Quantity | Truth | None) -> int | None:
        """Return the index of a number or a truth; None for None."""
        return None if value is None else self.indexes[_key(value)]


def encode(values: Iterable[Quantity | Truth | None]) -> EncodedGraph:
    """Return the graph that these values depend on; plain numbers and bools become constants of it."""
    wanted = [value for value in values if value is not None]
    nodes = needed_for([value for value in wanted if isinstance(value, Node)])
    inputs = [node for node in nodes if node.op == "input"]
    operations = [node for node in nodes if node.op != "input"]
    constants = dict.fromkeys(
        [*_constants(wanted), *(n for node in operations for n in _constants(_arguments(node)))]
    )
    indexes: dict[object, int] = {key: at for at, key in enumerate((*constants, *inputs, *operations))}
    steps = "".join(_step(node, indexes) for node in operations)
    data = GraphData(tuple(constants), tuple(str(node.args[0]) for node in inputs), steps)
    return EncodedGraph(data, indexes)


def _key(value: object) -> object:
    return float(value) if isinstance(value, bool | float) else value


def _constants(values: Iterable[object]) -> Iterator[float]:
    return (float(value) for value in values if isinstance(value, bool | float))


def _arguments(node: Node) -> tuple[object, ...]:
    """Return the arguments of an operation; a node for expm1 also holds a 0, which is left out."""
    return node.args[:1] if node.op == "expm1" else node.args


def _step(node: Node, indexes: Mapping[object, int]) -> str:
    distances = [indexes[node] - indexes[arg] for arg in _arguments(node)]
    if node.op == "tally":
        distances = [len(distances), *distances]
    return LETTERS[node.op] + "".join(map(_digits, distances))


def _digits(number: int) -> str:
    digits, rest = DIGITS[number % BASE], number // BASE
    while rest:
        digits, rest = DIGITS[BASE + rest % BASE] + digits, rest // BASE
    return digits
