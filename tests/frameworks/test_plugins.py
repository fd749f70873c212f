"""Theories that other packages bring."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.running import HANGS, ROOT, dilemma

THEORY = '''
"""A theory for a test."""
from dataclasses import dataclass
from typing import ClassVar
from dilemma.frameworks.framework import About, Family, Gives, Judgement, Need, Standing

@dataclass(frozen=True, slots=True)
class Literal:
    """The right act is the one whose id is longest.

    1. Count the letters.
    """

    about: ClassVar[About] = About(
        id="literal", name="Literal", family=Family.VIRTUE, gives=Gives.ORDER, standing=Standing.CONSTRAINT,
        formula="letters", reads=("ids",), sources=("Nobody (1999), Nothing",),
        objections=("It is a joke.",), sums=False,
    )

    def needs(self, case):
        yield Need(True, "")

    def judge(self, case):
        for act in case.acts:
            yield Judgement(act.id, float(len(act.id)))
'''


WHEEL = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def _files(name: str, code: str, entries: str) -> dict[str, str]:
    """Return the files of a package of one module and its entry points, as they stand once installed."""
    info = f"{name}-1.0.dist-info"
    return {
        f"{name}.py": code,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": WHEEL,
        f"{info}/entry_points.txt": f"[dilemma.frameworks]\n{entries}\n",
        f"{info}/RECORD": "",
    }


def _install(place: Path, name: str, code: str, entries: str) -> None:
    """Install a package as pip installs a wheel."""
    wheel = place / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in _files(name, code, entries).items():
            archive.writestr(path, text)
    install = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", str(place / "site")]
    subprocess.run([sys.executable, *install, str(wheel)], check=True, timeout=HANGS)


def _lay_out(place: Path, name: str, code: str, entries: str) -> None:
    """Put a package where `_install` leaves it, without the time pip takes."""
    for path, text in _files(name, code, entries).items():
        file = place / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@pytest.fixture
def path(tmp_path: Path) -> str:
    """Return a path for PYTHONPATH with a place to install into."""
    return f"{ROOT}:{tmp_path / 'site'}"


def test_a_package_brings_a_theory(tmp_path: Path, path: str) -> None:
    """An installed package's theory is weighed with, listed, explained and may be named."""
    _install(tmp_path, "letters", THEORY, "literal = letters:Literal")
    ran = dilemma("weigh", "cluster", "-f", "literal", "--json", PYTHONPATH=path)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["frameworks"][0]["choice"] == ["no-transfer", "replacement"]
    assert "Literal" in dilemma("weigh", "cluster", PYTHONPATH=path).out
    assert "The right act is the one whose id is longest." in dilemma("frameworks", PYTHONPATH=path).out
    assert "Literal" in dilemma("explain", "canonical/footbridge", "-f", "literal", PYTHONPATH=path).out


MUTE = THEORY.replace("def judge", "def muse")
UNUSABLE = "dilemma: the package broken brings a framework 'literal' that cannot be used: "


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise RuntimeError('no')", "RuntimeError: no"),
        ("class Literal: pass", "TypeError: it has no `about`"),
        (MUTE, "TypeError: it has no `judge`"),
        ("import nothing_of_that_name", "ModuleNotFoundError: No module named 'nothing_of_that_name'"),
    ],
)
def test_a_broken_package_is_one_sentence(tmp_path: Path, path: str, code: str, said: str) -> None:
    """A theory that cannot be used is told by its package's name, and the rest works."""
    _lay_out(tmp_path, "broken", code, "literal = broken:Literal")
    ran = dilemma("weigh", "cluster", "-f", "utilitarian", "--json", PYTHONPATH=path)
    assert ran.code == 0
    assert json.loads(ran.out)["frameworks"][0]["id"] == "utilitarian"
    assert ran.err == f"{UNUSABLE}{said}\n"


def test_the_first_package_by_name_keeps_an_id(tmp_path: Path, path: str) -> None:
    """Of two that bring one id the first by the package's name is used; the other is told."""
    for name in ("second", "first"):
        _lay_out(tmp_path, name, THEORY.replace("len(act.id)", f"len({name!r})"), f"literal = {name}:Literal")
    ran = dilemma("weigh", "canonical/footbridge", "-f", "literal", "--json", PYTHONPATH=path)
    scores = {stand["score"] for stand in json.loads(ran.out)["frameworks"][0]["options"].values()}
    assert scores == {len("first")}
    assert ran.err == (
        "dilemma: the package second brings a framework 'literal' that cannot be used: "
        "another brings 'literal' already\n"
    )


def test_a_package_may_not_take_one_of_our_names(tmp_path: Path, path: str) -> None:
    """A theory under an id of ours is left out and told."""
    _lay_out(tmp_path, "taken", THEORY.replace('id="literal"', 'id="kantian"'), "kantian = taken:Literal")
    ran = dilemma("weigh", "cluster", "-f", "kantian", "--json", PYTHONPATH=path)
    assert json.loads(ran.out)["frameworks"][0]["name"] == "Kantian"
    assert "'kantian', which is one of ours" in ran.err
