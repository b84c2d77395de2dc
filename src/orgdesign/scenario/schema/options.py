"""Tables of the choice itself: forms of cooperation, options, and staying alone."""

import datetime
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from orgdesign.quantities import (
    Amount,
    Effect,
    Factor,
    Fte,
    Money,
    Share,
    Weeks,
    Weight,
    Year,
    Years,
)
from orgdesign.records.marks import Either, WrittenAs
from orgdesign.records.record import fields
from orgdesign.scenario.schema.amounts import OptionAmount, Profile, Unwinding
from orgdesign.scenario.schema.common import (
    Name,
    OneOrEach,
    Reason,
    Scale,
    StatementOrText,
    Table,
)
from orgdesign.scenario.schema.facts import Measure
from orgdesign.scenario.schema.ids import (
    BudgetId,
    FormId,
    Id,
    JobId,
    KeyId,
    LineId,
    MunicipalityId,
    OptionId,
    PlanId,
    PoolId,
    SystemId,
    TaskId,
)

FormKind = Literal[
    "network",
    "shared_service",
    "joint_arrangement",
    "officials_merger",
    "merger",
    "private",
    "alone",
]


class FormProperties(Table):
    """Properties that drive the mechanisms; a form gives them and an option may override each."""

    employer: Literal["home", "host", "joint"] | None = None
    """Who employs the people: each municipality, the host, or the joint body."""
    merges: bool | None = None
    """Whether the municipalities become one."""
    realisation: Share | None = None
    """Part of the potential that is really reached."""
    reinvested_share: Share | None = None
    """Part of the gain that is spent on quality instead."""
    ramp: Profile | None = None
    """Part of the gain reached each year from the start; holds its last value."""
    client_scale: Scale | None = None
    """Salary scale of the client role."""
    client_fte: OneOrEach[Fte] | None = None
    """Posts for the client role, for each participant."""
    coordination_scale: Scale | None = None
    """Salary scale of coordination."""
    coordination_fixed_fte: Fte | None = None
    """Posts for coordination, fixed."""
    coordination_fte_per_participant: Fte | None = None
    """Posts for coordination, for each participant."""
    manager_scale: Scale | None = None
    """Salary scale of managers."""
    span_of_control: Factor | None = None
    """Joint posts for one manager; 0 is no managers."""
    hired_share: Share | None = None
    """Share of hired staff in the joint posts."""
    overhead_per_fte: Money | None = None
    """Overhead of the joint body per fte in the primary process."""
    stranded: Profile | None = None
    """Part of the overhead that stays behind, year by year; holds its last value."""
    governance_fixed: Money | None = None
    """Yearly cost of board, control and accountability."""
    governance_per_participant: Money | None = None
    """The same for each participant."""
    vat_rate: Share | None = None
    """Rate of value added tax on the charge."""
    vat_recoverable: OneOrEach[Share] | None = None
    """Part of that tax that a municipality gets back."""
    process_fixed: Money | None = None
    """One-off cost of the process towards the start."""
    process_per_participant: Money | None = None
    """The same for each participant."""
    process_lead: Years | None = None
    """Years before the start in which the process begins."""
    process_profile: Profile | None = None
    """How the process cost is spread over the years; sums to 1."""
    training_per_fte: Money | None = None
    """One-off training for each fte that changes employer."""
    guarantee_years: Years | None = None
    """Years in which surplus staff keep their post."""
    social_plan_per_fte: Money | None = None
    """Cost of settling one surplus fte after the guarantee."""
    exit_notice_years: Years | None = None
    """Years between notice and leaving."""
    exit_years: Years | None = None
    """Years over which the compensation of a leaver falls to nothing."""
    exit_start_share: Share | None = None
    """Share of the last charge that a leaver pays in the first year."""
    exit_people: Literal["return", "stay"] | None = None
    """Whether the people of a leaver go back with it; with employer home they always do."""
    exit_rebuilding: OneOrEach[Money] | None = None
    """One-off cost of building up the own organisation again, for who leaves."""
    heads: tuple[LineId, ...] | None = None
    """Lines of the bill that an option of this form must state."""


class Form(FormProperties):
    """A form of cooperation."""

    based_on: FormId | None = None
    """A form whose properties hold where this one is silent."""
    name: StatementOrText | None = None
    """Name as readers see it."""
    source: str | None = None
    """Id of a source in `[sources]`: of what the form states without one of its own."""
    kind: FormKind | None = None
    """What sort of cooperation it is."""
    legal: StatementOrText | None = None
    """Legal basis."""
    legal_personality: StatementOrText | None = None
    """Whether it is a legal person."""
    may_mandate: StatementOrText | None = None
    """Whether powers may be mandated to it."""
    may_delegate: StatementOrText | None = None
    """Whether powers may be transferred to it."""
    board: StatementOrText | None = None
    """Who governs it."""
    council_influence: StatementOrText | None = None
    """What a council can do."""
    opinion_weeks: Weeks | None = None
    """Weeks that councils have for their opinion on its draft budget."""
    earliest_start: StatementOrText | None = None
    """`any_time`, or `budget_year` where it starts with a budget of its own."""
    notes: StatementOrText | None = None
    """Anything a reader should know."""


