"""Tables of the work: tasks, the jobs within them, and the systems they use."""

from typing import Annotated

from orgdesign.quantities import Elasticity, Fte, Money, People, Rate, Share, Years
from orgdesign.records.marks import Holds
from orgdesign.scenario.schema.common import Name, Scale, Table, Text
from orgdesign.scenario.schema.ids import JobId, MunicipalityId, TaskId


class Task(Table):
    """A field of work."""

    name: Name
    """Name as readers see it."""
    scale_elasticity: Elasticity | None = None
    """How posts follow volume: below 1 economies of scale, 1 none, above 1 diseconomies."""
    overlap: Share | None = None
    """Part of the work that is the same at each municipality and needs doing once."""
    volume_growth: Rate | None = None
    """Yearly growth of the work."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""


class Job(Table):
    """A type of post within a task."""

    name: Name
    """Name as readers see it."""
    task: TaskId
    """The task it belongs to."""
    scale: Scale | dict[MunicipalityId, Scale]
    """Salary scale, one for all or by municipality."""
    joint_scale: Scale | None = None
    """Salary scale of the joint posts."""
    fte: dict[MunicipalityId, Fte]
    """Posts of each municipality in the first year; absent is none."""
    vacant: dict[MunicipalityId, Fte] = {}
    """Of these, vacant."""
    hired: dict[MunicipalityId, Fte] = {}
    """Of these, filled by hired staff."""
    persons: dict[MunicipalityId, People] = {}
    """People of their own who fill the rest; where absent their number is not known."""
    suitable_for: tuple[JobId, ...] = ()
    """Other jobs whose posts suit the people of this one."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""


class System(Table):
    """A computer system with its local and its joint cost."""

    name: Name
    """Name as readers see it."""
    tasks: Annotated[tuple[TaskId, ...], Holds(1)]
    """Tasks that use it."""
    local: dict[MunicipalityId, Money] = {}
    """Yearly cost of each municipality; absent is none."""
    joint_fixed: Money | None = None
    """Yearly cost of one joint system."""
    joint_per_participant: Money | None = None
    """Yearly cost of the joint system for each participant."""
    migration_per_participant: Money | None = None
    """One-off cost of moving one participant to it."""
    parallel_years: Years | None = None
    """Years in which the old systems are still paid beside it."""
    source: str | None = None
    """Id of a source in `[sources]`."""
    note: Text | None = None
    """Anything a reader should know."""
