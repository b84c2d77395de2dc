"""What a call asks of the tables of sharing: keys, an overrun, and who leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgdesign.cli.options import known_municipality, unknown
from orgdesign.cli.talk import WrongCallError, words
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.tables.settings import Overrun


def known_key(scenario: Scenario, given: str) -> str:
    """Return the id of a key, figure or method; raises WrongCallError where there is none."""
    from orgdesign.scenario.key_names import ALWAYS

    known = (*ALWAYS, *scenario.document.figures, *scenario.document.keys)
    if given in known:
        return given
    raise WrongCallError(unknown("unknown_key", given, known, file=visible(scenario.file)))


def overrun_of(given: str | None) -> Overrun | None:
    """Return an overrun typed as `10%` or as euros; raises WrongCallError for anything else."""
    from orgdesign.tables.settings import typed_overrun

    if given is None:
        return None
    try:
        return typed_overrun(given)
    except ValueError as fault:
        raise WrongCallError(words("no_overrun", given=visible(given))) from fault


def leavers_of(scenario: Scenario, given: str) -> tuple[str, ...]:
    """Return the municipalities of a set such as `a+b`; raises WrongCallError where unknown."""
    return tuple(known_municipality(scenario, each.strip()) for each in given.split("+"))
