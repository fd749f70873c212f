"""The command: `dilemma`, or `python -m dilemma`."""

from __future__ import annotations

import sys

from dilemma import __version__

__all__ = ["main"]

INTERRUPTED = 130


def main() -> None:
    """Run the command on `sys.argv` and exit with its code."""
    if sys.argv[1:] == ["--version"]:
        print(f"dilemma {__version__}")  # noqa: T201 - answered before anything heavy is imported
        return
    try:
        from dilemma.cli import prepare, run

        prepare()
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


if __name__ == "__main__":
    main()
