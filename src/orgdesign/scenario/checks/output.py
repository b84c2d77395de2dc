"""Tables of one's own: two different sides that the measure has."""

from __future__ import annotations

from collections.abc import Iterator

from orgdesign.measures import MEASURES, PEOPLE, sides
from orgdesign.scenario.checks.finding import Finding, found
from orgdesign.scenario.scenario import Scenario


def sides_of_tables(scenario: Scenario) -> Iterator[Finding]:
    """Rows and columns differ, and the measure can be told by both."""
    for id, table in scenario.document.tables.items():
        if table.measure not in (*MEASURES, *PEOPLE):
            continue
        allowed = sides(table.measure)
        for field in ("rows", "columns"):
            side = getattr(table, field)
            if side not in allowed:
                details = {"measure": table.measure, "given": side, "known": ", ".join(allowed)}
                yield found("side_not_of_measure", f"tables.{id}.{field}", **details)
        if table.rows == table.columns:
            others = ", ".join(side for side in allowed if side != table.rows)
            field = "columns" if "columns" in table.model_fields_set else "rows"
            yield found("sides_same", f"tables.{id}.{field}", given=table.rows, known=others)
