"""A list as people type it where TOML cannot read it: 0,2 0,6 or [0,05; 0,6] or berg, hert."""

from __future__ import annotations

import re

from orgdesign.scenario.text.finding import Finding
from orgdesign.scenario.text.statements import Fault, Masked

_MEMBER = r"-?(?:\d{1,15}(?:[.,]\d{1,2})?|0[.,]\d{1,15})"
_BETWEEN = r"(?:[ \t]*;\s*|,\s+|\n\s*|[ \t]+(?!\d{3}(?!\d)))"
_MEMBERS = re.compile(rf"\s*{_MEMBER}(?:{_BETWEEN}{_MEMBER})*\s*,?\s*")
_SHARE = r"(?:[01]|0[.,]\d{1,15}|1[.,]0{1,15})"
_SHARES = rf"{_SHARE}(?:(?:[ \t]*;[ \t]*|,?[ \t]+){_SHARE})+"
_WITHOUT_BRACKETS = re.compile(rf"[^=\[\]{{}}\n]*=[ \t]*(?P<list>{_SHARES})[ \t]*\n?")
_TEXT = r"(?:\"[^\"\n]*\"|'[^'\n]*'|[^\W\d][\w' -]*)"
_TEXTS = re.compile(
    r"[ \t]*(?:participants|tasks|systems|heads|suitable_for|open_to)[ \t]*=[ \t]*"
    rf"(?P<list>{_TEXT}(?:[ \t]*,[ \t]*{_TEXT})+)[ \t]*(?:#[^\n]*)?\n?$"
)
_PARTED = re.compile(r"\s*;\s*|,?\s+")


def number_list(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    """Return a list with decimal commas or semicolons in it, or without its square brackets."""
    found = _WITHOUT_BRACKETS.fullmatch(seen.text)
    if found is not None and any(mark in found["list"] for mark in ".,;"):
        return _finding(found["list"], *found.span("list"))
    start = max(seen.text.rfind(sign, 0, fault.offset) for sign in "[]{}")
    end = seen.text.find("]", start)
    if start < 0 or end < 0 or seen.text[start] != "[":
        return None
    inside = seen.text[start + 1 : end]
    return _finding(inside, start, end + 1) if _MEMBERS.fullmatch(inside) else None


def text_list(statement: str, seen: Masked, fault: Fault) -> Finding | None:
    """Return a list of ids or names without its square brackets."""
    found = _TEXTS.match(statement)
    if found is None:
        return None
    texts = (each.strip("\"' \t") for each in found["list"].split(","))
    instead = ", ".join(f'"{each}"' for each in texts)
    return Finding("list_needed", *found.span("list"), {"instead": f"[{instead}]"}, "0")


def _finding(typed: str, start: int, end: int) -> Finding | None:
    members = [each for each in _PARTED.split(typed.strip(" \t\n,;")) if each]
    if len(members) < 2:
        return None
    instead = ", ".join(_member(each) for each in members)
    return Finding("number_list", start, end, {"instead": f"[{instead}]"}, "0")


def _member(typed: str) -> str:
    """Return a number with a decimal point and without zeros before it."""
    whole, point, decimals = typed.replace(",", ".").removeprefix("-").partition(".")
    return ("-" if typed.startswith("-") else "") + str(int(whole)) + point + decimals
