"""Throw many cases at one door: `python -m tests.fuzz DOOR CASES [FIRST_SEED]`.

A case is a seed: `python -m tests.fuzz reader 1 4711` throws the case of seed 4711 again. With `guided`
before the door (`python -m tests.fuzz guided reader 100000`) atheris, where installed, lets what reaches new
branches of the program lead to the next cases.
"""

from __future__ import annotations

import sys
from random import Random


def main() -> int:
    """Run the cases; print how many held, and the seed and error of each that did not."""
    if sys.argv[1:2] == ["guided"]:
        from tests.fuzz.guided import guided

        return guided(sys.argv[2], int(sys.argv[3]))
    from tests.fuzz.doors import DOORS

    door, cases = DOORS[sys.argv[1]], int(sys.argv[2])
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    failed = 0
    for seed in range(first, first + cases):
        try:
            door(Random(seed))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            failed += 1
            print(f"{sys.argv[1]} {seed}: {type(error).__name__}: {str(error)[:400]}", flush=True)
    print(f"{cases - failed:,} of {cases:,} cases held")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
