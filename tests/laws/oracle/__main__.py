"""Compare the program with the oracle on many random scenarios: `python -m tests.laws.oracle N [SEED]`."""

from __future__ import annotations

import sys

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.laws.oracle.comparison import Comparison
from tests.laws.oracle.theories import THEORIES
from tests.support.strategies import Data, scenarios


def main() -> int:
    """Compare on N scenarios; print how many verdicts of each theory are compared, and the differences."""
    many, first = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    comparison = Comparison()

    @seed(first)
    @settings(max_examples=many, phases=[Phase.generate], database=None, deadline=None, derandomize=False,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(scenarios())
    def compare(data: Data) -> None:
        for disagreement in comparison.add(data):
            print(f"scenario {comparison.scenarios}: {disagreement}\n  {data}", flush=True)

    compare()
    print(f"{comparison.scenarios:,} scenarios")
    print(f"{'theory':24}{'compared':>10}{'near ties':>12}{'inapplicable':>15}")
    for id in THEORIES:
        counts = comparison.compared[id], comparison.near_tied[id], comparison.inapplicable[id]
        print(f"{id:24}{counts[0]:10,}{counts[1]:12,}{counts[2]:15,}")
    print(f"{len(comparison.disagreements):,} disagreements")
    return 1 if comparison.disagreements else 0


if __name__ == "__main__":
    sys.exit(main())
