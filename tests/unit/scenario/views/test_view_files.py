"""View files: what they may say, where each fault is told, and what they become."""

from __future__ import annotations

from fractions import Fraction

import pytest

from dilemma import load, weigh
from dilemma.errors import InvalidScenario
from dilemma.scenario import view
from dilemma.scenario.views.adoption import with_views
from dilemma.scenario.views.checks import ViewChecker
from dilemma.scenario.views.person_view import PersonView
from dilemma.scenario.views.read import read_view
from dilemma.scenario.views.write import view_text
from dilemma.weighing import judge_view

DOCUMENT = load("track-two")
CHECKER = ViewChecker(DOCUMENT)
HEAD = "view: 1\nof: track-two\n"
OPEN = "beliefs.moscow-open.probability"


def read(text: str) -> PersonView:
    """Return the view in a text."""
    return read_view(text.encode(), "ann.view.yaml", CHECKER)


FAULTS = {
    "": (1, 1, "type", "the file is empty"),
    "- a\n": (1, 1, "type", "a view is a map, not a list"),
    "title: A\n": (1, 1, "format", "a view file begins with `view: 1`"),
    "view: 2\nof: track-two\n": (1, 7, "format", "not the number 2"),
    "view: true\nof: track-two\n": (1, 7, "format", "not true"),
    "view: 1\n": (1, 1, "missing", "'of' is required"),
    "view: 1\nof: cluster\n": (2, 5, "other-scenario", "made for 'cluster', and this is 'track-two'"),
    HEAD + "nmae: Ann\n": (3, 1, "unknown-key", "unknown key 'nmae'"),
    HEAD + "name: 3\n": (3, 7, "type", "should be text, not the number 3; put it in quotes"),
    HEAD + "set: [1]\n": (3, 6, "type", f"should be a map, such as {{{OPEN}: 40%}}, not a list"),
    HEAD + "set: {parties.nobody.weight: 2}\n": (
        3,
        7,
        "unknown-address",
        "no address 'parties.nobody.weight'",
    ),
    HEAD + f"set: {{{OPEN}: 1.4}}\n": (3, 40, "out-of-range", "should be from 0 to 1, not 1.4"),
    HEAD + f"set: {{{OPEN}: 140%}}\n": (3, 40, "out-of-range", "should be from 0 to 1, not 1.4"),
    HEAD + f"set: {{{OPEN}: '1,000'}}\n": (3, 40, "not-a-number", "two readings; write 1000 or 1.000"),
    HEAD + f"set: {{{OPEN}: {{value: 0.5, because: 3}}}}\n": (3, 62, "type", "should be text"),
    HEAD + f"set: {{{OPEN}: {{value: 0.5, sources: [none]}}}}\n": (3, 63, "unknown-id", "no source 'none'"),
    HEAD + "as: nobody\n": (3, 5, "unknown-id", "no perspective 'nobody'"),
    HEAD + "choice: Z\n": (3, 9, "unknown-id", "no option 'Z'"),
    HEAD + "confidence: 1.2\n": (3, 13, "out-of-range", "should be from 0 to 1"),
    HEAD + "credences: {utilitarien: 1}\n": (3, 13, "unknown-id", "no theory 'utilitarien'"),
    HEAD + "credences: {utilitarian: much}\n": (3, 26, "not-a-number", "should be 0 or more"),
    HEAD + "credences: {utilitarian: -1}\n": (3, 26, "not-a-number", "should be 0 or more"),
    HEAD + "credences: {utilitarian: 0}\n": (3, 12, "out-of-range", "no theory has a credence above 0"),
    HEAD + "sources: [none]\n": (3, 11, "unknown-id", "no source 'none'"),
    HEAD + "credences: [utilitarian]\n": (
        3,
        12,
        "type",
        "a map, such as {utilitarian: 60%, kantian: 40%}, not a",
    ),
    HEAD + "credences: {marxism: 1}\n": (
        3,
        13,
        "unknown-id",
        "no theory 'marxism'; there are utilitarian, rule-",
    ),
    HEAD + "choice: peace\n": (3, 9, "unknown-id", "no option 'peace'; there are no-contact, track-two, "),
    HEAD + "choice: 2\n": (3, 9, "type", "should be one option, by its letter, id or name"),
    HEAD + "set: {beliefs.moscow-open: 0.4}\n": (3, 28, "type", f"for its number write '{OPEN}'"),
    HEAD + "set: {beliefs.peace.probability: 0.4}\n": (
        3,
        7,
        "unknown-address",
        "under beliefs there are moscow-open, supply-short",
    ),
    HEAD + "set:\n  beliefs:\n    moscow-open: {probability: 0.4}\n": (
        4,
        3,
        "whole-table",
        f"stands instead of all beliefs of the file; write an address in one, such as '{OPEN}'",
    ),
    HEAD + f"set: {{{OPEN}: {{value: 0.3, becuase: x}}}}\n": (3, 53, "unknown-key", "unknown key 'becuase'"),
    HEAD + "set: {frameworks.utilitarian.x: 1}\n": (3, 7, "unknown-address", "utilitarian has no settings"),
    HEAD + "sources: none\n": (3, 10, "type", "should be a list of ids"),
    HEAD + "name: A\nname: B\n": (4, 1, "duplicate-key", "'name' is already given on line 3"),
}


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_is_told_at_its_place(text: str) -> None:
    """Each fault of a view file has one finding, at its line and column."""
    line, column, code, message = FAULTS[text]
    with pytest.raises(InvalidScenario) as caught:
        read(text)
    (finding,) = caught.value.findings
    assert (finding.line, finding.column, finding.code) == (line, column, code)
    assert message in finding.message


