"""Calls of numpy that the studio's stand-in is held against, and what they give, as plain data.

The stand-in's side of the test runs this file too, inside Pyodide; so it imports nothing of the program.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["CLOSE", "EXACT", "REFUSED", "outcomes"]

GIVEN = """
nan, inf = np.nan, np.inf
f = np.array([3.0, nan, -1.5, 0.0, inf, 2.5, -inf, 0.5, -0.0])
g = np.array([1.0, 2.0, -1.5, 0.0, inf, -2.5, 7.0, 0.5, 3.0])
h = np.array([0.25, 0.1, 3.5, 2.0, 0.1, 1.0 / 3.0, 2.5, 0.7, 1e-7])
i = np.array([3, -1, 4, 1, -5, 9, 2, 6, 5])
b = np.array([True, False, True, True, False, False, True, False, True])
c = np.array([False, False, True, False, True, False, True, True, False])
u = np.array([1, 0, 255, 7], np.uint8)
e, none = np.empty(0), np.zeros(0, bool)
t = np.arange(12).reshape(3, 4)
x = np.linspace(0.1, 1.0, 12).reshape(3, 4)
cube = np.arange(24).reshape(2, 3, 4)
long = np.array([((at * 7919) % 1009) / 1009.0 - 0.5 for at in range(1000)])
"""
"""What stands in the cases: among others NaN, both infinities and both zeros, and nothing at all."""


def separate(cases: str) -> list[str]:
    """Return the cases of a text, which stand between semicolons and on lines."""
    return [case.strip() for line in cases.strip().split("\n") for case in line.split(" ; ")]


ARITHMETIC = [
    *(f"f {sign} g" for sign in ("+", "-", "*", "/", "<", "<=", ">", ">=", "==", "!=")),
    *(f"{name}(f, g)" for name in ("np.minimum", "np.maximum", "np.copysign", "np.add", "np.divide")),
    *(f"i {sign} 2" for sign in ("+", "-", "*", "/", "<", "==", "!=", "**")),
    *(f"2.5 {sign} h" for sign in ("+", "-", "*", "/", "<", ">=")),
    *(f"b {sign} c" for sign in ("&", "|", "^", "==", "!=", "+", "*")),
    *separate("""
i & 5 ; i[i > 0] | 8 ; -f ; -i ; ~b ; abs(f) ; abs(i) ; u + u ; u + 1 ; u == 7 ; b + 1 ; i + b
i * 0.5 ; u + i[:4] ; x + t ; x * x[0] ; x - x[:, :1] ; x[:, None] - x ; t + t.T[0, 0] ; e + 1.0
e + e ; none | none ; f > 1 ; 1 / f ; np.float64(1.0) / h ; np.int64(4) * i
np.float64(2.0) + np.float64(3.0) ; np.float64(1.0) / np.float64(0.0) ; np.divide(0.0, 0.0)
np.float64(2.0) > 1.0 ; np.True_ & np.False_ ; ~np.True_ ; np.int64(1 << 40) * np.asarray(True, int)
np.add.reduce([f, g, h]) ; np.logical_or.reduce([b, c]) ; np.bitwise_or.reduce(i[i > 0]) ; i >> 1
i << 3 ; (i >> 2) & 1 == 1 ; 1 << i[i > 0] ; np.left_shift(u, 2, dtype=np.uint16)
np.left_shift(b.view(np.uint8), 3, dtype=np.uint8) ; np.left_shift(np.uint8(1), 9, dtype=np.uint16)
np.subtract(1.0, h) ; np.multiply(i, h) ; np.logical_and(b, c) ; np.logical_or(b, True)
np.logical_not(b) ; np.logical_not(f) ; u * u
"""),
]

ELEMENTWISE = [
    *(f"np.{name}({of})" for name in ("isnan", "isfinite", "abs", "sign") for of in ("f", "i", "e", "-2.5")),
    *separate("""
