"""The example notebooks as pages: their text, their code, and the outputs that are stored in them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

__all__ = ["notebook_pages"]

EXAMPLES = Path(__file__).parents[1] / "examples" / "notebook"
REPOSITORY = "docs/examples/notebook"


def notebook_pages() -> Mapping[str, str]:
    """Return the page of each notebook by its path below `docs/`."""
    return {
        f"how-to/notebook-{path.stem}.md": notebook_page(path) for path in sorted(EXAMPLES.glob("*.ipynb"))
    }


def notebook_page(path: Path) -> str:
    """Return a notebook as Markdown."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    told = f"This page is the notebook `{REPOSITORY}/{path.name}`, as it ran."
    first, *rest = [part for cell in cells for part in parts(cell)]
    return "\n\n".join([first, told, *rest]) + "\n"


def parts(cell: Mapping[str, Any]) -> Iterator[str]:
    """Yield a cell's text, or its code and what it printed."""
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        yield source
        return
    yield f"```python\n{source}\n```"
    for output in cell["outputs"]:
        data = output.get("data", {})
        if "text/html" in data:
            yield f'<div class="output">{on_one_line("".join(data["text/html"]))}</div>'
        else:
            yield f"```text\n{''.join(data.get('text/plain', output.get('text', ()))).rstrip()}\n```"


def on_one_line(html: str) -> str:
    """Return HTML without empty lines, at which Markdown would end it."""
    return "\n".join(line for line in html.splitlines() if line.strip())
