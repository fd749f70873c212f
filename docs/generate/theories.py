"""The pages of theories: a table of all, and one page for each, from its docstring and its title block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dilemma.frameworks import Framework, Interval, claim, intervals, needed, steps
from dilemma.frameworks.bibliography import BIBLIOGRAPHY
from dilemma.frameworks.registry import every_framework
from dilemma.reports.catalogue.frameworks import GIVES, STANDINGS
from dilemma.reports.words.figures import figure
from dilemma.reports.words.templates import FAMILIES

from .markdown import bullets, code, escaped, fence, page, section, table

__all__ = ["theories_page", "theory_page", "theory_pages"]

INTRODUCTION = (
    "`dilemma frameworks` prints this list, and `dilemma frameworks ID` prints one theory in full. "
    "`-f ID` limits a command to one or more of them. [Families of theories](../../explanation/families.md) "
    "explains how they are grouped and what the three standings mean."
)


def theory_pages() -> dict[str, str]:
    """Return the page of each theory, by its file's name."""
    return {f"{theory.about.id}.md": theory_page(theory) for theory in every_framework()}


def theories_page() -> str:
    """Return the table of all theories, by family."""
    every = every_framework()
    tables = (
        section(title, table(("`-f`", "name", "claim", "standing"), rows))
        for family, title in FAMILIES.items()
        if (rows := [row(theory) for theory in every if theory.about.family is family])
    )
    return page("Theories", INTRODUCTION, *tables)


def row(theory: Framework) -> tuple[str, ...]:
    """Return a theory's row of the table."""
    about = theory.about
    return f"[`{about.id}`]({about.id}.md)", about.name, claim(theory), about.standing.value


def theory_page(theory: Framework) -> str:
    """Return the page of one theory."""
    about = theory.about
    return page(
        about.name,
        f"**{escaped(claim(theory))}**",
        section("At a glance", table(("", ""), glance(theory))),
        section("Steps", "\n\n".join(step(text) for text in steps(theory))),
        section("Formula", fence(about.formula)),
        section("Settings", settings_table(theory)),
        section("Sources", bullets(escaped(BIBLIOGRAPHY.get(key, key)) for key in about.sources)),
        section("Known objections", bullets(map(escaped, about.objections))),
        section("Known limits", bullets(map(escaped, about.limits))) if about.limits else "",
        caveats(theory),
        section("Try it", fence(f"dilemma weigh cluster -f {about.id}\ndilemma frameworks {about.id}", "sh")),
    )


def glance(theory: Framework) -> Iterator[tuple[str, str]]:
    """Yield what one wants to know of a theory first."""
    about = theory.about
    yield "id", code(about.id)
    yield "family", FAMILIES[about.family]
    yield "standing", STANDINGS[about.standing.value]
    yield "gives", GIVES[about.gives.value]
    yield "reads", "; ".join(about.reads)
    yield "does not apply where", "; ".join(needed(theory)) or "it always applies"
    if about.tests:
        yield "tests", ", ".join(code(getattr(test, "id", test)) for test in about.tests)


def step(text: str) -> str:
    """Return one step as a paragraph: its number is no list of Markdown's."""
    return re.sub(r"^(\d+)\. ", r"**\1.** ", escaped(text))


def caveats(theory: Framework) -> str:
    """Return the sentences to bear in mind wherever a theory applies; nothing where it has none."""
    plain = [caveat for caveat in getattr(theory.about, "caveats", ()) if isinstance(caveat, str)]
    return section("To bear in mind", bullets(map(escaped, plain))) if plain else ""


def settings_table(theory: Framework) -> str:
    """Return a theory's settings with their intervals and how each is set; a sentence where it has none."""
    rows = [setting(theory, name, interval) for name, interval in intervals(theory).items()]
    return table(("setting", "meaning", "interval", "default"), rows) or "It has none."


def setting(theory: Framework, name: str, interval: Interval) -> tuple[str, ...]:
    """Return the row of one setting."""
    low = f"above {figure(interval.low)}" if interval.above_low else figure(interval.low)
    address = code(f"frameworks.{theory.about.id}.{name}")
    return address, interval.meaning, f"{low} to {figure(interval.high)}", figure(getattr(theory, name))
