"""Why a figure has no effect, as far as the rest of the scenario tells."""

from __future__ import annotations

from typing import Literal

from orgdesign.notes import reasons_of_facts, reasons_of_options
from orgdesign.notes.reason import Rule, Why
from orgdesign.notes.survey import Survey
from orgdesign.scenario.paths import split_path

RULES: dict[str, tuple[Rule, ...]] = {
    **reasons_of_facts.RULES,
    "forms": (*reasons_of_facts.RULES["forms"], reasons_of_options.as_in_its_options),
    "options": reasons_of_options.RULES,
}
"""The reasons to look for, by the table at the top of the file; the first that holds counts."""


def why(survey: Survey, path: str, code: Literal["unread", "inert"]) -> Why:
    """Return why a figure has no effect: the first reason that holds, else a general one."""
    parts = split_path(path)
    for rule in RULES.get(str(parts[0]), ()):
        reason = rule(survey, parts)
        if reason is not None:
            return reason
    return Why("why_no_formula" if code == "unread" else "why_present_values")
