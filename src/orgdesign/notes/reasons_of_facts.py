"""Why a figure outside the options has no effect."""

from __future__ import annotations

from orgdesign.allocation.pools import key_of
from orgdesign.notes.reason import Rule, Why
from orgdesign.notes.survey import Survey
from orgdesign.scenario.paths import Parts, join_path
from orgdesign.scenario.schema.facts import Measure

_JOINT_SYSTEM = (
    "joint_fixed", "joint_per_participant", "migration_per_participant", "parallel_years",
)  # fmt: skip


def scale_without_posts(survey: Survey, parts: Parts) -> Why | None:
    """Return that no job or post has the salary scale."""
    return None if parts[1] in survey.scales else Why("why_scale", {"scale": str(parts[1])})


def all_scales_priced(survey: Survey, parts: Parts) -> Why | None:
    """Return that every scale has a price of its own, so that no monthly salary is built upon."""
    priced = survey.scales <= survey.scenario.document.salary.keys()
    return Why("why_all_scales_priced") if priced and parts[1] in ("ikb", "on_costs") else None


def information_only(survey: Survey, parts: Parts) -> Why | None:
    """Return that a figure is there for the reader."""
    return Why("why_information") if parts[1] == "productive_hours" else None


def nobody_hired(survey: Survey, parts: Parts) -> Why | None:
    """Return that there is no hired staff."""
    if parts[1] != "hired_factor" or any(
        (survey.evaluation(option)["hired_posts"] > 0).any() for option in survey.options
    ):
        return None
    hired = any(job.hired for job in survey.scenario.document.jobs.values())
    return None if hired else Why("why_nobody_hired")


def no_absence(survey: Survey, parts: Parts) -> Why | None:
    """Return that without absence the part-time factor says nothing."""
    absence = survey.scenario.figures.get("staff.absence")
    none = absence is None or absence.value == 0
    return Why("why_no_absence") if none and parts[1] == "part_time_factor" else None


def no_people_together(survey: Survey, parts: Parts) -> Why | None:
    """Return that no option brings people in, where a figure is about those."""
    of_people = parts[1] == "attrition"
    return Why("why_nobody_together") if of_people and not survey.cooperating else None


def own_rates_for_all(survey: Survey, parts: Parts) -> Why | None:
    """Return that every municipality has an overhead rate of its own."""
    values = survey.scenario.document.overhead.values or {}
    for_all = values.keys() >= set(survey.scenario.municipalities)
    return Why("why_own_rates") if for_all and parts[1] == "per_fte" else None


def figure_without_key(survey: Survey, parts: Parts) -> Why | None:
    """Return that no option shares a cost by the figure or the key."""
    if parts[1] in survey.used_keys:
        return None
    return Why("why_key_unused", table=join_path(parts[:2]))


def nothing_shared(survey: Survey, parts: Parts) -> Why | None:
    """Return that the lines which the figure or key shares cost nothing."""
    if parts[1] in survey.sharing_keys:
        return None
    return Why("why_nothing_shared", table=join_path(parts[:2]))


def before_any_cost(survey: Survey, parts: Parts) -> Why | None:
    """Return that nothing is shared yet, or any more, in a year of a yearly list."""
    if not isinstance(parts[-1], int):
        return None
    return Why("why_year_not_shared", table=join_path(parts[:3]))


def not_taking_part(survey: Survey, parts: Parts) -> Why | None:
    """Return that the municipality takes part in no option that uses the figure."""
    place = next((part for part in parts[2:] if part in survey.scenario.municipalities), None)
    using = [o for o in survey.options if parts[0] != "figures" or parts[1] in survey.keys(o)]
    if place is None or any(place in survey.scenario.participants(o) for o in using):
        return None
    return Why("why_not_taking_part", {"municipality": survey.called("municipalities", place)})


def inhabitants_without_key(survey: Survey, parts: Parts) -> Why | None:
    """Return that no option shares a cost by inhabitants."""
    unused = parts[-1] == "inhabitants" and "inhabitants" not in survey.used_keys
    return Why("why_inhabitants_unused", table="municipalities") if unused else None


def not_the_running_key(survey: Survey, parts: Parts) -> Why | None:
    """Return that a rule of the running pool belongs to a key that shares none."""
    bound = parts[2] in ("floor", "cap", "fixed_part", "settlement")
    return Why("why_not_running") if bound and parts[1] not in survey.running_keys else None


