"""Builds the studio: a folder of static files that any web server can serve, with nothing to run there."""

from __future__ import annotations

import subprocess
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dilemma import __version__
from dilemma.errors import CannotWrite, ConditionFailed
from dilemma.reports.collect.page.document import style_and_script as collection_assets
from dilemma.reports.media.html.document import asset, compact, hashed
from dilemma.reports.media.html.markup import Html, element
from dilemma.reports.page.document import STYLES
from dilemma.reports.page.document import style_and_script as page_assets
from dilemma.reports.page.parts.picture import sprite
from dilemma.reports.schemas import schema_text
from dilemma.scenario.files import FORMAT_PAGES, PACKAGE, SHELVES
from dilemma.studio.compiled import compiled
from dilemma.studio.fetched import node_packages, python_files
from dilemma.studio.gallery import cards, pages

__all__ = ["build"]

ASSETS: Final = "dilemma.studio.assets"
RUNTIME: Final = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
"""The files of Pyodide that run Python."""

EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the date of every file in an archive, so that a build can be repeated


def build(
    folder: Path,
    tell: Callable[[str], None],
    ids: Iterable[str] | None = None,
    *,
    documentation: str | None = None,
) -> int:
    """Write the studio to a folder, and return its size in bytes.

    The folder must be empty or not there: raises CannotWrite otherwise. `tell` is called with a sentence
    before each step that takes time. `ids` limits the gallery to some of the dilemmas that ship.
    `documentation` is the address of the documentation, as seen from the studio, if it is published with it.
    Raises ConditionFailed if the packages of others cannot be fetched or bundled.
    """
    _made(folder)
    with TemporaryDirectory() as name:
        place = Path(name)
        tell("fetching the packages of others, as pinned")
        modules = node_packages(place)
        fetched = [*python_files(place)]  # before the first file is written, in case it cannot be had
        tell("bundling the editor")
        script = _bundled(modules, place)
        for file in RUNTIME:
            _put(folder, f"pyodide/{file}", (modules / "pyodide" / file).read_bytes())
        tell("compiling Python files")
        _put(folder, "python.zip", _archive(compiled((*fetched, *_own_files()), modules / "pyodide", place)))
    exhibits = []
    for one in pages(tell, ids):
        _put(folder, f"pages/{one.id}.html", one.html.encode("utf-8"))
        _put(folder, f"pages/{one.id}.svg", one.picture.encode("utf-8"))
        exhibits.append(one)
    style = "\n".join(asset("dilemma.reports.page.assets", f"styles/{name}") for name in STYLES)
    _put(folder, "studio.css", f"{compact(style)}\n{compact(asset(ASSETS, 'studio.css'))}\n".encode())
    _put(folder, "studio.js", script)
    _put(folder, "schema.json", schema_text("scenario").encode("utf-8"))
    for file in ("worker.js", "arrays.js", *_below("arrays")):
        _put(folder, file, asset(ASSETS, file).encode("utf-8"))
    parts = {
        "version": __version__,
        "policy": _policy(),
        "gallery": cards(exhibits).markup,
        "marks": sprite().markup,
        "links": _links(documentation).markup,
    }
    _put(folder, "index.html", _filled("index.html", parts))
    _put(folder, "offline.js", _filled("offline.js", _listing(folder)))
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _made(folder: Path) -> None:
    """Make a folder, if it is not there; raise CannotWrite if it cannot be made, or holds anything."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        empty = not any(folder.iterdir())
    except FileExistsError:
        empty = False
    except OSError as error:
        raise CannotWrite(f"{folder}: {error.strerror}") from None
    if not empty:
        raise CannotWrite(f"{folder} is not an empty folder; choose another")


def _links(documentation: str | None) -> Html:
    """Return the links to the documentation at an address; nothing without one."""
    if documentation is None:
        return Html("")
    pages = {"Documentation": "index.html", "What the words mean": "reference/glossary.html"}
    links = (element("a", {"href": documentation + page}, title) for title, page in pages.items())
    return element("p", None, *(part for link in links for part in (link, " ")))


def _put(folder: Path, name: str, content: bytes) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _filled(name: str, parts: Mapping[str, str]) -> bytes:
    """Return an asset with each `{part}` filled in."""
    text = asset(ASSETS, name)
    for part, content in parts.items():
        text = text.replace(f"{{{part}}}", content)
    return text.encode("utf-8")


def _below(folder: str) -> list[str]:
    """Return the names of all assets below a folder, each with that of the folder before."""
    found = []
    for one in files(ASSETS).joinpath(folder).iterdir():
        name = f"{folder}/{one.name}"
        found += _below(name) if one.is_dir() else [name]
    return sorted(found)


def _bundled(modules: Path, place: Path) -> bytes:
    """Return the page's script, with what it imports, as one file."""
    scripts = place / "scripts"
    for name in _below("scripts"):
        _put(place, name, asset(ASSETS, name).encode("utf-8"))
    words = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=inline"]
    made = place / "studio.js"
    done = subprocess.run(
        [modules / ".bin" / "esbuild", scripts / "main.js", *words, f"--outfile={made}"],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ConditionFailed(f"the studio’s script could not be bundled: {done.stderr.strip()}")
    return made.read_bytes()


def _archive(content_by_name: Iterable[tuple[str, bytes]]) -> bytes:
    """Return an archive of the files that Python runs in the browser, or reads there."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in content_by_name:
            archive.writestr(ZipInfo(name, EPOCH), data, ZIP_DEFLATED)
    return content.getvalue()


def _own_files() -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file of this package, as its wheel holds them."""
    shelf = next(shelf for shelf in SHELVES if shelf.is_dir())
    page = next(page for page in FORMAT_PAGES if page.is_file())
    found = {f"dilemma/docs/reference/{page.name}": page}
    for root, below in ((PACKAGE, "dilemma"), (shelf, "dilemma/scenarios")):
        for path in sorted(root.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                found[f"{below}/{path.relative_to(root).as_posix()}"] = path
    for name, path in sorted(found.items()):
        if not name.startswith(("dilemma/studio/assets/", "dilemma/studio/packages/")):
            yield name, path.read_bytes()


def _policy() -> str:
    """Return the content policy of the site.

    Besides its own files it allows WebAssembly, and the scripts and styles that stand in every page of a
    dilemma and of a collection, by their hashes.
    """
    made = (page_assets(), collection_assets())
    styles, scripts = (" ".join(map(hashed, sources)) for sources in zip(*made, strict=True))
    return (
        f"default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {scripts}; style-src 'self' {styles}; "
        "img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; frame-src 'self' blob:; "
        "manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def _listing(folder: Path) -> dict[str, str]:
    """Return the list of all files, for the service worker, and a version that changes with any of them."""
    names, sums = [], sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            names.append(path.relative_to(folder).as_posix())
            sums.update(names[-1].encode() + sha256(path.read_bytes()).digest())
    return {"files": '", "'.join(names), "version": b64encode(sums.digest()[:12]).decode()}
