"""A graph as plain data: its constants, the addresses of its inputs, and its operations in postfix order.

Values are numbered: first the constants, then the inputs, then the results of the operations in the order of
`steps`, a program for a stack machine of one letter a step. An operation takes its arguments from the stack
and puts its result there; `tally` takes as many as the next number of `counts` says. Four steps are no
operations: `n` puts a constant on the stack, `i` an input, `s` notes the result on top, which stays there, in
a log, and `r` puts a result of the log back on the stack, and notes it again. Only results that several
operations take are noted. Which constant or input is meant is the next number of `constants` or `addresses`.
Which noted result is meant is the next digit of `near` plus 64 times the next number of `far`: how many
entries of the log ago it was noted last. So most operations need no number at all, and most numbers are
small, which keeps the page small.

Numbers are written in base 32, the most significant digit first, similar to the mappings of a source map:
all digits of a number but the last are taken from the second half of the alphabet. A digit of `near` is any
of its 64 letters. Truths are 1 and 0. `interpreter.js` reads this format in the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from dilemma.graph.dependencies import needed_for
from dilemma.graph.symbols import Node
from dilemma.quantity import Quantity, Truth

__all__ = ["BASE", "DIGITS", "NEAR", "EncodedGraph", "GraphData", "encode"]

DIGITS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-"
BASE: Final = 32
NEAR: Final = 64  # entries of the log that one digit tells apart
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
    constants: str
    addresses: str
    near: str
    far: str
    counts: str


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
    writer = _Writer([*constants], inputs, operations)
    for node in operations:
        if not writer.uses[node]:
            writer.write(node)
    return EncodedGraph(writer.data(), writer.indexes)


class _Writer:
    """Writer of operations as steps, from those whose result no other operation takes."""

    def __init__(self, constants: list[float], inputs: list[Node], operations: Iterable[Node]) -> None:
        self.constants, self.inputs = constants, inputs
        self.uses = Counter(arg for node in operations for arg in _arguments(node) if isinstance(arg, Node))
        self.indexes: dict[object, int] = {key: at for at, key in enumerate((*constants, *inputs))}
        self.steps: list[str] = []
        self.numbers: dict[str, list[int]] = {letter: [] for letter in "nir#"}
        self.log = 0
        self.noted: dict[Node, int] = {}

    def write(self, last: Node) -> None:
        """Write an operation after all that it depends on and that is not written yet."""
        waiting: list[tuple[object, bool]] = [(last, False)]
        while waiting:
            value, ready = waiting.pop()
            if ready:
                assert isinstance(value, Node)
                self._operation(value)
            elif isinstance(value, Node) and value.op != "input" and value not in self.noted:
                waiting += [(value, True), *((arg, False) for arg in reversed(_arguments(value)))]
            else:
                self._put(value)

    def _operation(self, node: Node) -> None:
        letter = LETTERS[node.op]
        self.steps.append(letter)
        if letter == "#":
            self.numbers["#"].append(len(_arguments(node)))
        self.indexes[node] = len(self.indexes)
        if self.uses[node] > 1:
            self.steps.append("s")
            self._note(node)

    def _note(self, node: Node) -> None:
        self.noted[node] = self.log
        self.log += 1

    def _put(self, value: object) -> None:
        """Write that a constant, an input or a noted result goes on the stack."""
        if not isinstance(value, Node):
            letter, number = "n", self.indexes[_key(value)]
        elif value.op == "input":
            letter, number = "i", self.indexes[value] - len(self.constants)
        else:
            letter, number = "r", self.log - self.noted[value]
            self._note(value)
        self.steps.append(letter)
        self.numbers[letter].append(number)

    def data(self) -> GraphData:
        written = {letter: "".join(map(_digits, numbers)) for letter, numbers in self.numbers.items()}
        return GraphData(
            numbers=tuple(self.constants),
            inputs=tuple(str(node.args[0]) for node in self.inputs),
            steps="".join(self.steps),
            constants=written["n"],
            addresses=written["i"],
            near="".join(DIGITS[ago % NEAR] for ago in self.numbers["r"]),
            far="".join(_digits(ago // NEAR) for ago in self.numbers["r"]),
            counts=written["#"],
        )


def _key(value: object) -> object:
    return float(value) if isinstance(value, bool | float) else value


def _constants(values: Iterable[object]) -> Iterator[float]:
    return (float(value) for value in values if isinstance(value, bool | float))


def _arguments(node: Node) -> tuple[object, ...]:
    """Return the arguments of an operation; a node for expm1 also holds a 0, which is left out."""
    return node.args[:1] if node.op == "expm1" else node.args


def _digits(number: int) -> str:
    digits, rest = DIGITS[number % BASE], number // BASE
    while rest:
        digits, rest = DIGITS[BASE + rest % BASE] + digits, rest // BASE
    return digits
