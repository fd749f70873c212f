"""The structure of a scenario file: its maps, and what may stand at each path, derived from the model."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from dilemma.scenario.fields import Reads
from dilemma.scenario.model import Scenario
from dilemma.scenario.numbers import LARGEST, SCALES, FieldBounds
from dilemma.scenario.problem import Path

__all__ = [
    "FACTORS",
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
]

KINDS = {
    "parties": "a party",
    "beliefs": "a belief",
    "quantities": "a quantity",
    "consequences": "a consequence",
    "duties": "a duty",
    "virtues": "a virtue",
}
"""The maps whose ids a flag may name bare, so that no two may share one; and what their rows are called."""

TABLES = ("sources", *KINDS, "options", "perspectives")

FACTORS = ("consequences", "duties", "virtues")
"""The maps of what may speak for an option or against it."""

Theories = Mapping[str, Mapping[str, tuple[float, float, bool]]]
"""The frameworks there are, and of each its settings: least, greatest, and whether above the least."""


class Record(NamedTuple):
    """A map of known fields.

    `numbers` are those that are numbers or hold some; `bare` is the field that a number alone stands for.
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


SMALLEST = 1 / LARGEST

Shape = Record | Rows | Figure | None
"""None is anything else: text, truths, lists."""


@cache
def scenario_shape() -> Record:
    """Return the shape of a whole file."""
    return record_of(Scenario)


def record_of(model: type[BaseModel]) -> Record:
    """Return the shape of a noun."""
    fields = model.model_fields.items()
    shapes = {name: shape_of(field.annotation, tuple(field.metadata)) for name, field in fields}
    numbers = {name: shape for name, shape in shapes.items() if holds_numbers(shape)}
    return Record(shapes, numbers, getattr(model, "bare", None))


def holds_numbers(shape: Shape) -> bool:
    """Return whether a number may stand at the shape, or somewhere in it."""
    if isinstance(shape, Record):
        return bool(shape.numbers)
    return holds_numbers(shape.each) if isinstance(shape, Rows) else shape is not None


def shape_of(annotation: Any, metadata: tuple[Any, ...] = ()) -> Shape:
    """Return the shape a field's annotation stands for."""
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
    """Return the shape one key further in."""
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
    """Return the words of which one must stand at a path of a file; none where anything else may."""
    if isinstance(shape_at(path[:-1]), Figure):
        return SCALES if path[-1] == "scale" else ()
    annotation: Any = Scenario
    for step in path:
        annotation = annotation_inside(annotation, step)
    return tuple(map(str, get_args(annotation))) if get_origin(annotation) is Literal else ()


def annotation_inside(annotation: Any, step: str | int) -> Any:
    """Return the annotation of what stands one key or position further in, None beside it left out."""
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
    """Return the least and the greatest number that may stand at an address, both possible.

    Where 0 is the least and not possible, the least is the smallest whose inverse is still a number we take.
    """
    shape = shape_at(tuple(address.split(".")))
    assert isinstance(shape, Figure), address
    _, low, high, above_low = shape.bounds
    return max(float(low), SMALLEST) if above_low else float(low), float(high)


Products = list[tuple[Path, str, FieldBounds]]
"""The path, text and bounds of each product of a file."""


def products_in(data: Mapping[str, Any], shape: Shape) -> Products:
    """Return every product in canonical data: each text where a number goes."""
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
