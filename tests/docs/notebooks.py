"""The example notebooks: run from top to bottom, with the outputs that they show."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.docs.pages import DOCS

__all__ = ["NOTEBOOKS", "executed", "written"]

NOTEBOOKS = tuple(sorted((DOCS / "examples").rglob("*.ipynb")))
SECONDS = 600  # for one cell: only what would never end is ended


def executed(path: Path, folder: Path) -> dict[str, Any]:
    """Return a notebook run anew in a folder, by a kernel of its own; raise where a cell fails."""
    import nbformat
    from nbclient import NotebookClient

    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    )
    client.execute()
    return plain(notebook)


def plain(notebook: Any) -> dict[str, Any]:
    """Return a notebook as JSON without what differs from run to run and from machine to machine."""
    data: dict[str, Any] = json.loads(json.dumps(notebook))
    data["metadata"]["language_info"] = {"name": "python"}
    for cell in data["cells"]:
        cell["metadata"] = {}
        cell["source"] = "".join(cell["source"]).splitlines(keepends=True)
        for output in cell.get("outputs", ()):
            for kind, text in output.get("data", {}).items():
                output["data"][kind] = "".join(text).splitlines(keepends=True)
            if "text" in output:
                output["text"] = "".join(output["text"]).splitlines(keepends=True)
    return data


def written(notebook: dict[str, Any]) -> str:
    """Return the text of a notebook's file."""
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
