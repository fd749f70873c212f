"""The resources: the page on the format, the starter, the catalogues, and the scenario files that ship."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from dilemma.scenario.files import every_shipped, format_page, starter

__all__ = ["Readable", "readable"]

MARKDOWN, YAML, JSON = "text/markdown", "application/yaml", "application/json"


class Readable(NamedTuple):
    """A resource: its URI, what it is, its media type, and the function that returns its text."""

    uri: str
    name: str
    description: str
    media_type: str
    text: Callable[[], str]


@cache
def readable() -> dict[str, Readable]:
    """Return the resources by URI: these, and nothing else on the machine, can be read."""
    return {one.uri: one for one in _every_resource()}


def _every_resource() -> Iterator[Readable]:
    """Yield the resources, those for an author first."""
    yield Readable("dilemma://format", "format", "How a scenario file is written.", MARKDOWN, format_page)
    yield Readable("dilemma://starter", "starter", "A commented file to start from.", YAML, starter)
    yield Readable("dilemma://theories", "theories", "The theories: what each holds.", JSON, _theories)
    yield Readable("dilemma://methods", "methods", "The methods for moral uncertainty.", JSON, _methods)
    for file in every_shipped():
        media_type = JSON if file.path and file.path.suffix == ".json" else YAML
        yield Readable(
            f"dilemma://scenarios/{file.label}",
            file.label,
            "A scenario that ships.",
            media_type,
            lambda file=file: file.raw().decode("utf-8"),  # type: ignore[misc]
        )


def _theories() -> str:
    """Return what `dilemma frameworks --json` prints, on one line."""
    from dilemma.cli.output import json_line
    from dilemma.frameworks.registry import every_framework
    from dilemma.reports.catalogue.frameworks import theories_record

    return json_line(theories_record(every_framework()))


def _methods() -> str:
    """Return what `dilemma methods --json` prints, on one line."""
    from dilemma.cli.output import json_line
    from dilemma.reconciliation.methods.catalogue import METHODS
    from dilemma.reports.catalogue.methods import methods_record

    return json_line(methods_record(METHODS))
