"""The sections of the full memo after the verdicts, and tables of the file, as blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dilemma.case.estimates import best_estimate
from dilemma.reports.blocks import Block, Heading, Item, Line, Listing, Section, Sentences
from dilemma.reports.blocks.chapters import Chapter
from dilemma.reports.check.blocks import check_blocks
from dilemma.reports.cruxes.blocks import cruxes_blocks
from dilemma.reports.page.analysis import PageData
from dilemma.reports.reconcile.blocks import reconciliation_blocks
from dilemma.reports.stress.blocks import stress_blocks
from dilemma.reports.words.commands import command
from dilemma.reports.words.figures import stated
from dilemma.reports.words.names import Names
from dilemma.reports.words.residue import residue_in_words
from dilemma.scenario.model import Party, Scenario
from dilemma.scenario.numbers import Product, ends_of

__all__ = ["chapters", "duties", "parties", "residue", "sources"]


def _chapters(found: PageData) -> Iterator[Chapter]:
    """Yield the sections that follow the verdicts."""
    yield from _of_the_view(found)
    scenario, label = found.view.scenario, found.view.document.label
    yield Chapter("Who is affected", (parties(scenario),))
    yield Chapter("What is owed", (duties(found.names.names), residue(found)))
    yield Chapter("Is the file fair?", _inner(check_blocks(label, found.findings)))
    yield Chapter("Sources", (sources(scenario),))


def _of_the_view(found: PageData) -> Iterator[Chapter]:
    """Yield the sections that depend on the settings of the view."""
    turns = cruxes_blocks(found.cruxes, found.frameworks)
    drawn = stress_blocks(found.stress)
    yield Chapter("What would turn it", _inner(turns))
    yield Chapter("If everything in doubt is drawn at random", _inner(drawn))
    if found.reconciliation:
        reconciliation = reconciliation_blocks(found.weighing, found.request, found.reconciliation)
        yield Chapter("When theories disagree", _inner(reconciliation))


def chapters(found: PageData, opening: Iterable[Block]) -> Iterator[Block | Chapter]:
    """Yield the page as a document: the blocks of the weighing (`opening`), then the sections."""
    *shown, closing = opening
    yield from shown
    yield from _chapters(found)
    yield Sentences("To see this again", (Line("Command", command(found.view, "report", found.only)),))
    yield closing


def _inner(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks of a report without its heading."""
    return tuple(block for block in blocks if not isinstance(block, Heading))


def parties(scenario: Scenario) -> Listing:
    """Return the parties: kind, weight, level, standing and reason."""
    items = tuple(
        Item(
            party.name or id,
            f"parties.{id}",
            (
                party.kind,
                _number(scenario, party.weight),
                _number(scenario, party.level),
                _standing(scenario, party),
                party.because or "",
            ),
        )
        for id, party in scenario.parties.items()
    )
    return Listing(("kind", "weight", "level", "standing", "because"), (Section("", items),))


def _standing(scenario: Scenario, party: Party) -> str:
    """Return who the members of a party are: agent, represented, combatants, liable to harm."""
    facts = [
        text
        for text, holds in (
            ("the agent", party.agent),
            ("represented", party.represented),
            ("live only under some options", party.possible),
        )
        if holds
    ]
    for text, share in (("combatants", party.combatant), ("liable", party.liable)):
        best = 0.0 if share is None else best_estimate(scenario, share)
        if best > 0.0:
            facts.append(text if best == 1.0 else f"{text}: {stated(best)}")
    return ", ".join(facts)


def _number(scenario: Scenario, number: object) -> str:
    """Return a number of the file with its range."""
    best = stated(best_estimate(scenario, number))  # type: ignore[arg-type]
    if isinstance(number, Product):
        return best
    low, high = ends_of(number)  # type: ignore[arg-type]
    return best if low == high else f"{best} ({stated(low)} to {stated(high)})"


def duties(names: Names) -> Listing:
    """Return the duties, with how far each option fulfils or violates each."""
    scenario = names.scenario
    items = tuple(
        Item(
            duty.name or id,
            f"duties.{id}",
            (
                duty.kind,
                _number(scenario, duty.weight),
                *(_conduct(scenario, option, id) for option in scenario.options),
            ),
        )
        for id, duty in scenario.duties.items()
    )
    columns = ("kind", "weight", *(names.option(id) for id in scenario.options))
    legend = (
        "How far each option fulfils (1) or violates (-1) each duty; its part in the plan where it has one."
    )
    return Listing(columns, (Section("", items),), legend)


def _conduct(scenario: Scenario, option: str, duty: str) -> str:
    conduct = scenario.options[option].duties.get(duty)
    if conduct is None:
        return ""
    marks = [text for text in (conduct.role, "waived" if conduct.waived else None) if text]
    return _number(scenario, conduct.degree) + (f", {', '.join(marks)}" if marks else "")


def residue(found: PageData) -> Sentences:
    """Return what each option would still owe, whichever theory chooses it."""
    names = found.names.names
    lines = (
        Line(names.option(id), residue_in_words(residue, names) or "nothing the file names")
        for id, residue in found.weighing.residue.items()
    )
    return Sentences("What would still be owed, whoever favours it", tuple(lines))


def sources(scenario: Scenario) -> Sentences:
    """Return the sources of the file, each in one line."""
    return Sentences("", tuple(_sources(scenario)))


def _sources(scenario: Scenario) -> Iterator[Line]:
    for id, source in scenario.sources.items():
        told = [source.author, source.title, source.publisher, source.date, source.url, source.note]
        yield Line(id, ". ".join(text.rstrip(".") for text in told if text))
