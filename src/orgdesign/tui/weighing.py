"""How much of the answer hangs on each figure, for the register of the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from orgdesign.words import Language

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.sensitivity.run import Told
    from orgdesign.tables.table import Table

SHARE = "share_of_spread"


class Weighed(NamedTuple):
    """The register with the share of each figure, and in a sentence on what the answer rests."""

    about: object
    table: Table
    said: str

    @property
    def shares(self) -> dict[str, float]:
        """The share of the spread of every figure that carries any."""
        at = [column.id for column in self.table.columns].index(SHARE)
        return {
            row.id: cell
            for row in self.table.rows
            if isinstance(cell := row.cells[at], int | float)
        }


def weighed(
    result: Result, option: str, language: Language, about: object, told: Told
) -> Weighed | str:
    """Return the register with shares, or in one line the fault that stood in the way."""
    from orgdesign.parts_of_sensitivity import PARTS, Call
    from orgdesign.tables.settings import settings_for

    known = (option,) if option in result.scenario.options else ()
    settings = settings_for(result.scenario, language=language, options=known)
    try:
        made = PARTS["assumptions"](Call(result.scenario, settings, (), told))
    except Exception as fault:  # a fault of the program must reach the person, not end the app
        return f"{type(fault).__name__}: {fault}"
    return Weighed(about, made.table, str(made.found))


def with_old_shares(scenario: Scenario, known: Weighed | None, language: Language) -> Table:
    """Return the register as it is now with the shares of before, the column empty without."""
    from orgdesign.tables.assumptions import assumptions
    from orgdesign.tables.settings import settings_for

    settings = settings_for(scenario, language=language)
    return assumptions(scenario, settings, shares=known.shares if known else {})


def in_order_of_file(table: Table, scenario: Scenario) -> Table:
    """Return the register with its figures in the order of the file."""
    place = {path: at for at, path in enumerate(scenario.figures)}
    return table._replace(rows=tuple(sorted(table.rows, key=lambda row: place[row.id])))
