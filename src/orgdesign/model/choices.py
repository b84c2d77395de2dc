"""The inputs of the formulas that come from the option and its form, by name."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from orgdesign.model.inputs import scales, task_of_job
from orgdesign.model.plan_inputs import PLANS
from orgdesign.model.reading import NOTHING, Grid, Input, Reading
from orgdesign.model.stated import STATED

DEFAULTS = {"realisation": 1.0, "ramp": 1.0, "process_profile": 1.0}
"""What counts where nobody gives a property, of those for which that is something else than 0."""


def property_of(name: str, default: float = 0.0) -> Input:
    """Return an input of one property of the option, such as `realisation`."""

    def grid(reading: Reading) -> Grid:
        return Grid.one(reading.property_path(name), default)

    return grid


def profile_of(name: str, default: float) -> Input:
    """Return an input of a yearly list of the option, such as `ramp`."""

    def grid(reading: Reading) -> Grid:
        return Grid.profiles([reading.property_profile(name) or [NOTHING]], default)

    return grid


def none_when_merging(given: Input) -> Input:
    """Return an input that is 0 where the municipalities become one."""

    def value(reading: Reading) -> object:
        return np.zeros((1, 1, 1, 1)) if merges(reading) else given(reading)

    return value


def merges(reading: Reading) -> bool:
    """Return whether the municipalities become one."""
    return reading.table is not None and bool(reading.scenario.property(reading.option, "merges"))


def employer(reading: Reading) -> str:
    """Return who employs the people: home, host or joint."""
    return reading.scenario.employer(reading.option)


def _mask(reading: Reading, chosen: tuple[str, ...]) -> NDArray[np.float64]:
    places, among = reading.scenario.municipalities, frozenset(chosen)
    return np.array([float(place in among) for place in places])[:, None, None, None]


def members(reading: Reading) -> NDArray[np.float64]:
    """Return 1 for every municipality that takes part in the option."""
    return _mask(reading, reading.scenario.participants(reading.option))


def host(reading: Reading) -> NDArray[np.float64]:
    """Return 1 for the host that the option names, where the employer is one."""
    given = reading.table.host if reading.table and employer(reading) == "host" else None
    return _mask(reading, (given,) if given else ())


def place_by_code(reading: Reading) -> NDArray[np.intp]:
    """Return the position of each municipality by its code, else its id, shape (municipality,)."""
    tables = reading.scenario.document.municipalities
    codes = [table.code or id for id, table in tables.items()]
    return np.argsort(np.argsort(codes, kind="stable"), kind="stable")


def last_year_in(reading: Reading) -> Grid:
    """Return the last calendar year in which each municipality takes part; no end in a file."""
    return Grid.column([leaving(place) for place in reading.scenario.municipalities], np.inf)


def leaving(municipality: str) -> str:
    """Return the path of a case that sets the last year in which a municipality takes part.

    Minus infinity leaves it out of the option from the first. No file can give it.
    """
    return f"model.last_year_in.{municipality}"


OVERRUN = "model.overrun"
"""Path of a case that makes the running pool so much dearer, as a fraction. No file can give it."""


def overrun(_: Reading) -> Grid:
    """Return by how much the running pool costs more than computed; nothing in a file."""
    return Grid.one(OVERRUN)


def from_year(reading: Reading) -> Grid:
    """Return the first calendar year of operation."""
    return Grid.one(reading.begins or _own_from(reading), float(reading.scenario.years[0]))


def own_from_year(reading: Reading) -> Grid:
    """Return the first calendar year of operation that the option itself gives."""
    return Grid.one(_own_from(reading), float(reading.scenario.years[0]))


def _own_from(reading: Reading) -> str:
    return f"options.{reading.option}.from"


def takes_over(reading: Reading) -> bool:
    """Return whether the option takes over from another one."""
    return bool(reading.begins)


def then_year(reading: Reading) -> Grid:
    """Return the calendar year in which another option takes over; none where not given."""
    return Grid.one(f"options.{reading.option}.then.year", np.inf)


def until_year(reading: Reading) -> Grid:
    """Return the last calendar year of operation; no end where not given."""
    return Grid.one(f"options.{reading.option}.until", np.inf)


def own_years(reading: Reading) -> bool:
    """Return whether a task comes in later than the option, or goes out before it."""
    return reading.table is not None and bool(reading.table.tasks)


def _year_of_task(field: str, default: float) -> Input:
    def grid(reading: Reading) -> Grid:
        if not own_years(reading):
            return Grid.one(NOTHING, default)
        tasks = reading.scenario.document.tasks
        return Grid.row([f"options.{reading.option}.tasks.{t}.{field}" for t in tasks], default)

    return grid


def scope(reading: Reading) -> Grid | NDArray[np.float64]:
    """Return the share of each job's task that each municipality brings in."""
    by_task = scope_by_task(reading)
    if isinstance(by_task, Grid):
        return Grid(by_task.paths[:, task_of_job(reading)])
    return np.ones((1, len(reading.scenario.document.jobs), 1, 1))


def scope_by_task(reading: Reading) -> Grid | NDArray[np.float64]:
    """Return the share of each task that each municipality brings in."""
    tasks, places = reading.scenario.document.tasks, reading.scenario.municipalities
    if merges(reading):
        return np.ones((1, len(tasks), 1, 1))
    columns = [_scope_paths(reading, task) for task in tasks]
    rows = [list(row) for row in zip(*columns, strict=True)] if columns else [[] for _ in places]
    return Grid.of(rows)


