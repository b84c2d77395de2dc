"""Numbers, dates and words as people type them where TOML wants something else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from orgdesign.scenario.problems import plain
from orgdesign.scenario.text.finding import Finding
from orgdesign.scenario.text.number_marks import VULGAR, cut_off, decimal, grouped, whole_or_decimal
from orgdesign.scenario.text.typed_dates import IN_NUMBERS, IN_WORDS, OF_MONTH, date_of

_SIZE = r"\d(?:[\d.,_]*\d)?(?:[ \t\u00a0\u202f'’]\d{3}(?!\d))*(?:[.,]\d+)?"
_DIGITS = r"(?:[+\-−–][ \t]?)?" + _SIZE
_PER = r"(?:[ \t]*(?:/|\bper\b)[^\n,;}\]#]*)?"
_ENDS = r"(?![\d.]|,\d)"
_START = r"(?<![\w.,+\-])"
_TRUE = ("ja", "waar", "yes", "true", "on", "aan")
_FALSE = ("nee", "onwaar", "no", "false", "off", "uit")
_NOTHING = (
    "nvt", "n.v.t.", "n.v.t", "n.a.", "n/a", "na", "pm", "p.m.", "p.m", "null", "none", "nil",
    "nan", "inf", "geen", "leeg", "onbekend", "unknown", "tbd", "n.t.b.", "ntb",
    "-", "–", "—", "?", "??",
)  # fmt: skip
_POWERS = {
    "k": 1e3, "duizend": 1e3, "thousand": 1e3, "m": 1e6, "mln": 1e6, "miljoen": 1e6,
    "mio": 1e6, "million": 1e6, "mld": 1e9, "miljard": 1e9, "billion": 1e9,
}  # fmt: skip


class Rule(NamedTuple):
    """Letters that betray a fault, and what they would be in TOML: None is "another rule's"."""

    code: str
    pattern: re.Pattern[str]
    details: Callable[[re.Match[str]], dict[str, object] | None]


def _instead(written: str) -> dict[str, object] | None:
    return {"instead": written} if written else None


def _number(found: re.Match[str]) -> dict[str, object] | None:
    number = whole_or_decimal(found["number"])
    return _instead(grouped(number)) if number else None


def _percent(found: re.Match[str]) -> dict[str, object] | None:
    number = decimal(found["number"])
    return _instead(plain(round(float(number) / 100, 12))) if number else None


def _with_unit(found: re.Match[str]) -> dict[str, object] | None:
    unit = found["unit"]
    power = _POWERS.get(unit.lower().rstrip("."))
    number = decimal(found["number"]) if power else whole_or_decimal(found["number"])
    if not number:
        return None
    written = plain(float(number) * power) if power else number
    return {"instead": grouped(written), "unit": unit}


def _date(found: re.Match[str]) -> dict[str, object] | None:
    typed = date_of(found)
    return None if typed is None else _instead(typed.isoformat())


def _either(found: re.Match[str]) -> dict[str, object] | None:
    whole, decimals = found["number"].split(",")
    # Zeros at the end are no decimals that anybody types; others might be.
    fraction = f"{int(whole)}.{decimals.rstrip('0') or '0'}"
    return {"instead": grouped(whole + decimals), "other": fraction}


def _leading_point(found: re.Match[str]) -> dict[str, object] | None:
    sign = "-" if found[0].startswith(("-", "−", "–")) else ""
    return _instead(f"{sign}0.{found['decimals']}")


def _leading_zero(found: re.Match[str]) -> dict[str, object] | None:
    number = decimal(re.sub(r"^\+?[0_]+(?=\d)", "", found[0]))
    return {"instead": number or "1", "quoted": f'"{found[0]}"'}


def _fraction(found: re.Match[str]) -> dict[str, object] | None:
    below = int(found["below"])
    return _instead(f"{int(found['above']) / below:.6g}") if below else None


def _vulgar(found: re.Match[str]) -> dict[str, object] | None:
    number = int(found["number"] or 0) + unicodedata.numeric(found["sign"])
    return _instead(f"{number:.6g}")


def _exponent(found: re.Match[str]) -> dict[str, object] | None:
    number = decimal(found["number"])
    return _instead(grouped(plain(float(f"{number}e{found['power']}")))) if number else None


def _range(found: re.Match[str]) -> dict[str, object] | None:
    low, high = whole_or_decimal(found["low"]), whole_or_decimal(found["high"])
    if not (low and high) or float(low) > float(high):
        return None
    middle = plain((float(low) + float(high)) / 2)
    return {"low": grouped(low), "high": grouped(high), "middle": grouped(middle)}


def _range_after_value(found: re.Match[str]) -> dict[str, object] | None:
    numbers = {name: whole_or_decimal(found[name]) for name in ("value", "low", "high")}
    if not all(numbers.values()):
        return None
    if "%" in found[0]:
        numbers = {name: plain(float(each) / 100) for name, each in numbers.items()}
    written = ", ".join(f"{name} = {grouped(each)}" for name, each in numbers.items())
    return {"instead": f"{{ {written} }}"}


def _in_brackets(found: re.Match[str]) -> dict[str, object] | None:
    number = grouped(whole_or_decimal(found["number"]) or "0")
    return {"instead": f"-{number}", "other": number}


def _underscores(found: re.Match[str]) -> dict[str, object] | None:
    return _instead(grouped(found[0].replace("_", "")))


def _boolean(found: re.Match[str]) -> dict[str, object] | None:
    word = found[0].lower()
    return _instead("true") if word in _TRUE else _instead("false") if word in _FALSE else None


def _nothing(found: re.Match[str]) -> dict[str, object] | None:
    return {"word": found[0]} if found[0].lower() in _NOTHING else None


def _plain(found: re.Match[str]) -> dict[str, object] | None:
    return {}


def _rule(
    code: str, pattern: str, details: Callable[[re.Match[str]], dict[str, object] | None]
) -> Rule:
    return Rule(code, re.compile(pattern), details)


def _each(name: str) -> str:
    return rf"(?:€[ \t]?)?(?P<{name}>{_SIZE})[ \t]?%?"


_TO = r"[ \t]*(?:-|–|—|\.\.\.?|…|tot|à|t/m|to)[ \t]*"

RULES: tuple[Rule, ...] = (
    _rule(
        "range_after_value",
        _START + rf"{_each('value')}[ \t]*\([ \t]*{_each('low')}{_TO}{_each('high')}[ \t]*\)",
        _range_after_value,
    ),
    *(_rule("date_order", pattern, _date) for pattern in (*IN_NUMBERS, *IN_WORDS)),
    *(_rule("no_such_date", pattern, _plain) for pattern in (*IN_NUMBERS, *IN_WORDS)),
    _rule("date_without_day", OF_MONTH, _date),
    _rule(
        "currency", rf"(?:€|\$|£|EUR|eur|euro)[ \t]?(?P<number>{_DIGITS})(?:,-+)?{_PER}", _number
    ),
    _rule(
        "currency",
        _START + rf"(?P<number>{_DIGITS})(?:,-+)?[ \t]?(?:€|\$|£|EUR\b|euro?s?\b){_PER}",
        _number,
    ),
    _rule(
        "percent",
        _START + rf"(?P<number>{_DIGITS})[ \t]?(?:%|procent\b|percent\b|pct\b){_PER}",
        _percent,
    ),
    _rule(
        "comma_dash",
        _START + r"(?P<number>\d[\d.]*(?:[ \t\u00a0\u202f]\d{3})*),(?:-+|–|—)",
        _number,
    ),
    _rule("fraction_typed", rf"(?:(?P<number>\d{{1,9}})[ \t]?)?(?P<sign>[{VULGAR}])", _vulgar),
    _rule(
        "decimal_comma",
        _START + r"(?P<number>[+-]?\d+(?:,\d+)?)[ \t]?[eE][ \t]?(?P<power>[+-]?\d{1,2})(?!\w)",
        _exponent,
    ),
    _rule(
        "range_typed",
        _START
        + rf"(?P<low>{_SIZE})[ \t]?(?:-|–|—|\.\.\.?|…|tot|à|t/m|to)[ \t]?"
        + rf"(?P<high>{_SIZE})(?![\w%])",
        _range,
    ),
    _rule(
        "typed_unit",
        _START
        + rf"(?P<number>{_DIGITS})[ \t]?(?P<unit>(?!e[+-]?\d)[^\W\d_][^\W\d_.]*\.?)(?![\w ]*=)"
        + _PER,
        _with_unit,
    ),
    _rule(
        "approximate",
        r"(?:[~≈±<>≤≥]=?|\bca\.?|\bcirca)[ \t]*(?P<number>\d(?:[\d.,_]*\d)?)",
        _number,
    ),
    _rule("in_brackets", r"\([ \t]*(?P<number>\d(?:[\d.,_]*\d)?)[ \t]*\)", _in_brackets),
    _rule(
        "fraction_typed",
        _START + r"(?P<above>\d{1,9})[ \t]?/[ \t]?(?P<below>\d{1,9})(?![\d/])",
        _fraction,
    ),
    _rule(
        "calculation",
        _START + rf"(?:{_SIZE}[ \t]*[*/+x×:-][ \t]*\(?\d|\()[^\n,}}\]#]*",
        _plain,
    ),
    _rule("decimal_comma", _START + r"(?P<number>[+-]?\d{1,3}(?:\.\d{3})+,\d+)", _number),
    _rule(
        "thousands_comma",
        _START + r"(?P<number>[+-]?\d{1,3}(?:,\d{3})+\.\d+|[+-]?\d{1,3}(?:,\d{3}){2,})",
        _number,
    ),
    _rule("thousands_point", _START + r"(?P<number>[+-]?\d{1,3}(?:\.\d{3}){2,})" + _ENDS, _number),
    _rule("comma_either", _START + r"(?P<number>[1-9]\d{0,2},\d{3})" + _ENDS, _either),
    _rule("decimal_comma", _START + r"(?P<number>[+-]?\d+,\d+)" + _ENDS, _number),
    _rule(
        "thousands_space",
        _START + r"(?P<number>[+-]?\d{1,3}(?:[ \t\u00a0\u202f'’]\d{3})+(?:[.,]\d+)?)(?!\d)",
        _number,
    ),
    _rule("leading_point", r"(?<![\w.])[+\-−–]?[.,](?P<decimals>\d+)" + _ENDS, _leading_point),
    _rule("leading_zero", _START + r"\+?0[\d_]*\d(?:[.,]\d+)?(?!\w)" + _ENDS, _leading_zero),
    _rule(
        "underscores",
        r"(?<![\w.,])_*\d[\d_]*_(?:_|(?!\d))\d*[\d_]*(?!\w)",
        _underscores,
    ),
    _rule("minus_sign", r"(?P<number>(?:[−–]|-[ \t]+)[ \t]?\d(?:[\d.,_]*\d)?)", _number),
    _rule("trailing_point", _START + r"(?P<number>\d[\d_]*)\.(?![\d.])", _number),
    _rule("boolean_word", r"(?<![\w.])[^\W\d_]+(?![\w.])", _boolean),
    _rule(
        "no_value",
        r"(?<![\w.])(?:[^\W\d_](?:[./]?[^\W\d_]){0,9}\.?|[-–—?]+)(?![\w.])",
        _nothing,
    ),
)
"""What is tried, in this order; the first that fits where reading stopped counts."""

_UNQUOTED = re.compile(r"[^\s\"'#=,;{}\[\]][^\n\"#=,;{}\[\]]*")


def number_or_word(visible: str, offset: int) -> Finding | None:
    """Return which number, date or word stands where reading stopped, None where none does."""
    before = len(visible[:offset].rstrip())
    line = visible.rfind("\n", 0, offset) + 1
    end = visible.find("\n", offset)
    stretch = visible[: len(visible) if end < 0 else end]
    value, part = _value(stretch, line), None
    for rule in RULES:
        for found in rule.pattern.finditer(stretch, line):
            outside = found.start() > offset or found.end() < before
            if outside or found.start() < value:
                continue
            details = rule.details(found)
            if details is None:
                continue
            if run := cut_off(stretch, value, found):
                part = part or run
            else:
                return Finding(rule.code, found.start(), found.end(), details, "0")
    return Finding("number_unclear", part.start(), part.end(), {}, "0") if part else None


def unquoted(visible: str, offset: int) -> Finding | None:
    """Return the text that should have stood between quotes, None where reading stopped at none."""
    found = _UNQUOTED.match(visible, offset)
    if found is None:
        return None
    text = found[0].rstrip()
    return Finding("unquoted", offset, offset + len(text), {"instead": f'"{text}"'}, "0")


def _value(stretch: str, line: int) -> int:
    """Return where the values of a line start: after its first equals sign, if it has one."""
    equals = stretch.find("=", line)
    return equals + 1 if equals >= 0 else line
