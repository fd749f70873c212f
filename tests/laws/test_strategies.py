"""Random scenarios leave nothing of the format out."""

from __future__ import annotations
