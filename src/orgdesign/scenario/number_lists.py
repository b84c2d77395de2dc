"""A list of numbers as people type it where TOML cannot read it: 0,2 0,6 or [0,05; 0,6]."""

from __future__ import annotations

import re

from orgdesign.scenario.finding import Finding
from orgdesign.scenario.statements import Fault, Masked

_MEMBER = r"(?:\d{1,15}(?:[.,]\d{1,2})?|0[.,]\d{1,15})"
_BETWEEN = r"(?:[ \t]*;\s*|,\s+|\n\s*)"
_MEMBERS = re.compile(rf"\s*{_MEMBER}(?:{_BETWEEN}{_MEMBER})*\s*,?\s*")
_SHARE = r"(?:[01]|0[.,]\d{1,15}|1[.,]0{1,15})"
_SHARES = rf"{_SHARE}(?:(?:[ \t]*;[ \t]*|,?[ \t]+){_SHARE})+"
_WITHOUT_BRACKETS = re.compile(rf"[^=\[\]{{}}\n]*=[ \t]*(?P<list>{_SHARES})[ \t]*\n?")
_PARTED = re.compile(r"\s*;\s*|,?\s+")


def number_list(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    """Return a list with decimal commas or semicolons in it, or without its square brackets."""
    found = _WITHOUT_BRACKETS.fullmatch(seen.text)
    if found is not None:
        return _finding(found["list"], *found.span("list"))
    start = max(seen.text.rfind(sign, 0, fault.offset) for sign in "[]{}")
    end = seen.text.find("]", start)
    if start < 0 or end < 0 or seen.text[start] != "[":
        return None
    inside = seen.text[start + 1 : end]
    return _finding(inside, start, end + 1) if _MEMBERS.fullmatch(inside) else None


def _finding(typed: str, start: int, end: int) -> Finding | None:
    members = [each for each in _PARTED.split(typed.strip(" \t\n,;")) if each]
    if len(members) < 2:
        return None
    instead = ", ".join(_member(each) for each in members)
    return Finding("number_list", start, end, {"instead": f"[{instead}]"}, "0")


def _member(typed: str) -> str:
    """Return a number with a decimal point and without zeros before it."""
    whole, point, decimals = typed.replace(",", ".").partition(".")
    return str(int(whole)) + point + decimals
