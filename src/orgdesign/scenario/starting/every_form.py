"""A scenario that takes every bundled form: what the bundled facts are shown by."""

from __future__ import annotations

from functools import cache

from orgdesign.library.loader import form_ids
from orgdesign.scenario.load import load_text
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.starting.new import starter
from orgdesign.words import Language


@cache
def every_form(language: Language) -> Scenario:
    """Return the starter with all bundled forms, in a language."""
    forms = "".join(f"[forms.{form}]\n" for form in form_ids())
    found = load_text(starter(language=language) + forms).scenario
    assert found is not None
    return found
