"""Python files compiled for the browser, which then need not compile them at each start."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from dilemma.errors import ConditionFailed
from dilemma.reports.media.html.document import asset

__all__ = ["compiled"]

PROGRAM: Final = "compile.mjs"


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
    done = subprocess.run(
        ["node", program, runtime.resolve(), folder.resolve()], capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise ConditionFailed(f"the studio’s Python files could not be compiled: {said[-1] if said else ''}")
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not (path.suffix == ".py" and path.with_suffix(".pyc").is_file()):
            yield path.relative_to(folder).as_posix(), path.read_bytes()
