"""What may have been meant where a name is unknown: the nearest, or else all that are allowed."""

from __future__ import annotations

import pytest

from dilemma import weigh
from dilemma.errors import BadSetting, UnknownName
from tests.unit.scenario.small import document, findings, instead

SAID = {
    # name: (old, new, message, suggestion)
    "an option": ("baseline: wait", "baseline: leave", "no option 'leave'; there are flood, wait", None),
    "a near option": ("baseline: wait", "baseline: wiat", "no option 'wiat'", "wait"),
    "a theory": (
        "{utilitarian: 1}",
        "{zeal: 1}",
        "no theory 'zeal'; there are utilitarian, threshold-deontology",
        None,
    ),
    "a setting": (
        "{multiple: 3}",
        "{zeal: 3}",
        "'threshold-deontology' has no setting 'zeal'; there are multiple",
        None,
    ),
    "an address": (
        "parties.walkers.weight",
        "parties.zeal.weight",
        "no address 'parties.zeal.weight'; under parties there are villagers, walkers",
        None,
    ),
    "a near address": (
        "parties.walkers.weight",
        "parties.wakers.weight",
        "no address 'parties.wakers.weight'",
        "parties.walkers.weight",
    ),
    "a percentage": (
        "probability: 0.2",
        "probability: 40",
        "should be from 0 to 1, not 40; for 40 per cent write 0.4",
        None,
    ),
    "a share too large": ("probability: 0.2", "probability: 1.2", "should be from 0 to 1, not 1.2", None),
}


@pytest.mark.parametrize("name", SAID)
def test_an_error_says_what_would_be_right(name: str) -> None:
    """An unknown name comes with the nearest one, or if none is near with those there are."""
    old, new, message, suggestion = SAID[name]
    (finding,) = findings(instead(old, new))
    assert (finding.message, finding.suggestion) == (message, suggestion)


def test_the_allowed_names_are_listed_once() -> None:
    """Of several unknown keys in maps of one kind, the first lists those allowed."""
    text = instead("villagers: {name: The villagers}", "villagers: {zeal: 1}").replace(
        "{weight: 1,", "{zeal: 1,"
    )
    first, second = findings(text)
    assert first.message.startswith("unknown key 'zeal'; its keys are name, because, sources, held_by,")
    assert second.message == "unknown key 'zeal'"


def test_a_setting_says_what_would_be_right() -> None:
    """A value set for one run is told what may have been meant, as one in a file is."""
    for value, told in (("leave", "there are flood, wait"), ("wiat", "did you mean 'wait'?")):
        named = f"^addresses: baseline={value}: no option '{value}'; "
        with pytest.raises(BadSetting, match=named) as caught:
            weigh(document(), addresses={"baseline": value})
        assert str(caught.value).endswith(told)
    with pytest.raises(UnknownName, match="at the top there are format, title, question"):
        weigh(document(), addresses={"zeal": 1})


def test_an_older_truth_is_told_the_newer() -> None:
    """Words that were truths in YAML 1.1 are told what to write."""
    (finding,) = findings(instead("walkers: {weight: 1", "walkers: {agent: yes"))
    assert finding.message == "should be true or false, not the text 'yes'; write true"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "  wait:\n    omission: true\n    consequences: {drown: 1}",
            "  wait: Do nothing",
            "should be a map, not the text 'Do nothing'; write {name: Do nothing}",
        ),
        (
            "consequences: {drown: 1}",
            "consequences: [drown]",
            "should be a map, not a list; write an id and a colon before each instead of a dash",
        ),
        (
            "duties: {no-harm: -1}",
            "duties: {no-harm: broken}",
            "should be a number, not the text 'broken'; -1 is violated, 1 fulfilled",
        ),
        (
            "value: -1, count",
            "value: -0,05, count",
            "'05' has no value; a comma ends unquoted text: write decimals with a point",
        ),
    ],
)
def test_what_authors_write_first_is_told_as_it_should_be(old: str, new: str, told: str) -> None:
    """A name for a map, a list for a map, a word for a degree and a decimal comma are each answered."""
    assert told in [finding.message for finding in findings(instead(old, new))]
