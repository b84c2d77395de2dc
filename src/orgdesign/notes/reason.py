"""A reason why a figure has no effect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from orgdesign.notes.survey import Survey
from orgdesign.scenario.paths import Parts


class Why(NamedTuple):
    """A reason: an entry of the catalogue, and the table that it holds for as a whole."""

    entry: str
    details: Mapping[str, str] = MappingProxyType({})
    table: str | None = None


Rule = Callable[[Survey, Parts], Why | None]
"""Gives the reason why the figure at a path has no effect, None where it is not this one."""
