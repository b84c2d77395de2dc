"""Ids of the file, each with the table that makes it: what may stand where one is used."""

from typing import Annotated, NamedTuple

from orgdesign.records.marks import Spelling

Id = Annotated[str, Spelling(r"^[a-z][a-z0-9_]*$", at_most=60)]
"""An id: lower-case words with underscores."""
LibraryId = Annotated[str, Spelling(r"^[a-z0-9][a-z0-9_-]*$", at_most=60)]
"""An id of a bundled table, such as `cao-gemeenten-2019-10`."""


class Names(NamedTuple):
    """What an id names: something of a table of the file, or what the program itself knows."""

    table: str
    """The table; `shares` are keys and figures, `lines`, `pools` and `measures` are fixed."""


BudgetId = Annotated[Id, Names("budgets")]
FormId = Annotated[Id, Names("forms")]
JobId = Annotated[Id, Names("jobs")]
KeyId = Annotated[Id, Names("keys")]
LineId = Annotated[Id, Names("lines")]
MeasureId = Annotated[Id, Names("measures")]
MunicipalityId = Annotated[Id, Names("municipalities")]
OptionId = Annotated[Id, Names("options")]
PlanId = Annotated[Id, Names("plans")]
PoolId = Annotated[Id, Names("pools")]
ShareId = Annotated[Id, Names("shares")]
SystemId = Annotated[Id, Names("systems")]
TaskId = Annotated[Id, Names("tasks")]
