"""Figures that an explanation does not show as they are, or shows by another name."""

MEMBERSHIP = (
    "participates", "members", "founders", "is_host", "measure_reach", "measure_lasts", "steps_out",
)  # fmt: skip
"""Figures that are 1 for who is meant and 0 for others: the steps that are shown say who."""

WITH_THE_OPTION = {
    "job_start": "start",
    "system_start": "start",
    "system_end": "end",
    "job_operating": "operating",
    "system_operating": "operating",
    "since_job_start": "since_start",
    "job_comes_in": "",
    "task_comes_in": "",
    "jobs_of_year": "",
    "systems_of_year": "",
}
"""What the years of a task are where all tasks come and go with the option; "" is not shown."""

WHOLE = ("by_weight", "equal", "within_bounds")
"""Functions whose answer for one municipality reads the figures of all."""
