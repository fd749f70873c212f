"""A graph as data: plain numbers, the addresses of its inputs, and its steps as one string.

Places count through the numbers, the inputs and the steps. A step is a letter for its operation and, for
each argument, how many places back it lies; `tally` says first how many it takes. Distances are written in
base 32, the most significant digit first, in the manner of source maps: all digits but the last of a number
are from the second half of the alphabet. Truths are 1 and 0. `interpreter.js` reads the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from dilemma.graph.symbols import Node, needed_for
from dilemma.quantity import Quantity, Truth

__all__ = ["BASE", "DIGITS", "Data", "Encoded", "encoded"]

DIGITS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-"
BASE: Final = 32
OPERATIONS: Final = (
    *("add +", "subtract -", "multiply *", "divide /", "least v", "greatest ^", "power p", "expm1 e"),
    *("choose ?", "tally #", "exceeds x", "compare =", "above >", "below <", "apart ~"),
    *("both &", "either |", "negated !"),
)
LETTERS: Final = dict(operation.split() for operation in OPERATIONS)


class Data(NamedTuple):
    """What is needed to work a graph out anywhere."""

    numbers: tuple[float, ...]
    inputs: tuple[str, ...]
    steps: str


class Encoded(NamedTuple):
    """A graph as data, and the place of whatever was asked for."""

    data: Data
    places: Mapping[object, int]

    def place(self, value: Quantity | Truth | None) -> int | None:
        """Return where a number or a truth is found; None for None."""
        return None if value is None else self.places[_key(value)]


def encoded(values: Iterable[Quantity | Truth | None]) -> Encoded:
    """Return the graph that these values are made of; what is settled stands among the plain numbers."""
    wanted = [value for value in values if value is not None]
    nodes = needed_for([value for value in wanted if isinstance(value, Node)])
    inputs = [node for node in nodes if node.op == "input"]
    worked = [node for node in nodes if node.op != "input"]
    numbers = dict.fromkeys([*_settled(wanted), *(n for node in worked for n in _settled(_args(node)))])
    places: dict[object, int] = {key: place for place, key in enumerate((*numbers, *inputs, *worked))}
    steps = "".join(_step(node, places) for node in worked)
    return Encoded(Data(tuple(numbers), tuple(str(node.args[0]) for node in inputs), steps), places)


def _key(value: object) -> object:
    return float(value) if isinstance(value, bool | float) else value


def _settled(values: Iterable[object]) -> Iterator[float]:
    return (float(value) for value in values if isinstance(value, bool | float))


def _args(node: Node) -> tuple[object, ...]:
    """Return the arguments that matter: the 0 beside a power of e does not."""
    return node.args[:1] if node.op == "expm1" else node.args


def _step(node: Node, places: Mapping[object, int]) -> str:
    args = [places[node] - places[arg] for arg in _args(node)]
    return LETTERS[node.op] + "".join(map(_digits, [len(args), *args] if node.op == "tally" else args))


def _digits(number: int) -> str:
    last, rest = DIGITS[number % BASE], number // BASE
    while rest:
        last, rest = DIGITS[BASE + rest % BASE] + last, rest // BASE
    return last
