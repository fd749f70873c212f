"""Shell completion: the names of shipped scenarios and of frameworks.

Where no name matches, the shell offers file names.
"""

from __future__ import annotations

__all__ = ["complete_frameworks", "complete_scenarios"]


def complete_scenarios(incomplete: str) -> list[str]:
    """Return the names of shipped scenarios that start with `incomplete`.

    Short names, unless `incomplete` has a slash: then names with their folder.
    """
    from dilemma.scenario import every_shipped, shipped

    names = shipped() if "/" in incomplete else [found.label for found in every_shipped()]
    return [name for name in names if name.startswith(incomplete)]


def complete_frameworks(incomplete: str) -> list[str]:
    """Return completions for the last item of a comma-separated list of frameworks.

    Each one repeats the items before the last.
    """
    from dilemma.frameworks.registry import every_framework

    before, comma, begun = incomplete.rpartition(",")
    ids = (framework.about.id for framework in every_framework())
    return [f"{before}{comma}{id}" for id in ids if id.startswith(begun)]
