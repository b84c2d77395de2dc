"""Salary scales that price nothing."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.notes.note import Note, Term
from orgdesign.notes.survey import Survey

_POSTS = {
    "client_scale": "client_posts",
    "coordination_scale": "coordination_posts",
    "manager_scale": "manager_posts",
}
"""The posts that each scale of an option prices."""


def scales_without_posts(survey: Survey) -> Iterator[Note]:
    """Yield the scales of jobs and options that price no post."""
    yield from _of_jobs(survey)
    for option in survey.options:
        table = survey.scenario.document.options[option]
        for name, posts in _POSTS.items():
            if getattr(table, name) and not survey.evaluation(option)[posts].any():
                yield _note(survey, f"options.{option}.{name}", "why_no_posts")


def _of_jobs(survey: Survey) -> Iterator[Note]:
    for position, (id, job) in enumerate(survey.scenario.document.jobs.items()):
        if job.joint_scale is None:
            continue
        bringing = [
            option
            for option in survey.cooperating
            if survey.evaluation(option)["base_pooled"][:, position].any()
        ]
        if all(survey.employer(option) == "home" for option in bringing):
            reason = "why_old_scales" if bringing else "why_job_stays"
            yield _note(survey, f"jobs.{id}.joint_scale", reason)


def _note(survey: Survey, path: str, reason: str) -> Note:
    return Note.at(survey.scenario, "scale", path, figure=path, reason=Term(f"notes.{reason}"))