np.sqrt(h) ; np.round(f) ; np.round(h, 2) ; np.round(np.float64(2.5)) ; np.round(h * 10).astype(int)
np.array([0.5, 1.5, -0.5, -2.5, 2.4999]).round() ; np.round(i, 2) ; np.sign(h[0]) ; f.clip(-1, 2)
np.clip(f, 0.0, 1.0) ; np.clip(i, 0, 4) ; np.clip([0.2, 7.0], 0.5, 1.5) ; np.clip(e, 0, 1)
np.where(b, f, g) ; np.where(b, f, 0.0) ; np.where(c, -1, i) ; np.where(True, i, -1)
np.where(x > 0.5, x, 1) ; np.where(f > 0, b, c) ; np.where(False, f, 1.0) ; np.isclose(f, g)
np.isclose(h, h * (1 + 1e-10), rtol=1e-9, atol=0) ; np.isclose(0.5, 0.5 + 1e-13, rtol=0, atol=1e-12)
f.astype(bool) ; b.astype(float) ; h.astype(np.int64) ; i.astype(np.uint8) ; b.view(np.uint8)
u.astype(np.float64) ; u.view(bool) ; i.astype(np.float64) ; np.asarray(b, np.int64) ; x.astype(int)
np.divide(f, f - f, out=f.copy(), where=b) ; np.divide(h, 2.0, out=h.copy(), where=h > 1)
np.maximum(h, 0.5, out=h.copy()) ; np.minimum(f, 1.0, out=f) ; np.sqrt(h, out=h) ; np.isfinite(1.0)
np.ndim(f) ; np.ndim(2.0) ; np.ndim(np.True_) ; np.ndim(t) ; np.count_nonzero(b)
np.count_nonzero(f) ; np.count_nonzero(True) ; np.count_nonzero(np.array([True] * 2001)[1:])
np.asarray([1, 2.5]) ; np.asarray(2.0, float) * 2 ; np.array([None, 1.0], float) ; np.array([b, c])
np.array([[1, 2], [3, 4.0]])
"""),
]

INDICES = [
    *separate("""
f[0] ; f[-1] ; i[2] ; b[1] ; f[2:5] ; f[:0] ; f[::-1] ; f[1::3] ; f[-3:] ; f[b] ; f[none[:0]]
i[[0, -1, 3]] ; i[np.array([1, 1, 2])] ; i[[]] ; b[c] ; b[i[:2]] ; t[1] ; t[-1, 2] ; t[:, 1]
t[1:, ::2] ; t[[0, 2]] ; t[[2, 0]][:, [1, 3]] ; t[:, [3, 0]] ; t[t > 4] ; t[[True, False, True]]
t[np.array([True, False, True]), 1] ; t[[0, 1], [2, 3]]
t[np.ix_(np.array([0, 2]), np.array([1, 3]))] ; t[:, np.array([True, False, False, True])]
t[:, None, 1] ; i[:, None][:2] ; t[0, None] ; cube[1, 2] ; cube[:, 1] ; cube[:, :, 1]
cube[1, :, [0, 2]] ; cube[:, [0, 1], [1, 2]] ; cube[0][:, None, :] ; cube[..., 0]
cube[:, :1].any(axis=1) ; t[:, :3][~np.eye(3, dtype=bool)] ; t.T ; cube.T ; t.T[1] ; [*t] ; [*i]
[*zip(t, b)] ; t.tolist() ; e.tolist() ; np.zeros((2, 0)).tolist() ; t.reshape(4, 3) ; t.reshape(-1)
t.reshape(2, -1) ; cube.reshape(6, 4) ; t.reshape((2, 6)) ; len(t) ; t.shape ; cube.ndim ; t.size
x.dtype == np.float64 ; int(i[2]) ; float(f[0]) ; bool(b[0]) ; np.moveaxis(cube, 2, 0)
np.moveaxis(cube, 0, -1) ; np.broadcast_to(2.5, 3) ; np.broadcast_to(True, (2, 2))
np.broadcast_to(np.array([1, 2]), (3, 2)) ; np.broadcast_to(b, b.shape) ; np.ascontiguousarray(t.T)
"""),
]

WRITES = [
    *separate("""
