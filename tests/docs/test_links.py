"""Every link of the README and the pages of docs/ leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from posixpath import normpath

import pytest

from docs.generate import pages
from tests.cli.running import ROOT
from tests.docs.pages import DOCS, PAGES, page_name

LINK = re.compile(r"\]\((?!https?://|mailto:)([^)\s]+)\)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")


@cache
def generated() -> Mapping[str, str]:
    """Return the generated files, by their path below the project."""
    return {f"docs/{path}": text for path, text in pages().items()}


def texts() -> dict[str, str]:
    """Return every page by its path below the project, generated ones too."""
    written = {page_name(path): path.read_text("utf-8") for path in (*PAGES, ROOT / "tests" / "README.md")}
    return {**written, **{path: text for path, text in generated().items() if path.endswith(".md")}}


def prose(text: str) -> str:
    """Return a page without its fenced blocks and inline code."""
    return CODE.sub("", FENCED.sub("", text))


def places(text: str) -> set[str]:
    """Return what a link may name after `#`: the page's headings, as MkDocs and GitHub spell them."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def broken(path: str, text: str, every: Mapping[str, str]) -> Iterator[str]:
    """Yield the links of a page that lead nowhere."""
    for link in LINK.findall(prose(text)):
        name, _, place = link.partition("#")
        target = normpath(f"{Path(path).parent.as_posix()}/{name}") if name else path
        if target not in every and target not in generated() and not (ROOT / target).exists():
            yield link
        elif place and place not in places(every.get(target, "")):
            yield link


def test_every_link_leads_somewhere() -> None:
    """A relative link names a file, or a page made at build time, and a heading that it has."""
    every = texts()
    assert {path: found for path, text in every.items() if (found := list(broken(path, text, every)))} == {}


@pytest.mark.parametrize("path", sorted(DOCS.rglob("*.md")), ids=page_name)
def test_pages_of_the_site_link_within_it(path: Path) -> None:
    """A page of docs/ links to no file outside docs/, which the site would not hold."""
    outside = [
        link
        for link in LINK.findall(prose(path.read_text("utf-8")))
        if normpath(f"{path.parent.relative_to(ROOT).as_posix()}/{link.partition('#')[0]}").split("/")[0] != "docs"
    ]
    assert outside == []


def test_every_page_is_in_the_navigation() -> None:
    """The navigation lists every page that is written by hand; the generated ones are added by the hook."""
    listed = set(re.findall(r"([\w/-]+\.md)", (ROOT / "mkdocs.yml").read_text("utf-8")))
    written = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    assert written <= listed
    assert listed <= written | {path.removeprefix("docs/") for path in generated()}
