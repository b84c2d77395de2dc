"""Tables of work plans: streams of work, and the pieces of work in each."""

import datetime
from typing import Annotated, Literal

from orgdesign.quantities import Money, Pace, Setting, Units
from orgdesign.records.marks import Holds, WrittenAs
from orgdesign.scenario.schema.common import Name, Table, Text
from orgdesign.scenario.schema.ids import Id


class Work(Table):
    """A piece of work of a stream: a cluster of processes, a system, a team, a policy."""

    name: Name
    """Name as readers see it."""
    units: Units
    """Units to do, after duplicates are merged: processes of a cluster, for instance."""
    units_found: Units | None = None
    """Units that the municipalities have together, before duplicates are merged."""
    after: tuple[str, ...] = ()
    """What has to be finished first: work of this stream, another `stream`, or `stream.work`."""
    from_: Annotated[datetime.date | None, WrittenAs("from")] = None
    """Earliest date."""
    must_be_ready: bool = False
    """Whether it has to be finished before the start."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""


class Stream(Table):
    """A stream of work: its pieces are done one after another, in the order of the file."""

    name: Name
    """Name as readers see it."""
    discipline: Literal["processes", "systems", "teams", "policy"]
    """The discipline it belongs to."""
    per_month: Pace
    """Capacity: units that it finishes in a month."""
    after: tuple[str, ...] = ()
    """What has to be finished before any of it: another `stream`, or `stream.work`."""
    from_: Annotated[datetime.date | None, WrittenAs("from")] = None
    """Earliest date."""
    cost_fixed: Money | None = None
    """Cost of the stream, fixed; shown beside the bill."""
    cost_per_unit: Money | None = None
    """The same for each unit."""
    work: Annotated[dict[Id, Work], Holds(1)]
    """The pieces of work."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""


class Plan(Table):
    """A plan of the work towards, and after, the start of an option."""

    name: Name
    """Name as readers see it."""
    from_: Annotated[datetime.date, WrittenAs("from")]
    """Date from which the work can begin."""
    ready_by: datetime.date | None = None
    """Date at which what must be ready has to be finished; else the start of the option."""
    slip_months: Annotated[int, Setting(1, 120)] = 3
    """Months that each stream is late in turn, to see what that does."""
    streams: Annotated[dict[Id, Stream], Holds(1)]
    """The streams of work."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""
