"""The bundled facts by id: which there are, their text, and the file a reader is pointed to."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import tomli

_FORMS = (
    "network",
    "host",
    "joint_organ",
    "joint_operations_body",
    "public_body",
    "officials_merger",
    "cooperative",
    "foundation",
    "company",
    "merger",
    "alone",
)
_SALARY_TABLES = (
    "cao-gemeenten-2019-10",
    "cao-gemeenten-2020-07",
    "cao-gemeenten-2022-04",
    "cao-gemeenten-2023-01",
    "cao-gemeenten-2024-01",
    "cao-gemeenten-2024-10",
)


def form_ids() -> tuple[str, ...]:
    """Return the ids of the bundled forms, from the lightest to the merger, `alone` last."""
    return _FORMS


def form_text(form_id: str) -> str:
    """Return the TOML text of a bundled form; KeyError where there is none of that id."""
    return _text(_member("forms", form_id, _FORMS))


def form_file(form_id: str) -> str:
    """Return the file name of a bundled form as readers see it; KeyError where there is none."""
    return _shown(_member("forms", form_id, _FORMS))


def salary_table_ids() -> tuple[str, ...]:
    """Return the ids of the bundled salary tables, oldest first."""
    return _SALARY_TABLES


def salary_text(table_id: str) -> str:
    """Return the TOML text of a bundled salary table; KeyError where there is none of that id."""
    return _text(_member("salaries", table_id, _SALARY_TABLES))


def salary_file(table_id: str) -> str:
    """Return the file name of a bundled salary table as readers see it; KeyError if unknown."""
    return _shown(_member("salaries", table_id, _SALARY_TABLES))


def defaults_text() -> str:
    """Return the TOML text of the figures that hold where a scenario is silent."""
    return _text("defaults.toml")


def defaults_file() -> str:
    """Return the file name of those defaults as readers see it."""
    return _shown("defaults.toml")


@cache
def ranges() -> Mapping[str, Any]:
    """Return the published ranges: tables `sources`, `ranges` and `profiles`, list `calendar`."""
    return tomli.loads(_text("ranges.toml"))


@cache
def bounds() -> Mapping[str, Any]:
    """Return the bounds of our own by id, beyond which a figure is remarked on."""
    found: Mapping[str, Any] = tomli.loads(_text("bounds.toml"))["bounds"]
    return found


@cache
def decisions() -> Mapping[str, Any]:
    """Return the moments of deciding on a cooperation: table `sources`, list `moments`."""
    return tomli.loads(_text("decisions.toml"))


def _member(folder: str, fact_id: str, registered: tuple[str, ...]) -> str:
    # Ids come from a person's file: only a registered one may become part of a path.
    if fact_id not in registered:
        raise KeyError(fact_id)
    return f"{folder}/{fact_id}.toml"


@cache
def _text(path: str) -> str:
    return Path(__file__).parent.joinpath(path).read_text(encoding="utf-8")


def _shown(path: str) -> str:
    return f"orgdesign/library/{path}"
