"""Every link of the README and the pages of docs/ leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from posixpath import normpath

import pytest

from docs.generate import pages
from tests.docs.pages import DOCS, PAGES, page_name
from tests.unit.cli.running import ROOT

LINK = re.compile(r"\]\((?!https?://|mailto:)([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")


@cache
def generated() -> Mapping[str, str]:
    """Return the generated files, by their path below the project."""
    return {f"docs/{path}": text for path, text in pages().items()}


def texts() -> dict[str, str]:
    """Return every page by its path below the project, generated ones too."""
    written = {page_name(path): path.read_text("utf-8") for path in [*PAGES, ROOT / "tests" / "README.md"]}
    return {**written, **{path: text for path, text in generated().items() if path.endswith(".md")}}


def prose(text: str) -> str:
    """Return a page without its fenced blocks and inline code."""
    return CODE.sub("", FENCED.sub("", text))


def places(text: str) -> set[str]:
    """Return what a link may name after `#`: the page's headings, as MkDocs and GitHub spell them."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def target_of(path: str, link: str) -> tuple[str, str]:
    """Return the path below the project that a page's link names, and the heading."""
    name, _, heading = link.partition("#")
    return (normpath(f"{Path(path).parent.as_posix()}/{name}") if name else path), heading


def leads(path: str, link: str, every: Mapping[str, str]) -> bool:
    """Whether a link of a page names something that is there, and a heading that it has."""
    target, heading = target_of(path, link)
    there = target in every or target in generated() or (ROOT / target).exists()
    return there and (not heading or heading in places(every.get(target, "")))


def broken(path: str, text: str, every: Mapping[str, str]) -> list[str]:
    """Return the links of a page that lead nowhere."""
    return [link for link in LINK.findall(prose(text)) if not leads(path, link, every)]


def test_every_link_leads_somewhere() -> None:
    """A relative link names a file, or a page made at build time, and a heading that it has."""
    every = texts()
    assert {path: found for path, text in every.items() if (found := broken(path, text, every))} == {}


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.md")), ids=page_name)
def test_pages_of_the_site_link_within_it(path: Path) -> None:
    """A page of docs/ links to no file outside docs/, which the site would not hold."""
    links = LINK.findall(prose(path.read_text("utf-8")))
    outside = [link for link in links if not target_of(page_name(path), link)[0].startswith("docs/")]
    assert outside == []


def test_every_page_is_in_the_navigation() -> None:
    """The navigation lists every page that is written by hand; the generated ones are added by the hook."""
    listed = set(re.findall(r"([\w/-]+\.md)", (ROOT / "mkdocs.yml").read_text("utf-8")))
    written = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    assert written <= listed
    assert listed <= written | {path.removeprefix("docs/") for path in generated()}


PLACE = re.compile(r"`((?:dilemma|tests|docs|scenarios|\.ci)/[\w./-]*)`")
"""A path below the project, written as code."""


@pytest.mark.parametrize("path", [*PAGES, ROOT / "tests" / "README.md"], ids=page_name)
def test_places_in_the_code_are_there(path: Path) -> None:
    """A file or folder of the project that a page names exists."""
    named = PLACE.findall(path.read_text("utf-8"))
    assert [place for place in named if not (ROOT / place).exists()] == []


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/explanation/architecture.md"])
def test_the_map_of_the_code_is_whole(page: str) -> None:
    """The maps of the code name every folder and module that stands in the package."""
    text = (ROOT / page).read_text("utf-8")
    inside = [
        path
        for path in (ROOT / "dilemma").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    ]
    names = [f"{path.name}/" if path.is_dir() else path.name for path in inside]
    assert [name for name in names if not name.startswith("__") and name not in text] == []


def test_the_map_of_the_tests_is_whole() -> None:
    """The table of the tests names every folder of them."""
    text = (ROOT / "tests" / "README.md").read_text("utf-8")
    folders = [
        path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and not path.name.startswith("_")
    ]
    assert [name for name in folders if f"`{name}/`" not in text] == []
