"""The scenario file as a whole, its tables in the order of the file."""

from typing import Annotated, Literal

from orgdesign.quantities import Kilometres, Money
from orgdesign.records.marks import Holds
from orgdesign.records.record import unchecked
from orgdesign.scenario.schema.amounts import Alone
from orgdesign.scenario.schema.common import Scale, Table
from orgdesign.scenario.schema.criteria import Criterion
from orgdesign.scenario.schema.facts import (
    Budget,
    FigureTable,
    Measure,
    Municipality,
    Overhead,
    ScenarioTable,
    Source,
    Staff,
)
from orgdesign.scenario.schema.ids import Id, MunicipalityId
from orgdesign.scenario.schema.keys import Key
from orgdesign.scenario.schema.options import Form, Option
from orgdesign.scenario.schema.output import OutputTable, Sensitivity
from orgdesign.scenario.schema.plans import Plan
from orgdesign.scenario.schema.work import Job, System, Task


class Document(Table):
    """A scenario file."""

    format: Literal[1]
    """Version of the file format."""
    extends: str | None = None
    """A file whose tables hold where this one is silent."""
    remove: tuple[str, ...] = ()
    """Paths of the extended file that are taken out."""
    scenario: ScenarioTable
    """What the file is about."""
    sources: dict[Id, Source] = {}
    """Where figures come from."""
    municipalities: Annotated[dict[Id, Municipality], Holds(1)]
    """The municipalities."""
    distances: dict[MunicipalityId, dict[MunicipalityId, Kilometres]] = {}
    """Distance between two municipalities, written once, either way round."""
    figures: dict[Id, FigureTable] = {}
    """Figures by municipality that keys can use."""
    staff: Staff = unchecked(Staff)
    """Terms of employment."""
    salary: dict[Scale, Money] = {}
    """Yearly employer's cost of a post, by scale; wins over the bundled table."""
    overhead: Overhead = unchecked(Overhead)
    """Own overhead of the municipalities."""
    tasks: dict[Id, Task] = {}
    """Fields of work."""
    jobs: dict[Id, Job] = {}
    """Types of post."""
    systems: dict[Id, System] = {}
    """Computer systems."""
    measures: dict[Id, Measure] = {}
    """No-regret measures."""
    budgets: dict[Id, Budget] = {}
    """Programme money."""
    plans: dict[Id, Plan] = {}
    """Plans of the work towards a start."""
    forms: dict[Id, Form] = {}
    """Forms of cooperation beside the bundled ones."""
    options: dict[Id, Option] = {}
    """The options."""
    alone: Alone = unchecked(Alone)
    """What happens without cooperation."""
    criteria: dict[Id, Criterion] = {}
    """Criteria beside the money."""
    keys: dict[Id, Key] = {}
    """Keys that share a pool."""
    sensitivity: Sensitivity = unchecked(Sensitivity)
    """How uncertainty is sampled."""
    tables: dict[Id, OutputTable] = {}
    """Tables that a memo cites."""
