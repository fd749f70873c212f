"""Write the skeleton of something new, and say what remains: `python -m tests.scaffold theory NAME`."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from tests.scaffold import flag, lint, method, theory

ROOT = Path(__file__).parents[2]
KINDS: Mapping[str, Callable[[str, Path], Iterable[str]]] = {
    "theory": theory.write,
    "method": method.write,
    "lint": lint.write,
    "flag": flag.write,
}
"""Functions that write a skeleton of a name under the root of the repository, and give what remains to do."""


def main(words: list[str]) -> int:
    """Write what is asked for and print what remains; 2 where the name cannot be had."""
    parser = ArgumentParser(prog="python -m tests.scaffold", description=__doc__)
    parser.add_argument("kind", choices=tuple(KINDS))
    parser.add_argument("name", help="its public id: small letters and digits, words joined by hyphens")
    asked = parser.parse_args(words)
    try:
        for line in KINDS[asked.kind](asked.name, ROOT):
            print(line)
    except ValueError as refused:
        parser.error(str(refused))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
