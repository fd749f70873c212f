"""Validators of what commands print: each key must be one that the types of the records have."""

from __future__ import annotations

from functools import cache

from jsonschema import Draft202012Validator

from dilemma.reports.schemas.outputs import output_schema

__all__ = ["output"]


@cache
def output(name: str) -> Draft202012Validator:
    """Return the validator of an output by the name of its schema, closed to unknown keys."""
    return Draft202012Validator(output_schema(name, closed=True))
