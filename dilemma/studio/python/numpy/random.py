"""Uniform random numbers from PCG64, the same as numpy's for the same seed."""

from __future__ import annotations

from array import array as memory

import dilemma_arrays as kernels

from numpy._array import blank
from numpy._types import float64

__all__ = ["PCG64", "Generator", "SeedSequence", "default_rng"]

WORD = 2**32 - 1
POOL = 4  # words of a mixed seed
FIRST, FACTOR = 0x43B0D7E5, 0x931E8875  # of numpy's SeedSequence (O'Neill 2015, "Developing a seed_seq")
FIRST_OUT, FACTOR_OUT = 0x8B51F9DD, 0x58F38DED
MIX_LEFT, MIX_RIGHT = 0xCA01F9DD, 0x4973F715
SHIFT = 16
STATE = 2**128 - 1
MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645
LIMBS = range(0, 128, 16)


class SeedSequence:
    """A seed: whole numbers from 0 up, mixed so that near ones give unlike streams."""

    def __init__(self, entropy):
        numbers = entropy if isinstance(entropy, tuple | list) else (entropy,)
        words = [word for number in numbers for word in _words(int(number))]
        self.entropy = entropy
        self._pool = _mixed(words)

    def generate_words(self, count):
        """Return so many words of 32 bits."""
        factor, found = FIRST_OUT, []
        for at in range(count):
            word = self._pool[at % POOL] ^ factor
            factor = factor * FACTOR_OUT & WORD
            word = word * factor & WORD
            found.append(word ^ word >> SHIFT)
        return found


def _words(number):
    if number < 0:
        raise ValueError(f"a seed is a whole number from 0 up, not {number}")
    words = []
    while number or not words:
        words.append(number & WORD)
        number >>= 32
    return words


def _mixed(words):
    factor = FIRST

    def hashed(word):
        nonlocal factor
        word ^= factor
        factor = factor * FACTOR & WORD
        word = word * factor & WORD
        return word ^ word >> SHIFT

    def mix(one, other):
        word = (MIX_LEFT * one - MIX_RIGHT * other) & WORD
        return word ^ word >> SHIFT

    pool = [hashed(words[at] if at < len(words) else 0) for at in range(POOL)]
    for source in range(POOL):
        for target in range(POOL):
            if source != target:
                pool[target] = mix(pool[target], hashed(pool[source]))
    for word in words[POOL:]:
        for target in range(POOL):
            pool[target] = mix(pool[target], hashed(word))
    return pool


class PCG64:
    """A source of random numbers (O'Neill 2014)."""

    def __init__(self, seed):
        sequence = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        low_first = sequence.generate_words(8)
        high, low, high_step, low_step = (
            low_first[at] | low_first[at + 1] << 32 for at in range(0, len(low_first), 2)
        )
        self._increment = (high_step << 64 | low_step) << 1 & STATE | 1
        state = self._increment + (high << 64 | low)
        self._set((state * MULTIPLIER + self._increment) & STATE)

    def _set(self, state):
        limbs = [number >> shift & 0xFFFF for number in (state, self._increment) for shift in LIMBS]
        self._limbs = memory("d", limbs)

    def advance(self, steps):
        """Go ahead by so many numbers, or back if it is below 0."""
        factor, plus, times, more = MULTIPLIER, self._increment, 1, 0
        left = steps & STATE
        while left:
            if left & 1:
                times, more = times * factor & STATE, (more * factor + plus) & STATE
            factor, plus = factor * factor & STATE, (factor + 1) * plus & STATE
            left >>= 1
        state = sum(int(limb) << shift for limb, shift in zip(self._limbs, LIMBS, strict=False))
        self._set((state * times + more) & STATE)
        return self


class Generator:
    """Random numbers from a source."""

    def __init__(self, source):
        self.bit_generator = source

    def random(self, count):
        """Return so many numbers from 0 up to, but without, 1."""
        made = blank((count,), float64)
        kernels.random(self.bit_generator._limbs.buffer_info()[0], made._at, count)
        return made


def default_rng(seed):
    """Return a generator of PCG64."""
    return Generator(PCG64(seed))
