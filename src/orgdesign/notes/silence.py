"""Why an uncertain figure moves no line of the bill, in words."""

from __future__ import annotations

from orgdesign.notes.survey import Survey
from orgdesign.notes.why import why
from orgdesign.scenario.paths import split_path
from orgdesign.tables.explaining.readers import LEAVING, beside
from orgdesign.words import Language, say


def why_silent(survey: Survey, path: str, language: Language) -> str:
    """Return why a figure moves no line of the bill: what it does count in, else what is so."""
    field = str((*split_path(path), "", "")[2])
    if field in LEAVING and beside(survey.scenario, path):
        return say("sensitivity.silent_leaving", language)
    read = path in survey.read
    moves_staffing = path.startswith("staff.") and path.rpartition(".")[2] in (
        "absence",
        "part_time_factor",
    )
    if read and moves_staffing:
        return say("sensitivity.silent_staffing", language)
    reason = why(survey, path, "inert" if read else "unread")
    return say(f"notes.{reason.entry}", language, **reason.details)
