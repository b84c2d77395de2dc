"""Why a figure of an option has no effect."""

from __future__ import annotations

import numpy as np

from orgdesign.model.choices import CHOICES
from orgdesign.model.reading import Grid
from orgdesign.notes.reason import Rule, Why
from orgdesign.notes.reasons_of_facts import measure_reason, options_of_form
from orgdesign.notes.survey import Survey
from orgdesign.scenario.paths import Parts, join_path

_EFFICIENCY = ("realisation", "reinvested_share", "ramp")
_OF_MOVING = ("stranded", "training_per_fte", "social_plan_per_fte", "overhead_per_fte")
_VAT = ("vat_rate", "vat_recoverable")


def starts_too_late(survey: Survey, parts: Parts) -> Why | None:
    """Return that the option starts after the last year."""
    table = survey.scenario.document.options[str(parts[1])]
    last = survey.scenario.years[-1]
    if table.from_.value <= last:
        return None
    return Why("why_option_too_late", {"year": str(last)}, join_path(parts[:2]))


def start_without_cooperation(survey: Survey, parts: Parts) -> Why | None:
    """Return that amounts and measures have years of their own where nothing else starts."""
    together = parts[1] in survey.cooperating
    return Why("why_start_alone") if parts[2] == "from" and not together else None


def past_the_horizon(survey: Survey, parts: Parts) -> Why | None:
    """Return that the year of a yearly list lies past the last year of operation."""
    if parts[2] not in ("ramp", "stranded", "process_profile") or len(parts) < 4:
        return None
    table = survey.scenario.document.options[str(parts[1])]
    last = survey.scenario.years[-1]
    if table.until is not None and parts[2] != "process_profile":
        last = min(last, int(table.until.value))
    year = int(table.from_.value) + int(parts[3])
    return Why("why_beyond_horizon", {"year": str(last)}) if year > last else None


def ends_after_the_horizon(survey: Survey, parts: Parts) -> Why | None:
    """Return that the end of the option, or what then takes over, lies past the last year."""
    table = survey.scenario.document.options[str(parts[1])]
    ends = {"until": table.until, "then": None if table.then is None else table.then.year}
    end, last = ends.get(str(parts[2])), survey.scenario.years[-1]
    late = end is not None and end.value > last
    return Why("why_beyond_horizon", {"year": str(last)}) if late else None


def task_past_the_horizon(survey: Survey, parts: Parts) -> Why | None:
    """Return that a task comes in or goes out after the last year."""
    if parts[2] != "tasks":
        return None
    path, last = join_path(parts), survey.scenario.years[-1]
    late = survey.scenario.figures[path].value > (last - 1 if parts[4] == "until" else last)
    return Why("why_beyond_horizon", {"year": str(last)}) if late else None


def none_in_a_merger(survey: Survey, parts: Parts) -> Why | None:
    """Return that municipalities that become one have no such thing."""
    option, name = str(parts[1]), str(parts[2])
    if not survey.merges(option) or name not in CHOICES:
        return None
    given = CHOICES[name](survey.evaluation(option).reading)
    return None if isinstance(given, Grid) else Why("why_merger")


def no_way_out(survey: Survey, parts: Parts) -> Why | None:
    """Return that a merger cannot be left."""
    merges = survey.merges(str(parts[1]))
    return Why("why_no_way_out") if merges and str(parts[2]).startswith("exit_") else None


def not_a_participant(survey: Survey, parts: Parts) -> Why | None:
    """Return that the municipality does not take part in the option."""
    inside = survey.scenario.participants(str(parts[1]))
    outside = set(survey.scenario.municipalities).difference(inside)
    place = next((part for part in parts[3:] if part in outside), None)
    if place is None:
        return None
    return Why("why_not_in_option", {"municipality": survey.called("municipalities", place)})


def nothing_brought_in(survey: Survey, parts: Parts) -> Why | None:
    """Return that the option brings no work together, where the figure is about that work."""
    posts = (*_EFFICIENCY, *_OF_MOVING, "hired_share", "span_of_control", "guarantee_years")
    together = parts[1] in survey.cooperating
    return Why("why_nothing_brought_in") if not together and parts[2] in posts else None


def task_of_scope_without_jobs(survey: Survey, parts: Parts) -> Why | None:
    """Return that no job belongs to the task that is brought in."""
    if parts[2] not in ("scope", "tasks") or parts[3] in survey.tasks_with_jobs:
        return None
    return Why("why_task_without_jobs", {"task": survey.called("tasks", parts[3])})


