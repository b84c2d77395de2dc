"""Numbers with the marks of a place turned into numbers as TOML writes them."""

from __future__ import annotations

import re

VULGAR = "¼½¾⅓⅔⅛⅜⅝⅞"
"""Fractions that are one letter."""
_RUN = re.compile(
    r"\d(?:[\d.,_'’]*\d)?(?:[ \t\u00a0\u202f]+[.,]?\d(?:[\d.,_'’]*\d)?)*"
    rf"(?:[ \t]?[{VULGAR}])?(?:[eE][+-]?\d+)?"
)
_SPACED = re.compile(r"\d[\s'’]+\d")
_THOUSANDS = re.compile(r"[+\-−–]?\s*\d{1,3}(?:[\s'’]\d{3})+(?:[.,]\d+)?")


def cut_off(text: str, start: int, found: re.Match[str]) -> re.Match[str] | None:
    """Return the run of digits and marks of which a match in a text holds a part only.

    Runs before `start` do not count. None where the match cuts none: then no digit that somebody
    typed with those of the match is left out of it.
    """
    for run in _RUN.finditer(text, start):
        touches = run.start() < found.end() and found.start() < run.end()
        if touches and not found.start() <= run.start() <= run.end() <= found.end():
            return run
    return None


def grouped(digits: str) -> str:
    """Return whole digits with an underscore before every three, as 78_500."""
    whole, point, decimals = digits.partition(".")
    sign = whole[:1] if whole[:1] in "+-" else ""
    number = whole.removeprefix(sign).replace("_", "")
    return sign + (f"{int(number):_}" if number else "0") + point + decimals


def decimal(typed: str) -> str:
    """Return a number with a decimal point from one with any marks: the last single one counts."""
    if _SPACED.search(typed) and not _THOUSANDS.fullmatch(typed):
        return ""
    digits = re.sub(r"[\s_'’]", "", typed).replace("−", "-").replace("–", "-")
    comma, point = digits.count(","), digits.count(".")
    if comma and point:
        thousands = "." if digits.rfind(",") > digits.rfind(".") else ","
        digits = digits.replace(thousands, "").replace(",", ".")
    elif comma > 1 or point > 1:
        digits = digits.replace(",", "").replace(".", "")
    digits = digits.replace(",", ".").strip(".")
    return digits if re.fullmatch(r"[+-]?\d{1,15}(?:\.\d{1,15})?", digits) else ""


def whole_or_decimal(typed: str) -> str:
    """Return a number as by `decimal`, but three decimals are taken for thousands."""
    thousands = re.fullmatch(r"[+-]?[1-9]\d{0,2}\.\d{3}", typed)
    return typed.replace(".", "") if thousands else decimal(typed)
