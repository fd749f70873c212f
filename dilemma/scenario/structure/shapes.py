"""The structure of a scenario file: its maps, and the shape of each path, derived from the model."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from dilemma.scenario.fields import Reads
from dilemma.scenario.model import Scenario
from dilemma.scenario.numbers import DISTRIBUTIONS, NUMBER_KINDS, SCALES, SMALLEST, FieldBounds
from dilemma.scenario.problem import Path

__all__ = [
    "FACTORS",
    "GONE",
    "KINDS",
    "TABLES",
    "Figure",
    "Products",
    "Record",
    "Rows",
    "Shape",
    "Theories",
    "bounds_at",
    "choices_at",
    "inner",
    "products_in",
    "scenario_shape",
    "shape_at",
    "shape_of",
]

KINDS = {
    "parties": "a party",
    "beliefs": "a belief",
    "quantities": "a quantity",
    "consequences": "a consequence",
    "duties": "a duty",
    "virtues": "a virtue",
}
"""The maps whose ids are unique in the file, since a flag may use the id alone; and a name for their rows."""

TABLES = ("sources", *KINDS, "correlations", "options", "perspectives")

FACTORS = ("consequences", "duties", "virtues")
"""The maps of factors, which count for an option or against it."""

GONE: Mapping[str, str] = {
    "frameworks.prioritarian.scale": "'scale' is gone: state `worst` at the top of the file",
    "frameworks.double-effect.slack": "'slack' is gone: further harm is weighed against further good",
}
"""Addresses that the format no longer has, and what stands instead."""

Theories = Mapping[str, Mapping[str, tuple[float, float, bool]]]
"""Settings by framework: the least and greatest value, and whether the least itself is excluded."""


class Record(NamedTuple):
    """A map of known fields.

    `numbers` are the fields that are or contain numbers; `bare` is the field that a bare number means.
    """

    fields: Mapping[str, Shape]
    numbers: Mapping[str, Shape]
    bare: str | None


class Rows(NamedTuple):
    """A map from ids to values of one shape."""

    each: Shape


class Figure(NamedTuple):
    """A number and its bounds."""

    bounds: FieldBounds


Shape = Record | Rows | Figure | None
"""The shape of a value; None is any other value: text, truths, lists."""


@cache
def scenario_shape() -> Record:
    """Return the shape of a whole file."""
    return record_of(Scenario)


def record_of(model: type[BaseModel]) -> Record:
    """Return the shape of a model class."""
    fields = model.model_fields.items()
    shapes = {name: shape_of(field.annotation, tuple(field.metadata)) for name, field in fields}
    numbers = {name: shape for name, shape in shapes.items() if holds_numbers(shape)}
    return Record(shapes, numbers, getattr(model, "bare", None))


def holds_numbers(shape: Shape) -> bool:
    """Return whether a value of this shape is a number or may contain one."""
    if isinstance(shape, Record):
        return bool(shape.numbers)
    return holds_numbers(shape.each) if isinstance(shape, Rows) else shape is not None


def shape_of(annotation: Any, metadata: tuple[Any, ...] = ()) -> Shape:
    """Return the shape of a field from its annotation."""
    for mark in metadata:
        if isinstance(mark, Reads) and isinstance(mark.func, FieldBounds):
            return Figure(mark.func)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(arguments[0], arguments[1:])
    if origin in {Union, UnionType}:
        return next((shape for shape in map(shape_of, arguments) if shape is not None), None)
    if origin is Mapping:
        return Rows(shape_of(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return record_of(annotation)
    return None


def inner(shape: Shape, key: str | int) -> Shape:
    """Return the shape of the value at a key."""
    if isinstance(shape, Record):
        return shape.fields.get(str(key))
    return shape.each if isinstance(shape, Rows) else None


@lru_cache(maxsize=1024)  # perspectives set the same paths, and each is asked of several times
def shape_at(path: Path) -> Shape:
    """Return the shape at a path of a file."""
    shape: Shape = scenario_shape()
    for step in path:
        shape = inner(shape, step)
    return shape


def choices_at(path: Path) -> tuple[str, ...]:
    """Return the words allowed at a path of a file; none if other values are allowed too."""
    if isinstance(shape_at(path[:-1]), Figure):
        return {"scale": SCALES, "kind": NUMBER_KINDS, "distribution": DISTRIBUTIONS}.get(str(path[-1]), ())
    annotation: Any = Scenario
    for step in path:
        annotation = annotation_inside(annotation, step)
    return tuple(map(str, get_args(annotation))) if get_origin(annotation) is Literal else ()


def annotation_inside(annotation: Any, step: str | int) -> Any:
    """Return the annotation of the value at a key or position, without `None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        inside: Any = annotation.model_fields[str(step)].annotation
    else:
        inside = get_args(annotation)[get_origin(annotation) is Mapping]
    if get_origin(inside) is Annotated:
        inside = get_args(inside)[0]
    if get_origin(inside) in {Union, UnionType}:
        inside = next(one for one in get_args(inside) if one is not type(None))
    return inside


def bounds_at(address: str) -> tuple[float, float]:
    """Return the least and the greatest number allowed at an address, both included.

    If numbers must be above 0, the least is the smallest number whose inverse is still allowed in a file.
    """
    shape = shape_at(tuple(address.split(".")))
    assert isinstance(shape, Figure), address
    _, low, high, above_low, _ = shape.bounds
    return max(float(low), SMALLEST) if above_low else float(low), float(high)


Products = list[tuple[Path, str, FieldBounds]]
"""The path, text and bounds of each product of a file."""


def products_in(data: Mapping[str, Any], shape: Shape) -> Products:
    """Return every product in canonical data: each text in the field of a number."""
    found: Products = []
    shapes = shape.numbers if isinstance(shape, Record) else {}
    each = shape.each if isinstance(shape, Rows) else None
    for key, item in data.items():
        below = each or shapes.get(key)
        if below is None:
            continue
        if isinstance(item, dict):
            if not isinstance(below, Figure):
                found += [((key, *path), text, within) for path, text, within in products_in(item, below)]
        elif isinstance(item, str) and isinstance(below, Figure):
            found.append(((key,), item, below.bounds))
    return found
