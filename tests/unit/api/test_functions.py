"""What functions of the library take: a name, a path, plain data, a document, a weighing; and settings."""

from __future__ import annotations

import inspect
import json
import re
import typing
from pathlib import Path
from typing import Any

import pytest

import dilemma
from dilemma.scenario.views.settings import Changes
from tests.unit.api.samples import FUNCTIONS, SMALL, VIEWS, result

WITH_SETTINGS = ("weigh", "explain", "compare", "cruxes", "stress", "dials", "reconcile", "report")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_source_of_a_scenario_is_taken(name: str, tmp_path: Path) -> None:
    """Plain data, a document of it and a weighing of that give the same result; a path does as well."""
    document = dilemma.load(SMALL)
    path = tmp_path / "bridge.yaml"
    path.write_text(json.dumps(SMALL), encoding="utf-8")
    expected = content(FUNCTIONS[name](document))
    assert content(FUNCTIONS[name](SMALL)) == expected
    assert content(FUNCTIONS[name](dilemma.weigh(document))) == expected
    for source in (path, str(path)):
        assert content(FUNCTIONS[name](source))["scenario"]["title"] == "A bridge"


def content(found: Any) -> dict[str, Any]:
    return {key: value for key, value in found.to_dict().items() if key not in ("file",)}


@pytest.mark.parametrize("name", FUNCTIONS)
def test_settings_of_a_weighing_stay(name: str) -> None:
    """A weighing brings its settings and theories; what is set on top of it is added."""
    weighing = dilemma.weigh(SMALL, weights={"town": 2}, frameworks=["utilitarian", "kantian"])
    on_top = FUNCTIONS[name](weighing, beliefs={"flood": 0.5})
    at_once = FUNCTIONS[name](
        SMALL, weights={"town": 2}, beliefs={"flood": 0.5}, frameworks=["utilitarian", "kantian"]
    )
    assert content(on_top) == content(at_once)


def test_a_perspective_on_a_weighing_takes_the_place_of_its_own() -> None:
    """A perspective that is named replaces that of the weighing."""
    document = dilemma.load("cluster")
    critics = dilemma.weigh(document, perspective="critics", frameworks="utilitarian")
    assert dilemma.weigh(critics, perspective="proponents") == dilemma.weigh(
        document, perspective="proponents", frameworks="utilitarian"
    )


@pytest.mark.parametrize("name", WITH_SETTINGS)
def test_signatures_name_every_setting(name: str) -> None:
    """Help and editors show the settings of a function by name, each with its type."""
    parameters = inspect.signature(getattr(dilemma, name)).parameters
    assert [one for one in Changes.__annotations__ if one not in parameters] == []
    assert all(one.kind is not one.VAR_KEYWORD for one in parameters.values())


@pytest.mark.parametrize("name", [name for name in dilemma.__all__ if callable(getattr(dilemma, name))])
def test_types_of_public_names_resolve(name: str) -> None:
    """`typing.get_type_hints` finds every type in a signature and in the fields of a class."""
    thing = getattr(dilemma, name)
    assert typing.get_type_hints(thing) is not None
    if inspect.isfunction(thing):
        inspect.signature(thing, eval_str=True)


def test_a_document_loaded_twice_is_the_same() -> None:
    """Documents of one file are equal, with one hash; those of other content are not."""
    one, other = dilemma.load("triage"), dilemma.load("triage")
    assert one == other
    assert [one != other, one != dilemma.load("boats")] == [False, True]  # a tuple has its own `!=`
    assert hash(one) == hash(other)
    assert dilemma.load(SMALL) != dilemma.load({**SMALL, "title": "Another bridge"})


def test_every_public_function_documents_its_parameters() -> None:
    """The docstring of a function names each of its own parameters, and every class what its fields are."""
    shared = {*Changes.__annotations__, "document", "source", "a", "b"}
    for name in dilemma.__all__:
        thing = getattr(dilemma, name)
        doc = inspect.getdoc(thing) or ""
        if inspect.isfunction(thing):
            own = [one for one in inspect.signature(thing).parameters if one not in shared]
            assert [one for one in own if f"`{one}`" not in doc and one != "domain"] == [], name
        elif isinstance(thing, type):
            assert doc, name


def test_view_files_become_perspectives() -> None:
    """`load` takes view files, and each is then a perspective of the scenario by its name."""
    file = sorted(VIEWS.rglob("*.yaml"))[0]
    document = dilemma.load("track-two", views=file)
    (name,) = document.view_files
    assert dilemma.weigh(document, perspective=name, frameworks="utilitarian").view.perspective == name


def test_views_left_out_are_warned_of(tmp_path: Path) -> None:
    """A view that cannot be taken is told in a warning, and why in `findings`."""
    good = sorted(VIEWS.rglob("*.yaml"))[0]
    (tmp_path / "good.yaml").write_bytes(good.read_bytes())
    (tmp_path / "bad.yaml").write_text("view: 1\nset: 3\n", encoding="utf-8")
    with pytest.warns(UserWarning, match="1 of 2 views are left out"):
        found = dilemma.collect("track-two", tmp_path, frameworks=["utilitarian"])
    assert found.findings
    assert all(finding.file.endswith("bad.yaml") for finding in found.findings)


def test_check_returns_the_errors_of_an_invalid_scenario() -> None:
    """`check` raises nothing for an invalid scenario: its errors are the findings."""
    found = dilemma.check({"format": 1, "title": "No options"})
    assert not found.valid
    assert {finding.severity for finding in found} == {"error"}
    assert dilemma.check("triage").valid


@pytest.mark.parametrize(("form", "start"), [("html", "<!doctype html>"), ("md", "# ")])
def test_report_returns_text(form: str, start: str) -> None:
    """`report` returns a page or a memo as text."""
    assert dilemma.report(SMALL, form, frameworks=["utilitarian"]).startswith(start)


def test_a_library_of_a_domain_ships() -> None:
    """`library` returns documents, of one domain or all."""
    assert {one.scenario.domain for one in dilemma.library("war")} == {"war"}


def test_a_record_of_a_weighing_can_be_reconciled(tmp_path: Path) -> None:
    """What `to_dict` of a weighing returns, stored as JSON, is read by `load_verdicts`."""
    path = tmp_path / "verdicts.json"
    path.write_text(json.dumps(result("weigh").to_dict()), encoding="utf-8")
    again = dilemma.reconcile(dilemma.load_verdicts(path), draws=0)
    assert again.credences == dilemma.reconcile("triage", draws=0).credences


def test_help_begins_with_what_there_is() -> None:
    """The package's docstring, with which `help` begins, names every function and every exception."""
    told = dilemma.__doc__ or ""
    named = [name for name in dilemma.__all__ if name[0].islower() or is_exception(name)]
    assert [name for name in named if not re.search(rf"\b{name}\b", told)] == []


def is_exception(name: str) -> bool:
    """Return whether a public name is an exception."""
    thing = getattr(dilemma, name)
    return isinstance(thing, type) and issubclass(thing, Exception)
