"""The command: `dilemma`, or `python -m dilemma`."""

from __future__ import annotations

import os
import sys

from dilemma import __version__

__all__ = ["main"]


def main() -> None:
    """Run the command on `sys.argv` and exit with its code."""
    if sys.argv[1:] == ["--version"]:
        print(f"dilemma {__version__}")  # noqa: T201 - answered before anything heavy is imported
        return
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # they would be looked for at every start
    from dilemma.cli import run

    sys.exit(run())


if __name__ == "__main__":
    main()
