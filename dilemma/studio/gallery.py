"""The dilemmas that ship, for the studio: a page of each, and a card that leads to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from dilemma.frameworks.registry import frameworks_named
from dilemma.reports.media.html.markup import Html, element, joined
from dilemma.reports.page.analysis import analyse
from dilemma.reports.page.document import page
from dilemma.reports.page.parts.preview import SMALL, thumbnail
from dilemma.scenario import load_document, view
from dilemma.scenario.files import ScenarioFile, every_shipped

__all__ = ["Exhibit", "cards", "pages"]


class Exhibit(NamedTuple):
    """One dilemma of the gallery: its short name, what it asks, its domain, its page and its picture."""

    id: str
    title: str
    question: str
    domain: str
    html: str
    picture: str


def pages(tell: Callable[[str], None], ids: Iterable[str] | None = None) -> Iterator[Exhibit]:
    """Yield each dilemma that ships with its page, or only those of some ids.

    `tell` is called with a sentence before each is worked out, which takes seconds.
    """
    wanted = None if ids is None else frozenset(ids)
    files = [file for file in every_shipped() if wanted is None or file.id in wanted]
    for place, file in enumerate(sorted(files, key=_order), 1):
        tell(f"page {place} of {len(files)}: {file.id}")
        yield _exhibit(file)


def cards(exhibits: Iterable[Exhibit]) -> Html:
    """Return the list of cards of the gallery."""
    return element("ul", {"class": "gallery"}, *map(_card, exhibits))


def _order(file: ScenarioFile) -> tuple[bool, str]:
    """Return the key by which files are sorted: those beside the library come first."""
    return file.path is not None and "library" in file.path.parts, file.id


def _exhibit(file: ScenarioFile) -> Exhibit:
    scenario_view = view(load_document(file))
    found = analyse(scenario_view, frameworks_named(()))
    scenario = scenario_view.scenario
    return Exhibit(
        file.id, scenario.title, scenario.question, scenario.domain or "", page(found), thumbnail(found)
    )


def _card(one: Exhibit) -> Html:
    text = joined(
        element("span", {"class": "kicker"}, one.domain),
        element("strong", None, one.title),
        element("span", {"class": "asks"}, one.question),
    )
    wide, high = map(str, SMALL)
    shown = {"src": f"pages/{one.id}.svg", "alt": "", "loading": "lazy", "width": wide, "height": high}
    picture = element("img", shown)
    link = element("a", {"href": f"pages/{one.id}.html"}, picture, text)
    start = element("a", {"class": "start", "href": f"#write={one.id}"}, "Write from it")
    return element("li", None, link, start)