f[1] = 7 ; f[2:4] = 9.5 ; f[2:4] = [1, 2] ; f[b] = 0 ; f[b] = h[b] ; f[[0, 2]] = -1 ; f[-2:] = g[:2]
f[[0, 0]] = [1.0, 2.0] ; i[0] = 2.9 ; i[1:3] = h[:2] ; b[[]] = True ; b[0] = False ; b[1:3] = c[4:6]
b[np.array([2, 0])] = False ; t[1] = 0 ; t[:, 1] = [7, 8, 9] ; t[:, 1] += 100 ; t[0, 2] = -5
t[1] = [1.9, 2, 3, 4] ; x[t > 5] = nan ; x[np.arange(3), [1, 2, 3]] = inf ; cube[:, 0, 1] = i[:2]
cube[0, 1] = [5, 6, 7, 8] ; cube[1, [0, 2]] = 0 ; f += g ; f -= 1 ; f *= h ; f /= 2 ; i += 1 ; i *= b
b &= c ; b |= c ; i |= 8 ; u |= np.left_shift(u, 1, dtype=np.uint8) ; f.sort() ; long.sort()
f[...] = 1 ; none[:] = True ; e[:] = 2.0 ; x[1:, :2] = 0 ; x[0] = x[1] ; np.add.at(f, [0, 0, 3], 1.0)
np.add.at(x, (np.array([0, 0]), np.array([1, 1])), np.array([2, 3])) ; x[:, 0] = h[:3] ; t[-1] = t[0]
t[[0, 1]] = t[[1, 0]] ; b[:4] = u ; b[b] = u[:1] ; b[[0, 1]] = [0, 2] ; u[:2] = b[:2]
i[:4] = u ; f[:4] = u ; none[:] = none
"""),
]

REDUCED = [
    *(
        f"{of}.{name}()"
        for name in ("sum", "min", "max", "mean")
        for of in ("f", "h", "i", "x", "t", "long", "u")
    ),
    *(f"t.{name}(axis={axis})" for name in ("sum", "min", "max", "argmin", "argmax") for axis in (0, 1, -1)),
    *(f"cube.{name}(axis={axis})" for name in ("sum", "max") for axis in (0, 1, 2, (1, 2), (0, 2))),
    *(f"(t > 4).{name}(axis={axis})" for name in ("any", "all", "sum") for axis in (0, 1)),
    *separate("""
(cube > 4).any(axis=(1, 2)).sum(axis=0) ; x.sum(axis=1, keepdims=True) ; x.min(axis=1, keepdims=True)
b.any() ; c.all() ; none.any() ; none.all() ; e.sum() ; b.sum() ; b.mean() ; x.mean(axis=0)
f.argmin() ; g.argmax() ; g.argmin() ; i.argmax() ; u.sum() ; f.any() ; long[:130].sum()
long[:127].sum() ; long[:7].sum() ; long.reshape(10, 100).sum(axis=0)
long.reshape(10, 100).sum(axis=1) ; np.average(h, weights=g[[0, 1, 7, 8, 0, 1, 7, 8, 0]])
np.average(h, weights=i + 5) ; np.average(h) ; np.cumsum(h) ; np.cumsum([1, 2, 3]) ; np.cumsum(b)
np.cumsum(e) ; np.diff(h, prepend=-inf) ; np.diff(i) ; np.bincount(i[i > 0])
np.bincount(i[i > 0], minlength=12) ; np.bincount([0, 2, 2], [0.5, 1.5, 2.5], 4)
"""),
]

ORDERED = [
    *separate("""
