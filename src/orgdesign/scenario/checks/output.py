"""Tables that a memo cites: what they show can be told by their rows and columns."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.measures import IN_MONEY, JUDGED, MEASURES, OF_TABLE, PEOPLE, sides
from orgdesign.scenario.checks.finding import Finding, found
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.output import OutputTable
from orgdesign.words import catalogue

_SIDES = ("rows", "columns")
_FIXED = ("measure", *_SIDES, "range", "switching")
"""What a table that is always there has as it is."""
_COMPARED = {"municipalities", "options"}


def usual_tables(scenario: Scenario) -> Iterator[Finding]:
    """A table that is always there shows what it shows; one of one's own says what it shows."""
    for id, table in scenario.document.tables.items():
        if id in OF_TABLE:
            yield from _as_it_is(id, table)
        elif f"table_{id}" in catalogue("terms"):
            given = [field for field in _FIXED if field in table.given_fields]
            for field in given:
                yield found("fixed_in_table", f"tables.{id}.{field}", id=id, field=field)
        elif table.measure is None:
            known = ", ".join(MEASURES)
            yield found("measure_missing", f"tables.{id}", key=True, known=known)


def _as_it_is(id: str, table: OutputTable) -> Iterator[Finding]:
    """Yield what is not so of a table of a measure by municipality and option."""
    shown = {"measure": OF_TABLE[id], "rows": "municipalities", "columns": "options"}
    for field, fixed in shown.items():
        given = getattr(table, field)
        if given is not None and given != fixed:
            yield found("other_in_table", f"tables.{id}.{field}", id=id, field=field, fixed=fixed)


def sides_of_tables(scenario: Scenario) -> Iterator[Finding]:
    """Rows and columns differ, and the measure can be told by both."""
    for id, table in _own(scenario):
        assert table.measure is not None
        allowed = sides(table.measure)
        for field in _SIDES:
            side = getattr(table, field)
            if side not in allowed:
                details = {"measure": table.measure, "given": side, "known": ", ".join(allowed)}
                yield found("side_not_of_measure", f"tables.{id}.{field}", **details)
        if table.rows == table.columns:
            others = ", ".join(side for side in allowed if side != table.rows)
            field = "columns" if "columns" in table.given_fields else "rows"
            yield found("sides_same", f"tables.{id}.{field}", given=table.rows, known=others)


def _own(scenario: Scenario) -> Iterator[tuple[str, OutputTable]]:
    """Yield the tables of a measure that is known and of which rows and columns can be chosen."""
    for id, table in scenario.document.tables.items():
        usual = f"table_{id}" in catalogue("terms")
        if not usual and table.measure in (*MEASURES, *PEOPLE):
            yield id, table


def columns_beside(scenario: Scenario) -> Iterator[Finding]:
    """A range is of an amount; a switching value of an option held against staying alone."""
    for id, table in scenario.document.tables.items():
        measure = OF_TABLE.get(id) or table.measure
        if table.range and (measure in PEOPLE or measure == "payback"):
            known = ", ".join(IN_MONEY)
            yield found("no_range_of", f"tables.{id}.range", measure=measure, known=known)
        elif table.range and "keys" in (table.rows, table.columns):
            yield found("no_range_by_key", f"tables.{id}.range")
        if table.switching and measure in (*MEASURES, *PEOPLE) and measure not in JUDGED:
            known = ", ".join(JUDGED)
            yield found("no_switching_of", f"tables.{id}.switching", measure=measure, known=known)
        elif table.switching and {table.rows, table.columns} != _COMPARED:
            yield found("switching_sides", f"tables.{id}.switching")
