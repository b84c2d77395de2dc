"""Figures of the file that count people are masked where the tables of people are."""

from __future__ import annotations

from examples import SMALL, result

from orgdesign.model.result import Result
from orgdesign.scenario.paths import split_path
from orgdesign.tables.people.figures import counts_people, masked_figures
from orgdesign.tables.registry import TABLES
from orgdesign.tables.sensitivity.naming import cell_of, spoken_value
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Mark


def jobs_of(found: Result) -> set[str]:
    return {path for path in found.scenario.figures if path.startswith("jobs.")}


def test_what_is_in_fte_and_the_people_of_a_job_count_people() -> None:
    scenario = result(SMALL).scenario
    counted = {path for path in scenario.figures if counts_people(scenario, path)}
    of_jobs = jobs_of(result(SMALL))
    assert of_jobs
    assert of_jobs <= counted
    assert not any(path.startswith("municipalities.") for path in counted)


def test_the_number_of_people_of_a_job_counts_people() -> None:
    job, place = split_path(next(path for path in jobs_of(result(SMALL)) if ".fte." in path))[1::2]
    path = f"jobs.{job}.persons.{place}"
    assert counts_people(result(SMALL, f"{path}=4").scenario, path)


def test_no_figure_is_printed_that_a_table_of_people_masks() -> None:
    found = result(SMALL)
    scenario = found.scenario
    asked = settings_for(scenario, mask_below=3.0)
    register = TABLES["assumptions"](found, asked)
    printed = {
        row.id: float(row.cells[2]) for row in register.rows if isinstance(row.cells[2], float)
    }
    assert not [p for p, v in printed.items() if counts_people(scenario, p) and 0 < v < 3.0]
    for option in scenario.options:
        of_jobs = TABLES["staffing_by_job"](found, asked.change(options=(option,)))
        at = [column.id for column in of_jobs.columns].index("before")
        masked = {row.id for row in of_jobs.rows if row.cells[at] is Mark.MASKED}
        for path in printed:
            table, job, *rest = split_path(path)
            assert table != "jobs" or f"{rest[-1]}.{job}" not in masked


def test_nothing_is_masked_where_nothing_is_asked() -> None:
    found = result(SMALL)
    assert masked_figures(found, settings_for(found.scenario)) == frozenset()


def test_how_sure_it_is_tells_no_value_of_a_masked_figure() -> None:
    scenario = result(SMALL).scenario
    path = next(path for path in scenario.figures if path.startswith("jobs."))
    for least, cell in ((0.0, 4.25), (3.0, Mark.MASKED)):
        settings = settings_for(scenario, mask_below=least)
        assert cell_of(scenario, path, 4.25, settings) == cell
        assert ("4,25" in spoken_value(scenario, path, 4.25, settings)) == (least == 0.0)
