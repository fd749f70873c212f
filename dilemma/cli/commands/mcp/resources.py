"""The resources: the page on the format, the starter, the catalogues, and the scenario files that ship."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

from dilemma.api.documents import load_found
from dilemma.cli.commands.mcp.wording import in_tool_words, tool_words
from dilemma.scenario.files import ScenarioFile, every_shipped, format_page, starter

__all__ = ["Readable", "descriptions", "readable"]

MARKDOWN, YAML, JSON = "text/markdown", "application/yaml", "application/json"

NOT_FOR_READERS = re.compile(r"<!-- run -->\n```sh\n.*?\n```\n\n|<!--.*?-->\n", re.DOTALL)
"""Marks for tests of the documentation, with the commands that they run."""

KEYS_PAGE = "[Keys of a scenario file](file-keys.md)"
LINK = re.compile(r"\[([^\]]+)\]\((?:[\w.-]+\.md)?(?:#[\w-]+)?\)")
"""A link to another page or part of a page, of which only the text is kept."""


class Readable(NamedTuple):
    """A resource: its URI, its name and media type, and the functions that return what it is and its text."""

    uri: str
    name: str
    media_type: str
    description: Callable[[], str]
    text: Callable[[], str]


@cache
def readable() -> dict[str, Readable]:
    """Return the resources by URI: these, and nothing else on the machine, can be read."""
    return {one.uri: one for one in _every_resource()}


@cache
def descriptions() -> dict[str, str]:
    """Return what each resource is, in one sentence, by URI."""
    return {uri: one.description() for uri, one in readable().items()}


def _every_resource() -> Iterator[Readable]:
    """Yield the resources, those for an author first."""
    for name, media_type, description, text in (
        ("format", MARKDOWN, "How a scenario file is written.", _format),
        ("starter", YAML, "A commented file to start from.", _starter),
        ("theories", JSON, "The theories: what each holds.", _theories),
        ("methods", JSON, "The methods for moral uncertainty.", _methods),
    ):
        yield Readable(f"dilemma://{name}", name, media_type, partial(str, description), text)
    for file in every_shipped():
        media_type = JSON if file.path and file.path.suffix == ".json" else YAML
        uri = f"dilemma://scenarios/{file.label}"
        yield Readable(uri, file.label, media_type, partial(_question, file), partial(_text, file))


def _question(file: ScenarioFile) -> str:
    """Return the question of a scenario that ships."""
    return load_found(file).scenario.question


def _text(file: ScenarioFile) -> str:
    """Return the text of a scenario that ships, as it is."""
    return file.raw().decode("utf-8")


def _format() -> str:
    """Return the page on the format, without what its examples need as tests and without commands."""
    page = format_page().replace(KEYS_PAGE, "The tool `schema`")
    return tool_words(LINK.sub(r"\1", NOT_FOR_READERS.sub("", page)))


def _starter() -> str:
    """Return the file to start from."""
    return tool_words(starter())


def _theories() -> str:
    """Return what `dilemma frameworks --json` prints, on one line."""
    from dilemma.cli.output import json_line
    from dilemma.frameworks.registry import every_framework
    from dilemma.reports.catalogue.frameworks import theories_record

    return json_line(in_tool_words(theories_record(every_framework())))


def _methods() -> str:
    """Return what `dilemma methods --json` prints, on one line."""
    from dilemma.cli.output import json_line
    from dilemma.reconciliation.methods.catalogue import METHODS
    from dilemma.reports.catalogue.methods import methods_record

    return json_line(in_tool_words(methods_record(METHODS)))
