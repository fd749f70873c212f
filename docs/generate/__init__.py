"""The reference pages that are made from the code, so that nothing in them is typed twice."""

from __future__ import annotations

from collections.abc import Mapping

from .checks import errors_page, lints_page
from .commands import commands_page
from .library import library_pages
from .methods import methods_page
from .notebooks import notebook_pages
from .published_results import published_results_page
from .schemas import file_keys_page, schema_files, schema_pages, schemas_page
from .sheets import sheets_page
from .shipped import shipped_page
from .theories import theories_page, theory_pages

__all__ = ["pages"]


def pages() -> Mapping[str, str]:
    """Return the text of every generated file, by its path below `docs/`."""
    return {
        "reference/commands.md": commands_page(),
        "reference/theories/index.md": theories_page(),
        **below("reference/theories", theory_pages()),
        "reference/methods.md": methods_page(),
        "reference/lints.md": lints_page(),
        "reference/errors.md": errors_page(),
        "reference/file-keys.md": file_keys_page(),
        "reference/sheets.md": sheets_page(),
        "reference/scenarios.md": shipped_page(),
        "reference/published-results.md": published_results_page(),
        "reference/json/index.md": schemas_page(),
        **below("reference/json", schema_pages()),
        **below("reference/json", schema_files()),
        **below("reference/python", library_pages()),
        **notebook_pages(),
    }


def below(folder: str, files: Mapping[str, str]) -> dict[str, str]:
    """Return files by their path below a folder."""
    return {f"{folder}/{name}": text for name, text in files.items()}
