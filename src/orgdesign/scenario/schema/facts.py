"""Tables with the facts of a scenario: what it is about, its sources, places and prices."""

import datetime
from typing import Annotated, Literal

from orgdesign.quantities import (
    CalendarYear,
    Effect,
    Factor,
    Hours,
    Inhabitants,
    Money,
    People,
    Rate,
    Setting,
    Share,
    Weight,
    Year,
)
from orgdesign.records.marks import Holds, Spelling, WrittenAs
from orgdesign.scenario.schema.common import Name, OneOrYears, Table, Text
from orgdesign.scenario.schema.ids import LibraryId, MunicipalityId, TaskId


class Source(Table):
    """Where a figure comes from; cited by its id."""

    title: Name
    """Title of the document or data set."""
    publisher: Name | None = None
    """Who published it."""
    date: datetime.date | int | None = None
    """Date or year of the data."""
    url: Text | None = None
    """Where it can be read."""
    kind: Literal["measured", "agreed", "assumption"] = "measured"
    """Measured, agreed between the partners, or an assumption."""
    owner: Name | None = None
    """Who answers for it."""
    note: Text | None = None
    """Anything a reader should know."""


class ScenarioTable(Table):
    """What the file is about, and the years and prices it counts in."""

    title: Name
    """Title, printed on every table."""
    question: Text | None = None
    """The question that the decision must answer."""
    region: Name | None = None
    """Name of the region."""
    status: Literal["draft", "final"] = "draft"
    """Draft or final; every export says it."""
    language: Literal["nl", "en"] = "nl"
    """Language of tables and messages."""
    number_format: Name | None = None
    """Locale of numbers and dates, such as nl_NL; follows the language where not given."""
    price_level: CalendarYear
    """Year of the prices."""
    first_year: CalendarYear
    """First calendar year of the calculation."""
    years: Annotated[int, Setting(1, 60)]
    """Number of years."""
    report_year: CalendarYear | None = None
    """The year that structural tables quote; the last year where not given."""
    discount_rate: Rate | None = None
    """Real discount rate of the present value."""
    wage_growth: Rate | None = None
    """Real yearly growth of wages on top of the price level."""
    price_growth: Rate | None = None
    """Real yearly growth of other prices on top of the price level."""
    decision_date: datetime.date | None = None
    """When the decision is taken; the budget calendar is checked against it."""


class Municipality(Table):
    """One municipality."""

    name: Name
    """Name as readers see it."""
    code: Annotated[str, Spelling(r"^GM[0-9]{4}$")] | None = None
    """Code of Statistics Netherlands, such as GM0312."""
    inhabitants: Inhabitants
    """Inhabitants."""
    budget: Money | None = None
    """Its own budgeted yearly cost of this work in the first year, for reconciliation."""


class FigureTable(Table):
    """A figure by municipality, with a year and a source; usable as a key."""

    name: Name
    """Name as readers see it."""
    unit: Name | None = None
    """What is counted."""
    year: CalendarYear
    """Year of the data."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""
    mean: Annotated[int, Setting(1, 20)] = 1
    """Average over the year and so many less one before it."""
    lag: Annotated[int, Setting(0, 20)] = 0
    """Years that the figure runs behind: with 1, the clients of the year before count."""
    values: dict[MunicipalityId, OneOrYears[Weight]]
    """The figure of each municipality, or a yearly list from the first year."""


class Staff(Table):
    """Terms of employment shared by all."""

    salary_table: LibraryId | None = None
    """A bundled table of monthly salaries."""
    salary_basis: Literal["max", "min", "mid"] = "max"
    """Which step of the scale a post is priced at."""
    ikb: Share | None = None
    """Individual choice budget on top of salary (holiday pay, year-end and more)."""
    on_costs: Factor | None = None
    """Employer's contributions on top of salary and choice budget."""
    productive_hours: Hours | None = None
    """Productive hours of a full-time post; information for readers."""
    absence: Share | None = None
    """Share of time that a person is absent."""
    stand_in: Share | None = None
    """Wanted chance that somebody is there for a job."""
    part_time_factor: Factor | None = None
    """Average full-time share of a person."""
    attrition: Share | None = None
    """Yearly natural attrition of the people brought in."""
    hired_factor: Factor | None = None
    """Cost of a hired fte as a multiple of a post."""
    suitable_scales: Annotated[int, Setting(0, 20)] | None = None
    """Most scales between an old post and a suitable one; no bound where not given."""


class Overhead(Table):
    """Own overhead of the municipalities, per fte in the primary process."""

    definition: Text | None = None
    """What is in the rate and how it was derived."""
    per_fte: Money | None = None
    """One rate for all."""
    values: dict[MunicipalityId, Money] | None = None
    """A rate by municipality; it wins over `per_fte`."""
    source: str | None = None
    """Id of a source in `[sources]`."""


class Budget(Table):
    """Programme money, never mixed into the running cost."""

    name: Name
    """Name as readers see it."""
    growth: Rate | None = None
    """Yearly growth of the budget."""
    values: dict[MunicipalityId, Money]
    """Budget of each municipality in the first year."""
    variation: Factor | None = None
    """Coefficient of variation of a year's cost."""
    correlation: Effect | None = None
    """Correlation of a year's cost between municipalities."""
    certainty: Annotated[float, Setting(0.5, 0.9999, whole=False)] = 0.95
    """Chance with which a buffer must be enough."""
    clients: dict[MunicipalityId, People] = {}
    """Clients of each municipality in a year, on average."""
    cost_variation: Factor | None = None
    """Coefficient of variation of the yearly cost of one client."""
    heavy_from: Money | None = None
    """Yearly cost of a client from which care is heavy."""
    contracts: dict[MunicipalityId, People] = {}
    """Contracts of each municipality."""
    contracts_together: People | None = None
    """Different contracts among them: what would be left if each were made once."""
    cost_per_contract: Money | None = None
    """Yearly cost of buying and managing one contract."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""


class Measure(Table):
    """A no-regret measure: it acts in every option, the zero option too."""

    name: Name
    """Name as readers see it."""
    tasks: Annotated[tuple[TaskId, ...], Holds(1)]
    """Tasks it works on."""
    from_: Annotated[Year | None, WrittenAs("from")] = None
    """Year in which it starts; the first year where not given."""
    saving: Share
    """Share of the demand that it saves at full effect."""
    ramp: Annotated[tuple[Share, ...], Holds(1)] | None = None
    """Part of the effect reached each year from its start; holds its last value."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""
