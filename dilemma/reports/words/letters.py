"""Letters for options: they head columns, and a flag takes them as it takes ids."""

from __future__ import annotations

from dilemma.scenario import letters

__all__ = ["letters"]
