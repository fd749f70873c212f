"""The operators and some methods of arrays, made of the functions of the same meaning."""

from __future__ import annotations

from numpy._array import ndarray
from numpy._binary import BINARY
from numpy._matrices import matmul
from numpy._reductions import REDUCTIONS
from numpy._types import bool_
from numpy._unary import UNARY, clip, logical_not, rounded

__all__ = ["OPERATORS"]

OPERATORS = {
    "add": BINARY["add"],
    "sub": BINARY["subtract"],
    "mul": BINARY["multiply"],
    "truediv": BINARY["divide"],
    "pow": BINARY["power"],
    "lshift": BINARY["left_shift"],
    "rshift": BINARY["right_shift"],
    "matmul": matmul,
}
COMPARISONS = {
    "lt": "less",
    "le": "less_equal",
    "gt": "greater",
    "ge": "greater_equal",
    "eq": "equal",
    "ne": "not_equal",
}


def bits_or_truths(bits, truths):
    """Return the operator that combines truths as truths and whole numbers bit by bit."""

    def operator(a, b, out=None):
        are_truths = all(isinstance(x, bool) or getattr(x, "dtype", None) is bool_ for x in (a, b))
        return BINARY[truths if are_truths else bits](a, b, out=out)

    return operator


OPERATORS["and"] = bits_or_truths("bitwise_and", "logical_and")
OPERATORS["or"] = bits_or_truths("bitwise_or", "logical_or")
OPERATORS["xor"] = BINARY["logical_xor"]


def _forward(function):
    return lambda self, other: function(self, other)  # noqa: PLW0108 - `function` may not be bound


def _backward(function):
    return lambda self, other: function(other, self)


def _in_place(function):
    return lambda self, other: function(self, other, out=self)


for _name, _function in OPERATORS.items():
    setattr(ndarray, f"__{_name}__", _forward(_function))
    setattr(ndarray, f"__r{_name}__", _backward(_function))
    setattr(ndarray, f"__i{_name}__", _in_place(_function))
for _name, _known in COMPARISONS.items():
    setattr(ndarray, f"__{_name}__", _forward(BINARY[_known]))
for _name, _function in REDUCTIONS.items():
    setattr(ndarray, _name, _function)

ndarray.__neg__ = UNARY["negative"]
ndarray.__abs__ = UNARY["absolute"]
ndarray.__invert__ = logical_not
ndarray.clip = clip
ndarray.round = rounded
