"""How a text is told that stands where an id belongs, and a list of them typed as one text."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from orgdesign.scenario.kinds import kind_at, takes_number, takes_year
from orgdesign.scenario.named import id_named, ids_of, names_of, table_named
from orgdesign.scenario.paths import Parts, PathError, split_path
from orgdesign.scenario.problems import Problem, Told
from orgdesign.scenario.suggestions import suggest
from orgdesign.scenario.telling.years import YEARS, date_told, has_ramp, number_of_years, start_in

_NAMED = "name_for_id"
_BETWEEN = re.compile(r"[,;/&+]|\s(?:en|and)\s")
_SCALE = re.compile(r"(?:\D{0,20}[\s_.-])?\D?(?P<number>\d{1,2}[A-Za-z]?)")
"""A scale with a word or a letter before its number: schaal 8, schaal_10A, S8."""


def name_told(given: str, parts: Parts, key: bool, tables: Mapping[str, Any]) -> Told | None:
    """Return how a text is told that names something at a path; None where an id is made there."""
    table = table_named(parts, key)
    if table is None:
        return None
    names = names_of(tables)
    id = id_named(given, table, names)
    if id is not None:
        return _NAMED, {"given": given, "instead": id if key else f'"{id}"'}
    pieces = [id_named(each, table, names) for each in _BETWEEN.split(given) if each.strip()]
    if isinstance(parts[-1], int) and len(pieces) > 1 and all(pieces):
        return _NAMED, {"given": given, "instead": ", ".join(f'"{each}"' for each in pieces)}
    known = ids_of(table, names)
    return f"unknown_{table}", {"given": given, "known": known, "suggestion": suggest(given, known)}


def list_told(given: str, parts: Parts, tables: Mapping[str, Any]) -> Told:
    """Return the list that a text of ids or names was meant to be; where one is unknown, that."""
    whole = name_told(given, parts, False, tables)
    if whole is None:
        return "list_needed", {"instead": f'["{given}"]'}
    named = [whole] if whole[0] == _NAMED else []
    for each in () if named else filter(None, map(str.strip, _BETWEEN.split(given))):
        told = name_told(each, parts, False, tables)
        if told is None or told[0] != _NAMED:
            return told or whole
        named.append(told)
    instead = ", ".join(str(details["instead"]) for _, details in named)
    return "list_needed", {"instead": f"[{instead}]"}


def scale_number(given: str) -> str | None:
    """Return the number of a salary scale typed with a word before it, None where it has none."""
    found = _SCALE.fullmatch(given.strip())
    return found["number"].upper() if found else None


def by_path(problem: Problem, tables: Mapping[str, Any]) -> Problem:
    """Return a problem of what TOML cannot read with the repair that belongs at its path.

    A text without quotes or a key gets the id of what is named so, a date the year. `tables` is
    what could be read of the file.
    """
    tell = _BY_PATH.get(problem.code)
    try:
        parts = split_path(problem.path) if problem.path else ()
    except PathError:
        return problem
    told = tell(problem, parts, tables) if tell is not None else None
    return problem if told is None else problem._replace(code=told[0], details=told[1])


def _key(problem: Problem, parts: Parts, tables: Mapping[str, Any]) -> Told | None:
    typed = problem.text
    if parts == ("salary",) and (number := scale_number(typed)):
        return "scale_number", {"given": typed, "instead": number}
    told = name_told(typed, (*parts, typed), True, tables)
    return told if told is not None and told[0] == _NAMED else None


def _unquoted(problem: Problem, parts: Parts, tables: Mapping[str, Any]) -> Told:
    typed = str(problem.details["instead"]).strip('"')
    if parts and takes_number(parts):
        return "no_number", {"word": typed}
    return "unquoted", {"instead": _quoted_id(typed, parts, tables)}


def _list(problem: Problem, parts: Parts, tables: Mapping[str, Any]) -> Told | None:
    typed = re.sub(r'[\[\]"]', "", str(problem.details["instead"]))
    told = list_told(typed, parts, tables)
    return told if told[0] == "list_needed" else None


def _date(problem: Problem, parts: Parts, tables: Mapping[str, Any]) -> Told | None:
    given = date.fromisoformat(str(problem.details["instead"]))
    return date_told(given, parts) if parts and takes_number(parts) else None


def _decimals(problem: Problem, parts: Parts, tables: Mapping[str, Any]) -> Told | None:
    if not takes_year(parts):
        return None
    year = float(str(problem.details["instead"]))
    return start_in(math.floor(year)) if has_ramp(parts) else ("whole_number_needed", {})


def _nothing(problem: Problem, parts: Parts, tables: Mapping[str, Any]) -> Told | None:
    return ("no_number", problem.details) if parts and takes_number(parts) else None


def _brackets(problem: Problem, parts: Parts, tables: Mapping[str, Any]) -> Told | None:
    kind = kind_at(parts) if parts else None
    positive = kind is not None and kind.at_least is not None and kind.at_least >= 0
    return ("in_brackets_positive", {"instead": problem.details["other"]}) if positive else None


def _range(problem: Problem, parts: Parts, tables: Mapping[str, Any]) -> Told | None:
    low, high = (str(problem.details[name]).replace("_", "") for name in ("low", "high"))
    return number_of_years(f"{low}-{high}", tables) if parts == YEARS else None


def _quoted_id(typed: str, parts: Parts, tables: Mapping[str, Any]) -> str:
    """Return a text between quotes: the id of what it names, if that is known."""
    if parts[-1:] == ("participants",):
        if suggest(typed, ("all",)) or typed == "all":
            return '"all"'
        code, details = list_told(typed, parts, tables)
        return str(details["instead"]) if code == "list_needed" else f'"{typed}"'
    told = name_told(typed, parts, False, tables)
    return str(told[1]["instead"]) if told is not None and told[0] == _NAMED else f'"{typed}"'


_BY_PATH: dict[str, Callable[[Problem, Parts, Mapping[str, Any]], Told | None]] = {
    "bad_key": _key,
    "unquoted": _unquoted,
    "list_needed": _list,
    "date_order": _date,
    "date_without_day": _date,
    "decimal_comma": _decimals,
    "no_value": _nothing,
    "range_typed": _range,
    "in_brackets": _brackets,
}
"""How what is told depends on its path; None leaves it as it is."""
