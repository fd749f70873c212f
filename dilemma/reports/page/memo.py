"""A memo of at most two pages as blocks: who decides, the answer, the perspectives, who bears what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dilemma.frameworks.framework import Framework
from dilemma.reports.blocks import Block, Closing, Heading, Line, Paragraphs, Sentences
from dilemma.reports.page.burdens import burdens
from dilemma.reports.weigh.answer import answer_in_words, has_row, sign_grid, without_row
from dilemma.reports.weigh.arguments import against, in_favour
from dilemma.reports.weigh.comparison import divides_among
from dilemma.reports.weigh.deciding import deciding
from dilemma.reports.weigh.panel import panel_of
from dilemma.reports.weigh.wavering import turning_numbers
from dilemma.reports.words.caveats import CLOSING
from dilemma.reports.words.changes import changes
from dilemma.reports.words.commands import command
from dilemma.reports.words.dial_names import DialNames
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names, counted, cut, first_sentence, listed
from dilemma.reports.words.options import options_block
from dilemma.reports.words.residue import owed_in_short
from dilemma.robustness.comparison import Comparison, Divide
from dilemma.robustness.cruxes.crux import Crux
from dilemma.weighing import Weighing

__all__ = ["MOST_PERSPECTIVES", "Memo", "memo_blocks"]

MOST_PERSPECTIVES = 3  # told with what divides them from the file
MOST_NUMBERS = 4
ARGUMENT = 170  # characters of an argument
ABOUT = 300  # characters of the background


class Memo(NamedTuple):
    """What a memo tells: a weighing, the cruxes inside stated ranges, and the file under its perspectives.

    `cruxes` is None if the file states no range. The first weighing of `compared` is that of the memo;
    `compared` is None if the file has no perspectives, or the memo is of one of them.
    """

    weighing: Weighing
    frameworks: Sequence[Framework]
    cruxes: Sequence[Crux] | None
    compared: Comparison | None


def memo_blocks(memo: Memo) -> Iterator[Block]:
    """Yield the memo in the order it is read."""
    view, scenario = memo.weighing.view, memo.weighing.view.scenario
    lettered = letters(tuple(scenario.options))
    shown = panel_of(memo.weighing)
    yield Heading(scenario.title, scenario.question, date_in_words(scenario.as_of))
    yield Sentences("", tuple(_setting(memo.weighing)))
    yield from changes(view, command(view, "report"))
    yield options_block(scenario)
    yield Paragraphs("What the theories say", (" ".join(answer_in_words(shown, memo.cruxes, lettered)),))
    cruxes = memo.cruxes or ()
    left_out = [verdict for verdict in memo.weighing.verdicts if verdict not in shown]
    rows = [verdict for verdict in shown if has_row(verdict, cruxes)]
    if rows:
        yield sign_grid(rows, cruxes, lettered, without_row(shown, cruxes, left_out))
    ids = {verdict.about.id for verdict in shown if verdict.applicable}
    turning = turning_numbers(crux for crux in cruxes if crux.about.id in ids)
    if turning:
        yield deciding(memo.weighing, turning, MOST_NUMBERS)
    on_panel = memo.weighing._replace(verdicts=tuple(shown))
    yield Sentences("For and against", tuple(_arguments(on_panel, lettered)))
    if memo.compared:
        yield Sentences("Perspectives, and what divides them", tuple(_perspectives(memo)))
    yield burdens(memo.weighing)
    names = Names(scenario)
    owed = ((lettered[id], owed_in_short(memo.weighing.residue[id], names)) for id in scenario.options)
    yield Sentences("What would still be owed", tuple(Line(letter, text) for letter, text in owed))
    yield Closing(CLOSING)


def _setting(weighing: Weighing) -> Iterator[Line]:
    """Yield who decides, the background, and how to see the whole."""
    view, scenario = weighing.view, weighing.view.scenario
    if scenario.agent:
        yield Line("Who decides", scenario.agent)
    if scenario.about:
        yield Line("Background", cut(" ".join(scenario.about.split()), ABOUT))
    yield Line("Unit", scenario.unit)
    yield Line("All of it", command(view, "report", also=("--format", "md", "--full")))


def _arguments(weighing: Weighing, lettered: Mapping[str, str]) -> Iterator[Line]:
    """Yield an argument for each option and one against it, each from one theory that is shown."""
    names = Names(weighing.view.scenario, lettered)
    for id, letter in lettered.items():
        yield Line(f"For {letter}", cut(in_favour(id, weighing, names), ARGUMENT))
        yield Line(f"Against {letter}", cut(against(id, weighing, names), ARGUMENT))


def _perspectives(memo: Memo) -> Iterator[Line]:
    """Yield each perspective: why it is held, how many theories it turns, and by which settings most."""
    assert memo.compared
    scenario = memo.weighing.view.scenario
    lettered = letters(tuple(scenario.options))
    shown = {verdict.about.id for verdict in panel_of(memo.weighing)}
    for place, weighing in enumerate(memo.compared.weighings[1:], 1):
        id = weighing.view.perspective or ""
        perspective = scenario.perspectives[id]
        because = f"{first_sentence(perspective.because)} " if perspective.because else ""
        divides = tuple(divides_among(shown, memo.compared.divides[0, place]))
        turned = _divided(divides, DialNames(weighing.view, memo.frameworks, lettered))
        yield Line(perspective.name or id, f"{because}{turned}")
    more = len(scenario.perspectives) - len(memo.compared.weighings) + 1
    if more > 0:
        yield Line("Besides", f"{counted(more, 'perspective')}: told by weigh --as all.")


def _divided(divides: Sequence[Divide], words: DialNames) -> str:
    """Return how many theories a perspective turns, and the settings that turn most of them."""
    count = sum(len(divide.frameworks) for divide in divides)
    if not count:
        return "Under it each theory answers as by the file."
    told = f"It turns {counted(count, 'theory')}"
    few = [divide for divide in divides if divide.few]
    if not few:
        return f"{told}, none of them by one or two settings alone."
    most = max(few, key=lambda divide: len(divide.frameworks))
    numbers = [cut(_name(address, words), ARGUMENT // 2) for address in most.settings]
    return f"{told}, {len(most.frameworks)} of them by {listed(numbers)} alone."


def _name(address: str, words: DialNames) -> str:
    """Return the name of the setting at an address; the address itself if it is no number."""
    try:
        return words.at(address)
    except (KeyError, IndexError):
        return address
