"""The options that commands share, and what they ask for of a scenario."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from orgdesign.cli.commands import ASCII
from orgdesign.cli.shape import near
from orgdesign.cli.talk import WrongCallError, words
from orgdesign.measures import MEASURES
from orgdesign.words import LANGUAGES, Language
from orgdesign.words.visible import visible

if TYPE_CHECKING:
    from orgdesign.scenario.scenario import Scenario
    from orgdesign.tables.settings import Settings

Decorated = TypeVar("Decorated", bound=Callable[..., object])
UNITS = ("euros", "thousand_euros", "cents")
FORMATS = ("text", "md", "csv", "iso-csv", "tsv", "json", "html", "latex")


def lang_option(function: Decorated) -> Decorated:
    """Add `--lang`; given before the command it holds as well."""
    return click.option(
        "--lang", type=click.Choice(LANGUAGES), help=words("opt_lang"), callback=_or_of_program
    )(function)


def ascii_option(function: Decorated) -> Decorated:
    """Add `--ascii`; given before the command or the file it holds as well."""
    return click.option(
        ASCII, "plain_letters", is_flag=True, help=words("opt_ascii"), callback=_or_of_program
    )(function)


def _or_of_program(ctx: click.Context, option: click.Parameter, given: object) -> object:
    above = ctx.parent.params.get(option.name or "") if ctx.parent else None
    return given or above


def mask_option(default: float | None, about: str) -> Callable[[Decorated], Decorated]:
    """Return what adds `--mask`: a number of fte, never below zero."""
    return click.option(
        "--mask", type=float, default=default, metavar="FTE", help=about, callback=_fte
    )


def _fte(_ctx: click.Context, _option: click.Parameter, given: float | None) -> float | None:
    if given is not None and not 0 <= given < math.inf:
        raise WrongCallError(words("no_mask"))
    return given


def set_option(function: Decorated) -> Decorated:
    """Add `--set`."""
    return click.option(
        "--set", "overrides", multiple=True, metavar="PATH=VALUE", help=words("opt_set")
    )(function)


def view_options(function: Decorated) -> Decorated:
    """Add what is tried on the file, and what of it a table is about."""
    options = (
        set_option,
        click.option("--option", "options", multiple=True, help=words("opt_option")),
        click.option(
            "--municipality", "municipalities", multiple=True, help=words("opt_municipality")
        ),
        click.option("--measure", type=click.Choice(MEASURES), help=words("opt_measure")),
        click.option("--year", type=int, help=words("opt_year")),
        click.option(
            "--against", type=click.Choice(["alone", "absolute"]), help=words("opt_against")
        ),
        click.option("--per-inhabitant", is_flag=True, help=words("opt_per_inhabitant")),
        click.option("--percentage", is_flag=True, help=words("opt_percentage")),
    )
    for option in reversed(options):
        function = option(function)
    return function


def table_options(function: Decorated) -> Decorated:
    """Add everything that says what a table shows and how."""
    options = (
        view_options,
        click.option("--unit", type=click.Choice(UNITS), help=words("opt_unit")),
        click.option("--key", "keys", multiple=True, help=words("opt_key")),
        click.option("--overrun", metavar="10%|EUROS", help=words("opt_overrun")),
        click.option("--leaving", multiple=True, metavar="A+B", help=words("opt_leaving")),
        mask_option(None, words("opt_mask")),
        click.option("--format", "form", type=click.Choice(FORMATS), help=words("opt_format")),
        click.option("--plain", is_flag=True, help=words("opt_plain")),
        lang_option,
        click.option("--numbers", metavar="LOCALE", help=words("opt_numbers")),
        click.option("--fail-on", type=click.Choice(["thresholds"]), help=words("opt_fail_on")),
    )
    for option in reversed(options):
        function = option(function)
    return function


class Asked(NamedTuple):
    """What a call of a table asked for, as typed."""

    overrides: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    measure: str | None = None
    year: int | None = None
    against: str | None = None
    per_inhabitant: bool = False
    percentage: bool = False
    unit: str | None = None
    keys: tuple[str, ...] = ()
    overrun: str | None = None
    leaving: tuple[str, ...] = ()
    mask: float | None = None
    form: str | None = None
    plain: bool = False
    lang: str | None = None
    numbers: str | None = None
    fail_on: str | None = None

    @property
    def writer(self) -> str:
        """The format asked for."""
        if self.plain:
            return "plain"
        return self.form or "text"

    def settings(self, scenario: Scenario, table: str) -> Settings:
        """Return the settings of a table; raises WrongCallError for what the scenario lacks."""
        from orgdesign.tables.settings import settings_for

        return settings_for(scenario, table, **self.changes(scenario))

    def changes(self, scenario: Scenario) -> dict[str, Any]:
        """Return what of the settings was asked for, None where nothing was.

        Raises WrongCallError for what the scenario lacks.
        """
        from orgdesign.cli.sharing_options import known_key, leavers_of, overrun_of

        self._check(scenario)
        return dict(
            language=self.lang,
            numbers=self.numbers,
            against=self.against,
            per_inhabitant=self.per_inhabitant or None,
            percentage=self.percentage or None,
            measure=self.measure,
            year=self.year,
            unit=self.unit,
            mask_below=self.mask,
            keys=tuple(known_key(scenario, each) for each in self.keys) or None,
            overrun=overrun_of(self.overrun),
            leaving=tuple(leavers_of(scenario, each) for each in self.leaving) or None,
            options=tuple(known_option(scenario, each) for each in self.options) or None,
            municipalities=tuple(known_municipality(scenario, each) for each in self.municipalities)
            or None,
        )

    def writing(self, spoken: Language) -> Settings:
        """Return the settings of a table that is of no scenario: language and numbers.

        Raises WrongCallError where they cannot be had.
        """
        from orgdesign.tables.settings import Settings

        self._check_writing()
        language = next((each for each in LANGUAGES if each == self.lang), spoken)
        return Settings(language, self.numbers or ("nl_NL" if language == "nl" else "en_GB"))

    def _check(self, scenario: Scenario) -> None:
        self._check_writing()
        if self.year is not None:
            known_year(scenario, self.year)

    def _check_writing(self) -> None:
        if self.plain and self.form not in (None, "text"):
            raise WrongCallError(words("no_comparison_format", format=self.form))
        if self.numbers is not None:
            from orgdesign.words.formats import known

            if not known(self.numbers):
                raise WrongCallError(words("unknown_numbers", numbers=visible(self.numbers)))


def known_option(scenario: Scenario, given: str) -> str:
    """Return the id of an option given by id or name; raises WrongCallError where there is none."""
    named = {id: table.name for id, table in scenario.document.options.items()}
    return _known(scenario, given, {"alone": words("alone"), **named}, "unknown_option")


def known_municipality(scenario: Scenario, given: str, *also: str) -> str:
    """Return the id of a municipality given by id or name; raises WrongCallError if unknown.

    A word that may stand in the place of one is its own id where no municipality has it.
    """
    named = {each: each for each in also}
    named |= {id: table.name for id, table in scenario.document.municipalities.items()}
    return _known(scenario, given, named, "unknown_municipality")


def known_year(scenario: Scenario, year: int) -> int:
    """Return a year of the horizon; raises WrongCallError for another."""
    years: Sequence[int] = scenario.years
    if year not in years:
        raise WrongCallError(words("unknown_year", year=year, first=years[0], last=years[-1]))
    return year


def _known(scenario: Scenario, given: str, named: dict[str, str], entry: str) -> str:
    if given in named:
        return given
    found = [id for id, name in named.items() if name.casefold() == given.casefold()]
    if found:
        return found[0]
    raise WrongCallError(unknown(entry, given, named, file=visible(scenario.file)))


def unknown(entry: str, given: str, known: Iterable[str], **details: Any) -> str:
    """Return that something is not known, what is, and what may have been meant."""
    listed = list(known)
    said = words(entry, id=visible(given), known=", ".join(listed), **details)
    return said + near(given, listed)


def known_line(given: str, language: Language) -> str:
    """Return the id of a line of the bill by id or name; raises WrongCallError where unknown."""
    from orgdesign.lines import LINES
    from orgdesign.model.explain_measure import TEMPORARY
    from orgdesign.words import say

    id, known = given.replace("-", "_"), (*LINES, TEMPORARY)
    if id in known:
        return id
    for line in known:
        if say(f"terms.{line}", language).casefold() == given.casefold():
            return line
    raise WrongCallError(unknown("unknown_line", id, LINES))
