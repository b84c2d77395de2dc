"""From files to a checked scenario: every fault at once, or a scenario that can be computed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from orgdesign.scenario.again import with_numbers
from orgdesign.scenario.figures import as_given, salary_figures
from orgdesign.scenario.gallery import scenario_folder
from orgdesign.scenario.layers.extends import Chain, follow
from orgdesign.scenario.layers.layer import Origins
from orgdesign.scenario.layers.merge import Tables
from orgdesign.scenario.layers.overlay import Override, read_overrides
from orgdesign.scenario.layers.taken_out import naming_removals
from orgdesign.scenario.paths import within
from orgdesign.scenario.problems import Problem, in_order
from orgdesign.scenario.read import parse, read
from orgdesign.scenario.removed import REMOVED
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.validate import examine
from orgdesign.words import LANGUAGES, Language

GivenOverrides = Sequence[str | tuple[str, object]]
"""What is tried on top of a file: `PATH=VALUE`, or a path with its value."""


class Loaded(NamedTuple):
    """A scenario, or all that is wrong with it, and every file that was read for it.

    `language` is the one that problems are told in: the one asked for, else the scenario's.
    """

    scenario: Scenario | None
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    language: Language = "nl"
    chain: Chain | None = None
    """The files as they were read, for trying something else on top of them."""
    tried: tuple[Override, ...] = ()
    """What was tried on top of them."""

    @property
    def asked(self) -> Language | None:
        """The language that the files ask for, None where they do not say."""
        return None if self.chain is None else asked_language(self.chain.resolved.own)


def load(
    path: Path,
    overrides: GivenOverrides = (),
    language: Language | None = None,
    folder: Path | None = None,
) -> Loaded:
    """Return the scenario of a file with what is tried on top of it.

    `folder` is the scenario folder: a file may extend another one below it.
    """
    chain = follow(path, read(path, str(path)), scenario_folder(folder))
    return _resolved(chain, overrides, language)


def load_again(loaded: Loaded, overrides: GivenOverrides) -> Loaded:
    """Return the scenario of files that were read before, with something else tried on top."""
    if loaded.chain is None:
        raise ValueError(loaded.files)
    tried, misread = read_overrides(overrides)
    if loaded.scenario is not None and not misread:
        resolved = loaded.chain.resolved.trying(tried)
        scenario = with_numbers(loaded.scenario, loaded.tried, tried, resolved)
        if scenario is not None:
            return loaded._replace(scenario=_telling(scenario, tried), tried=tuple(tried))
    return _resolved(loaded.chain, overrides, None)


def load_text(text: str, name: str = "scenario.toml", overrides: GivenOverrides = ()) -> Loaded:
    """Return the scenario of a text, as if it stood in the file of that name."""
    chain = follow(Path(name), parse(text, name), scenario_folder())
    return _resolved(chain, overrides, None)


def _resolved(chain: Chain, overrides: GivenOverrides, language: Language | None) -> Loaded:
    tried, misread = read_overrides(overrides)
    resolution = chain.resolved.trying(tried)
    own = resolution.own
    origins = resolution.origins()
    found = [*chain.problems, *resolution.problems, *misread]
    tables = _without_salaries(origins.tables, own)
    examined = examine(tables, origins.place, chain.doubtful)
    found += naming_removals(examined.problems, resolution.taken_out)
    scenario = None
    if examined.document is not None and not found:
        scenario = Scenario(
            examined.document, as_given(examined.figures, own), origins,
            file=chain.layers[-1].file, raw=own,
        )  # fmt: skip
        scenario = _telling(_with_salaries(scenario, origins), tried)
    said = language or language_of(own)
    return Loaded(scenario, in_order(found), tuple(chain.files), said, chain, tuple(tried))


def _with_salaries(scenario: Scenario, origins: Origins) -> Scenario:
    salaries = salary_figures(scenario, origins.tables)
    return replace(scenario, figures={**scenario.figures, **salaries})


def _telling(scenario: Scenario, overrides: Sequence[Override]) -> Scenario:
    """Return a scenario that tells what was tried on its files."""
    given, known = tuple(map(_figure_of, overrides)), scenario.figures
    around = tuple(f"{path}{mark}" for path in given if path not in known for mark in ".[")
    figures = tuple(path for path in known if path in given or (around and path.startswith(around)))
    others = tuple(x for x, path in zip(overrides, given, strict=True) if not _sets(path, figures))
    return replace(
        scenario,
        tried=figures,
        tried_beside=tuple(x.text for x in others if x.value is not REMOVED),
        taken_out=tuple(x.path for x in others if x.value is REMOVED),
        overrides=tuple(override.text for override in overrides),
    )


def _figure_of(override: Override) -> str:
    """Return the path of the figure of which an override sets the value or an end."""
    return re.sub(r"\.(value|low|high)$", "", override.path)


def _sets(path: str, figures: Sequence[str]) -> bool:
    """Return whether what is set at a path is told by a figure."""
    return any(within(figure, path) for figure in figures)


def _without_salaries(tables: Mapping[str, Any], own: Tables) -> Tables:
    """Return the tables of the file: the bundled salary tables are none of them."""
    return {key: table for key, table in tables.items() if key != "salaries" or key in own}


def language_of(tables: Mapping[str, Any]) -> Language:
    """Return the language that tables ask for, Dutch where they do not say."""
    return asked_language(tables) or "nl"


def asked_language(tables: Mapping[str, Any]) -> Language | None:
    """Return the language that tables ask for, None where they do not say."""
    about = tables.get("scenario")
    asked = about.get("language") if isinstance(about, dict) else None
    return next((language for language in LANGUAGES if language == asked), None)
