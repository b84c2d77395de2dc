"""What each screen shows, as tables: the way to read it without a screen.

It knows nothing of textual; the screens show these very tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from orgdesign.measures import IN_MONEY, JUDGED, YEARLY, Measure

if TYPE_CHECKING:
    from orgdesign.model.result import Result
    from orgdesign.tables.settings import Settings
    from orgdesign.tables.table import Table

    Ask = Callable[[str], Settings]
    """Returns what was asked of a table by its name."""
    Page = Callable[[Result, Ask], tuple[Table, ...]]


def _compare(result: Result, ask: Ask) -> tuple[Table, ...]:
    """Return the comparison, and the bill of a cell where one municipality and option is asked."""
    from orgdesign.tables.compare import compare
    from orgdesign.tables.course import course
    from orgdesign.tables.explaining.bill_of_cell import bill_of_cell
    from orgdesign.tui.explanation import bill_table

    settings = ask("compare")
    table = compare(result, settings)
    one = len(settings.options) == 1 == len(settings.municipalities)
    if not one:
        return (table,)
    (municipality,), (option,) = settings.municipalities, settings.options
    cell = (result, settings, municipality, option)
    by_year = course(result, settings.change(options=()), municipality)
    return table, bill_table(*cell), bill_of_cell(*cell), by_year


def _assumptions(result: Result, ask: Ask) -> tuple[Table, ...]:
    """Return the register with the share of the spread that each figure carries."""
    from orgdesign.parts_of_sensitivity import PARTS, Call
    from orgdesign.sensitivity.run import on_and_on

    call = Call(result.scenario, ask("assumptions"), (), on_and_on)
    return (PARTS["assumptions"](call).table,)


def _options(result: Result, ask: Ask) -> tuple[Table, ...]:
    """Return the options, the comparison that stands beside them, and the forms they have."""
    return _made(("options", "compare", "forms"), result, ask)


_TABLES = {
    "staffing": (
        "staffing", "staffing_by_job", "placement", "placement_by_job", "placement_posts",
        "placement_by_year", "vulnerability", "stand_in",
    ),
    "keys": (
        "keys", "shares", "tournament", "overrun", "stability", "stability_chance", "groups",
        "exit", "exit_by_year", "lock_in", "programme", "risk", "solidarity", "key_list",
    ),
    "plan": ("calendar", "plan", "slips"),
    "criteria": ("criteria", "scores"),
    "overview": (
        "summary", "cover", "structural", "transition", "present_value", "payback", "thresholds",
        "lines", "lines_by_year", "steps", "gaps", "reconciliation",
    ),
    "sensitivity": (
        "switching", "tornado", "bands", "ranks", "frames", "grid", "stress", "indices",
    ),
}  # fmt: skip
"""The tables that a screen goes through."""
OF_ONE_OPTION = (
    *_TABLES["staffing"], *(name for name in _TABLES["keys"] if name != "key_list"),
    "lines_by_year", "steps", "tornado", "grid", "indices",
)  # fmt: skip
"""Those that are about one option; the others hold all of them side by side, or none."""

OF_A_YEAR = (
    "staffing", "staffing_by_job", "placement", "placement_by_job", "placement_posts",
    "vulnerability", "stand_in", "keys", "shares", "tournament", "overrun", "exit",
    "exit_by_year", "programme", "risk", "solidarity", "cover", "structural", "lines", "steps",
)  # fmt: skip
"""Those that are another one for another year."""
AGAINST_ALONE = (
    "keys", "structural", "transition", "present_value", "tornado", "bands", "stress",
)  # fmt: skip
"""Those that show differences from alone, or the amounts themselves."""
OF_AN_OUTCOME = tuple(name for name in _TABLES["sensitivity"] if name != "frames")
"""Those that are of whatever outcome is asked for; of some outcomes they are of a year too."""


def heeded_by(table: str) -> frozenset[str]:
    """Return the choices that a table heeds: of an outcome, a year, the difference or the amounts.

    A table that only a scenario knows may heed all of them.
    """
    if not any(table in names for names in _TABLES.values()):
        return frozenset(("measure", "year", "against"))
    of_year = (*OF_A_YEAR, *_TABLES["sensitivity"])
    heeding = {"measure": OF_AN_OUTCOME, "year": of_year, "against": AGAINST_ALONE}
    return frozenset(choice for choice, tables in heeding.items() if table in tables)


def heeded_by_outcome(measure: Measure) -> frozenset[str]:
    """Return the choices that a comparison of an outcome heeds: a year is no amount."""
    amount = measure in IN_MONEY
    heeding = {
        "measure": True,
        "year": measure in YEARLY,
        "against": amount,
        "per_inhabitant": amount,
        "percentage": measure in JUDGED,
    }
    return frozenset(choice for choice, heeded in heeding.items() if heeded)


def tables_of(screen: str) -> tuple[str, ...]:
    """Return the names of the tables that a screen goes through."""
    return _TABLES[screen]


def _of(screen: str) -> Page:
    """Return the page of a screen that goes through tables: all of them."""

    def page(result: Result, ask: Ask) -> tuple[Table, ...]:
        return _made(tables_of(screen), result, ask)

    return page


def _overview(result: Result, ask: Ask) -> tuple[Table, ...]:
    """Return the tables of outcomes, then those that only the scenario knows."""
    from orgdesign.tables.by_name import own_tables

    return _made((*tables_of("overview"), *own_tables(result.scenario)), result, ask)


def _made(names: Iterable[str], result: Result, ask: Ask) -> tuple[Table, ...]:
    from orgdesign.tables.by_name import makers

    known = makers(result.scenario)
    return tuple(known[name](result, ask(name)) for name in names)


def _sensitivity(result: Result, ask: Ask) -> tuple[Table, ...]:
    """Return every part that there is of the first option asked for, from all draws of the screen.

    A grid there is only where two figures are uncertain.
    """
    from orgdesign.identity.identified import identified
    from orgdesign.parts_of_sensitivity import PARTS, USUAL_MEASURES, Call, TooFewFiguresError
    from orgdesign.sensitivity.run import on_and_on
    from orgdesign.tables.settings import first_option
    from orgdesign.tui.sampling import STEPS, can_be_verified

    made = []
    for name in tables_of("sensitivity"):
        asked = ask(name)
        if asked.measure == "structural_cost":
            asked = asked.change(measure=USUAL_MEASURES.get(name, asked.measure))
        if name in OF_ONE_OPTION:
            asked = asked.change(options=(first_option(result.scenario, asked),))
        call = Call(result.scenario, asked, (), on_and_on, draws=STEPS[-1])
        try:
            table = PARTS[name](call).table
        except TooFewFiguresError:
            continue
        known = can_be_verified(result.scenario, name, STEPS[-1])
        made.append(identified(table, result.scenario, asked) if known else table)
    return tuple(made)


PAGES: dict[str, Page] = {
    "compare": _compare,
    "assumptions": _assumptions,
    "options": _options,
    **{screen: _of(screen) for screen in ("staffing", "keys", "plan", "criteria")},
    "sensitivity": _sensitivity,
    "overview": _overview,
}
"""The tables of each screen that shows a scenario."""
