"""A record: an object of annotated fields that never changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import (
    Annotated,
    Any,
    ClassVar,
    NamedTuple,
    NoReturn,
    Self,
    TypeVar,
    dataclass_transform,
    get_origin,
)

from orgdesign.records.marks import WrittenAs

Made = TypeVar("Made", bound="Record")

REQUIRED = object()
"""The default of a field that has to be given."""


class Field(NamedTuple):
    """A field of a record: its name, the key a file writes it by, its type and its default."""

    name: str
    key: str
    type: Any
    default: Any = REQUIRED

    @property
    def required(self) -> bool:
        """Whether it has to be given."""
        return self.default is REQUIRED

    def otherwise(self) -> Any:
        """Return what holds where nothing is given; a keyed table is one of its own each time."""
        return dict(self.default) if isinstance(self.default, dict) else self.default


@dataclass_transform(frozen_default=True, kw_only_default=True)
class RecordType(type):
    """The type of a class of records; it tells a type checker what such a class takes."""


class Record(metaclass=RecordType):
    """What annotated fields make of a class: made by name, compared by value, never changed.

    The annotations are read as they are: no module with records postpones them.
    """

    __slots__ = ("__dict__", "given_fields")

    # Of each record, not of the class: a field of its own would be read from a file.
    given_fields: ClassVar[frozenset[str]]
    """The names of the fields that were given, whether or not with their default."""

    def __new__(cls, **given: Any) -> Self:
        """Return a record of values by the names of the fields; raises pydantic's ValidationError.

        What is not given has its default.
        """
        from orgdesign.records.schema import validator

        written = {field.name: field.key for field in fields(cls).values()}
        values = {written.get(name, name): value for name, value in given.items()}
        outcome: Self = validator(cls).validate_python(values)
        return outcome

    def consistent(self) -> None:
        """Raise PydanticCustomError where the fields, each right by itself, do not agree."""

    def replaced(self, **changes: Any) -> Self:
        """Return the same record with other values, which are taken as they are."""
        return made(type(self), {**vars(self), **changes}, self.given_fields.union(changes))

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        """Yield every field with its value."""
        yield from vars(self).items()

    def __eq__(self, other: object) -> bool:
        """Return whether another record is of the same class and holds the same."""
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        """Return a hash; raises TypeError where a field holds what has none."""
        return hash((type(self), *vars(self).values()))

    def __repr__(self) -> str:
        """Return the class and what its fields hold."""
        held = ", ".join(f"{name}={value!r}" for name, value in self)
        return f"{type(self).__name__}({held})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        """Raise AttributeError: a record never changes."""
        self._refuse(name)

    def __delattr__(self, name: str) -> NoReturn:
        """Raise AttributeError: a record never changes."""
        self._refuse(name)

    def _refuse(self, name: str) -> NoReturn:
        message = f"{type(self).__name__}.{name} cannot be changed"
        raise AttributeError(message)

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how another process makes the same record."""
        return made, (type(self), vars(self), self.given_fields)


def made(record: type[Made], values: Mapping[str, Any], given: frozenset[str]) -> Made:
    """Return a record that holds values by name, of which some were given; nothing is checked."""
    outcome = object.__new__(record)
    vars(outcome).update(values)
    object.__setattr__(outcome, "given_fields", given)
    return outcome


def unchecked(record: type[Made], **given: Any) -> Made:
    """Return a record of values that are right, with the defaults of the rest."""
    defaults = {field.name: field.otherwise() for field in fields(record).values()}
    return made(record, {**defaults, **given}, frozenset(given))


@cache
def fields(record: type[Record]) -> Mapping[str, Field]:
    """Return the fields of a class of records by name, those of its bases first."""
    found: dict[str, Field] = {}
    for kind in reversed(record.__mro__):
        if issubclass(kind, Record) and kind is not Record:
            for name, of in kind.__annotations__.items():
                origin: Any = get_origin(of)
                if origin is not ClassVar:
                    default = vars(kind).get(name, REQUIRED)
                    found[name] = Field(name, _key(name, of), of, default)
    return found


@cache
def by_key(record: type[Record]) -> Mapping[str, Field]:
    """Return the fields of a class of records by the keys that a file writes."""
    return {field.key: field for field in fields(record).values()}


def as_written(value: Any) -> Any:
    """Return what a record holds as a file would write it: by key, and without what is absent."""
    if isinstance(value, Record):
        held = ((key, getattr(value, field.name)) for key, field in by_key(type(value)).items())
        return {key: as_written(below) for key, below in held if below is not None}
    if isinstance(value, Mapping):
        return {key: as_written(below) for key, below in value.items()}
    return tuple(map(as_written, value)) if isinstance(value, tuple) else value


def _key(name: str, of: Any) -> str:
    """Return the key by which a file writes a field."""
    if get_origin(of) is not Annotated:
        return name
    return next((mark.key for mark in of.__metadata__ if isinstance(mark, WrittenAs)), name)
