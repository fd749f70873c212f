"""The arguments that several tools share: the scenario, the settings and the keys to return."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from dilemma.errors import BadSetting, UnknownName

if TYPE_CHECKING:
    from dilemma.cli.request import CommandRequest
    from dilemma.scenario import Document, View

__all__ = ["MOST_NAMES", "AtSettings", "Call", "Name", "OfScenario"]

DRAFT, DRAFT_FILE = "draft", "draft.yaml"
"""The id and the file name by which results name a scenario that was given as text."""

MOST_LETTERS = 200  # of a name or an address
MOST_NAMES = 200  # in a list or a map

Name = Annotated[str, Field(max_length=MOST_LETTERS)]


class Call(BaseModel):
    """A call of a tool: its fields are the arguments, its docstring is the description of the tool."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def record(self) -> Mapping[str, Any]:
        """Return the result as data for JSON; raise DilemmaError where there is none."""
        raise NotImplementedError


class OfScenario(Call):
    """A call about one scenario: a shipped one by name, or a draft as text."""

    name: Name = Field(default="", description="Name of a shipped scenario, such as cluster.")
    text: str = Field(
        default="", description="A scenario file as text, in YAML or JSON, at most 1 MiB; instead of name."
    )

    def raw(self) -> tuple[bytes, str, str]:
        """Return the bytes of the scenario, its label and its id; raise BadSetting unless one is given."""
        from dilemma.scenario.files import shipped_file

        if bool(self.name) == bool(self.text):
            raise BadSetting("give either the name of a shipped scenario or the text of one")
        if self.text:
            return self.text.encode("utf-8", "surrogatepass"), DRAFT_FILE, DRAFT
        file = shipped_file(self.name)
        return file.raw(), file.label, file.id

    def document(self) -> Document:
        """Return the scenario; raise InvalidScenario, with the position of every error, if it is invalid."""
        from dilemma.frameworks.registry import theories
        from dilemma.scenario import read

        return read(*self.raw(), theories())


class AtSettings(OfScenario):
    """A call about one scenario at settings, by some theories or all."""

    changes: dict[Name, Any] = Field(
        default={},
        alias="set",
        max_length=MOST_NAMES,
        description="New values by address, as `--set` takes them, such as "
        '{"parties.civilians.weight": 2, "beliefs.war-spreads.probability": 0.3}.',
    )
    perspective: Name = Field(default="", description="A perspective of the file, by id or name.")
    theories: list[Name] = Field(
        default=[], max_length=MOST_NAMES, description="Only these theories, by id or name; else all."
    )
    keys: list[Name] = Field(
        default=[],
        max_length=MOST_NAMES,
        description="Return only these keys of the result: the complete one may be long.",
    )

    def request(self) -> CommandRequest:
        """Return the settings and theories as a command's flags would; raise BadSetting as they do."""
        from dilemma.cli.request import CommandRequest, parse_setting_value, theories_from
        from dilemma.scenario.views.settings import Settings

        values = {
            address: parse_setting_value(address, value) if isinstance(value, str) else value
            for address, value in self.changes.items()
        }
        settings = Settings(
            addresses=values,
            perspective=self.perspective or None,
            frameworks=theories_from(self.theories),
        )
        return CommandRequest(settings, ())

    def view(self, request: CommandRequest) -> View:
        """Return the scenario at the settings of a request; raise as `document` and `view_at`."""
        from dilemma.scenario.views.settings import view_at

        return view_at(self.document(), request.settings)

    def chosen(self, record: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the keys of a record that were asked for, and its schema; all if none was named.

        Raises UnknownName for a key that the record does not have.
        """
        for key in self.keys:
            if key not in record:
                raise UnknownName("key", key, tuple(record), listed=f"there are {', '.join(record)}")
        kept = ("schema", *self.keys)
        return {key: value for key, value in record.items() if not self.keys or key in kept}
