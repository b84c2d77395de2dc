"""The JSON schema of a complete scenario file, for editors that check and complete TOML."""

from __future__ import annotations

import inspect
import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import (
    AfterValidatorFunctionSchema,
    PlainValidatorFunctionSchema,
    TaggedUnionSchema,
)

from orgdesign.quantities import Kind, Quantity, Setting
from orgdesign.records.record import Record, fields
from orgdesign.records.schema import core_schema
from orgdesign.scenario.schema.document import Document
from orgdesign.scenario.schema.help import field_help

FILE = "orgdesign.schema.json"
"""Name of the file that `#:schema` lines point to."""

_MAPS = ("properties", "patternProperties", "$defs")
"""Words of a schema below which keys are names, not words of the schema."""


def json_schema() -> dict[str, Any]:
    """Return the schema: tables and fields with their help, a number bare or as a quantity."""
    raw = _Generator(by_alias=True).generate(core_schema(Document))
    return {"$schema": _Generator.schema_dialect, **_cleaned(raw)}


def schema_text() -> str:
    """Return the schema as text."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"


class _Generator(GenerateJsonSchema):
    """Writes a number as what people type: a number, or a table with range, unit and source."""

    def function_plain_schema(self, schema: PlainValidatorFunctionSchema) -> JsonSchemaValue:
        """Return a number of a kind, with its bounds, or as a quantity."""
        kind = getattr(schema["function"]["function"], "__self__", None)
        if not isinstance(kind, Kind | Setting):
            return super().function_plain_schema(schema)
        return _number(kind, self.generate_inner(core_schema(Quantity)))

    def function_after_schema(self, schema: AfterValidatorFunctionSchema) -> JsonSchemaValue:
        """Return a table with what it is and the help of its keys."""
        table = super().function_after_schema(schema)
        kind: type[Record] = schema["metadata"]["record"]
        table.update(description=inspect.getdoc(kind), additionalProperties=False)
        for name, text in field_help(kind).items():
            table["properties"][fields(kind)[name].key]["description"] = text
        return table

    def tagged_union_schema(self, schema: TaggedUnionSchema) -> JsonSchemaValue:
        """Return one figure for all or a table of them."""
        # A table of one word fits a quantity and a table by municipality: either will do here.
        return {"anyOf": super().tagged_union_schema(schema)["oneOf"]}


def _number(kind: Kind | Setting, quantity: JsonSchemaValue) -> JsonSchemaValue:
    bounds = {
        "minimum": kind.at_least,
        "maximum": kind.at_most,
        "exclusiveMinimum": getattr(kind, "above", None),
        "multipleOf": 1 if kind.whole else None,
    }
    given = {word: bound for word, bound in bounds.items() if bound is not None}
    return {"anyOf": [{"type": "number", **given}, quantity]}


def _cleaned(node: Any) -> Any:
    """Return a schema without what TOML lacks: nulls, defaults that are tables, made-up titles."""
    if isinstance(node, list):
        return [_cleaned(below) for below in node]
    if not isinstance(node, dict):
        return node
    outcome: dict[str, Any] = {}
    for word, below in node.items():
        if word in _MAPS:
            outcome[word] = {name: _cleaned(inner) for name, inner in below.items()}
        elif word == "anyOf":
            outcome.update(_union([_cleaned(side) for side in below if side != {"type": "null"}]))
        elif word == "title" or (word == "default" and not isinstance(below, str | int | float)):
            continue
        else:
            outcome[word] = _cleaned(below)
    if "patternProperties" in outcome:
        outcome["additionalProperties"] = False
    return outcome


def _union(sides: list[Any]) -> dict[str, Any]:
    return sides[0] if len(sides) == 1 else {"anyOf": sides}
