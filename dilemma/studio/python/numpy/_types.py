"""Kinds of entries and single numbers: a kind is the class of its single numbers, as `float64`.

Whole numbers of every kind but `uint8` are kept as doubles, so they are exact up to 2**53; beyond that an
OverflowError is raised. Truths and `uint8` are kept as bytes.
"""

from __future__ import annotations

from math import copysign, inf, isnan, nan, pow

__all__ = [
    "FALSE",
    "KINDS",
    "TRUE",
    "Single",
    "bool_",
    "float64",
    "int64",
    "kind_of",
    "kind_of_number",
    "quotient",
    "raised",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
]


class Single:
    """What single numbers and truths have of an array: they are arrays without an axis."""

    __slots__ = ()
    shape = ()
    size = 1
    ndim = 0
    in_bytes = False
    rank = 0  # of two kinds the higher one holds what both hold

    @property
    def dtype(self):
        return type(self)

    def astype(self, kind):
        """Return the same number as another kind."""
        return kind_of(kind)(self)

    view = astype

    def tolist(self):
        return self.item()

    def any(self):
        return bool_(self)

    all = any


class bool_(Single):
    """One of the two truths of arrays; each is one object."""

    __slots__ = ("_truth",)
    in_bytes = True
    rank = 0

    def __new__(cls, value):
        return TRUE if value else FALSE

    def __bool__(self):
        return self._truth

    def __int__(self):
        return int(self._truth)

    __index__ = __int__

    def __float__(self):
        return float(self._truth)

    def item(self):
        return self._truth

    def __eq__(self, other):
        return (
            bool_(self._truth == other) if isinstance(other, bool_ | bool | int | float) else NotImplemented
        )

    def __hash__(self):
        return hash(self._truth)

    def __and__(self, other):
        return bool_(self._truth and other) if isinstance(other, bool_ | bool) else NotImplemented

    def __or__(self, other):
        return bool_(self._truth or other) if isinstance(other, bool_ | bool) else NotImplemented

    def __invert__(self):
        return FALSE if self._truth else TRUE

    __rand__, __ror__ = __and__, __or__

    def __repr__(self):
        return f"np.{self._truth}"

    def __reduce__(self):
        return bool_, (self._truth,)


def _truth(value):
    truth = object.__new__(bool_)
    truth._truth = value
    return truth


TRUE, FALSE = map(_truth, (True, False))


class int64(Single, int):
    """A whole number; results of its arithmetic are Python's own."""

    __slots__ = ()
    rank = 5

    def item(self):
        return int(self)


class uint8(Single, int):
    """A whole number from 0 to 255."""

    __slots__ = ()
    in_bytes = True
    rank = 1

    def item(self):
        return int(self)


class uint16(int64):
    """A whole number, kept as every other."""

    __slots__ = ()
    rank = 2


class uint32(int64):
    """A whole number, kept as every other."""

    __slots__ = ()
    rank = 3


class uint64(int64):
    """A whole number, kept as every other."""

    __slots__ = ()
    rank = 4


class float64(Single, float):
    """A double, whose arithmetic never raises: a division by 0 is infinite or NaN."""

    __slots__ = ()
    rank = 6

    def item(self):
        return float(self)

    def __truediv__(self, other):
        return float64(quotient(self, other)) if isinstance(other, float | int) else NotImplemented

    def __rtruediv__(self, other):
        return float64(quotient(other, self)) if isinstance(other, float | int) else NotImplemented

    def __pow__(self, other):
        return float64(raised(self, other)) if isinstance(other, float | int) else NotImplemented

    def __rpow__(self, other):
        return float64(raised(other, self)) if isinstance(other, float | int) else NotImplemented

    __hash__ = float.__hash__


def _number(name):
    plain = getattr(float, name)

    def operator(self, *others):
        result = plain(self, *others)
        return result if result is NotImplemented else float64(result)

    return operator


def _comparison(name):
    plain = getattr(float, name)

    def operator(self, other):
        result = plain(self, other)
        return result if result is NotImplemented else TRUE if result else FALSE

    return operator


for _name in ("add", "radd", "sub", "rsub", "mul", "rmul", "neg", "pos", "abs"):
    setattr(float64, f"__{_name}__", _number(f"__{_name}__"))
for _name in ("lt", "le", "gt", "ge", "eq", "ne"):
    setattr(float64, f"__{_name}__", _comparison(f"__{_name}__"))


def quotient(x, y):
    """Return x / y; infinite or NaN where y is 0."""
    if y:
        return float(x) / float(y)
    return nan if not x or isnan(x) else copysign(inf, x) * copysign(1.0, y)


def raised(x, y):
    """Return x to the power of y; NaN or infinite where Python would raise an error."""
    try:
        return pow(x, y)
    except OverflowError:
        return -inf if x < 0 and y % 2 == 1 else inf
    except ValueError:
        return inf if x == 0 else nan


KINDS = (bool_, uint8, uint16, uint32, uint64, int64, float64)
OF_PYTHON = {float: float64, int: int64, bool: bool_}


def kind_of(asked):
    """Return the kind that is asked for: one of these classes, or Python's float, int or bool."""
    if asked in KINDS:
        return asked
    if asked in OF_PYTHON:
        return OF_PYTHON[asked]
    if asked is object:
        raise OverflowError("whole numbers above 2**53 need numpy itself, which is not here")
    raise TypeError(f"{asked!r} is no kind of entry that this stand-in for numpy has")


def kind_of_number(value):
    """Return the kind of a single number or truth."""
    kind = type(value)
    if kind in OF_PYTHON:
        return OF_PYTHON[kind]
    if isinstance(value, Single):
        return kind
    for plain in (bool, int, float):
        if isinstance(value, plain):
            return OF_PYTHON[plain]
    if value is None:
        return float64
    raise TypeError(f"{value!r} is no number or truth")
