"""The smallest files on which a theory once broke a law."""

from __future__ import annotations

from typing import Any

from tests.support.judging import judged


def _file(options: dict[str, Any], consequences: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "format": 1,
        "title": "t",
        "question": "q",
        "parties": {"one": {}},
        "consequences": {id: {"party": "one", **row} for id, row in consequences.items()},
        "options": options,
        **more,
    }


def test_a_tail_that_every_option_has_leaves_no_margin() -> None:
    """Maximin orders by several amounts where a tail is in use, also one common to all options."""
    data = _file(
        {"do": {"consequences": {"end": 1, "loss": 1}}, "wait": {"consequences": {"end": 1, "loss": 0.5}}},
        {"end": {"value": -1, "tags": ["tail"]}, "loss": {"value": -1}},
    )
    assert judged(data)["precautionary"].margin is None


def test_what_counts_for_nothing_is_no_term() -> None:
    """At act 0 or others 0 the rest is no term of the score, in floats as on the page."""
    data = _file(
        {"do": {"consequences": {"loss": 1, "rule": 1}}, "wait": {"consequences": {"rule": 0.5}}},
        {"loss": {"value": -1}, "rule": {"value": -1, "scope": "rule"}},
    )
    terms = [r.key for a in judged(data)["rule-utilitarian"].answers for r in a.reasons if r.kind == "term"]
    assert terms == ["practice", "practice"]
