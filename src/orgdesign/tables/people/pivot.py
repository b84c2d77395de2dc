"""People in tables of one's own: figures in fte by municipality, job, option and year."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np

from orgdesign.model.axes import Array
from orgdesign.model.result import Result
from orgdesign.model.staffing import staffing
from orgdesign.tables.people.staffing import figure
from orgdesign.tables.people.sums import Place, secret
from orgdesign.tables.settings import Settings, shown_municipalities
from orgdesign.tables.table import Cell, Mark


def counting(
    result: Result, settings: Settings, measure: str
) -> Callable[[str, int, str, str], Cell]:
    """Return what gives a figure of an option in a year, for a municipality and a job or for all.

    Masked where a part of it is masked in the tables of people of that option and year. Unit: fte.
    """
    scenario = result.scenario
    shown, jobs = shown_municipalities(scenario, settings), list(scenario.document.jobs)

    @cache
    def figures(option: str, year: int) -> Array:
        return np.round(figure(staffing(result, option, year), measure), 2)

    def counted(option: str, year: int, municipality: str, job: str) -> Cell:
        towns = (municipality,) if municipality else shown
        chosen = [job] if job else jobs
        if settings.mask_below:
            hidden = secret(result, settings.change(options=(option,), year=year))
            parts = (Place("staffing_by_job", f"{m}.{j}", measure) for m in towns for j in chosen)
            if any(part in hidden for part in parts):
                return Mark.MASKED
        places = scenario.places(towns)
        at = [jobs.index(each) for each in chosen]
        return round(float(figures(option, year)[np.ix_(places, at)].sum()), 2)

    return counted
