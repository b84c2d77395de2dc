"""The file of a game that was studied elsewhere: what every group costs, or a shortfall."""

from typing import Annotated, Literal

from orgdesign.quantities import Kind, Quantity
from orgdesign.records.marks import Holds
from orgdesign.scenario.schema.common import Name, Table, Text

Cost = Annotated[Quantity, Kind("cost", at_least=0, at_most=1e15)]
"""An amount in the unit of the file, never negative."""
Weight = Annotated[Quantity, Kind("weight", above=0, at_most=1e15)]
"""A weight above 0."""


class Player(Table):
    """A player, by the id that groups name it with."""

    name: Name | None = None
    """Name as readers see it; the id where not given."""
    weight: Weight | None = None
    """Its weight in the weighted Shapley value, for all players or for none."""


class GameFile(Table):
    """A game: the cost of every group, or claims and what there is to share among them."""

    format: Literal[1] = 1
    """Version of the file format."""
    title: Name | None = None
    """What the study is about."""
    unit: Name | None = None
    """What the amounts are counted in, such as `thousand euros`."""
    source: Text | None = None
    """Where the figures come from."""
    players: Annotated[dict[str, Player | Name], Holds(1)] | None = None
    """The players in their order, by name or with a table; else those that the groups name."""
    costs: dict[str, Cost] | None = None
    """The cost of every group, its members joined by `+`: `"a+b" = 12.5`."""
    claims: Annotated[dict[str, Cost], Holds(1)] | None = None
    """What each player claims, or pays at most, where there is a shortfall to share."""
    estate: Cost | None = None
    """What there is to share among the claims."""
