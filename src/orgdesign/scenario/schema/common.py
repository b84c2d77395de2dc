"""What all tables of the file share: names, texts, figures for one or for each municipality."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, TypeVar

from orgdesign.quantities import QUANTITY_WORDS, Quantity
from orgdesign.records.marks import Either, Holds, Spelling
from orgdesign.records.record import Record
from orgdesign.scenario.schema.ids import MunicipalityId

Scale = Annotated[str, Spelling(r"^[0-9]{1,2}[A-Z]?$")]
"""A salary scale, such as `7` or `10A`."""
Name = Annotated[str, Spelling(at_least=1, at_most=200)]
"""A name as a reader sees it."""
Text = Annotated[str, Spelling(at_most=4000)]
"""A sentence or a paragraph."""
Reason = Annotated[str, Spelling(r"\S", at_most=4000)]
"""A sentence that has to say something."""

Kind_ = TypeVar("Kind_", bound=Quantity)


def is_quantity(given: object) -> bool:
    """Return whether a value is a number or a table of a quantity's words."""
    if isinstance(given, Mapping):
        return not given or any(word in QUANTITY_WORDS for word in given)
    return True


def _one_or_each(given: Any) -> str:
    return "one" if is_quantity(given) else "each"


OneOrEach = Annotated[Kind_ | dict[MunicipalityId, Kind_], Either(("one", "each"), _one_or_each)]
"""One figure for everyone, or a table by municipality."""


def _one_or_list(given: Any) -> str:
    return "list" if isinstance(given, list | tuple) else "one"


OneOrYears = Annotated[
    Kind_ | Annotated[tuple[Kind_, ...], Holds(1)], Either(("one", "list"), _one_or_list)
]
"""One figure, or a yearly list that starts in the first year."""


class Table(Record):
    """A table of the file: an unknown key is an error."""

    of_something_known: ClassVar[bool] = False
    """Whether the id before such a table names something that another table makes."""


class Statement(Table):
    """A fact in words, with its source."""

    value: bool | str | None = None
    """The fact itself, where it is not a text in two languages."""
    nl: Text | None = None
    """The text in Dutch."""
    en: Text | None = None
    """The text in English."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""


StatementOrText = Statement | bool | Text
"""A fact in words; a bare text or true/false is a statement without a source."""
