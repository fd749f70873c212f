"""Python files compiled for the browser, which then need not compile them at each start."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from dilemma.reports.media.html.document import asset
from dilemma.studio.programs import run

__all__ = ["compiled"]

PROGRAM: Final = "compile.mjs"
FAILED: Final = "the studio’s Python files could not be compiled"


def compiled(sources: Iterable[tuple[str, bytes]], runtime: Path, place: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file, in the order of names, Python files as bytecode.

    `runtime` is the folder of Pyodide, whose Python compiles them; they are written below `place`. A file
    that does not compile is left as it is. Raises ConditionFailed if Node.js cannot run Pyodide.
    """
    folder = place / "python"
    for name, content in sources:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    program = place / PROGRAM
    program.write_text(asset("dilemma.studio.assets", PROGRAM), "utf-8")
    run(["node", program, runtime.resolve(), folder.resolve()], place, FAILED)
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not (path.suffix == ".py" and path.with_suffix(".pyc").is_file()):
            yield path.relative_to(folder).as_posix(), path.read_bytes()
