"""A table as JSON: values with their units, marks by name."""

from __future__ import annotations

import datetime
import json as encoder
from collections.abc import Sequence

from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.words.numbers import raw
from orgdesign.words.visible import visible


def json(table: Table) -> str:
    """Return a table as one JSON object; cents stay cents, shares fractions, dates ISO."""
    columns = [
        {
            "id": column.id,
            "title": column.title,
            "unit": column.unit,
            "total": column.total,
            "signed": column.signed,
        }
        for column in table.columns
    ]
    found: dict[str, object] = {
        "id": table.id,
        "title": table.title,
        "language": table.language,
        "status": table.status,
        "columns": columns,
        "rows": [_row(row, table.columns) for row in table.rows],
        "notes": list(table.notes),
    }
    if table.identity:
        found["identity"] = table.identity._asdict()
    return encoded(found)


def encoded(found: object) -> str:
    """Return data as indented JSON; letters that a terminal would act on stand by their code."""
    return "".join(map(_written, encoder.dumps(found, ensure_ascii=False, indent=2))) + "\n"


def _written(character: str) -> str:
    """Return a letter as it is; what a terminal would act on, and not show, by its code."""
    if character == "\n" or visible(character) == character:
        return character
    return encoder.dumps(character).strip('"')


def _row(row: Row, columns: Sequence[Column]) -> dict[str, object]:
    cells = {
        column.id: _value(cell, column) for column, cell in zip(columns, row.cells, strict=True)
    }
    return {"id": row.id, "total": row.total, "level": row.level, "cells": cells}


def _value(cell: Cell, column: Column) -> object:
    if isinstance(cell, Mark):
        return {"mark": cell.value}
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, float) and column.unit != "text":
        return float(raw(cell, column.unit))
    return cell
