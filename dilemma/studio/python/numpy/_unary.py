"""Functions of one number, entry by entry, and rounding, clipping and choosing, which are made of these."""

from __future__ import annotations

import math

import dilemma_arrays as kernels

from numpy._array import DOUBLE, asarray, blank, broadcast_shapes, broadcast_to, ndarray
from numpy._binary import BINARY, SINGLE, both, fits, operands
from numpy._types import FALSE, TRUE, bool_, float64

__all__ = ["UNARY", "clip", "isclose", "logical_not", "rounded", "where"]


def guarded(function, beyond):
    """Return a function of `math` with what numpy gives where Python raises an error."""

    def single(x):
        try:
            return function(x)
        except (OverflowError, ValueError):
            return beyond(x)

    return single


def change(name, single, *, keeps=False):
    """Return the function of a kernel over doubles; `keeps` is whether whole numbers stay whole."""
    kernel = getattr(kernels, name)

    def call(x, out=None):
        x = asarray(x)
        if type(x) is not ndarray:
            return (x.dtype if keeps else float64)(single(x.item()))
        if out is not None and not fits(out, x):
            raise ValueError(f"{name} is written only into doubles of the same shape")
        source = x.astype(float64) if x.dtype.in_bytes else x
        made = blank(x.shape, float64) if out is None else out
        kernel(source._at, made._at, x.size)
        return made.astype(x.dtype) if keeps and x.dtype is not float64 else made

    return call


def test(name, single):
    """Return the function of a kernel from doubles to truths."""
    kernel = getattr(kernels, name)

    def call(x):
        x = asarray(x)
        if type(x) is not ndarray:
            return TRUE if single(x) else FALSE
        source = x.astype(float64) if x.dtype.in_bytes else x
        made = blank(x.shape, bool_)
        kernel(source._at, made._at, x.size)
        return made

    return call


def logical_not(x):
    """Return the opposite of each truth."""
    if type(x) is not ndarray:
        x = asarray(x)
        if type(x) is not ndarray:
            return FALSE if x else TRUE
    source = x if x.dtype is bool_ else x.astype(bool_)
    made = blank(x.shape, bool_)
    kernels.logical_not(source._at, made._at, x.size)
    return made


def _to_even(x):
    return math.copysign(round(x), x) if math.isfinite(x) else x


UNARY = {
    "absolute": change("absolute", abs, keeps=True),
    "negative": change("negative", lambda x: -x, keeps=True),
    "sign": change("sign", lambda x: x if x != x else (x > 0) - (x < 0), keeps=True),
    "rint": change("rint", _to_even),
    "sqrt": change("sqrt", guarded(math.sqrt, lambda _: math.nan)),
    "exp": change("exp", guarded(math.exp, lambda _: math.inf)),
    "expm1": change("expm1", guarded(math.expm1, lambda _: math.inf)),
    "log": change("log", guarded(math.log, lambda x: math.nan if x else -math.inf)),
    "log1p": change("log1p", guarded(math.log1p, lambda x: -math.inf if x == -1 else math.nan)),
    "isnan": test("isnan", lambda x: x != x),
    "isfinite": test("isfinite", math.isfinite),
}


def rounded(x, decimals=0):
    """Return numbers rounded to so many digits after the point, halves to even; whole ones as they are."""
    x = asarray(x)
    if x.dtype is not float64:
        return x
    if not decimals:
        return UNARY["rint"](x)
    factor = 10.0**decimals
    return UNARY["rint"](x * factor) / factor


def clip(x, low, high):
    """Return numbers held between two ends."""
    return BINARY["minimum"](BINARY["maximum"](asarray(x), low), high)


def where(condition, a, b):
    """Return the entries of `a` where the condition holds, and of `b` elsewhere."""
    if type(condition) is ndarray and condition.dtype is bool_:
        fitting = [type(x) is ndarray and fits(x, condition) for x in (a, b)]
        if all(fitting) or (any(fitting) and (type(a) in SINGLE or type(b) in SINGLE)):
            _, places, held = operands(a, b, float64)
            made = ndarray(DOUBLE * condition.size, condition.shape, float64)
            kernels.where(condition._at, *places, made._at, made.size)
            del held
            return made
    return _where_any(asarray(condition), *both(a, b))


def _where_any(condition, a, b, kind):
    shape = broadcast_shapes(getattr(a, "shape", ()), getattr(b, "shape", ()))
    shape = broadcast_shapes(condition.shape, shape)
    truths = broadcast_to(condition if condition.dtype is bool_ else condition.astype(bool_), shape)
    repeated = (broadcast_to(x, shape) if type(x) is ndarray else x for x in (a, b))
    _, places, held = operands(*repeated, float64)
    made = blank(shape, float64)
    kernels.where(truths._at, *places, made._at, made.size)
    del held
    return made if kind is float64 else made.astype(kind)


def isclose(a, b, rtol=1e-5, atol=1e-8):
    """Return where a and b differ by at most atol + rtol times b, or are the same."""
    a, b = (x if type(x) is ndarray else float64(x) for x in (asarray(a), asarray(b)))
    near = UNARY["absolute"](a - b) <= atol + rtol * UNARY["absolute"](b)
    return BINARY["logical_or"](BINARY["logical_and"](near, UNARY["isfinite"](b)), BINARY["equal"](a, b))
