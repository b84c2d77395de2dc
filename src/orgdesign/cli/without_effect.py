"""Saying what was asked of a table that changes nothing in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from orgdesign.cli.talk import tell, words
from orgdesign.measures import GAMES, OF_GAME

if TYPE_CHECKING:
    from orgdesign.cli.options import Asked
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.tables.table import Table
    from orgdesign.words import Language

OPTIONS = {
    "options": "--option",
    "municipalities": "--municipality",
    "measure": "--measure",
    "year": "--year",
    "against": "--against",
    "per_inhabitant": "--per-inhabitant",
    "percentage": "--percentage",
    "unit": "--unit",
    "keys": "--key",
    "overrun": "--overrun",
    "leaving": "--leaving",
    "mask": "--mask",
}
"""What may be asked that not every table heeds, with the option that gives each."""

_AMOUNTS = ("structural_cost", "transition_cost", "total_cost")
"""Measures that differ in any table of amounts."""


def tell_without_effect(
    asked: Asked,
    scenario: Scenario,
    shown: Table,
    make: Callable[[Asked], Table],
    language: Language,
) -> None:
    """Say which of these options the table heeds in no value: as asked, without, or another.

    `make` returns the table of another call; a table is the same where its title, columns and
    rows are.
    """
    for name, option in OPTIONS.items():
        if getattr(asked, name) == asked._field_defaults[name]:
            continue
        tried = _others(asked, name, scenario, shown.id)
        others = (asked._replace(**{name: other}) for other in tried)
        if is_same(shown, map(make, others)):
            tell(words("without_effect", language, option=option))


def is_same(shown: Table, others: Iterator[Table]) -> bool:
    """Return whether all other tables have the title, the columns and the rows of this one."""
    held = (shown.title, shown.columns, shown.rows)
    return all((other.title, other.columns, other.rows) == held for other in others)


def _others(asked: Asked, name: str, scenario: Scenario, table: str) -> Iterator[Any]:
    """Return what might have been asked instead: nothing, and another choice where there is one.

    An outcome that groups cannot weigh is none in a table of a game.
    """
    from orgdesign.scenario.scenario import ALONE
    from orgdesign.tables.settings import UNITS

    no_choice = table in GAMES and asked.measure not in OF_GAME
    choices: dict[str, tuple[Any, ...]] = {
        "options": tuple((each,) for each in (*scenario.options, ALONE)),
        "municipalities": tuple((each,) for each in scenario.municipalities),
        "measure": () if no_choice else _AMOUNTS,
        "year": (scenario.years[0], scenario.years[-1]),
        "against": ("alone", "absolute"),
        "unit": UNITS,
    }
    given = getattr(asked, name)
    tried = (asked._field_defaults[name], *choices.get(name, ()))
    return (each for each in tried if each != given)
