"""What a shell offers for a word that is begun: the names that ship. Where none fits it offers files."""

from __future__ import annotations

__all__ = ["frameworks_begun", "scenarios_begun"]


def scenarios_begun(incomplete: str) -> list[str]:
    """Return the shipped names that begin so: the short ones, and with their shelf where one is begun."""
    from dilemma.scenario import every_shipped, shipped

    names = shipped() if "/" in incomplete else [found.label for found in every_shipped()]
    return [name for name in names if name.startswith(incomplete)]


def frameworks_begun(incomplete: str) -> list[str]:
    """Return the frameworks that begin as the last of a comma list does, each with the list before it."""
    from dilemma.frameworks.registry import every_framework

    before, comma, begun = incomplete.rpartition(",")
    ids = (framework.about.id for framework in every_framework())
    return [f"{before}{comma}{id}" for id in ids if id.startswith(begun)]
