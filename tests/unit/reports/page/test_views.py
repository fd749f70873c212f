"""View files that the page writes are read by the command, and the two read numbers alike."""

from __future__ import annotations

import json

import pytest

from dilemma import load
from dilemma.errors import BadSetting
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.reports.page.analysis import analyse
from dilemma.reports.page.data.model import model
from dilemma.robustness.collection.input.links import views_in_links
from dilemma.scenario import view
from dilemma.scenario.numbers import ANY, best_of
from dilemma.scenario.numbers.typed import typed_number
from dilemma.scenario.views.checks import ViewChecker
from dilemma.scenario.views.person_view import PersonView
from dilemma.scenario.views.read import read_view
from tests.unit.reports.page.live import engine
from tests.unit.scenario.numbers.test_distributions import WRITTEN
from tests.unit.scenario.views.test_typed import READ, REFUSED

SHORT = 60  # characters: the command reads no longer number
NAME = "canonical/footbridge"
DOCUMENT = load(NAME)
CHECKER = ViewChecker(DOCUMENT)


def written(expression: str) -> str:
    """Return what an expression over the page's model and state comes to."""
    found = analyse(view(DOCUMENT), CATALOGUE)
    data = model(found.view, found.frameworks, found.cruxes, found.reconciliation, found.names)
    page = engine()
    page.eval(f"const model = unpacked({json.dumps(data)}), state = stateOf(model)")
    return str(page.eval(expression))


def test_the_command_reads_what_the_page_saves() -> None:
    """A view saved on the page, and its link, are the same view to the command."""
    address = next(iter(DOCUMENT.scenario.duties))
    number = f"duties.{address}.weight"
    turned = (
        f"state.turn('{number}', 7.5); state.because.set('{number}', 'So: it is'); "
        "state.credences.read('credences.utilitarian', 1); state.credences.read('credences.kantian', 2);"
    )
    own = "{name: 'Ann', choice: model.words.ids[1], confidence: '70%', note: 'n'}"
    saved = written(f"{turned} viewFile(model, state, {own})")
    one = read_view(saved.encode(), "a", CHECKER)
    assert not one.other_version
    assert dict(one.values) == {number: 7.5}
    assert one.reasons[number].because == "So: it is"
    assert one.credences["kantian"] == 2 * one.credences["utilitarian"]
    assert (one.name, one.choice, one.confidence, one.note) == (
        "Ann",
        [*DOCUMENT.scenario.options][1],
        0.7,
        "n",
    )
    link = written(f"{turned} state.link()")
    (linked,) = views_in_links(f"Ann: https://example.org/a.html{link}", "links", CHECKER).views
    assert isinstance(linked, PersonView)
    assert (linked.values, linked.reasons) == (one.values, one.reasons)
    assert linked.credences["kantian"] == 2 * linked.credences["utilitarian"]


def test_what_a_link_may_not_say_is_refused_in_short() -> None:
    """A number beyond all floats changes nothing; refused words are cut, and nothing in them steers."""
    address = f"duties.{next(iter(DOCUMENT.scenario.duties))}.weight"
    link = json.dumps(f"#{address}=1e999&\u202ex=1&{'y' * 900}=2")
    refused = json.loads(written(f"state.open({link}); JSON.stringify([state.refused, state.changed])"))
    assert refused == [[f"{address}=1e999", "\ufffdx=1", "y" * 59 + "…"], False]


@pytest.mark.parametrize("text", [text for text in (*READ, *REFUSED) if len(text) < SHORT])
def test_numbers_are_read_alike(text: str) -> None:
    """What a person types is the same number on the page and in a table, or none in both."""
    found = json.loads(str(engine().eval(f"JSON.stringify(typed({json.dumps(text)}, false))")))
    try:
        value = typed_number(text).value
    except BadSetting:
        assert "refused" in found
    else:
        assert found["value"] == pytest.approx(value, rel=1e-14)


@pytest.mark.parametrize("name", WRITTEN)
def test_the_best_estimate_of_a_distribution_is_read_alike(name: str) -> None:
    """A view file may write a distribution; the page and the command take the same number of it."""
    made, _, best, _ = WRITTEN[name]
    found = float(str(engine().eval(f"bestOf({json.dumps(made)})")))
    assert found == pytest.approx(best, rel=1e-12)


def test_the_page_takes_ranges_and_values_as_the_command_does() -> None:
    """Ranges in two and three numbers, a certain number with its kind, a uniform and a discrete number."""
    for made in ([1, 3], [1, 2, 5], {"best": 3, "kind": "value"}, UNIFORM, DISCRETE):
        found = float(str(engine().eval(f"bestOf({json.dumps(made)})")))
        assert found == pytest.approx(best_of(ANY(made)), rel=1e-12)  # type: ignore[arg-type]  # no product


UNIFORM = {"distribution": "uniform", "low": 1, "high": 4}
DISCRETE = {"distribution": "discrete", "values": [1, 2, 5], "chances": [0.5, 0.3, 0.2]}
