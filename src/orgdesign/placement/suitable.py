"""Which posts suit which people, and what it costs in the sense of the placement to go there."""

from __future__ import annotations

import numpy as np

from orgdesign.model.axes import Array
from orgdesign.model.choices import employer
from orgdesign.model.inputs import scale_at
from orgdesign.model.reading import Reading
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.options import Post
from orgdesign.scenario.schema.work import Job

OTHER_JOB = 1000.0
"""Not following the job. Twice this is more than having no place, so that nobody loses the own
job to make place for another."""
NO_PLACE = 1500.0
"""Having no place: more than any other job, however far its scale."""
FURTHER_POST = 100.0
"""On top for a further post of the option: only where no suitable job is open."""
SCALE = 1.0
"""On top for every scale between the old post and the new one, up or down."""
HIRED = 0.25
"""On top for a post that hired staff fill: less than half a scale, and after the vacant ones."""


def scale_step(scale: str) -> float:
    """Return the place of a salary scale on the ladder: `10A` lies halfway between 10 and 11."""
    return float(scale[:-1]) + 0.5 if scale[-1].isalpha() else float(scale)


def posts_of(scenario: Scenario, option: str) -> tuple[Post, ...]:
    """Return the further posts of an option."""
    return scenario.document.options[option].posts


def new_scales(reading: Reading) -> Array:
    """Return the scale that a municipality's people get in a post, (municipality, job + post).

    The joint scale of the job; where it has none or the employer is home, the municipality's own.
    """
    jobs = reading.scenario.document.jobs.values()
    home = employer(reading) == "home"
    further = [scale_step(post.scale) for post in posts_of(reading.scenario, reading.option)]
    rows = [
        [_new_scale(job, place, home) for job in jobs] + further
        for place in reading.scenario.municipalities
    ]
    return np.array(rows).reshape(len(rows), -1)


def _new_scale(job: Job, place: str, home: bool) -> float:
    joint = None if home else job.joint_scale
    return scale_step(joint or scale_at(job, place))


def scale_changes(reading: Reading) -> Array:
    """Return how many scales up a move is, (municipality, job, job + post)."""
    old = _old_scales(reading.scenario)
    return np.asarray(new_scales(reading)[:, None, :] - old[:, :, None])


def _old_scales(scenario: Scenario) -> Array:
    jobs = scenario.document.jobs.values()
    rows = [[scale_step(scale_at(job, m)) for job in jobs] for m in scenario.municipalities]
    return np.array(rows).reshape(len(rows), -1)


def suits(scenario: Scenario, option: str) -> Array:
    """Return 1 where the posts of a column suit the people of a job, (job, job + post)."""
    jobs, posts = scenario.document.jobs, posts_of(scenario, option)
    return np.array(
        [
            [float(other == id or other in job.suitable_for) for other in jobs]
            + [float(id in post.open_to) for post in posts]
            for id, job in jobs.items()
        ]
    ).reshape(len(jobs), -1)


def move_costs(reading: Reading) -> Array:
    """Return what it costs to place one fte, infinite where a post does not suit.

    Shape (municipality, job, job + post): 0 for the own job; else OTHER_JOB, FURTHER_POST for a
    further post, and SCALE for every scale up or down.
    """
    scenario = reading.scenario
    jobs = len(scenario.document.jobs)
    change = np.abs(scale_changes(reading))
    further = np.arange(change.shape[2]) >= jobs
    costs = OTHER_JOB + SCALE * change + FURTHER_POST * further
    most = scenario.document.staff.suitable_scales
    allowed = suits(scenario, reading.option)[None] * (change <= (np.inf if most is None else most))
    costs = np.where(allowed > 0, costs, np.inf)
    own = np.arange(jobs)
    costs[:, own, own] = 0.0
    return costs
