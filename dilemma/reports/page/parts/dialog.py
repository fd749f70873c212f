"""The dialog in which a reader keeps a view: reasons for what was changed, a choice, and ways to share."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.reports.media.html.markup import Html, element
from dilemma.reports.page.analysis import PageData
from dilemma.reports.words.letters import letters

__all__ = ["dialog"]


def dialog(found: PageData) -> Html:
    """Return the dialog, closed."""
    return element(
        "dialog",
        {"id": "sharing", "aria-labelledby": "sharing-title"},
        element(
            "form",
            {"method": "dialog"},
            element("h2", {"id": "sharing-title"}, "Save or share"),
            element("button", {"id": "close", "aria-label": "Close"}, "Close"),
        ),
        element(
            "section",
            {"aria-labelledby": "changed-title"},
            element("h3", {"id": "changed-title"}, "What you changed"),
            element("ol", {"id": "changed"}),
        ),
        element(
            "section",
            {"aria-labelledby": "turned-title"},
            element("h3", {"id": "turned-title"}, "Which answers turned"),
            element("p", {"id": "turned"}),
        ),
        element(
            "section",
            {"aria-labelledby": "view-title"},
            element("h3", {"id": "view-title"}, "Your view"),
            element("div", {"class": "fields"}, *_fields(found)),
            element(
                "p",
                {"class": "aside"},
                element("span", {"id": "believes"}),
                " ",
                element("a", {"id": "say", "href": "#together"}, "Say it"),
            ),
            element("div", {"class": "buttons"}, *_buttons(_VIEW)),
            element(
                "input", {"type": "file", "id": "view-file", "hidden": None, "accept": ".yaml,.yml,.json"}
            ),
        ),
        element(
            "section",
            {"aria-labelledby": "picture-title"},
            element("h3", {"id": "picture-title"}, "The picture and the table"),
            element("div", {"class": "buttons"}, *_buttons(_PICTURE)),
        ),
        element("div", {"id": "told", "role": "status"}),
    )


REFUSED, UNNAMED = "confidence-refused", "unnamed"
_VIEW = (("save", "Save my view"), ("open", "Open a view"), ("copy", "Copy link"))
_PICTURE = (
    ("svg", "Picture (SVG)"),
    ("png", "Picture (PNG)"),
    ("csv", "Verdicts (CSV)"),
    ("csv-burdens", "Who bears what (CSV)"),
)


def _buttons(named: tuple[tuple[str, str], ...]) -> Iterator[Html]:
    for id, words in named:
        yield element("button", {"type": "button", "id": id}, words)


def _fields(found: PageData) -> Iterator[Html]:
    """Yield the fields of a view that are no numbers of the file."""
    lettered = letters(tuple(found.view.scenario.options))
    choices = (
        element("option", {"value": id}, f"{letter} {found.names.names.option(id)}")
        for id, letter in lettered.items()
    )
    yield _labelled(
        "name",
        "Name or pseudonym",
        element("input", {"id": "name", "autocomplete": "off", "aria-describedby": UNNAMED}),
        element("small", {"id": UNNAMED}, "Without a name, views cannot be told apart."),
    )
    yield _labelled(
        "choice",
        "What you would choose yourself",
        element("select", {"id": "choice"}, element("option", {"value": ""}, "not said"), *choices),
    )
    yield _labelled(
        "confidence",
        "How sure you are of that choice",
        element("input", {"id": "confidence", "placeholder": "70 %", "aria-describedby": REFUSED}),
        element("span", {"id": REFUSED, "class": "refused", "role": "alert"}),
    )
    yield _labelled("note", "Note", element("textarea", {"id": "note", "rows": "2"}))


def _labelled(id: str, words: str, *field: Html) -> Html:
    return element("p", None, element("label", {"for": id}, words), *field)