class Post(Table):
    """A further post of the option."""

    name: Name
    """Name as readers see it."""
    scale: Scale
    """Salary scale."""
    fte: Fte
    """Number of posts."""
    open_to: tuple[JobId, ...] = ()
    """Jobs whose people may be placed in it before it is opened to others."""


class Thresholds(Table):
    """The frame of a council: an option passes or fails."""

    transition_cost_at_most: OneOrEach[Money] | None = None
    """Largest transition cost, of the option or by municipality."""
    structural_gain_at_least: OneOrEach[Amount] | None = None
    """Smallest structural gain against alone, of the option or by municipality."""


class ThresholdsOfOne(Table):
    """The frame of one council."""

    of_something_known: ClassVar[bool] = True

    transition_cost_at_most: Money | None = None
    """Largest transition cost of the municipality."""
    structural_gain_at_least: Amount | None = None
    """Smallest structural gain of the municipality against alone."""


def _whose(given: Any) -> str:
    tables = given.values() if isinstance(given, Mapping) else ()
    names = fields(ThresholdsOfOne)
    each = any(isinstance(table, Mapping) and names.keys() & table.keys() for table in tables)
    return "each" if each else "option"


ThresholdsOfOption = Annotated[
    Thresholds | dict[MunicipalityId, ThresholdsOfOne], Either(("option", "each"), _whose)
]
"""Frames for an option, or a table of them by municipality."""


class Then(Table):
    """Another option that takes over."""

    year: Year
    """First year of operation of the other option, in place of its own `from`."""
    option: OptionId
    """The option that takes over; its own amounts and measures move along."""


class TaskYears(Table):
    """The years in which a task is brought in, where they are not those of the option."""

    from_: Annotated[Year | None, WrittenAs("from")] = None
    """First year in which the task is brought in; with the option where not given."""
    until: Year | None = None
    """Last year in which the task is brought in; with the option where not given."""
    decision_date: datetime.date | None = None
    """When councils decide on a task that comes in later; with the option where not given."""


class Option(FormProperties):
    """One way to organise the work."""

    form: FormId
    """A bundled form, or one of `[forms]`."""
    name: Name
    """Name as readers see it."""
    source: str | None = None
    """Id of a source in `[sources]`: of what the option states without one of its own."""
    participants: Literal["all"] | tuple[MunicipalityId, ...] = "all"
    """The municipalities that take part."""
    host: MunicipalityId | None = None
    """The municipality that does the work for the others."""
    workplace: MunicipalityId | None = None
    """The municipality in which the joint posts are; the host's own where there is a host."""
    from_: Annotated[Year, WrittenAs("from")]
    """First year of operation."""
    until: Year | None = None
    """Last year of operation."""
    then: Then | None = None
    """A change of form: another option that takes over in a year."""
    scope: dict[TaskId, OneOrEach[Share]] = {}
    """Share of each task that is pooled, one for all or by municipality."""
    tasks: dict[TaskId, TaskYears] = {}
    """Growing and unwinding: the years of a task that comes in later or goes out earlier."""
    work_plan: dict[TaskId, PlanId] = {}
    """The plan of a task: what is finished of it is the ramp of the task's gain."""
    joint_fte: dict[JobId, Fte] = {}
    """Posts of a job in a formation plan, in place of the computed potential."""
    posts: tuple[Post, ...] = ()
    """Further posts."""
    systems: tuple[SystemId, ...] | None = None
    """Systems in scope; else those all of whose tasks are pooled wholly."""
    measures: dict[Id, Measure] = {}
    """Measures of this option alone, for its participants."""
    amounts: tuple[OptionAmount, ...] = ()
    """Amounts on lines of the bill."""
    unwinding: tuple[Unwinding, ...] = ()
    """What it costs when the option, or a task of it, ends."""
    no_amount: dict[LineId, Reason] = {}
    """Lines without an amount, each with the reason."""
    keys: dict[PoolId, KeyId] = {}
    """The key of a pool (running, one_off, or all) or of a joint line."""
    votes: dict[MunicipalityId, Weight] = {}
    """Votes of each participant in the board, for the criterion `say`; absent is none."""
    thresholds: ThresholdsOfOption | None = None
    """The frame of the councils."""
    programme_effect: dict[BudgetId, Effect] = {}
    """Share of a budget that the option saves at full effect."""