def _scope_paths(reading: Reading, task: str) -> list[str]:
    """Return for every municipality the path of the share of a task that it brings in."""
    given = None if reading.table is None else reading.table.scope.get(task)
    path, places = f"options.{reading.option}.scope.{task}", reading.scenario.municipalities
    return [f"{path}.{m}" for m in places] if isinstance(given, dict) else [path] * len(places)


def joint_fte(reading: Reading) -> Grid:
    """Return the joint posts of a formation plan by job, none where it gives none."""
    jobs = reading.scenario.document.jobs
    return Grid.row([f"options.{reading.option}.joint_fte.{job}" for job in jobs], np.nan)


def client_fte(reading: Reading) -> Grid:
    """Return the posts of the client role of each municipality."""
    return Grid.column(reading.property_each("client_fte"))


def exit_rebuilding(reading: Reading) -> Grid:
    """Return what it costs each municipality to build up its own organisation after an exit."""
    return Grid.column(reading.property_each("exit_rebuilding"))


def exit_people(reading: Reading) -> str:
    """Return where the people of a leaver go: `return` with it, or `stay`.

    With employer home they are its own, and go with it whatever is given.
    """
    if reading.table is None or employer(reading) == "home":
        return "return"
    return str(reading.scenario.property(reading.option, "exit_people") or "return")


def vat_recoverable(reading: Reading) -> Grid:
    """Return the part of the tax that each municipality gets back; all where nobody says."""
    return Grid.column(reading.property_each("vat_recoverable"), 1.0)


def scale_position(name: str) -> Input:
    """Return an input of the position of a scale, -1 where there is none."""

    def position(reading: Reading) -> int:
        given = None if reading.table is None else reading.scenario.property(reading.option, name)
        return scales(reading).index(given) if given else -1

    return position


def posts_fte(reading: Reading) -> Grid:
    """Return the further posts of the option."""
    posts = () if reading.table is None else reading.table.posts
    return Grid.row([f"options.{reading.option}.posts[{i}].fte" for i in range(len(posts))])


def scale_of_post(reading: Reading) -> NDArray[np.intp]:
    """Return the position of the scale of each further post."""
    posts = () if reading.table is None else reading.table.posts
    return np.array([scales(reading).index(post.scale) for post in posts], dtype=np.intp)


def named_systems(reading: Reading) -> NDArray[np.float64] | None:
    """Return 1 for the systems that the option names; nothing where it does not name any."""
    if reading.table is None or reading.table.systems is None:
        return None
    systems = reading.scenario.document.systems
    return np.array([float(system in reading.table.systems) for system in systems])


def programme_effect(reading: Reading) -> Grid:
    """Return the effect of the option on each programme budget."""
    budgets = reading.scenario.document.budgets
    return Grid.row([f"options.{reading.option}.programme_effect.{b}" for b in budgets])


CHOICES: dict[str, Input] = {
    "employer": employer,
    "members": members,
    "last_year_in": last_year_in,
    "overrun": overrun,
    "host": host,
    "place_by_code": place_by_code,
    "from_year": from_year,
    "own_from_year": own_from_year,
    "until_year": until_year,
    "then_year": then_year,
    "own_years": own_years,
    "task_from": _year_of_task("from", -np.inf),
    "task_until": _year_of_task("until", np.inf),
    "takes_over": takes_over,
    "scope": scope,
    "scope_by_task": scope_by_task,
    "joint_fte": joint_fte,
    "realisation": property_of("realisation", DEFAULTS["realisation"]),
    "reinvested_share": property_of("reinvested_share"),
    "ramp": profile_of("ramp", DEFAULTS["ramp"]),
    "client_fte": none_when_merging(client_fte),
    "client_scale": scale_position("client_scale"),
    "coordination_fixed_fte": property_of("coordination_fixed_fte"),
    "coordination_fte_per_participant": property_of("coordination_fte_per_participant"),
    "coordination_scale": scale_position("coordination_scale"),
    "span_of_control": property_of("span_of_control"),
    "manager_scale": scale_position("manager_scale"),
    "option_hired_share": property_of("hired_share", np.nan),
    "posts_fte": posts_fte,
    "scale_of_post": scale_of_post,
    "overhead_per_fte": property_of("overhead_per_fte", np.nan),
    "stranded": none_when_merging(profile_of("stranded", 0.0)),
    "governance_fixed": property_of("governance_fixed"),
    "governance_per_participant": property_of("governance_per_participant"),
    "vat_rate": none_when_merging(property_of("vat_rate")),
    "vat_recoverable": none_when_merging(vat_recoverable),
    "process_fixed": property_of("process_fixed"),
    "process_per_participant": property_of("process_per_participant"),
    "process_lead": property_of("process_lead"),
    "process_profile": profile_of("process_profile", DEFAULTS["process_profile"]),
    "training_per_fte": property_of("training_per_fte"),
    "guarantee_years": property_of("guarantee_years"),
    "social_plan_per_fte": property_of("social_plan_per_fte"),
    "exit_years": property_of("exit_years"),
    "exit_start_share": property_of("exit_start_share"),
    "exit_rebuilding": exit_rebuilding,
    "exit_people": exit_people,
    "named_systems": named_systems,
    "programme_effect": programme_effect,
    **PLANS,
    **STATED,
}
"""Inputs that the option gives, by name."""
