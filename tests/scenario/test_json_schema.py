import datetime
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from orgdesign.scenario.gallery import gallery
from orgdesign.scenario.json_schema import json_schema
from scenario.files import EXAMPLE

SCHEMA = json_schema()


def as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_json(below) for key, below in value.items()}
    if isinstance(value, list):
        return [as_json(below) for below in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def faults(tables: dict[str, Any]) -> list[str]:
    errors = Draft202012Validator(SCHEMA).iter_errors(as_json(tables))
    return [f"{error.json_path}: {error.message}" for error in errors]


def example() -> dict[str, Any]:
    return tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))


def test_it_is_a_json_schema_without_an_address_of_its_own() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert "$id" not in SCHEMA
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


@pytest.mark.parametrize("path", [EXAMPLE, *gallery()], ids=lambda path: path.stem)
def test_the_example_and_the_gallery_fit(path: Path) -> None:
    assert faults(tomllib.loads(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("given", [0.5, 1, {"value": 0.5}, {"value": 0.5, "source": "assumed"}])
def test_a_number_is_bare_or_a_quantity(given: object) -> None:
    tables = example()
    tables["options"]["network"]["realisation"] = given
    assert faults(tables) == []


@pytest.mark.parametrize("given", [5, -0.1, "0.5", True, {"low": 0.1}, {"value": 1, "valeu": 2}])
def test_what_is_no_share_does_not_fit(given: object) -> None:
    tables = example()
    tables["options"]["network"]["realisation"] = given
    assert len(faults(tables)) == 1


@pytest.mark.parametrize("given", [0.5, {"value": 0.5}, {"zeist": 0.5, "bunnik": {"value": 1}}])
def test_a_figure_for_all_may_be_one_by_municipality(given: object) -> None:
    tables = example()
    tables["options"]["network"]["client_fte"] = given
    assert faults(tables) == []


def test_an_unknown_key_and_a_wrong_id_do_not_fit() -> None:
    tables = example()
    tables["staff"]["absense"] = 0.1
    tables["municipalities"]["De Bilt"] = tables["municipalities"]["de_bilt"]
    assert len(faults(tables)) == 2


def described(node: Any) -> list[str]:
    """Return the names of fields without a description."""
    if not isinstance(node, dict):
        return []
    bare = [key for key, field in node.get("properties", {}).items() if "description" not in field]
    return bare + [name for below in node.get("$defs", {}).values() for name in described(below)]


def test_every_field_has_its_help() -> None:
    assert described(SCHEMA) == []
    assert SCHEMA["properties"]["staff"]["description"] == "Terms of employment."


def test_nothing_is_null() -> None:
    assert '"null"' not in json.dumps(SCHEMA)
    assert "null" not in json.dumps(SCHEMA).replace('"null"', "")