np.sort(f) ; np.sort(i) ; np.sort(e) ; np.argsort(h, kind='stable') ; np.argsort(-i, kind='stable')
np.argsort(np.array([2, 1, 2, 1]), kind='stable') ; np.argsort(f) ; np.unique(i) ; np.unique(f)
np.unique(b) ; np.unique(np.array([3, 1, 3, 2]), return_inverse=True, return_counts=True)
np.unique(e) ; np.unique([2, 1, 2])
np.unique(t[[1, 0, 1]], axis=0, return_index=True, return_inverse=True, return_counts=True)
np.unique(t[:0]) ; np.unique(np.array([b, c]), axis=1, return_inverse=True)[0]
np.unique(np.array([[1, 0], [0, 1], [1, 0]]), axis=0)
np.searchsorted([0.1, 0.5, 0.5, 0.9], [0.5, 0.0, 1.0, nan])
np.searchsorted(np.sort(h), h, side='right') ; np.searchsorted(np.sort(i), 4)
np.searchsorted(np.cumsum(h) / h.sum(), 0.5) ; np.searchsorted(e, h[:2], 'left')
np.isin(i, (3, -1)) ; np.isin(i, (100,)) ; np.quantile(h, (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0))
np.quantile(i, (0.25, 0.5)) ; np.quantile(f, (0.5, 1.0)) ; np.quantile(h[:1], (0.0, 0.5))
np.quantile(h, 0.3) ; np.nanquantile(f[b], (0.1, 0.9))
np.nanquantile(np.array([nan, 2.0, 1.0]), (0.0, 0.1, 0.9)) ; np.flatnonzero(b) ; np.flatnonzero(f)
np.flatnonzero(none) ; np.flatnonzero(t > 5)
"""),
]

MADE = [
    *separate("""
np.zeros(3) ; np.zeros((2, 3), np.int64) ; np.zeros(2, bool) ; np.ones((2, 2), np.int64) ; np.ones(3)
np.full(3, nan) ; np.full((2, 2), -1, np.int64) ; np.full(2, True) ; np.full(3, 7) ; np.zeros_like(b)
np.full_like(h, 2) ; np.full_like(i, 2.7) ; np.eye(3) ; np.eye(2, dtype=bool) ; np.arange(5)
np.arange(0) ; np.linspace(0.0, 1.0, 17) ; np.linspace(0.3, 0.7, 201) ; np.linspace(2.0, 2.0, 3)
np.linspace(0, 5, 1) ; np.linspace(0, 99, 50).round().astype(np.int64) ; np.linspace(-1e-9, 1e9, 7)
np.tile(h, 3) ; np.repeat(i, 2) ; np.tile(np.arange(3), 2) ; np.concatenate([f, g[:2]])
np.concatenate([i, h]) ; np.concatenate([b, c]) ; np.concatenate([t, t[:1]])
np.concatenate([e, [1.0]]) ; np.stack([h, g], axis=1) ; np.stack([t, t], axis=2) ; np.stack([h, g])
np.column_stack([t, [7, 8, 9]]) ; np.split(t, 2, axis=1) ; np.split(h[:8], 4) ; np.array_split(h, 4)
np.array_split(i, 1) ; np.array_split(e, 2) ; np.fromiter(map(abs, [-1.5, 2]), float, 2)
np.frombuffer(bytes([1, 2, 255]), np.uint8) ; np.min_scalar_type(255) ; np.min_scalar_type(256)
np.unpackbits(np.array([[5, 1], [128, 3]], np.uint8), axis=1, count=11, bitorder='little')
np.finfo(float).eps ; np.finfo(float).tiny ; np.dtype(np.int64) ; np.zeros(2, t.dtype)
np.array(t) is t
np.random.Generator(np.random.PCG64(np.random.SeedSequence((3, 2**200 + 17)))).random(5)
np.random.Generator(np.random.PCG64(np.random.SeedSequence((0, 0)))).random(1001)[-3:]
np.random.default_rng(2**70).random(2)
np.random.Generator(np.random.PCG64(7).advance(1000)).random(3)
np.random.Generator(np.random.PCG64(7).advance(-3)).random(3)
"""),
]

EXACT = [*ARITHMETIC, *ELEMENTWISE, *INDICES, *REDUCED, *ORDERED, *MADE]
"""What gives the same to the last bit."""

CLOSE = [
    *separate("""
