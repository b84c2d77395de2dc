"""People in tables of one's own: figures in fte by municipality, job, option and year."""

from __future__ import annotations

from orgdesign.model.result import Result
from orgdesign.model.staffing import staffing
from orgdesign.tables.people_sums import Place, secret
from orgdesign.tables.settings import Settings, shown_municipalities
from orgdesign.tables.table import Cell, Mark
from orgdesign.words import say
from orgdesign.words.numbers import number

_FIELDS = {"surplus_staff": "surplus"}
"""Names of figures that differ from that of their measure."""


def counted(
    result: Result,
    settings: Settings,
    measure: str,
    option: str,
    year: int,
    municipality: str = "",
    job: str = "",
) -> Cell:
    """Return a figure of an option in a year, of all municipalities or jobs where none is named.

    Masked where a part of it is masked in the tables of people of that option and year. Unit: fte.
    """
    scenario = result.scenario
    figures = getattr(staffing(result, option, year), _FIELDS.get(measure, measure))
    towns = (municipality,) if municipality else shown_municipalities(scenario, settings)
    jobs = list(scenario.document.jobs)
    chosen = [job] if job else jobs
    if settings.mask_below:
        asked = settings.change(options=(option,), year=year)
        hidden = secret(result, asked)
        parts = (Place("staffing_by_job", f"{m}.{j}", measure) for m in towns for j in chosen)
        if any(part in hidden for part in parts):
            return Mark.MASKED
    places = [scenario.municipalities.index(m) for m in towns]
    at = [jobs.index(each) for each in chosen]
    return round(float(sum(round(float(figures[p, j]), 2) for p in places for j in at)), 2)


def masked_note(settings: Settings) -> str:
    """Return below which number of people a figure is masked."""
    least = number(settings.mask_below, "fte", settings.numbers)
    return say("interface.note_masked", settings.language, least=least)
