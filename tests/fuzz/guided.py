"""Fuzzing guided by coverage with atheris: inputs that reach new branches are varied further."""

from __future__ import annotations

import sys
from random import Random

LONGEST = 96  # bytes, more than the random choices of one case use


class Bytes(Random):
    """A random generator that returns given bytes, then zeros."""

    def __init__(self, raw: bytes) -> None:
        super().__init__(0)
        self.raw, self.at = raw, 0

    def getrandbits(self, k: int, /) -> int:
        """Return the next k bits."""
        width = (k + 7) // 8
        piece = self.raw[self.at : self.at + width].ljust(width, b"\0")
        self.at += width
        return int.from_bytes(piece, "big") >> (8 * width - k)

    def random(self) -> float:
        """Return a number from 0 to 1, 1 excluded."""
        return self.getrandbits(32) / 2**32


def guided(name: str, cases: int) -> int:
    """Run a number of guided cases of a target; returns 0, or ends the process if atheris finds a failure."""
    import atheris

    with atheris.instrument_imports(include=["dilemma", "yaml"]):
        from tests.fuzz.targets import TARGETS
    target = TARGETS[name]
    limits = (f"-runs={cases}", f"-max_len={LONGEST}", "-len_control=0", "-timeout=60")
    atheris.Setup([sys.argv[0], *limits], lambda raw: target(Bytes(raw)))
    atheris.Fuzz()
    return 0