def bound_never_reached(survey: Survey, parts: Parts) -> Why | None:
    """Return that every bill lies within the floor and the cap, or none fits in them."""
    if parts[2] not in ("floor", "cap"):
        return None
    figures = map(survey.evaluation, survey.options)
    using = (each for each in figures if key_of(each.reading, "running") == parts[1])
    short = any(each["bounds"].short.any() for each in using)
    return Why("why_nobody_fits" if short else "why_within_bounds")


def task_without_jobs(survey: Survey, parts: Parts) -> Why | None:
    """Return that no job belongs to the task."""
    if parts[1] in survey.tasks_with_jobs:
        return None
    return Why(
        "why_task_without_jobs", {"task": survey.called("tasks", parts[1])}, join_path(parts[:2])
    )


def done_by_one(survey: Survey, parts: Parts) -> Why | None:
    """Return that fewer than two municipalities bring the task in, so that nothing is gained."""
    if parts[2] not in ("overlap", "scale_elasticity"):
        return None
    position = list(survey.scenario.document.tasks).index(str(parts[1]))
    for option in survey.options:
        brought = survey.evaluation(option)["base_pooled_by_task"][:, position, 0, 0]
        if (brought > 0).sum() > 1:
            return None
    return Why("why_done_by_one", {"task": survey.called("tasks", parts[1])})


def system_without_option(survey: Survey, parts: Parts) -> Why | None:
    """Return that no option brings the system together."""
    if parts[2] not in _JOINT_SYSTEM:
        return None
    if any(parts[1] in survey.in_scope(option) for option in survey.options):
        return None
    return Why("why_system_not_in_scope", {"system": survey.called("systems", parts[1])})


def measure_without_jobs(survey: Survey, parts: Parts) -> Why | None:
    """Return that none of the tasks of a measure has a job."""
    measure = survey.scenario.document.measures[str(parts[1])]
    return measure_reason(survey, parts, measure, 2)


def measure_reason(survey: Survey, parts: Parts, measure: Measure, depth: int) -> Why | None:
    """Return that a measure has no jobs, or that it or a year of its ramp lies past the horizon."""
    table = join_path(parts[:depth])
    if survey.tasks_with_jobs.isdisjoint(measure.tasks):
        return Why("why_measure_without_jobs", table=table)
    began = measure.from_.value if measure.from_ else survey.scenario.years[0]
    if began > survey.scenario.years[-1]:
        return Why("why_past_horizon", {"year": str(survey.scenario.years[-1])}, table)
    position = parts[-1] if parts[depth] == "ramp" else 0
    if isinstance(position, int) and began + position > survey.scenario.years[-1]:
        return Why("why_beyond_horizon", {"year": str(survey.scenario.years[-1])})
    return None


def budget_without_effect(survey: Survey, parts: Parts) -> Why | None:
    """Return that no option has an effect on the budget."""
    options = survey.scenario.document.options.values()
    if any(parts[1] in option.programme_effect for option in options):
        return None
    return Why("why_budget_without_effect", table=join_path(parts[:2]))


def options_of_form(survey: Survey, form: str) -> list[str]:
    """Return the options that have a form, or a form based on it."""
    table = f"forms.{form}"
    return [
        option
        for option in survey.options
        if any(layer == table for layer, _ in survey.scenario.layers(option))
    ]


def form_without_option(survey: Survey, parts: Parts) -> Why | None:
    """Return that no option has the form, or that all those replace the property."""
    table = join_path(parts[:2])
    having = options_of_form(survey, str(parts[1]))
    if not having:
        return Why("why_form_unused", table=table)
    name = str(parts[2])
    if name == "opinion_weeks":
        return Why("why_information")
    own = f"{table}.{name}"
    replaced = all(survey.scenario.property_path(option, name) != own for option in having)
    return Why("why_form_overridden") if replaced else None


RULES: dict[str, tuple[Rule, ...]] = {
    "salary": (scale_without_posts,),
    "staff": (
        information_only, all_scales_priced, nobody_hired, no_absence, no_people_together,
    ),
    "overhead": (own_rates_for_all,),
    "municipalities": (inhabitants_without_key, not_taking_part),
    "figures": (figure_without_key, not_taking_part, nothing_shared, before_any_cost),
    "keys": (figure_without_key, not_the_running_key, nothing_shared, bound_never_reached),
    "tasks": (task_without_jobs, done_by_one),
    "systems": (system_without_option,),
    "measures": (measure_without_jobs,),
    "budgets": (budget_without_effect, not_taking_part),
    "forms": (form_without_option,),
}  # fmt: skip
"""The reasons for figures of each table, the first that holds counts."""
