"""Run many cases of one fuzz target: `python -m tests.fuzz TARGET CASES [FIRST_SEED]`.

A case is a seed: `python -m tests.fuzz reader 1 4711` runs the case of seed 4711 again. With `guided` before
the target (`python -m tests.fuzz guided reader 100000`) cases are guided by coverage; this needs atheris.
"""

from __future__ import annotations

import sys
from random import Random


def main() -> int:
    """Run the cases; print the number that passed, and the seed and error of each that failed."""
    if sys.argv[1:2] == ["guided"]:
        from tests.fuzz.guided import guided

        return guided(sys.argv[2], int(sys.argv[3]))
    from tests.fuzz.targets import TARGETS

    target, cases = TARGETS[sys.argv[1]], int(sys.argv[2])
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    failed = 0
    for seed in range(first, first + cases):
        try:
            target(Random(seed))
        except Exception as error:  # noqa: BLE001 - any exception is a failure
            failed += 1
            print(f"{sys.argv[1]} {seed}: {type(error).__name__}: {str(error)[:400]}", flush=True)
    print(f"{cases - failed:,} of {cases:,} cases passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
