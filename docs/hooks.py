"""What MkDocs does beside its own work: it adds the pages that are made from the code, and lists them."""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from generate import pages  # MkDocs puts this folder on the path while it loads the hook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation

INDEX = "index.md"
STUDIO = "[studio](how-to/write-in-a-browser.md)"
OUTSIDE = re.compile(
    r"""(?:<(?:script|img|iframe|source)\b[^>]*?\bsrc|<link\b[^>]*?\bhref)=["'](?:https?:)?//"""
)
"""What would make a page load something from another host."""


@cache
def made() -> Mapping[str, str]:
    """Return the generated files; they are made once a build."""
    return pages()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """List the generated pages of a folder after the folder's index."""
    config.nav = listed(config.nav)
    return config


def listed(nav: Any) -> Any:
    """Return a part of the navigation in which each generated index is followed by its neighbours."""
    if isinstance(nav, dict):
        return {title: listed(part) for title, part in nav.items()}
    if not isinstance(nav, list):
        return nav
    return [item for part in nav for item in (listed(part), *neighbours(part))]


def neighbours(part: Any) -> list[str]:
    """Return the generated pages beside a generated index; none for anything else."""
    if not isinstance(part, str) or part not in made() or not part.endswith(f"/{INDEX}"):
        return []
    folder = part.removesuffix(INDEX)
    return [path for path in made() if path.startswith(folder) and path.endswith(".md") and path != part]


def on_nav(nav: Navigation, **_: Any) -> Navigation:
    """Add a link to the studio, where `publish.py` puts one beside the documentation."""
    from mkdocs.structure.nav import Link

    if studio := os.environ.get("DILEMMA_STUDIO_LINK"):
        nav.items.insert(1, Link("Studio: write in the browser", f"{studio}/index.html"))
    return nav


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Return the text of a page; on the first, the word studio leads to the studio, where there is one.

    ValueError where the first page does not link that word.
    """
    studio = os.environ.get("DILEMMA_STUDIO_LINK")
    if not studio or page.file.src_uri != INDEX:
        return markdown
    if STUDIO not in markdown:
        raise ValueError(f"{INDEX} should link to the studio as {STUDIO}")
    return markdown.replace(STUDIO, f'<a href="{studio}/index.html">studio</a>')


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated files."""
    from mkdocs.structure.files import File

    for path, text in made().items():
        files.append(File.generated(config, path, content=text))
    return files


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """Return a page as it is; ValueError where it would load something from another host."""
    if OUTSIDE.search(output):
        raise ValueError(f"{page.file.src_path} would load something from another host")
    return output
