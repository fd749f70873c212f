"""The skeleton of a flag that every command which judges a scenario has, such as `--discount`.

The flag takes a text; change its type, its help and what `Settings` makes of it by hand.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["write"]

OPTIONS = Path("dilemma", "cli", "options.py")
REQUEST = Path("dilemma", "cli", "request.py")
SETTINGS = Path("dilemma", "scenario", "settings.py")

TODO = (
    "{options}: give the flag its type, its metavar and one line of help",
    "{request}: read it in `request_from_flags`, with a sentence where it cannot be read",
    "{settings}: say in `Settings` what it does, and let `view_at` apply it",
    "write its test beside tests of the command line",
    "renew what is generated: python -m tests.snapshot, python -m tests.docs.renew",
)


def write(name: str, root: Path) -> list[str]:
    """Add a shared flag of this name; return what remains to be done by hand.

    Raises ValueError where there is such a setting already, or a place to insert is not found.
    """
    field = name.replace("-", "_")
    label = "".join(word.capitalize() for word in name.split("-"))
    if f"    {field}:" in (root / SETTINGS).read_text("utf-8"):
        raise ValueError(f"there is a setting '{field}' already")
    flag = f'{label} = Annotated[str | None, typer.Option("--{name}", metavar="X", help="TODO.")]\n'
    _insert(root / OPTIONS, flag, before="Perspectives = Annotated[")
    _insert(root / OPTIONS, f'    "{label}",\n', before='    "Weight",\n')
    _insert(root / REQUEST, f"    {label},\n", before="    Weight,\n")
    _insert(root / REQUEST, f"    {field}: {label} = None,\n", before="    perspective: Perspectives")
    _insert(root / REQUEST, f"        {field}={field},\n", before="        frameworks=theories,\n")
    _insert(root / SETTINGS, f"    {field}: str | None\n", before="    perspective: str | None\n")
    _insert(
        root / SETTINGS, f"    {field}: str | None = None\n", before="    perspective: str | None = None\n"
    )
    places = {path.stem: path.as_posix() for path in (OPTIONS, REQUEST, SETTINGS)}
    return [line.format(**places) for line in TODO]


def _insert(path: Path, text: str, *, before: str) -> None:
    """Insert a text before the first place where another stands; raise ValueError where it does not."""
    whole = path.read_text("utf-8")
    if before not in whole:
        raise ValueError(f"{path}: '{before.strip()}' is not there to insert before")
    path.write_text(whole.replace(before, text + before, 1), "utf-8")
