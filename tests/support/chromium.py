"""How Debian's Chromium is started for tests and pictures: without a screen, and without calling home."""

from __future__ import annotations

__all__ = ["FLAGS"]

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
