"""Names for annotations; they mean nothing when a program runs."""

from __future__ import annotations

__all__ = ["NDArray"]


class NDArray:
    """An array, of the kind of entry in brackets."""

    def __class_getitem__(cls, _kind):
        return cls
