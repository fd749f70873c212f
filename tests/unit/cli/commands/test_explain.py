"""`dilemma explain`: arguments in plain words."""

from __future__ import annotations

import json
import re

import pytest

from dilemma.api import load
from dilemma.frameworks.framework import Gives
from dilemma.frameworks.registry import every_framework
from dilemma.scenario.model import Consequence, ConsequenceEntry, Duty, Party, Scenario
from tests.support.samples import THOROUGH
from tests.support.schemas import output
from tests.unit.cli.running import dilemma

SIX = ("utilitarian", "kantian", "rossian", "threshold-deontology", "double-effect", "contractualist")
AMOUNT = re.compile(r"-?\d+(?:\.\d+)?")
FIELDS = {
    name
    for noun in (Scenario, Party, Consequence, Duty, ConsequenceEntry)
    for name in noun.model_fields
    if "_" in name
}


def explained(*words: str) -> dict:
    """Return what `explain --json` prints."""
    ran = dilemma("explain", *words, "--json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.out)


@pytest.fixture(scope="module", params=["track-two", "cluster"] if THOROUGH else ["track-two"])
def explanations(request: pytest.FixtureRequest) -> tuple[str, dict]:
    """Return a scenario's name and its explanations by six frameworks."""
    return request.param, explained(request.param, "-f", ",".join(SIX))


def test_explanations_obey_their_schema(explanations: tuple[str, dict]) -> None:
    """The output is what `dilemma schema explain` describes."""
    output("explain").validate(explanations[1])


def test_an_explanation_sets_two_options_against_each_other(explanations: tuple[str, dict]) -> None:
    """It names both options, two amounts where the theory compares any, and a source."""
    scenario = load(explanations[0]).scenario
    names = {id: option.name or id for id, option in scenario.options.items()}
    theories = {theory.about.id: theory for theory in every_framework()}
    for row in explanations[1]["frameworks"]:
        text = " ".join(row["paragraphs"])
        assert names[row["option"]] in text
        assert names[row["rival"]] in text
        assert re.search(r"\((?:[^()]*) (?:c\. )?[12]\d{3}\b", text), "a source with its year"
        compared = [r for r in row["reasons"] if r["kind"] == "test" and r["left"] is not None]
        if compared or theories[row["id"]].about.gives is not Gives.TIERS:
            assert len(set(AMOUNT.findall(text))) >= 2


def test_no_id_and_no_field_name_is_on_the_page(explanations: tuple[str, dict]) -> None:
    """A reader meets the author's words and the theory's, never ids, addresses or names of fields."""
    scenario = load(explanations[0]).scenario
    tables = (scenario.parties, scenario.beliefs, scenario.consequences, scenario.duties, scenario.options)
    ids = {id for table in tables for id in table if "-" in id} | {f for f in SIX if "-" in f}
    for row in explanations[1]["frameworks"]:
        own = " ".join(row["paragraphs"])
        words = set(re.findall(r"[\w.-]+", own))
        assert not words & (ids | FIELDS), words & (ids | FIELDS)
        assert "options." not in own


def test_an_option_may_be_asked_about() -> None:
    """`--option` explains what is said of that option, chosen or not."""
    row = explained("cluster", "-f", "double-effect", "--option", "open-ended")["frameworks"][0]
    assert (row["option"], row["status"]) == ("open-ended", "forbidden")
    assert "forbids Open-ended supply" in " ".join(row["paragraphs"])
    assert dilemma("explain", "cluster", "--option", "open-endde").code == 2


def test_the_facts_of_the_world_that_binds_are_told_once() -> None:
    """What is expected at worst is told with the facts that make it so, and these are not said again."""
    ran = dilemma("explain", "cluster", "-f", "precautionary")
    (decides,) = [line for line in ran.out.splitlines() if line.strip().startswith("In detail")]
    facts = re.findall("“.+?”", decides)
    assert "at worst" in decides
    assert facts
    assert sorted(set(facts)) == sorted(facts)


def test_published_verdicts_are_shown() -> None:
    """What the literature says of a case stands beside what the theory says."""
    row = explained("canonical/footbridge", "-f", "double-effect")["frameworks"][0]
    assert any(text.startswith("Published:") for text in row["paragraphs"])


def test_what_does_not_apply_says_why() -> None:
    """A theory that lacks what it judges by says what is missing."""
    row = explained("canonical/shallow-pond", "-f", "just-war")["frameworks"][0]
    assert row["applicable"] is False
    assert "does not apply here" in " ".join(row["paragraphs"])


def test_a_memo_is_markdown() -> None:
    """`--format md` gives a memo with a heading a theory."""
    out = dilemma("explain", "canonical/footbridge", "-f", "kantian,rossian", "--format", "md").out
    assert next(line for line in out.splitlines() if line.startswith("#")).startswith("# ")
    assert "## Kantian" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "xml"], "table, md or json"),
        (["--json", "--format", "md"], "choose one"),
        (["--as", "a", "--as", "b"], "one perspective at a time"),
    ],
)
def test_wrong_flags_end_in_a_sentence(words: list[str], said: str) -> None:
    """A wrong flag ends with exit 2 and says what is right."""
    ran = dilemma("explain", "cluster", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
