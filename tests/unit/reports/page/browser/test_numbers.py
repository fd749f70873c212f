"""The numbers: typed as people type, refused in sight, searched and filtered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from dilemma import load
from dilemma.frameworks.catalogue import CATALOGUE
from dilemma.robustness.dials.dial import dials
from dilemma.scenario import view
from tests.unit.reports.page.browser.seen import Seen

DUD_RATE = 2  # the place of the dud rate on the first screen, a plain number; the first is a probability


TYPED = (
    ("50%", 0, "50 %"),
    ("50 %", 0, "50 %"),
    ("50", 0, "50 %"),
    ("0,5", 0, "50 %"),
    ("0.5", 0, "50 %"),
    ("1/2", 0, "50 %"),
    (".5", 0, "50 %"),
    ("33,5 %", 0, "33.5 %"),
    ("2e-5", DUD_RATE, "0.00002"),
    ("0,2", DUD_RATE, "0.2"),
    ("1/8", DUD_RATE, "0.125"),
    ("12 %", DUD_RATE, "0.12"),
)
"""What is typed, into which number of the first screen, and what then stands there."""


def test_numbers_are_taken_as_people_type_them(browser: Any, cluster: Path) -> None:
    """Percentages, commas, fractions and exponents mean what they say; how a bare share is read is told."""
    shown = Seen(browser, cluster)
    for typed, place, shown_as in TYPED:
        shown.type(typed, place)
        assert shown.value(place) == shown_as, typed
        note = "" if "%" in typed or place else f"{typed} is read as {shown_as}."
        assert shown.text("#deciding .refused") == note, typed
        assert f"→ {shown_as}" in shown.changes(), typed
        shown.click("#reset")


REFUSED = ("150", "fifty", "-0.1", "150 %", "1,234", "1/10,000", "1/0", "0.5.5", "NaN", "1e999", "--1", "%")


def test_what_is_refused_is_said_beside_it(browser: Any, cluster: Path) -> None:
    """What is no value of a number stays in its field with the reason below it, and changes nothing."""
    shown = Seen(browser, cluster)
    for typed in REFUSED:
        shown.type(typed)
        assert shown.value() == typed
        assert len(shown.text("#deciding .refused")) > 20, typed
        field = shown.page.locator("#deciding .value input").first
        assert field.get_attribute("aria-invalid") == "true", typed
        assert shown.changes() == "Nothing changed: the numbers are the file's.", typed
    shown.type("")
    assert (shown.value(), shown.text("#deciding .refused")) == ("75 %", "")


def test_one_number_goes_back(browser: Any, cluster: Path) -> None:
    """A changed number has a button that takes it back alone."""
    shown = Seen(browser, cluster)
    shown.type("45 %")
    shown.type("0.2", DUD_RATE)
    assert shown.words("#deciding .turned .back") == [
        "Back to 75 %", "Back to 0.06",
    ]  # fmt: skip
    shown.click("#deciding .turned .back")
    assert (shown.value(), shown.value(DUD_RATE)) == ("75 %", "0.2")


def test_a_number_on_two_places_is_one(browser: Any, cluster: Path) -> None:
    """A number turned in the list stands at its new value on the first screen too."""
    shown = Seen(browser, cluster)
    shown.tab("decides")
    shown.type("45 %", home="#numbers")
    assert shown.value() == "45 %"


class Listed(Seen):
    """The page with its list of numbers open."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.tab("decides")

    def count(self) -> int:
        return int(self.text("#found").split()[0])

    def addresses(self) -> list[str]:
        return list(
            self.evaluate(
                "[...document.querySelectorAll('#numbers .number')].map(one => one.dataset.address)"
            )
        )

    def choose(self, id: str, label: str) -> None:
        self.page.select_option(f"#{id}", label=label)


def test_search_finds_by_name_reason_and_source(browser: Any, cluster: Path) -> None:
    """Words of a number's name, reason or source find it, in capitals or not; nothing found is said."""
    shown = Listed(browser, cluster)
    every = shown.count()
    assert every > 300
    for words, address in {
        "DUD rate": "quantities.dud-rate.value",
        "modest effect": "options.limited.beliefs.gap-bridged.probability",
        "washington post": "quantities.dud-rate.value",
    }.items():
        shown.page.fill("#search", words)
        assert 0 < shown.count() < every / 4, words
        assert address in shown.addresses(), words
    shown.page.fill("#search", "no such word anywhere")
    assert shown.addresses() == []
    assert "No number fits all filters" in shown.text("#found")


def test_filters_narrow_the_list(browser: Any, cluster: Path) -> None:
    """By option, party, kind, theory and by what decides or is changed; filters together narrow further."""
    shown = Listed(browser, cluster)
    shown.choose("by-option", "B Limited transfer")
    assert all(address.startswith("options.limited.") for address in shown.addresses())
    shown.choose("by-kind", "Beliefs")
    assert all(address.startswith("options.limited.beliefs.") for address in shown.addresses())
    shown.choose("by-option", "any option")
    shown.choose("by-kind", "any kind")
    shown.choose("by-party", "Farmers and deminers")
    assert "parties.farmers-deminers.size" in shown.addresses()
    shown.choose("by-party", "any party")
    shown.choose("by-state", "that decide")
    deciding = shown.count()
    assert 20 < deciding < 120
    shown.choose("by-theory", "Do no harm")
    assert 0 < shown.count() < deciding
    shown.choose("by-theory", "any theory")
    shown.choose("by-state", "that are changed")
    assert shown.addresses() == []
    shown.type("45 %")
    assert shown.addresses() == ["options.limited.beliefs.gap-bridged.probability"]


def test_every_stated_number_that_is_read_is_listed(browser: Any, cluster: Path) -> None:
    """Shown to the end, the list holds each number of the file that a verdict can depend on, once."""
    shown = Listed(browser, cluster)
    while shown.page.locator("#more-numbers button").count():
        shown.page.locator("#more-numbers button").click()
    listed = shown.addresses()
    assert len(listed) == len(set(listed)) == shown.count()
    stated = {
        dial.address
        for dial in dials(view(load("cluster")).scenario, CATALOGUE)
        if dial.stated and dial.swept
    }
    unused = stated - set(listed)
    assert len(unused) < len(stated) / 20, (
        unused
    )  # numbers that cancel in every theory are no inputs of the graph
    assert all(shown.words("#numbers .number .turns:first-of-type"))


def test_a_reason_is_that_of_the_view(browser: Any, cluster: Path) -> None:
    """By the numbers of a camp a number shows the camp's value, and its reason."""
    shown = Seen(browser, cluster, "#as=critics")
    line = load("cluster").scenario.perspectives["critics"].set["beliefs.line-would-fail.because"]
    assert f"Critics of the transfer: {line}" in shown.words("#deciding .because")[1]
    assert shown.value(1) == "8 %"


def test_the_number_that_turns_a_theory_is_found(browser: Any, cluster: Path) -> None:
    """A theory's reasons link to the number that would turn it; moved past its value, that turns it."""
    shown = Seen(browser, cluster)
    shown.click("#picture > .picture [data-id=rossian] a")
    assert "No number turns it within its stated range" in shown.text("#why-rossian .turned-by")
    shown.click("#why-rossian .turned-by a")
    assert shown.evaluate("document.activeElement.closest('#numbers .number') !== null")
    first = shown.page.locator("#numbers .number").first
    assert "remnants" in first.text_content()
    shown.type("0.1 %", home="#numbers")
    assert shown.page.locator("[data-id=rossian].moved").count() == 1
    assert shown.words("#picture > .picture [data-id=rossian] .remark") == ["D → E"]