np.exp(f) ; np.exp(h) ; np.expm1(h) ; np.expm1(f) ; np.log(f) ; np.log(h) ; np.log1p(h) ; np.log1p(f)
np.exp(0.5) ; np.log(0.0) ; np.log(-1.0) ; np.exp(1000.0) ; np.expm1(np.float64(0.3))
np.log1p(-1.0) ; np.power(h, 0.3) ; np.power(h, g) ; np.power(f, 2.0) ; np.power(h, 0.5) ; h ** 3
np.power(0.0, -1.0) ; np.power(np.array([1.0, -2.0]), np.array([nan, 3.0]))
np.geomspace(0.01, 3.0, 9) ; np.geomspace(-8, -2, 3) ; h @ g[[0, 1, 2, 3, 5, 6, 7, 8, 0]] ; x @ x.T
x @ h[:4] ; h[:3] @ x ; t @ t.T ; long @ long ; t @ h[:4]
np.linalg.solve(np.array([[0.0, 2.0], [3.0, 1.0]]), np.array([[1.0, 2.0], [3.0, 4.0]])) ; h ** g
np.linalg.solve(x[:, :3] + np.eye(3), h[:3])
np.linalg.solve(np.stack([np.eye(2) * 3, np.eye(2)]), cube[:, :2, :2])
"""),
]
"""What gives the same but for the last digits: libraries of mathematics round differently."""

REFUSED = [
    *separate("""
f[9] ; f[[0, -10]] ; t[3] ; t[0, 4] ; f + g[:2] ; np.zeros(3).reshape(2) ; t[0, 0, 0] ; e.min()
np.concatenate([]) ; np.array([[1], [2, 3]]) ; x @ x ; np.split(h, 2) ; bool(f) ; float(f) ; f[0.5]
np.linalg.solve(np.zeros((2, 2)), np.ones((2, 1))) ; np.broadcast_to(f, 3) ; np.bincount([-1])
i.__iadd__(0.5) ; f[h] ; f.__setitem__(9, 1) ; f.__setitem__([9], 1)
f.__setitem__(slice(0, 2), [1, 2, 3]) ; np.bincount([1, 2], [0.5])
np.linalg.solve(np.eye(2), np.ones((3, 1))) ; np.sqrt(h, out=e) ; np.add(h, 1, out=e)
"""),
]
"""What raises the same kind of error."""


def outcomes(np: Any) -> dict[str, Any]:
    """Return what each case gives: its kind, its shape and its entries, or what it raises."""
    found: dict[str, Any] = {}
    for case in [*EXACT, *CLOSE, *REFUSED]:
        found[case] = outcome(np, case, case)
    for case in WRITES:
        target = re.findall(r"\w+", case.removeprefix("np.add.at"))[0]
        found[case] = outcome(np, case, target)
    return found


def outcome(np: Any, case: str, told: str) -> Any:
    """Return what `told` is after the case, as plain data."""
    names = {"np": np}
    exec(GIVEN, names)
    try:
        if told != case:
            exec(case, names)
        return plain(eval(told, names))
    except Exception as error:  # noqa: BLE001
        kinds = (kind.__name__ for kind in type(error).__mro__ if kind.__module__ == "builtins")
        return {"raises": next(kinds)}


def plain(value: Any) -> Any:
    """Return a value of numpy as plain data, with its kind and its shape."""
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, type) or type(value).__name__.endswith("DType"):
        return getattr(value, "name", None) or value.__name__
    if getattr(value, "shape", None) == ():
        return value.item()
    if hasattr(value, "dtype"):
        kind = getattr(value.dtype, "name", None) or value.dtype.__name__
        return {"kind": kind.strip("_"), "shape": list(value.shape), "entries": value.tolist()}
    return value
