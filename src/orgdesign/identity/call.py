"""The settings of a table as the options of a command, and back."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from orgdesign.identity.canonical import decimal
from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.settings import Overrun, Settings, settings_for, typed_overrun

_FLAGS = {
    "language": "--lang",
    "numbers": "--numbers",
    "against": "--against",
    "measure": "--measure",
    "year": "--year",
    "unit": "--unit",
    "mask_below": "--mask",
    "options": "--option",
    "municipalities": "--municipality",
    "keys": "--key",
    "overrun": "--overrun",
    "leaving": "--leaving",
}
_SEVERAL = ("options", "municipalities", "keys", "leaving")
_SWITCHES = {"per_inhabitant": "--per-inhabitant", "percentage": "--percentage"}
_SET = "--set"


def known_flags() -> frozenset[str]:
    """Return the options that a check line may have."""
    return frozenset((_SET, *_FLAGS.values(), *_SWITCHES.values()))


def arguments(scenario: Scenario, table: str, settings: Settings) -> str:
    """Return the options with which a command gives a table, beside its name and the file."""
    tried = [part for override in scenario.overrides for part in (_SET, override)]
    return shlex.join([*tried, *flags(settings, settings_for(scenario, table))])


def flags(settings: Settings, usual: Settings) -> list[str]:
    """Return the options that ask for settings where others are usual."""
    parts: list[str] = []
    for field, flag in _FLAGS.items():
        given = getattr(settings, field)
        if given != getattr(usual, field):
            values = given if field in _SEVERAL else (given,)
            parts += [part for value in values for part in (flag, _text(value))]
    return parts + [flag for field, flag in _SWITCHES.items() if getattr(settings, field)]


def _text(value: object) -> str:
    if isinstance(value, Overrun):
        share = value.unit == "share"
        return f"{decimal(Decimal(repr(value.amount)) * 100)}%" if share else decimal(value.amount)
    if isinstance(value, tuple):
        return "+".join(value)
    return decimal(value) if isinstance(value, float) else str(value)


def changes(parts: Sequence[str]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return what options ask for: changes of the settings, and what is tried on the file.

    Raises ValueError for an option that no table has, and for a value that cannot be read.
    """
    fields = {flag: field for field, flag in (*_FLAGS.items(), *_SWITCHES.items())}
    found: dict[str, Any] = {}
    tried: list[str] = []
    for flag, value in _pairs(parts):
        if flag in _SWITCHES.values():
            found[fields[flag]] = True
        elif flag == _SET:
            tried.append(value)
        elif fields[flag] in _SEVERAL:
            found[fields[flag]] = (*found.get(fields[flag], ()), _read(fields[flag], value))
        else:
            found[fields[flag]] = _read(fields[flag], value)
    return found, tuple(tried)


def parted(parts: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the options of a check line that stand among other words, and the other words."""
    options: list[str] = []
    others: list[str] = []
    waiting = list(parts)
    while waiting:
        part = waiting.pop(0)
        flag, joined, _ = part.partition("=")
        if flag not in known_flags():
            others.append(part)
            continue
        valued = not joined and flag not in _SWITCHES.values()
        options += [part, *([waiting.pop(0)] if valued and waiting else [])]
    return options, others


def _pairs(parts: Sequence[str]) -> Iterator[tuple[str, str]]:
    waiting = list(parts)
    while waiting:
        part = waiting.pop(0)
        flag, joined, value = part.partition("=")
        if part in _SWITCHES.values():
            yield part, ""
        elif flag in known_flags() and (joined or waiting):
            yield flag, value if joined else waiting.pop(0)
        else:
            raise ValueError(part)


def _read(field: str, value: str) -> object:
    if field == "year":
        return int(value)
    if field == "leaving":
        return tuple(each.strip() for each in value.split("+"))
    if field == "overrun":
        try:
            return typed_overrun(value)
        except ValueError as fault:
            message = f"{_FLAGS[field]} {value}"
            raise ValueError(message) from fault
    return float(value) if field == "mask_below" else value
