"""The command: `dilemma`, or `python -m dilemma`."""

from __future__ import annotations

import sys

from dilemma import __version__

__all__ = ["main"]

INTERRUPTED = 130

OBJECTS_BETWEEN_COLLECTIONS = 200_000  # start-up makes some 50,000 that stay: no garbage to look for there


def main() -> None:
    """Run the command on `sys.argv` and exit with its code."""
    if sys.argv[1:] == ["--version"]:
        print(f"dilemma {__version__}")  # noqa: T201 - answered before anything heavy is imported
        return
    _start_fast()
    try:
        from dilemma.cli import run

        code = run()
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


def _start_fast() -> None:
    """Spare a short-lived process four things that cost it a twentieth of its time or more each.

    Garbage is looked for only once there may be some, and not again at the end, when all of it goes anyway.

    pydantic looks for plug-ins of its own through importlib.metadata before it builds its first model.
    This command has no use for them, so the module that looks is replaced by one that finds none; a
    pydantic that looks elsewhere starts slower and otherwise the same.

    typing compiles each annotation written as text to see that it reads: `str` hundreds of times, for the
    hundred classes of pydantic and ours that state their fields so. It is given a `compile` that remembers.
    """
    import atexit
    import gc
    import typing
    from functools import cache
    from types import ModuleType

    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    atexit.register(gc.freeze)
    loader = ModuleType("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)
    vars(typing)["compile"] = cache(compile)


if __name__ == "__main__":
    main()
