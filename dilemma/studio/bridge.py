"""What the studio's page asks of Python: each function takes plain data and returns plain data.

In the browser these functions run in a worker, under Pyodide; they are ordinary functions elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from dilemma.errors import BadSetting, DilemmaError, Finding, InvalidScenario
from dilemma.frameworks.registry import frameworks_named, theories
from dilemma.lints import check as questions_on
from dilemma.reports.check.questions import findings_raised
from dilemma.reports.media.html.markup import Html, element, joined
from dilemma.reports.page.parts.glance import Glance, answer_sentences, option_cards, pictures
from dilemma.reports.page.phrases import theory_text
from dilemma.reports.weigh.panel import panel_ids
from dilemma.reports.words.figures import date_in_words
from dilemma.reports.words.letters import letters
from dilemma.reports.words.names import Names
from dilemma.robustness.cruxes.crux import Crux
from dilemma.scenario import Document, view
from dilemma.scenario.document import read
from dilemma.weighing import Weighing, judge_view

__all__ = [
    "ANSWERS",
    "answer",
    "asked",
    "collect",
    "convert",
    "decides",
    "examine",
    "page",
    "starter",
    "weigh",
]

FIRST: Final = 3  # numbers that decide, told beside the answer
FIRST_REASONS: Final = 5  # why no view could be taken


def asked(name: str, argument: str) -> str:
    """Return the result of the function of this name in ANSWERS as JSON; `argument` is its arguments as JSON.

    A fault of what was given comes back as `{"error": sentence}`, with `findings` where it has places.
    """
    try:
        result = ANSWERS[name](**json.loads(argument))
    except InvalidScenario as error:
        result = {"error": str(error), "findings": [*map(_finding, error.findings)]}
    except DilemmaError as error:
        result = {"error": str(error)}
    return json.dumps(result, ensure_ascii=False)


def examine(text: str, file: str) -> dict[str, Any]:
    """Return whether a text is a valid scenario file, and the findings on it with their places.

    In a valid file the findings are the questions that `dilemma check` raises.
    """
    try:
        document = _document(text, file)
    except InvalidScenario as error:
        return {"valid": False, "findings": [*map(_finding, error.findings)]}
    found = findings_raised(document, questions_on(document))
    scenario = document.scenario
    return {
        "valid": True,
        "findings": [*map(_finding, found)],
        "title": scenario.title,
        "question": scenario.question,
        "sha256": document.digest,
        "perspectives": {id: one.name or id for id, one in scenario.perspectives.items()},
    }


def answer(text: str, file: str) -> dict[str, Any]:
    """Return the first screen of a scenario as HTML: its options, the answer, and theories by options.

    Which theories waver is not worked out here: `decides` adds that.
    """
    document = _document(text, file)
    weighing = judge_view(view(document), frameworks_named(()))
    return {"html": _first_screen(weighing, None, ranged=True).markup}


def decides(text: str, file: str) -> dict[str, Any]:
    """Return the first screen with what wavers, and the cards of the numbers that turn most theories."""
    from dilemma.reports.page.parts.number_cards import number_card
    from dilemma.reports.weigh.wavering import turning_numbers
    from dilemma.reports.words.dial_names import DialNames
    from dilemma.robustness.cruxes.in_ranges import cruxes_in_ranges

    frameworks = frameworks_named(())
    weighing = judge_view(view(_document(text, file)), frameworks)
    inside = cruxes_in_ranges(weighing.view, frameworks)
    screen = _first_screen(weighing, inside or (), ranged=inside is not None)
    panel = _panel(weighing)
    lettered = DialNames(weighing.view, frameworks, letters(tuple(weighing.view.scenario.options)))
    turning = turning_numbers(crux for crux in inside or () if crux.about.id in panel)
    cards = (number_card(dial, inside or (), panel, lettered) for dial, _ in turning[:FIRST])
    return {"html": screen.markup, "cards": joined(*cards).markup, "more": max(0, len(turning) - FIRST)}


def weigh(text: str, file: str) -> object:
    """Return the weighing of a scenario, as `dilemma weigh FILE --json` prints it."""
    from dilemma.reports.weigh.record import weighing_record

    return weighing_record(judge_view(view(_document(text, file)), frameworks_named(())))


def page(text: str, file: str) -> dict[str, Any]:
    """Return the page that `dilemma report` writes of a scenario, as HTML."""
    from dilemma.reports.page.form import Form
    from dilemma.reports.page.formats import report_in

    return {"html": report_in(Form("html"), view(_document(text, file)), frameworks_named(()))}


def collect(text: str, file: str, views: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """Return the page that `dilemma collect` writes of view files, each given by its `name` and its `text`.

    A workbook has `bytes_in_hex` in place of a text.

    `left_out` counts the views that could not be taken; `findings` say why, and `remarks` what else to know,
    such as names that several views have, or values far outside the file's ranges. Raises BadSetting, with
    the first reasons, if none could.
    """
    from dilemma.reports.collect.outside import outside_ranges
    from dilemma.reports.collect.page.document import collection_page
    from dilemma.reports.collect.phrases import Phrases, titles_of
    from dilemma.robustness.collection.collection import collected
    from dilemma.robustness.collection.input.sources import read_views
    from dilemma.scenario.views.checks import ViewChecker

    document, frameworks = _document(text, file), frameworks_named(())
    with TemporaryDirectory() as folder:
        paths = [_written(Path(folder), at, one) for at, one in enumerate(views)]
        reading = read_views(paths, ViewChecker(document, lambda: titles_of(document)))
    found = [one._replace(file=Path(one.file).name) for one in reading.findings]
    if not reading.views:
        told = "; ".join(one.sentence for one in found[:FIRST_REASONS])
        raise BadSetting("no view could be taken" + (f": {told}" if told else ""))
    collection = collected(
        document, reading.views, frameworks, by="verdicts", shown=frozenset(document.scenario.panel)
    )
    phrases = Phrases(document, collection.frameworks, full=True)
    html = collection_page(collection, phrases, reading.left_out)
    remarks = (*reading.remarks, outside_ranges(collection, phrases))
    return {
        "html": html,
        "taken": len(reading.views),
        "left_out": reading.left_out,
        "findings": [_finding(one) for one in found],
        "remarks": [_named_as_given(remark, paths) for remark in remarks if remark],
    }


def convert(bytes_in_hex: str, file: str) -> dict[str, Any]:
    """Return the scenario in a workbook as the text of a YAML file."""
    from dilemma.scenario.document import source_of
    from dilemma.scenario.syntax.writer import yaml_text

    return {"text": yaml_text(source_of(bytes.fromhex(bytes_in_hex), file).tree.data)}


def starter(scenario: str | None = None) -> dict[str, Any]:
    """Return the text of the commented file to start from, or of a shipped scenario."""
    from dilemma.scenario.files import copy_of
    from dilemma.scenario.files import starter as first_text

    return {"text": first_text() if scenario is None else copy_of(scenario, theories())}


ANSWERS: Final[Mapping[str, Callable[..., object]]] = {
    "examine": examine,
    "answer": answer,
    "decides": decides,
    "weigh": weigh,
    "page": page,
    "collect": collect,
    "convert": convert,
    "starter": starter,
}
"""What the page can ask for, by name."""


def _document(text: str, file: str) -> Document:
    return read(text.encode("utf-8"), file, Path(file).stem, theories())


def _panel(weighing: Weighing) -> frozenset[str]:
    return panel_ids(weighing.view.scenario, [verdict.about.id for verdict in weighing.verdicts])


def _first_screen(weighing: Weighing, inside: Sequence[Crux] | None, *, ranged: bool) -> Html:
    """Return the first screen; `inside` are the cruxes inside stated ranges, None if they are not known."""
    scenario = weighing.view.scenario
    names = Names(scenario)
    said = [theory_text(verdict, names) for verdict in weighing.verdicts]
    seen = Glance(scenario, weighing.verdicts, _panel(weighing), said, inside)
    date = date_in_words(scenario.as_of)
    kicker = element(
        "p", {"class": "kicker"}, scenario.title, *([element("time", None, date)] if date else [])
    )
    return joined(
        element("header", None, kicker, element("h2", {"class": "question"}, scenario.question)),
        option_cards(scenario),
        answer_sentences(seen, ranged=ranged),
        element("section", {"id": "picture", "aria-label": "Theories by options"}, pictures(seen, names)),
    )


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "line": found.line,
        "column": found.column,
        "end_column": found.end_column,
        "severity": found.severity,
        "code": found.code,
        "address": found.address,
        "message": found.message,
        "suggestion": found.suggestion,
        "place": found.place,
    }


def _named_as_given(remark: str, paths: Sequence[str]) -> str:
    """Return a sentence with the names of files in place of the paths at which they were written."""
    for path in paths:
        remark = remark.replace(path, Path(path).name)
    return remark


def _written(folder: Path, at: int, one: Mapping[str, str]) -> str:
    """Write a view file to a folder of its own, so that two can have one name; return its path."""
    place = folder / str(at)
    place.mkdir()
    path = place / (Path(one["name"]).name or "view.yaml")
    path.write_bytes(bytes.fromhex(one["bytes_in_hex"]) if "bytes_in_hex" in one else one["text"].encode())
    return str(path)
