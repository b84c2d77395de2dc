"""Records: made by name, compared by value, never changed."""

import copy
import pickle
from typing import Annotated, Any, ClassVar

import pytest
from pydantic_core import PydanticCustomError, ValidationError

from orgdesign.records.marks import WrittenAs
from orgdesign.records.record import Record, as_written, by_key, fields, unchecked


class Span(Record):
    """Years from one to another."""

    of_anything: ClassVar[bool] = True

    from_: Annotated[int, WrittenAs("from")]
    until: int = 2030
    notes: dict[str, str] = {}

    def consistent(self) -> None:
        """Raise PydanticCustomError where it ends before it begins."""
        if self.until < self.from_:
            code = "backwards"
            raise PydanticCustomError(code, "ends before it begins")


class NamedSpan(Span):
    """Years that have a name, and others below."""

    name: str | None = None
    below: tuple[Span, ...] = ()
    first: Span = unchecked(Span, from_=2000)


def test_fields_are_those_of_the_bases_first_and_no_class_variable() -> None:
    assert list(fields(NamedSpan)) == ["from_", "until", "notes", "name", "below", "first"]
    assert [*by_key(Span)] == [field.key for field in fields(Span).values()]
    assert [*by_key(Span)] == ["from", "until", "notes"]
    assert [field.required for field in fields(Span).values()] == [True, False, False]


def test_a_record_is_made_by_the_names_of_its_fields_with_defaults_for_the_rest() -> None:
    span = NamedSpan(from_=2025)
    assert dict(span) == {
        "from_": 2025, "until": 2030, "notes": {}, "name": None, "below": (),
        "first": unchecked(Span, from_=2000),
    }  # fmt: skip
    assert span.given_fields == {"from_"}
    assert NamedSpan(from_=2025, until=2030).given_fields == {"from_", "until"}


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ({}, "missing"),
        ({"from_": "soon"}, "int_parsing"),
        ({"from_": 2025, "till": 2026}, "extra_forbidden"),
        ({"from_": 2025, "until": 2024}, "backwards"),
    ],
)
def test_a_record_that_is_not_right_is_not_made(given: dict[str, Any], kind: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Span(**given)
    assert [error["type"] for error in caught.value.errors()] == [kind]


def test_keyed_tables_that_nobody_gave_are_not_one_and_the_same() -> None:
    assert Span(from_=2025).notes is not Span(from_=2025).notes
    assert unchecked(Span, from_=2025).notes is not unchecked(Span, from_=2025).notes


def test_records_are_equal_by_class_and_value_not_by_what_was_given() -> None:
    assert Span(from_=2025) == Span(from_=2025, until=2030) == unchecked(Span, from_=2025)
    assert Span(from_=2025) != Span(from_=2026)
    assert Span(from_=2025) != NamedSpan(from_=2025)
    assert repr(Span(from_=2025)) == "Span(from_=2025, until=2030, notes={})"


def test_a_record_has_a_hash_where_all_that_it_holds_has_one() -> None:
    class Point(Record):
        at: int

    assert len({Point(at=1), Point(at=1), Point(at=2)}) == 2
    with pytest.raises(TypeError):
        hash(Span(from_=2025))


def test_a_record_never_changes() -> None:
    span = Span(from_=2025)
    with pytest.raises(AttributeError, match=r"Span\.until"):
        setattr(span, "until", 2031)  # noqa: B010 a checker of types would refuse it
    with pytest.raises(AttributeError, match=r"Span\.until"):
        del span.until
    other = span.replaced(until=2031)
    assert (span.until, other.until, other.from_) == (2030, 2031, 2025)
    assert other.given_fields == {"from_", "until"}


def pickled(record: Record) -> Any:
    """Return what another process gets."""
    return pickle.loads(pickle.dumps(record))


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
def test_a_copy_is_equal_and_knows_what_was_given(again: Any) -> None:
    span = NamedSpan(from_=2025, name="x")
    assert again(span) == span
    assert again(span).given_fields == {"from_", "name"}


def test_a_record_as_a_file_would_write_it() -> None:
    span = unchecked(NamedSpan, from_=2025, below=(Span(from_=2026),))
    assert as_written(span) == {
        "from": 2025, "until": 2030, "notes": {},
        "below": ({"from": 2026, "until": 2030, "notes": {}},),
        "first": {"from": 2000, "until": 2030, "notes": {}},
    }  # fmt: skip
