"""Cases that atheris guides: what reaches new branches of the program becomes the next case's start."""

from __future__ import annotations

import sys
from random import Random

LONGEST = 96  # bytes: more than the choices of one case use up


class Bytes(Random):
    """A source of chance that is the bytes it is given, and zeros once they are used up."""

    def __init__(self, raw: bytes) -> None:
        super().__init__(0)
        self.raw, self.at = raw, 0

    def getrandbits(self, k: int, /) -> int:
        """Return the next bits."""
        width = (k + 7) // 8
        piece = self.raw[self.at : self.at + width].ljust(width, b"\0")
        self.at += width
        return int.from_bytes(piece, "big") >> (8 * width - k)

    def random(self) -> float:
        """Return a number from 0 to 1, 1 excluded."""
        return self.getrandbits(32) / 2**32


def guided(name: str, cases: int) -> int:
    """Throw so many guided cases at a door; the process ends with what atheris found, or 0."""
    import atheris

    with atheris.instrument_imports(include=["dilemma", "yaml"]):
        from tests.fuzz.doors import DOORS
    door = DOORS[name]
    limits = (f"-runs={cases}", f"-max_len={LONGEST}", "-len_control=0", "-timeout=60")
    atheris.Setup([sys.argv[0], *limits], lambda raw: door(Bytes(raw)))
    atheris.Fuzz()
    return 0
