"""Reading of text as plain data: values are exact, and only findings are raised."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from dilemma.scenario.syntax import reader as events
from dilemma.scenario.syntax.characters import REFUSED
from dilemma.scenario.syntax.reader import tree_of
from tests.unit.scenario.small import SMALL, findings

texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).filter(
    lambda text: not REFUSED.search(text)
)
numbers = st.integers(-(10**15), 10**15) | st.floats(-1e15, 1e15, allow_nan=False)
plain = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(texts, inside, max_size=4),
    max_leaves=20,
)


def listed(value: Any) -> Any:
    """Return plain data with lists for tuples."""
    if isinstance(value, dict):
        return {key: listed(item) for key, item in value.items()}
    return [listed(item) for item in value] if isinstance(value, tuple) else value


@settings(deadline=None)
@given(data=plain, ascii_only=st.booleans())
def test_json_is_read_as_it_was_written(data: Any, ascii_only: bool) -> None:
    """Any JSON text, escaped or not, gives back the data it was made from."""
    tree = tree_of(json.dumps({"x": data}, ensure_ascii=ascii_only))
    assert tree.problems == ()
    assert {"x": data} == listed(tree.data)


@settings(deadline=None)
@given(data=plain, flow=st.sampled_from([True, False, None]))
def test_yaml_is_read_as_it_was_written(data: Any, flow: bool | None) -> None:
    """Block and flow style give back the data they were made from, numbers in plain words included."""
    text = yaml.dump({"x": data}, default_flow_style=flow, allow_unicode=True, sort_keys=False, width=10**6)
    tree = tree_of(text)
    if any(mark in text for mark in ("&id", "? ")):  # PyYAML shares equal objects, and long keys
        return
    assert tree.problems == ()
    assert {"x": data} == listed(tree.data)


@settings(deadline=None, max_examples=300)
@given(st.text(max_size=60))
def test_any_text_ends_in_findings(text: str) -> None:
    """Nothing but our own error comes out, whatever goes in."""
    assert findings(text) != ()


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=60))
def test_any_bytes_end_in_findings(raw: bytes) -> None:
    """Nothing but our own error comes out of bytes that are no text."""
    assert findings(raw) != ()


@settings(deadline=None, max_examples=400)
@given(
    start=st.integers(0, len(SMALL)),
    length=st.integers(0, 8),
    put=st.sampled_from(
        [*"{}[]:,-?&*!|>'\"%@`#\t\n\\ ~0x", "- ", ": ", "{a: ", "<<: ", "1e9", "not ", ".", " / 0"]
    )
    | st.text(max_size=4),
)
def test_a_damaged_file_ends_in_findings_or_loads(start: int, length: int, put: str) -> None:
    """A slip of the keyboard anywhere is a finding inside the file, or still a file."""
    text = SMALL[:start] + put + SMALL[start + length :]
    lines = text.count("\n") + text.count("\r") + 1
    for finding in findings(text):
        assert 1 <= finding.line <= lines
        assert 1 <= finding.column < finding.end_column
        assert finding.message


def test_only_plain_scalars_are_more_than_text(loader: object) -> None:
    """Quoted and block text is text; keys always are."""
    tree = tree_of(
        "1: '1'\ntrue: \"true\"\nb: |\n  5\nc: 5\nd: ~\ne: yes\nf: 2026-01-01\ng: 0x1F\nh: +.5\n~: null\n"
    )
    assert tree.data == {
        "1": "1",
        "true": "true",
        "b": "5\n",
        "c": 5,
        "d": None,
        "e": "yes",
        "f": "2026-01-01",
        "g": "0x1F",
        "h": 0.5,
        "~": None,
    }
    assert tree.problems == ()


def test_the_small_file_reads_alike_with_either_parser(loader: object) -> None:
    """The faster parser is not a different one."""
    tree = tree_of(SMALL)
    assert tree.problems == ()
    expected = yaml.safe_load(SMALL)
    assert {**expected, "as_of": "2023-07-07"} == listed(tree.data)


@pytest.mark.parametrize(
    "text", ["a: [1, 2", "a: 'x", "a: @x", "\ta: 1", "a: b: c", "a: 1\n---\nb: 1", "[" * 500]
)
def test_either_parser_is_told_in_our_words(text: str, loader: object) -> None:
    """Syntax errors read the same, in the same place, with either parser."""
    (problem,) = tree_of(text).problems
    assert problem.spot is not None
    assert "expected" not in problem.message
    assert "token" not in problem.message


def test_an_escape_beyond_unicode_is_refused(loader: object) -> None:
    """Neither parser is given a number that no character has; in plain text a backslash is a backslash."""
    (problem,) = tree_of('a: "\\UFFFFFFFF"').problems
    assert problem.message == "no such character; write the character itself"
    assert tree_of('a: \\UFFFFFFFF\nb: "\\U0010FFFD"').data == {"a": "\\UFFFFFFFF", "b": "\U0010fffd"}


def test_surrogate_escapes_join_only_where_they_are_escapes() -> None:
    """In single quotes and in plain text a backslash is a backslash."""
    tree = tree_of("a: \"\\ud83d\\ude00 \\\\ud83d\"\nb: '\\ud83d\\ude00'\nc: \\ud83d\n")
    assert tree.data == {"a": "😀 \\ud83d", "b": "\\ud83d\\ude00", "c": "\\ud83d"}


def test_nesting_is_counted_exactly() -> None:
    """32 levels are read, 33 are not."""
    deep = events.DEEPEST
    assert tree_of("[" * deep + "]" * deep).problems == ()
    assert [problem.code for problem in tree_of("[" * (deep + 1) + "]" * (deep + 1)).problems] == ["depth"]


def test_values_are_counted_exactly() -> None:
    """50,000 values are read, one more is not."""
    most = events.MOST_VALUES
    assert tree_of("[" + "1," * (most - 1) + "]").problems == ()
    assert [problem.code for problem in tree_of("[" + "1," * most + "]").problems] == ["values"]
