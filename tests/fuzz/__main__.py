"""Run many cases of one fuzz target: `python -m tests.fuzz TARGET CASES [FIRST_SEED]`.

A case is a seed: `python -m tests.fuzz reader 1 4711` runs the case of seed 4711 again. With `guided` before
the target (`python -m tests.fuzz guided reader 100000`) cases are guided by coverage; this needs atheris.
"""

from __future__ import annotations

import signal
import sys
import time
from random import Random

LONGEST = 30  # seconds that a case may take


class TooLong(BaseException):
    """Raised in a case that takes too long; the program does not catch it."""


def main() -> int:
    """Run the cases; print the number that passed, and the seed and error of each that failed."""
    if sys.argv[1:2] == ["guided"]:
        from tests.fuzz.guided import guided

        return guided(sys.argv[2], int(sys.argv[3]))
    from tests.fuzz.targets import TARGETS

    target, cases = TARGETS[sys.argv[1]], int(sys.argv[2])
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    failed, began = 0, time.monotonic()
    signal.signal(signal.SIGALRM, _end_case)
    for seed in range(first, first + cases):
        signal.alarm(LONGEST)
        try:
            target(Random(seed))
        except (Exception, TooLong) as error:  # noqa: BLE001 - any exception is a failure
            failed += 1
            print(f"{sys.argv[1]} {seed}: {type(error).__name__}: {str(error)[:400]}", flush=True)
    signal.alarm(0)
    print(f"{cases - failed:,} of {cases:,} cases passed in {time.monotonic() - began:,.0f} s")
    return 1 if failed else 0


def _end_case(*_: object) -> None:
    raise TooLong(f"more than {LONGEST} s")


if __name__ == "__main__":
    sys.exit(main())
