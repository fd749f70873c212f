"""The page of `import dilemma`: every public name with its signature and its docstring."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import dilemma
from dilemma.api.results.result import Result

from .markdown import cell, fence, page, section, table

__all__ = ["library_page"]

PLAIN = (bool, int, float, str)
"""Types whose values say all there is to say of a default."""

ABOUT = (
    "Everything that the package exports. Names are loaded when first used, so `import dilemma` is cheap. "
    "The types are part of the package (`py.typed`). [Use it from Python](../how-to/use-python.md) shows how."
)


def library_page() -> str:
    """Return the page: functions first, then classes and values."""
    found = {name: getattr(dilemma, name) for name in dilemma.__all__}
    functions = [name for name, thing in found.items() if inspect.isfunction(thing)]
    rest = [name for name in found if name not in functions]
    rows = ((f"[`{name}`](#{name.lower()})", first_line(found[name])) for name in (*functions, *rest))
    parts = (name_section(name, found[name]) for name in (*functions, *rest))
    return page("Python library", ABOUT, table(("name", "what it is"), rows), *parts)


def name_section(name: str, thing: object) -> str:
    """Return what is said of one public name."""
    if not callable(thing):
        return section(name, value_told(thing))
    doc = inspect.getdoc(thing) or ""
    if not isinstance(thing, type):
        return section(name, fence(f"dilemma.{name}{signature(thing)}", "python"), paragraphs(doc))
    fields = [f"{field}: {kind}" for field, kind in fields_of(thing).items()]
    told = ("Fields:", fence("\n".join(fields), "python")) if fields else ()
    methods = [(f"`{method}`", first_line(getattr(thing, method))) for method in methods_of(thing)]
    rest = (table(("method", "what it returns"), methods),) if methods else ()
    return section(name, paragraphs(doc), *told, *rest)


def fields_of(kind: type) -> dict[str, str]:
    """Return the fields of a class and of the classes it extends, with their types as written."""
    found: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        found |= vars(base).get("__annotations__", {}) if base.__module__.startswith("dilemma") else {}
    return {field: getattr(told, "__forward_arg__", str(told)) for field, told in found.items()}


def methods_of(kind: type) -> list[str]:
    """Return the ways in which a result shows itself; none for any other class."""
    return [name for name in vars(Result) if name.startswith("to_")] if issubclass(kind, Result) else []


def signature(function: Callable[..., object]) -> str:
    """Return a function's signature, a parameter a line."""
    found = inspect.signature(function)
    every = list(found.parameters.values())
    told = [parameter_told(one) for one in every]
    keyword = [place for place, one in enumerate(every) if one.kind is one.KEYWORD_ONLY]
    if keyword:
        told.insert(keyword[0], "*")
    return "(\n" + "".join(f"    {one},\n" for one in told) + f") -> {found.return_annotation}"


def parameter_told(parameter: inspect.Parameter) -> str:
    """Return a parameter with its type, and its default where that is a plain value."""
    stated = f"{parameter.name}: {parameter.annotation}"
    if parameter.default is parameter.empty:
        return stated
    plain = parameter.default is None or isinstance(parameter.default, PLAIN) or parameter.default == ()
    return f"{stated} = {parameter.default!r}" if plain else f"{stated} = ..."


def paragraphs(doc: str) -> str:
    """Return a docstring's paragraphs, each on one line."""
    return "\n\n".join(cell(part) for part in doc.split("\n\n"))


def first_line(thing: object) -> str:
    """Return the first sentence of a docstring; of a value, what kind it is."""
    return (inspect.getdoc(thing) or "").partition("\n\n")[0] if callable(thing) else value_told(thing)


def value_told(thing: object) -> str:
    """Return what a public value is."""
    return f"A {type(thing).__name__} of {len(thing)} entries." if isinstance(thing, tuple) else repr(thing)