MEANT = {
    "credences: {utilitarien: 1}": "utilitarian",
    "choice: kyiv-informd": "kyiv-informed",
    "as: critcs": "critics",
    "set: {moscow-open: 0.4}": OPEN,
    "set: {quantites.trust-harm.value: -2}": "quantities.trust-harm.value",
    "Choice: A": "choice",
}


@pytest.mark.parametrize("line", MEANT)
def test_what_was_meant_is_said(line: str) -> None:
    """A misspelt name, and an id where an address belongs, come with what was probably meant."""
    with pytest.raises(InvalidScenario) as caught:
        read(f"{HEAD}{line}\n")
    (finding,) = caught.value.findings
    assert finding.suggestion == MEANT[line]


def test_all_faults_are_told_at_once() -> None:
    """Several faults of one file are told together, in its order."""
    with pytest.raises(InvalidScenario) as caught:
        read(HEAD + f"choice: Z\nset: {{{OPEN}: 3}}\nname: 4\n")
    assert [finding.line for finding in caught.value.findings] == [3, 4, 5]


def test_numbers_are_read_as_people_type_them() -> None:
    """Per cents, fractions and decimal commas stand for the numbers they are in daily use."""
    said = read(
        HEAD
        + f"set:\n  {OPEN}: 40%\n  quantities.trust-harm.value: '-0,5'\n  duties.fidelity.weight: 9/2\n"
        + "credences: {utilitarian: 1/3, kantian: 40%, virtue: 0.2}\nconfidence: 70%\n"
    )
    assert said.values == {OPEN: 0.4, "quantities.trust-harm.value": -0.5, "duties.fidelity.weight": 4.5}
    assert said.credences == {
        "utilitarian": Fraction(1, 3),
        "kantian": Fraction(2, 5),
        "virtue": Fraction(1, 5),
    }
    assert said.confidence == 0.7


def test_an_option_may_be_named_by_its_letter() -> None:
    """A choice is an option's id, its letter or its name."""
    for said in ("track-two", "B", "Track Two"):
        assert read(HEAD + f"choice: {said}\n").choice == "track-two"


def test_a_view_of_the_same_text_may_have_another_id() -> None:
    """A file that was renamed is known by its hash."""
    text = f"view: 1\nof: elsewhere\nfile: sha256:{DOCUMENT.digest}\n"
    assert not read(text).other_version


def test_another_version_of_the_file_is_noticed() -> None:
    """A view of another text of the file is taken, and marked."""
    assert read(HEAD + f"file: sha256:{64 * '0'}\n").other_version
    assert not read(HEAD).other_version


def test_a_written_view_is_read_as_the_same() -> None:
    """What is written is read again as the same view."""
    said = read(
        HEAD
        + f"name: Ann\nas: critics\nset:\n  {OPEN}: {{value: 0.123456789012345, because: 'So: yes'}}\n"
        + "credences: {utilitarian: 1/3, kantian: 0.4}\nchoice: B\nconfidence: 0.7\nbecause: Why\nnote: n\n"
    )
    again = read(view_text(said, DOCUMENT))
    assert again._replace(label=said.label) == said


def test_a_view_is_as_the_perspective_that_sets_the_same() -> None:
    """A view that sets what a perspective sets has its verdicts; so has one that starts from it."""
    critics = weigh(DOCUMENT, perspective="critics")
    said = read(HEAD + "as: critics\n")
    copied = said._replace(own=tuple(said.values), perspective=None)
    for one in (said, read(view_text(copied, DOCUMENT))):
        adopted, (id,) = with_views(DOCUMENT, [one])
        weighing = judge_view(view(adopted, id), [*map(type_of, critics.verdicts)])
        assert [verdict.answers for verdict in weighing.verdicts] == [v.answers for v in critics.verdicts]


def type_of(verdict: object) -> object:
    """Return the theory of a verdict."""
    from dilemma.frameworks.registry import frameworks_named

    (theory,) = frameworks_named([verdict.about.id])  # type: ignore[attr-defined]
    return theory


def test_what_a_view_sets_itself_stands_instead_of_its_start() -> None:
    """A number of one's own replaces that of the perspective one starts from, at any depth."""
    theirs = DOCUMENT.scenario.perspectives["critics"].set
    assert "options.kyiv-informed.beliefs.sooner" in theirs
    own = "options.kyiv-informed.beliefs.sooner.probability"
    said = read(HEAD + f"as: critics\nset: {{{own}: 0.2}}\n")
    assert said.values[own] == 0.2
    assert said.own == (own,)


@pytest.mark.parametrize("name", ["all", "Ann", "3", "Ünï", "", "critics", "<b>"])
def test_a_view_of_any_name_can_be_taken(name: str) -> None:
    """A view's name makes an id that is free and valid, whatever the name."""
    said = read(HEAD)._replace(name=name or None)
    adopted, ids = with_views(DOCUMENT, [said, said])
    assert len({*ids}) == 2
    assert not {*ids} & {"all", *DOCUMENT.scenario.perspectives}
    assert {*ids} <= {*adopted.scenario.perspectives}
    assert all(adopted.view_files[id] == "ann.view.yaml" for id in ids)


@pytest.mark.parametrize("value", ["0", "false", "[]"])
def test_a_reason_may_stand_beside_any_value(value: str) -> None:
    """A value that is nothing, or no, keeps its reason where the view is taken and written."""
    address = {"0": OPEN, "false": "options.no-contact.omission", "[]": "duties.fidelity.overlaps"}[value]
    said = read(HEAD + f"set: {{{address}: {{value: {value}, because: So}}}}\n")
    adopted, (id,) = with_views(DOCUMENT, [said])
    assert view(adopted, id).perspective == id
    assert read(view_text(said, DOCUMENT)).values == said.values
