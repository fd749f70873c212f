"""The skeleton of a theory: its file, its line in the catalogue, and its test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from keyword import iskeyword
from pathlib import Path

from dilemma.scenario.numbers import WORD

__all__ = ["write"]

THEORY = '''"""$Name: TODO what it asks for, in one line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from dilemma.case import Case
from dilemma.frameworks import (
    About,
    Family,
    Gives,
    Interval,
    Judgement,
    Need,
    Standing,
    Test,
    TestWords,
    terms_of_total,
    theory,
)
from dilemma.quantity import Quantity, at_least

ENOUGH = "enough"


@theory
class $Class:
    """TODO What the theory holds, in one sentence.

    1. TODO Add up what the option may be expected to bring: U(o) = Σ e(o,c), in the scenario's unit.
    2. TODO `enough`: U(o) is at least α times what the baseline brings, 0 where there is none.
    3. TODO What passes is permitted.
    """

    about: ClassVar[About] = About(
        id="$id",
        name="$Name",
        family=Family.CONSEQUENTIALIST,
        gives=Gives.TIERS,
        standing=Standing.COMPREHENSIVE,
        formula="TODO permitted if U(o) >= α · U(baseline)",
        reads=(
            "the consequences of the act",
            "party weights",
            "the discount",
        ),
        sources=(),  # TODO keys of dilemma/frameworks/bibliography.py
        objections=(
            "TODO An objection in the literature (Author year).",
            "TODO Another (Author year).",
        ),
        tests=(
            TestWords(
                ENOUGH,
                "enough",
                "enough",
                passed="TODO what it brings ({amount}) is enough ({against})",
                failed="TODO what it brings ({amount}) is too little ({against})",
            ),
        ),
    )
    share: Annotated[
        Quantity,
        Interval(0.0, 1.0, "α: TODO what the setting means (our figure)"),
    ] = 1.0

    def needs(self, case: Case) -> Iterator[Need]:
        yield Need(bool(case.in_use), "no option lists a consequence")

    def judge(self, case: Case) -> Iterator[Judgement]:
        bar = self.share * case.totals[case.baseline.id] if case.baseline else 0.0
        for act in case.acts:
            total = case.totals[act.id]
            test = Test(ENOUGH, at_least(total, bar), total, bar)
            yield Judgement(act.id, total, (test,), terms_of_total(case, act))
'''

TEST = '''"""$Name: TODO the rules it is held to."""

from __future__ import annotations

from tests.unit.frameworks.small import brings, failed, judged, scores


def test_what_brings_enough_is_permitted() -> None:
    """TODO A small dilemma with the verdict that the literature gives, and why."""
    verdict = judged(
        "$id",
        consequences={"good": {"party": "one", "value": 2}, "bad": {"party": "one", "value": -2}},
        options=brings(help={"good": 1}, harm={"bad": 1}),
    )
    assert scores(verdict) == {"help": 2, "harm": -2}
    assert failed(verdict) == {"help": (), "harm": ("enough",)}


def test_it_does_not_apply_without_a_consequence() -> None:
    """TODO What the file must hold for it to speak."""
    verdict = judged("$id", duties={"d": {}}, options={"a": {"duties": {"d": 1}}, "b": {}})
    assert verdict.missing == ("no option lists a consequence",)
'''

CATALOGUE = "dilemma/frameworks/catalogue/__init__.py"
REMAINS = """
To be written by hand, five files at most:
  {theory}
      what is marked TODO; use the functions of dilemma/quantity.py, and no `if`, `max`, `min`, `sorted` or
      comparison sign on a quantity; drop the setting or the test if it has none
  {catalogue}
      move its line to its tradition: there is the order in which theories are shown
  {test}
      small dilemmas with the verdicts of the literature
  tests/laws/oracle/theories/__init__.py
      its second reading, in plain Python, there or in a file beside it
  dilemma/frameworks/bibliography.py
      the works it cites, in alphabetical order

To be renewed, not written:
  the schema of scenario files  dilemma schema scenario > new && mv new scenarios/scenario.schema.json
  the public names              python -m tests.snapshot
  the outputs shown in docs     python -m tests.docs.renew
  docs/images/terminal.svg      python -m tests.support.pictures terminal

To see what it lacks:
  python -m pytest tests/unit/frameworks tests/unit/reports tests/test_house.py tests/docs; then tests/laws
"""


def write(name: str, root: Path) -> Iterator[str]:
    """Write a theory's files under the root; yield what was done and what remains, or raise ValueError."""
    module = name.replace("-", "_")
    theory = root / f"dilemma/frameworks/catalogue/{module}.py"
    test = root / f"tests/unit/frameworks/catalogue/test_{module}.py"
    if not WORD.fullmatch(name) or not name[0].isalpha() or iskeyword(module):
        raise ValueError(f"'{name}' is no id: small letters and digits, words joined by hyphens")
    if theory.exists() or test.exists():
        raise ValueError(f"there is a theory '{name}'")
    _list(root / CATALOGUE, module)
    for path, skeleton in ((theory, THEORY), (test, TEST)):
        path.write_text(_filled(skeleton, name), encoding="utf-8")
        yield f"wrote {path.relative_to(root).as_posix()}"
    yield f"listed {_class(name)}() last in CATALOGUE"
    yield REMAINS.format(
        theory=theory.relative_to(root).as_posix(),
        catalogue=CATALOGUE,
        test=test.relative_to(root).as_posix(),
    ).rstrip()


def _filled(skeleton: str, name: str) -> str:
    """Return a skeleton with the theory's id, its name and its class in place."""
    title = name.replace("-", " ").capitalize()
    return skeleton.replace("$Class", _class(name)).replace("$Name", title).replace("$id", name)


def _class(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("-"))


def _list(catalogue: Path, module: str) -> None:
    """Import the theory where the catalogue imports the others, in order, and add it as the last."""
    made = _class(module.replace("_", "-"))
    text = catalogue.read_text(encoding="utf-8")
    imports = re.compile(r"(?:^from dilemma\.frameworks\.catalogue\.\w+ import \w+\n)+", re.MULTILINE)
    found = imports.search(text)
    if found is None or not text.rstrip().endswith("\n)"):
        raise ValueError(f"{CATALOGUE} is not laid out as this expects: add the theory by hand")
    lines = sorted([*found.group().splitlines(), f"from dilemma.frameworks.catalogue.{module} import {made}"])
    text = imports.sub("\n".join(lines) + "\n", text, count=1)
    catalogue.write_text(f"{text.rstrip()[:-1]}    {made}(),\n)\n", encoding="utf-8")
