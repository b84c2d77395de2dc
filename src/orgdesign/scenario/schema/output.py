"""Tables that say how uncertainty is sampled and which tables a memo wants."""

from typing import Annotated, Literal

from orgdesign.measures import Side
from orgdesign.quantities import Setting
from orgdesign.records.marks import Holds
from orgdesign.scenario.schema.common import Name, Table, Text
from orgdesign.scenario.schema.ids import Id, KeyId, MeasureId, OptionId, PoolId


class KeyChoice(Table):
    """A pool of which it is uncertain by which key it will be shared."""

    option: OptionId
    """The option."""
    pool: PoolId
    """The pool, or the joint line: running, one_off, all or a line."""
    keys: Annotated[tuple[KeyId, ...], Holds(2)]
    """The keys that may hold."""
    weights: tuple[Annotated[float, Setting(0, 1e9, whole=False)], ...] | None = None
    """How likely each is; equally where not given."""


class Sensitivity(Table):
    """How the uncertain quantities are drawn."""

    draws: Annotated[int, Setting(1, 100_000_000)] = 10_000
    """Number of draws."""
    seed: Annotated[int, Setting(0, 2**53)] = 0
    """Seed: the same seed and number of draws give the same draws."""
    method: Literal["latin_hypercube", "sobol"] = "latin_hypercube"
    """How the points are spread."""
    correlation: dict[str, Annotated[float, Setting(-1, 1, whole=False)]] = {}
    """Rank correlations, by two paths with a comma between them."""
    groups: dict[Id, Annotated[tuple[str, ...], Holds(2)]] = {}
    """Figures that move together, by their paths: all at their low, or all at their high."""
    keys: dict[Id, KeyChoice] = {}
    """Pools of which the key itself is uncertain."""


class OutputTable(Table):
    """A table that a memo cites: of one's own, or one that is always there, by its name."""

    number: Annotated[int, Setting(1, 999)] | None = None
    """Its number in the memo."""
    title: Name | None = None
    """Its title."""
    measure: MeasureId | None = None
    """What is shown: an outcome in money, or a figure in fte such as `brought_in`.

    Needed in a table of one's own.
    """
    rows: Side = "municipalities"
    """What the rows are."""
    columns: Side = "options"
    """What the columns are."""
    unit: Literal["euros", "thousand_euros", "cents"] = "euros"
    """Unit that amounts are printed in."""
    range: bool = False
    """Whether each amount has its low and high beside it: 5 and 95 per cent of the draws."""
    switching: bool = False
    """Whether each option has beside it the figure that decides whether it is cheaper than alone,
    and from which value."""
    notes: tuple[Text, ...] = ()
    """Notes under the table."""
