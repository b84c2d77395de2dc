"""Amounts that are stated: on which line, whose, in which years, and by which key."""

from typing import Annotated

from orgdesign.quantities import Amount, Share, Year
from orgdesign.records.marks import Holds, WrittenAs
from orgdesign.scenario.schema.common import Name, Table, Text
from orgdesign.scenario.schema.ids import LineId, MunicipalityId, ShareId, TaskId

Profile = Annotated[tuple[Share, ...], Holds(1)]
"""Shares year by year, from the start."""


class Stated(Table):
    """A line of the bill that is named, and how."""

    line: LineId
    """The line of the bill."""
    name: Name
    """Name as readers see it."""


class AmountTable(Stated):
    """An amount on a line of the bill."""

    amount: Amount
    """Euros a year, at the price level."""
    municipality: MunicipalityId | None = None
    """Whose it is alone; without it all participants share it. Needed under `[alone]`."""
    year: Year | None = None
    """The one year in which it falls; without any year it comes in every year of operation."""
    from_: Annotated[Year | None, WrittenAs("from")] = None
    """First year; with `until` alone that of the calculation."""
    until: Year | None = None
    """Last year; with `from` alone that of the calculation."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""


class OptionAmount(AmountTable):
    """An amount of an option on a line of the bill."""

    key: ShareId | None = None
    """The key that shares this amount alone, in place of that of its line's pool."""


class Unwinding(Stated):
    """What ending costs: due from the year after the last one, whenever that is."""

    amount: Amount
    """Euros in all, at the price level."""
    task: TaskId | None = None
    """The task whose end it goes with; without it the end of the option."""
    profile: Profile | None = None
    """How it is spread over the years after the end; sums to 1, all in the first where absent."""
    municipality: MunicipalityId | None = None
    """Whose it is alone; without it all participants bear it."""
    key: ShareId | None = None
    """The key that shares it, in place of that of its line's pool."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""


class AloneAmount(AmountTable):
    """An amount of one municipality that comes without cooperation too."""

    everywhere: bool = False
    """Whether it counts in every option."""


class Alone(Table):
    """What happens without any cooperation."""

    amounts: tuple[AloneAmount, ...] = ()
    """Amounts of the zero option."""
