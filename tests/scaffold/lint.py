"""The start of a lint: its file, its line in the catalogue, and its two example files."""

from __future__ import annotations

import re
from pathlib import Path

from dilemma.lints import EVERY_LINT

__all__ = ["write"]

LINTS = Path("dilemma", "lints")
EXAMPLES = Path("tests", "unit", "lints")
MODEL = "no-reason.yaml"  # both examples begin as a file that raises nothing

CODE = re.compile(r"[a-z]+(-[a-z]+)*")
IMPORT = re.compile(r"^from dilemma\.lints\..*\n", re.MULTILINE)

LINT = '''"""TODO: what this looks at, as a question."""

from __future__ import annotations

from collections.abc import Iterator

from dilemma.lints.lint import Question, lint
from dilemma.lints.subject import Subject

__all__ = ["{function}"]


@lint("{code}", "warning", "TODO: what is asked at the place, of {{0}}")
def {function}(file: Subject) -> Iterator[Question]:
    """TODO: what is found, in one sentence.

    Why: TODO: what a file with it hides from its reader, or from its author, and who bears the cost.

    Mend: TODO: what to write instead.

    Bad::

        options: {{act: {{}}}}     # TODO: the least that raises it

    Good::

        options: {{act: {{omission: true}}}}     # TODO: the same, mended
    """
    for id in file.scenario.options:
        if id == "TODO":
            yield Question(("options", id), (id,))
'''


def write(name: str, root: Path) -> list[str]:
    """Write the start of a lint of this code, and return what remains to be done.

    Raises ValueError for what cannot be a code, or is one already.
    """
    if not CODE.fullmatch(name):
        raise ValueError(f"'{name}' cannot be a code: lower-case words joined by hyphens")
    function = name.replace("-", "_")
    module, catalogue = root / LINTS / "catalogue" / f"{function}.py", root / LINTS / "__init__.py"
    if name in {lint.code for lint in EVERY_LINT} or module.exists():
        raise ValueError(f"there is a lint '{name}' already")
    module.write_text(LINT.format(code=name, function=function), encoding="utf-8")
    catalogue.write_text(listed(catalogue.read_text(encoding="utf-8"), function), encoding="utf-8")
    start = (root / EXAMPLES / "good" / MODEL).read_text(encoding="utf-8")
    for kind in ("good", "bad"):
        (root / EXAMPLES / kind / f"{name}.yaml").write_text(start, encoding="utf-8")
    bad, good = f"{EXAMPLES}/bad/{name}.yaml", f"good/{name}.yaml"
    return [
        f"write what it finds, and its docstring, in {module.relative_to(root)}; move it beside its kin",
        f"move its line in LINTS of {LINTS}/__init__.py to the group it belongs to",
        f"make {bad} raise it and nothing else, and {good} the same file, mended",
        f"say where the bad file raises it, and in what words: a row in PLACES of {EXAMPLES}/test_lints.py",
        "run `dilemma check scenarios/ scenarios/library/ --strict`; mend or answer what it finds there",
        "renew what is generated: python -m tests.snapshot, python -m tests.docs.renew",
        f"run `python -m pytest -x {EXAMPLES} tests/test_public_names.py tests/docs`",
    ]


def listed(text: str, function: str) -> str:
    """Return the text of the catalogue with a lint more: imported, and the last of LINTS."""
    line = f"from dilemma.lints.catalogue.{function} import {function}\n"
    after = next(other for other in IMPORT.findall(text) if other > line)
    head, opening, rest = text.replace(after, line + after, 1).partition("LINTS: tuple[Lint, ...] = (\n")
    return head + opening + rest.replace("\n)\n", f"\n    {function},\n)\n", 1)
