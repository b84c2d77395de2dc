"""What all tables of the file share: names, texts, figures for one or for each municipality."""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, Field, StringConstraints, Tag

from orgdesign.quantities import QUANTITY_WORDS, Quantity
from orgdesign.scenario.schema.ids import MunicipalityId

Scale = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,2}[A-Z]?$")]
"""A salary scale, such as `7` or `10A`."""
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
"""A name as a reader sees it."""
Text = Annotated[str, StringConstraints(max_length=4000)]
"""A sentence or a paragraph."""
Reason = Annotated[str, StringConstraints(pattern=r"\S", max_length=4000)]
"""A sentence that has to say something."""

Kind_ = TypeVar("Kind_", bound=Quantity)


def is_quantity(given: object) -> bool:
    """Return whether a value is a number or a table of a quantity's words."""
    if isinstance(given, Mapping):
        return not given or any(word in QUANTITY_WORDS for word in given)
    return True


def _one_or_each(given: Any) -> str:
    return "one" if is_quantity(given) else "each"


OneOrEach = Annotated[
    Annotated[Kind_, Tag("one")] | Annotated[dict[MunicipalityId, Kind_], Tag("each")],
    Discriminator(_one_or_each),
]
"""One figure for everyone, or a table by municipality."""


def _one_or_list(given: Any) -> str:
    return "list" if isinstance(given, list | tuple) else "one"


OneOrYears = Annotated[
    Annotated[Kind_, Tag("one")] | Annotated[tuple[Kind_, ...], Tag("list"), Field(min_length=1)],
    Discriminator(_one_or_list),
]
"""One figure, or a yearly list that starts in the first year."""


class Table(BaseModel):
    """A table of the file: frozen, and an unknown key is an error."""

    # The file's own table builds what it needs of the others, once, when a file is read.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

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
