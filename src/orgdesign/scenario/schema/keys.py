"""Tables of the keys that share a pool among the participants."""

from typing import Annotated

from orgdesign.quantities import Amount, CalendarYear, Effect, Money, Share, Year, Years
from orgdesign.records.marks import WrittenAs
from orgdesign.scenario.schema.common import Name, Table, Text
from orgdesign.scenario.schema.ids import MunicipalityId, ShareId


class Path(Table):
    """A growth path from another key to this one."""

    from_: Annotated[ShareId, WrittenAs("from")]
    """The key that held before."""
    years: Years
    """Years in which this key comes in, in equal steps."""
    start: Year | None = None
    """Calendar year in which the path starts; the start of the option where not given."""


class Bound(Table):
    """How far the structural cost of a municipality may lie from staying alone."""

    over_alone: Effect | None = None
    """As a fraction of its structural cost alone."""
    per_inhabitant: Amount | None = None
    """In euros per inhabitant above its structural cost alone."""


class FixedPart(Table):
    """A part of the running pool that another key shares; the key itself shares the rest."""

    amount: Money
    """Euros a year at the price level; no more than the pool."""
    key: ShareId
    """The key or figure that shares it."""


class Settlement(Table):
    """What is charged by this key is settled afterwards by another: price x real volume."""

    by: ShareId
    """The key or figure of what really came out."""
    after: Years | None = None
    """Years afterwards; 1 where not given."""


class Key(Table):
    """A rule that shares a pool."""

    name: Name
    """Name as readers see it."""
    figure: ShareId | None = None
    """A figure, or a built-in one, to share by."""
    mix: dict[ShareId, Share] | None = None
    """Keys or figures with their weights; sums to 1."""
    fixed: dict[MunicipalityId, Share] | None = None
    """Fixed shares of exactly the participants; sums to 1."""
    path: Path | None = None
    """A growth path from another key."""
    floor: Bound | None = None
    """The least that a municipality pays of the running pool."""
    cap: Bound | None = None
    """The most that a municipality pays of the running pool."""
    fixed_part: FixedPart | None = None
    """A part of the running pool with a key of its own."""
    settlement: Settlement | None = None
    """Settlement afterwards of the running pool."""
    review: CalendarYear | None = None
    """Calendar year in which the parties review the key; said under every table."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""