def nobody_moves(survey: Survey, parts: Parts) -> Why | None:
    """Return that everyone stays with the home municipality."""
    home = survey.employer(str(parts[1])) == "home"
    return Why("why_employer_home") if home and parts[2] in _OF_MOVING else None


def nothing_gained(survey: Survey, parts: Parts) -> Why | None:
    """Return that doing the work together saves nothing, so that no part of it can be reached."""
    if parts[2] not in _EFFICIENCY:
        return None
    figures = survey.evaluation(str(parts[1]))
    pooled = figures["base_pooled"].sum(axis=0)[:, 0, 0] > 0
    potential = np.broadcast_to(figures["potential"][0, :, 0, 0], pooled.shape)
    if parts[2] != "ramp" and not np.isnan(figures["joint_fte"][0, pooled, 0, 0]).any():
        return Why("why_formation_plan")
    return None if (potential[pooled] < 1).any() else Why("why_no_gain")


def nobody_surplus(survey: Survey, parts: Parts) -> Why | None:
    """Return that nobody is surplus, or that nobody is left when the guarantee ends."""
    figures = survey.evaluation(str(parts[1]))
    settled = (figures["gone"] > 0).any()
    surplus = (figures["surplus_staff"] > 0).any()
    if parts[2] == "social_plan_per_fte" and not settled:
        return Why("why_nobody_settled")
    if parts[2] == "guarantee_years" and not settled and not surplus:
        return Why("why_nobody_surplus")
    return None


def no_tax(survey: Survey, parts: Parts) -> Why | None:
    """Return that no tax is charged, that all of it comes back, or that hosts bear none."""
    if parts[2] not in _VAT:
        return None
    figures = survey.evaluation(str(parts[1]))
    if len(parts) > 3 and parts[3] == survey.scenario.document.options[str(parts[1])].host:
        return Why("why_host_no_vat")
    if parts[2] == "vat_recoverable" and not (figures["vat_rate"] > 0).any():
        return Why("why_no_vat")
    if parts[2] == "vat_rate" and (figures["vat_recoverable"] >= 1).all():
        return Why("why_vat_recovered")
    home = survey.employer(str(parts[1])) == "home"
    return Why("why_vat_home") if home else None


def job_not_brought_in(survey: Survey, parts: Parts) -> Why | None:
    """Return that the job of a formation plan is not brought in."""
    if parts[2] != "joint_fte":
        return None
    position = list(survey.scenario.document.jobs).index(str(parts[3]))
    brought = survey.evaluation(str(parts[1]))["base_pooled"][:, position]
    if brought.any():
        return None
    return Why("why_job_not_brought_in", {"job": survey.called("jobs", parts[3])})


def no_process_cost(survey: Survey, parts: Parts) -> Why | None:
    """Return that there is no process cost to spread over the years."""
    if parts[2] not in ("process_lead", "process_profile"):
        return None
    cost = survey.evaluation(str(parts[1]))["process_cost"]
    return None if cost.any() else Why("why_no_process_cost")


def _of_measure(survey: Survey, parts: Parts) -> Why | None:
    """Return why a measure of the option alone has no effect."""
    if parts[2] != "measures":
        return None
    table = survey.scenario.document.options[str(parts[1])]
    return measure_reason(survey, parts, table.measures[str(parts[3])], 4)


def as_in_its_options(survey: Survey, parts: Parts) -> Why | None:
    """Return why a property of a form has no effect: the reason in every option of that form."""
    found = [
        reason_in_option(survey, ("options", option, *parts[2:]))
        for option in options_of_form(survey, str(parts[1]))
    ]
    return found[0] if found and all(reason == found[0] for reason in found) else None


def reason_in_option(survey: Survey, parts: Parts) -> Why | None:
    """Return the first reason that holds for a figure of an option."""
    return next((reason for rule in RULES if (reason := rule(survey, parts))), None)


RULES: tuple[Rule, ...] = (
    starts_too_late, start_without_cooperation, past_the_horizon, ends_after_the_horizon,
    task_past_the_horizon,
    none_in_a_merger, no_way_out, not_a_participant, _of_measure, nothing_brought_in,
    task_of_scope_without_jobs, nobody_moves, nothing_gained, nobody_surplus, no_tax,
    job_not_brought_in, no_process_cost,
)  # fmt: skip
"""The reasons for a figure of an option, the first that holds counts."""
