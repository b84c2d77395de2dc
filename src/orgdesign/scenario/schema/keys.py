"""Tables of the keys that share a pool among the participants."""

from typing import Annotated

from pydantic import Field

from orgdesign.quantities import Amount, Effect, Share, Year, Years
from orgdesign.scenario.schema.common import Id, Name, Table, Text


class Path(Table):
    """A growth path from another key to this one."""

    from_: Annotated[Id, Field(alias="from")]
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


class Key(Table):
    """A rule that shares a pool."""

    name: Name
    """Name as readers see it."""
    figure: Id | None = None
    """A figure, or a built-in one, to share by."""
    mix: dict[Id, Share] | None = None
    """Keys or figures with their weights; sums to 1."""
    fixed: dict[Id, Share] | None = None
    """Fixed shares of exactly the participants; sums to 1."""
    path: Path | None = None
    """A growth path from another key."""
    floor: Bound | None = None
    """The least that a municipality pays of the running pool."""
    cap: Bound | None = None
    """The most that a municipality pays of the running pool."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""
