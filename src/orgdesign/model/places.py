"""What the second and third axis of a figure stand for, and how formulas go from one to another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import numpy as np

from orgdesign.lines import LINES
from orgdesign.model.evaluation import Evaluation
from orgdesign.model.inputs import measures_of, scales
from orgdesign.model.plan_inputs import pieces_of_plans
from orgdesign.model.stated import amounts

Item = Literal[
    "job", "task", "system", "scale", "post", "measure", "amount", "line", "budget", "part", "work"
]
"""What the items of a second axis are; `part` is a part of a mixed key."""

ITEMS: dict[str, Item] = {
    **dict.fromkeys(
        ("overlap", "scale_elasticity", "base_pooled_by_task", "task_potential"), "task"
    ),
    **dict.fromkeys(("scope_by_task", "task_from", "task_until"), "task"),
    **dict.fromkeys(("task_start", "task_end", "task_comes_in"), "task"),
    **dict.fromkeys(
        ("system_start", "system_end", "system_operating", "systems_of_year", "served_tasks"),
        "system",
    ),
    **dict.fromkeys(("salary", "monthly_low", "monthly_high", "scale_price"), "scale"),
    **dict.fromkeys(("posts_fte", "further_posts", "further_price"), "post"),
    **dict.fromkeys(
        (
            "measure_saving",
            "measure_ramp",
            "measure_from",
            "measure_reach",
            "measure_lasts",
            "measure_delay",
        ),
        "measure",
    ),
    **dict.fromkeys(("plan_units", "plan_pace", "plan_months"), "work"),
    **dict.fromkeys(("amount", "amount_from", "amount_until", "amount_flow"), "amount"),
    **dict.fromkeys(("amount_end", "amount_profile"), "amount"),
    **dict.fromkeys(("municipal_amounts", "shared_amounts", "keyed_amounts"), "line"),
    **dict.fromkeys(("budget", "budget_growth", "programme_effect", "budget_in_year"), "budget"),
    **dict.fromkeys(
        (
            "system_local",
            "system_in_scope",
            "system_kept",
            "system_doubled",
            "joint_fixed",
            "joint_per_participant",
            "migration_per_participant",
            "parallel_years",
        ),
        "system",
    ),
}
"""The items of the figures that are not by job."""

PROFILES = ("ramp", "stranded", "amount_profile")
"""Inputs whose third axis counts years from the start, or after an end."""


def item_of(name: str) -> Item:
    """Return what the items of a figure are."""
    return "part" if name.startswith("mix:") else ITEMS.get(name, "job")


def labels(evaluation: Evaluation, name: str) -> Sequence[str]:
    """Return the ids of the items along the second axis of a figure.

    Of parts as `key:ID`; measures and pieces of work have their paths.
    """
    document, item = evaluation.reading.scenario.document, item_of(name)
    if item == "part":
        return [f"key:{part}" for part in document.keys[name.partition(":")[2]].mix or ()]
    tables: dict[str, Mapping[str, object]] = {
        "job": document.jobs,
        "task": document.tasks,
        "system": document.systems,
        "line": LINES,
        "budget": document.budgets,
    }
    if item in tables:
        return list(tables[item])
    if item == "scale":
        return scales(evaluation.reading)
    if item == "measure":
        return [path for path, _, _ in measures_of(evaluation.reading)]
    if item == "work":
        return pieces_of_plans(evaluation.reading)
    return [row.name for _, row in amounts(evaluation.reading)] if item == "amount" else []


Link = Callable[[Evaluation, str, int, int], Sequence[int]]


def _tasks_of_job(evaluation: Evaluation, _name: str, _place: int, job: int) -> Sequence[int]:
    return [int(evaluation["task_of_job"][job])]


def _jobs_of_task(evaluation: Evaluation, _name: str, _place: int, task: int) -> Sequence[int]:
    return [int(job) for job in np.flatnonzero(evaluation["task_of_job"] == task)]


def _tasks_of_system(evaluation: Evaluation, _name: str, _place: int, system: int) -> Sequence[int]:
    return [int(task) for task in np.flatnonzero(evaluation["system_tasks"][system])]


def _scales_of_job(evaluation: Evaluation, name: str, place: int, job: int) -> Sequence[int]:
    if name == "joint_price":
        return [max(0, int(evaluation["joint_scale_of_job"][job]))]
    return [int(evaluation["scale_of_job"][place, job])]


def _measures_of_job(evaluation: Evaluation, _name: str, _place: int, job: int) -> Sequence[int]:
    working = evaluation["measure_jobs"]
    return [int(k) for k in np.flatnonzero(working[:, job])] if working.size else []


def _amounts_of_line(evaluation: Evaluation, _name: str, place: int, line: int) -> Sequence[int]:
    on_line = evaluation["amount_line"] == line
    return [int(a) for a in np.flatnonzero(on_line)]


def _task_of_amount(evaluation: Evaluation, _name: str, _place: int, amount: int) -> Sequence[int]:
    task = int(evaluation["amount_ends_with"][amount])
    return [task] if task >= 0 else []


def _work_of_job(evaluation: Evaluation, _name: str, _place: int, job: int) -> Sequence[int]:
    lengths = [len(network.pieces) for network in evaluation["plan_networks"]]
    plan = int(evaluation["plan_of_job"][job])
    first = sum(lengths[:plan])
    return range(first, first + lengths[plan]) if plan >= 0 else []


def _scales_of_post(evaluation: Evaluation, _name: str, _place: int, post: int) -> Sequence[int]:
    return [int(evaluation["scale_of_post"][post])]


LINKS: dict[tuple[Item, Item], Link] = {
    ("job", "task"): _tasks_of_job,
    ("task", "job"): _jobs_of_task,
    ("system", "task"): _tasks_of_system,
    ("job", "scale"): _scales_of_job,
    ("job", "measure"): _measures_of_job,
    ("line", "amount"): _amounts_of_line,
    ("amount", "task"): _task_of_amount,
    ("job", "work"): _work_of_job,
    ("post", "scale"): _scales_of_post,
}
"""Which items of one sort a figure of another sort reads."""

CHOSEN_SCALE = {
    "client_price": "client_scale",
    "coordination_price": "coordination_scale",
    "manager_price": "manager_scale",
}
"""Prices that read one scale."""
