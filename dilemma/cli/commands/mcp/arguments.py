"""The arguments that several tools share: the scenario, the settings and the keys to return."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.json_schema import GenerateJsonSchema

from dilemma.errors import BadSetting, UnknownName
from dilemma.scenario.phrases import shortened

if TYPE_CHECKING:
    from dilemma.cli.request import CommandRequest
    from dilemma.scenario import Document, View

__all__ = ["MOST_NAMES", "AtSettings", "Call", "Due", "Flag", "Name", "Names", "OfScenario", "Share"]

DRAFT, DRAFT_FILE = "draft", "draft.yaml"
"""The id and the file name by which results name a scenario that was given as text."""

MOST_LETTERS = 200  # of a name or an address
MOST_NAMES = 200  # in a list or a map
MOST_MISTAKES = 10  # in one message


@dataclass(frozen=True)
class Due:
    """The values that an argument takes, in words that end the sentence "must be"."""

    words: str


Name = Annotated[str, Field(max_length=MOST_LETTERS), Due(f"a text of at most {MOST_LETTERS} characters")]
Names = Annotated[
    list[Name],
    Field(max_length=MOST_NAMES),
    Due(f"a list of at most {MOST_NAMES} names, each of at most {MOST_LETTERS} characters"),
]
Flag = Annotated[bool, Due("true or false")]
Share = str | float


class Untitled(GenerateJsonSchema):
    """JSON Schemas without titles, which would only repeat the names of the fields."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - for every field
        """Return False for every field."""
        return False


class Call(BaseModel):
    """A call of a tool: its fields are the arguments, its docstring is the description of the tool."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def arguments(cls) -> dict[str, str]:
        """Return the names of the arguments, and what each must be, in words."""
        return {
            field.alias or name: next((one.words for one in field.metadata if isinstance(one, Due)), "")
            for name, field in cls.model_fields.items()
        }

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Call:
        """Return the call with the arguments given, of which those that are null count as left out.

        Raises BadSetting, with a line for each argument that is wrong or that the tool does not have.
        """
        due = cls.arguments()
        stated = {name: value for name, value in given.items() if value is not None or name not in due}
        try:
            return cls.model_validate(stated)
        except ValidationError as error:
            wrong = dict.fromkeys(str(one["loc"][0]) for one in error.errors(include_url=False))
            lines = [cls._mistake(name, stated[name]) for name in [*wrong][:MOST_MISTAKES]]
        raise BadSetting("\n".join(lines))

    @classmethod
    def _mistake(cls, name: str, value: object) -> str:
        """Return what is wrong with an argument, in one line."""
        due = cls.arguments()
        if name in due:
            return f"{name}: must be {due[name]}; got {quoted(value)}"
        listed = f"there are {', '.join(due)}"
        return str(UnknownName("argument", shortened(name), tuple(due), listed=listed))

    @classmethod
    def input_schema(cls) -> dict[str, Any]:
        """Return the JSON Schema of the arguments."""
        schema = cls.model_json_schema(schema_generator=Untitled)
        return {key: value for key, value in schema.items() if key not in ("title", "description")}

    def record(self) -> Mapping[str, Any]:
        """Return the result as data for JSON; raise DilemmaError where there is none."""
        raise NotImplementedError


def quoted(value: object) -> str:
    """Return a value of a call as JSON, or if it is long the beginning of that."""
    return shortened(json.dumps(value, ensure_ascii=False))


class OfScenario(Call):
    """A call about one scenario: a shipped one by name, or a draft as text."""

    name: Name = Field(default="", description="Name of a shipped scenario, such as cluster.")
    text: Annotated[str, Due("a text")] = Field(
        default="", description="A scenario file as text, in YAML or JSON, at most 1 MiB; instead of name."
    )

    def raw(self) -> tuple[bytes, str, str]:
        """Return the bytes of the scenario, its label and its id; raise BadSetting unless one is given."""
        from dilemma.scenario.files import shipped_file

        if bool(self.name) == bool(self.text):
            given = "both" if self.name else "neither"
            raise BadSetting(
                f"give either `name`, of a shipped scenario, or `text`, a scenario file; got {given}"
            )
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

    changes: Annotated[
        dict[Name, Any], Due(f"a map of at most {MOST_NAMES} addresses, each with its new value")
    ] = Field(
        default={},
        alias="set",
        max_length=MOST_NAMES,
        description="New values by address, for this call, such as "
        '{"parties.village.weight": 2, "beliefs.rain.probability": "30%"}.',
    )
    perspective: Name = Field(default="", description="A perspective of the file, by id or name.")
    theories: Names = Field(default=[], description="Only these theories, by id or name; else all.")
    keys: Names = Field(
        default=[], description="Return only these keys of the result: the complete one may be long."
    )

    @classmethod
    def every_key(cls) -> tuple[str, ...]:
        """Return the keys of a complete result."""
        raise NotImplementedError

    @classmethod
    def input_schema(cls) -> dict[str, Any]:
        """Return the JSON Schema of the arguments, with the keys that may be asked for."""
        schema = super().input_schema()
        schema["properties"]["keys"]["items"] = {"enum": [*cls.every_key()]}
        return schema

    def complete_record(self) -> Mapping[str, Any]:
        """Return the result with all of its keys; raise DilemmaError where there is none."""
        raise NotImplementedError

    def record(self) -> Mapping[str, Any]:
        """Return the keys of the result that were asked for, and its schema; all if none was named.

        Raises UnknownName, before anything is computed, for a key that results do not have.
        """
        known = self.every_key()
        for key in self.keys:
            if key not in known:
                raise UnknownName("key", shortened(key), known, listed=f"there are {', '.join(known)}")
        kept = ("schema", *self.keys)
        return {key: value for key, value in self.complete_record().items() if not self.keys or key in kept}

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
