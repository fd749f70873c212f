"""The public names are those that are written down."""

from __future__ import annotations

from tests.snapshot import RENEW, STORED, differences


def test_public_names_stay() -> None:
    """No name that users may hold changes unseen: a rename keeps the old one, or raises a number."""
    told = differences()
    assert not told, f"if this is meant, renew {STORED.name} by `{RENEW}`:\n{told}"
