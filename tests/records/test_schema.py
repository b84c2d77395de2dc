"""What a record takes from plain tables, type by type, and what is told of the rest."""

from datetime import date
from typing import Annotated, Any, Literal

import pytest
from pydantic_core import PydanticCustomError, ValidationError

from orgdesign.records.marks import Either, Holds, Spelling, WrittenAs
from orgdesign.records.record import Record, as_written
from orgdesign.records.schema import validator


class Whole:
    """Reads a number as a whole one."""

    def read(self, given: object) -> object:
        """Return the number; raises PydanticCustomError where it is none."""
        if not isinstance(given, float):
            code = "no_number"
            raise PydanticCustomError(code, "no number")
        return round(given)


class Inner(Record):
    """A table within a table."""

    name: str


def one_or_each(given: Any) -> str:
    """Return whether one text is meant or a list of them."""
    return "each" if isinstance(given, tuple) else "one"


class Outer(Record):
    """A field of every kind."""

    text: Annotated[str, Spelling("^[a-z]+$", at_least=2, at_most=4)] = "none"
    number: float = 0.0
    whole: Annotated[int, Whole()] = 0
    yes: bool = False
    day: date | None = None
    word: Literal["a", "b"] = "a"
    several: Annotated[tuple[Inner, ...], Holds(1)] | None = None
    keyed: Annotated[dict[str, Inner], Holds(1)] | None = None
    either: Literal["all"] | tuple[str, ...] = "all"
    meant: Annotated[str | tuple[str, ...], Either(("one", "each"), one_or_each)] = "x"
    class_: Annotated[str | None, WrittenAs("class")] = None


def read(**given: object) -> Outer:
    """Return what a table holds, read as a file is."""
    outer: Outer = validator(Outer).validate_python(given, strict=True)
    return outer


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", "abc"),
        ("number", 1.5),
        ("yes", True),
        ("day", date(2026, 1, 1)),
        ("word", "b"),
        ("several", ({"name": "x"}, {"name": "y"})),
        ("keyed", {"k": {"name": "x"}}),
        ("either", "all"),
        ("either", ("x", "y")),
        ("meant", "x"),
        ("meant", ("x", "y")),
        ("class", "x"),
    ],
)
def test_what_is_right_is_read_as_it_is(field: str, value: object) -> None:
    assert as_written(read(**{field: value}))[field] == value


def test_a_mark_may_read_by_itself() -> None:
    assert read(whole=2.6).whole == 3


@pytest.mark.parametrize(
    ("field", "value", "at", "kind"),
    [
        ("text", "ABC", ("text",), "string_pattern_mismatch"),
        ("text", "a", ("text",), "string_too_short"),
        ("text", "abcde", ("text",), "string_too_long"),
        ("number", "1", ("number",), "float_type"),
        ("whole", "1", ("whole",), "no_number"),
        ("yes", 1, ("yes",), "bool_type"),
        ("day", "2026-01-01", ("day",), "date_type"),
        ("word", "c", ("word",), "literal_error"),
        ("several", (), ("several",), "too_short"),
        ("keyed", {"k": {"name": 1}}, ("keyed", "k", "name"), "string_type"),
        ("keyed", {"k": {"name": "x", "a": 1}}, ("keyed", "k", "a"), "extra_forbidden"),
        ("keyed", {}, ("keyed",), "too_short"),
        ("keyed", {"k": 1}, ("keyed", "k"), "model_type"),
        ("meant", 1, ("meant", "one"), "string_type"),
        ("class_", "x", ("class_",), "extra_forbidden"),
    ],
)
def test_what_is_wrong_is_told_where_it_is(
    field: str, value: object, at: tuple[object, ...], kind: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        read(**{field: value})
    assert [(error["loc"], error["type"]) for error in caught.value.errors()] == [(at, kind)]
