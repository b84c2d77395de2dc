"""Faults of the schema as problems: in the words of the person who typed the file."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from orgdesign.scenario import shape
from orgdesign.scenario.faults import Fault
from orgdesign.scenario.ids import as_id
from orgdesign.scenario.kinds import kind_at, takes_year
from orgdesign.scenario.paths import Parts, find, holds, join_path
from orgdesign.scenario.plain import is_number
from orgdesign.scenario.problems import Locate, Problem, Told, Word, plain
from orgdesign.scenario.suggestions import suggest
from orgdesign.scenario.telling.misplaced import misplaced
from orgdesign.scenario.telling.names import list_told, name_told, scale_number
from orgdesign.scenario.telling.tables import table_told
from orgdesign.scenario.telling.years import (
    YEARS,
    date_told,
    has_ramp,
    number_of_years,
    start_in,
    year_of,
)
from orgdesign.scenario.text.decimals import ThreeDecimals
from orgdesign.scenario.text.number_marks import grouped, whole_or_decimal
from orgdesign.scenario.text.typed_dates import typed_date, typed_month

_PATTERNS = {
    r"^[a-z][a-z0-9_]*$": "bad_id",
    r"^[a-z0-9][a-z0-9_-]*$": "bad_library_id",
    r"^[0-9]{1,2}[A-Z]?$": "bad_scale",
    r"^GM[0-9]{4}$": "bad_code",
    r"\S": "empty_text",
}
_NUMBERS = ("value", "low", "high")
_RATE = "rate a year"
_PARTS_OF_ONE = ("share", _RATE)
_GROUPED = 10_000
"""Numbers from which digits are grouped; years are below it."""
_TRUE = ("ja", "waar", "yes", "true")
_TASKS = 3
"""Tasks that an example names at most."""


def problem_of(fault: Fault, tables: Mapping[str, Any], locate: Locate) -> Problem:
    """Return a fault of the schema as a problem at the place where it was typed."""
    path = join_path(fault.parts)
    tell = _TELLERS.get(fault.kind, _not_valid)
    code, details = tell(fault, tables)
    if fault.kind == "missing":
        return Problem.at(locate(join_path(fault.parts[:-1]), True), code, path, **details)
    where = join_path(_number_in(fault, tables))
    return Problem.at(locate(where, fault.key), code, path, **details)


def _number_in(fault: Fault, tables: Mapping[str, Any]) -> Parts:
    """Return the path of the number of a quantity that a fault is about."""
    number = fault.context.get("number")
    table = find(tables, fault.parts) if holds(tables, fault.parts) else None
    if number is None or not isinstance(table, Mapping):
        return fault.parts
    found = (name for name in _NUMBERS if table.get(name) == number)
    return (*fault.parts, next(found, "values"))


def _missing(fault: Fault, tables: Mapping[str, Any]) -> Told:
    name = fault.parts[-1]
    if len(fault.parts) == 1:
        return ("missing_format", {}) if name == "format" else ("missing_table", {"name": name})
    code = "missing_value" if name == "value" else "missing_key"
    return code, {"name": name}


def _unknown_key(fault: Fault, tables: Mapping[str, Any]) -> Told:
    if (elsewhere := misplaced(fault.parts, fault.given, tables)) is not None:
        return elsewhere
    known = tuple(dict.fromkeys(shape.keys(shape.at(fault.parts[:-1]))))
    name = str(fault.parts[-1])
    suggestion = suggest(name, known)
    if suggestion is None and len(known) <= 12:
        return "unknown_key_of_few", {"name": name, "known": known}
    top = len(fault.parts) == 1
    return ("unknown_table" if top else "unknown_key"), {"name": name, "suggestion": suggestion}


def _pattern(fault: Fault, tables: Mapping[str, Any]) -> Told:
    given = str(fault.given)
    code = _PATTERNS.get(str(fault.context.get("pattern")), "not_valid")
    if code == "bad_id" and (told := name_told(given, fault.parts, fault.key, tables)):
        return told
    if code == "bad_scale" and (number := scale_number(given)):
        return "scale_number", {"given": given, "instead": number if fault.key else f'"{number}"'}
    return code, {"given": given, "instead": as_id(given)}


def _choice(fault: Fault, tables: Mapping[str, Any]) -> Told:
    if fault.parts == ("format",):
        return _format(fault.given)
    choices = tuple(re.findall(r"'([^']*)'", str(fault.context.get("expected", ""))))
    suggestion = suggest(str(fault.given), choices)
    if suggestion is None and "list" in fault.needed:
        return list_told(str(fault.given), fault.parts, tables)
    return "not_a_choice", {"given": fault.given, "choices": choices, "suggestion": suggestion}


def _format(given: object) -> Told:
    if isinstance(given, str) and given.strip() == "1":
        return "number_in_quotes", {"instead": "1"}
    return "format_unknown", {"given": _typed(given)}


def _as_fractions(fault: Fault, tables: Mapping[str, Any], least: int = 2) -> str:
    """Return the numbers of a quantity that are percentages as fractions, if there are so many."""
    table = find(tables, fault.parts) if holds(tables, fault.parts) else None
    if not isinstance(table, Mapping):
        return ""
    given = {name: table[name] for name in _NUMBERS if isinstance(table.get(name), int | float)}
    percents = {name: float(each) for name, each in given.items() if 1 < abs(each) <= 100}
    said = (f"{name} = {plain(round(each / 100, 12))}" for name, each in percents.items())
    return ", ".join(said) if len(percents) >= least else ""


def _unit(unit: str) -> Word:
    return Word(f"unit_{unit.replace(' ', '_')}" if unit else "unit_number")


def _out_of_bounds(code: str) -> Callable[[Fault, Mapping[str, Any]], Told]:
    def tell(fault: Fault, tables: Mapping[str, Any]) -> Told:
        number: float = fault.context["number"]
        if fault.parts == YEARS and (told := number_of_years(number, tables)):
            return told
        bound, unit = float(fault.context["bound"]), str(fault.context["unit"])
        details = {"number": plain(number), "bound": bound, "unit": _unit(unit)}
        most = abs(bound) if unit == _RATE else 1
        if code != "not_above" and unit in _PARTS_OF_ONE and most < abs(number) <= 100:
            if instead := _as_fractions(fault, tables):
                return "percents_given", {"instead": instead}
            return "percent_given", {**details, "instead": plain(round(number / 100, 12))}
        if code == "too_low" and bound == 0:
            return "negative", details
        return code, details

    return tell


def _not_whole(fault: Fault, tables: Mapping[str, Any]) -> Told:
    number = float(fault.context["number"])
    if fault.context["unit"] == "year" and has_ramp(fault.parts):
        return start_in(math.floor(number))
    return "not_whole", {"number": number, "unit": _unit(str(fault.context["unit"]))}


def _range_order(fault: Fault, tables: Mapping[str, Any]) -> Told:
    kind = kind_at(fault.parts)
    is_share = kind is not None and kind.unit in _PARTS_OF_ONE
    if is_share and (instead := _as_fractions(fault, tables, least=1)):
        return "percents_given", {"instead": instead}
    return "range_order", {name: float(fault.context[name]) for name in _NUMBERS}


def _text_too_long(fault: Fault, tables: Mapping[str, Any]) -> Told:
    return "text_too_long", {"most": fault.context["max_length"]}


def _empty(fault: Fault, tables: Mapping[str, Any]) -> Told:
    return ("empty_list" if isinstance(fault.given, list | tuple) else "empty_table"), {}


def _plain_code(code: str) -> Callable[[Fault, Mapping[str, Any]], Told]:
    return lambda fault, tables: (code, {})


def _not_valid(fault: Fault, tables: Mapping[str, Any]) -> Told:
    return "not_valid", {}


def _wrong_type(fault: Fault, tables: Mapping[str, Any]) -> Told:
    years = number_of_years(fault.given, tables) if fault.parts == YEARS else None
    instead = _by_task(fault, tables) or years
    if instead is None and (fault.needed == ("table",) or isinstance(fault.given, list | tuple)):
        instead = table_told(fault.given, fault.parts, tables)
    instead = instead or _repaired(fault.given, fault.needed, fault.parts, tables)
    if instead is not None:
        return instead
    words = tuple(Word(f"needs_{word}") for word in fault.needed)
    return "wrong_type", {"given": Word(f"given_{_sort(fault.given)}"), "needed": words}


def _by_task(fault: Fault, tables: Mapping[str, Any]) -> Told | None:
    """Return a scope by task in place of a list of tasks or one share, with tasks of the file."""
    known = tables.get("tasks")
    if fault.parts[-1] != "scope" or not isinstance(known, Mapping):
        return None
    given = fault.given
    share = str(float(given)) if is_number(given) and 0 < given <= 1 else "1.0"
    named = [each for each in given if each in known] if isinstance(given, list | tuple) else []
    shares = ", ".join(f"{task} = {share}" for task in (named or list(known)[:_TASKS]))
    return "scope_by_task", {"instead": f"scope = {{ {shares} }}"}


def _repaired(
    given: Any, needed: tuple[str, ...], parts: Parts, tables: Mapping[str, Any]
) -> Told | None:
    """Return what to type in place of a value of another sort, None where nothing is at hand."""
    if isinstance(given, Mapping) and needed == ("list",) and shape.takes_tables(parts):
        return "single_brackets", {"instead": f"[[{join_path(parts)}]]"}
    if isinstance(given, str) and (told := _text_instead(given, needed, parts)):
        return told
    if isinstance(given, str) and "list" in needed:
        return list_told(given, parts, tables)
    if "list" in needed and not isinstance(given, Mapping | list | tuple):
        return "list_needed", {"instead": f"[{_typed(given)}]"}
    if isinstance(given, date) and {"number", "whole_number"} & set(needed):
        return date_told(given, parts)
    return _number_instead(given, needed) if is_number(given) else None


def _number_instead(given: float, needed: tuple[str, ...]) -> Told | None:
    if isinstance(given, float) and not math.isfinite(given):
        return "not_finite", {}
    if "text" in needed:
        return "text_needs_quotes", {"instead": f'"{plain(given)}"'}
    if "whole_number" in needed and isinstance(given, float):
        return _whole_instead(given)
    return None


def _whole_instead(given: float) -> Told:
    """Return the whole number that one with decimals is sure to mean; else only that it is one."""
    if given == math.floor(given):
        return "whole_number_without", {"instead": plain(given)}
    if isinstance(given, ThreeDecimals):
        return "whole_number_without", {"instead": f"{given:.3f}".replace(".", "")}
    return "whole_number_needed", {}


def _text_instead(given: str, needed: tuple[str, ...], parts: Parts) -> Told | None:
    number = whole_or_decimal(given.strip())
    if number and {"number", "whole_number"} & set(needed):
        years = abs(float(number)) < _GROUPED
        return "number_in_quotes", {"instead": number if years else grouped(number)}
    day = typed_date(given)
    if "date" in needed:
        return ("date_without_quotes", {"instead": day}) if day else ("date_in_quotes", {})
    if takes_year(parts) and (day := day or typed_month(given)):
        return year_of(day, parts)
    if needed == ("true_false",):
        return "boolean_in_quotes", {"instead": "true" if given.lower() in _TRUE else "false"}
    return None


def _typed(given: object) -> str:
    if isinstance(given, bool):
        return str(given).lower()
    return plain(given) if isinstance(given, int | float) else f'"{given}"'


def _sort(given: object) -> str:
    sorts = {
        bool: "true_false", int: "number", float: "number", str: "text", dict: "table",
        list: "list", tuple: "list", datetime: "moment", date: "date",
    }  # fmt: skip
    return sorts.get(type(given), "other")


_TELLERS: dict[str, Callable[[Fault, Mapping[str, Any]], Told]] = {
    "missing": _missing,
    "extra_forbidden": _unknown_key,
    "string_pattern_mismatch": _pattern,
    "literal_error": _choice,
    "wrong_type": _wrong_type,
    "too_low": _out_of_bounds("too_low"),
    "too_high": _out_of_bounds("too_high"),
    "not_above": _out_of_bounds("not_above"),
    "not_whole": _not_whole,
    "not_finite": _plain_code("not_finite"),
    "finite_number": _plain_code("not_finite"),
    "half_range": _plain_code("half_range"),
    "range_of_setting": _plain_code("range_of_setting"),
    "range_order": _range_order,
    "discrete_values": _plain_code("discrete_values"),
    "discrete_weights": _plain_code("discrete_weights"),
    "string_too_short": _plain_code("empty_text"),
    "string_too_long": _text_too_long,
    "too_short": _empty,
}
"""How each kind of fault is told; a kind that is not here is told in general words."""
