"""Terms of employment, tax and grant beside what was published, and prices beside each other."""

from __future__ import annotations

from collections.abc import Iterator

import tomli

from orgdesign.library import loader
from orgdesign.notes.note import Figures, Note, Number, Published
from orgdesign.notes.survey import Survey
from orgdesign.quantities import Quantity
from orgdesign.scenario.paths import parent_path
from orgdesign.tables.table import Unit

_SINGLE: tuple[tuple[str, str, Unit], ...] = (
    ("staff.attrition", "attrition", "share"),
    ("staff.productive_hours", "productive_hours", "count"),
    ("staff.ikb", "ikb", "share"),
    ("staff.on_costs", "on_costs", "share"),
)
"""Figures that are compared with a published range: path, range, and unit to print."""


def unusual_terms(survey: Survey) -> Iterator[Note]:
    """Yield the terms of employment outside what was published."""
    given = frozenset(survey.own)
    for path, id, unit in _SINGLE:
        if path in given:
            value = survey.scenario.figures[path].value
            yield from _outside(survey, "unusual", Published("ranges", id), (path,), value, unit)


def unusual_tax(survey: Survey) -> Iterator[Note]:
    """Yield the rates of value added tax above what can stick to a charge."""
    published = Published("ranges", "vat_not_recoverable")
    for path in survey.own:
        if path.endswith(".vat_rate"):
            value = survey.scenario.figures[path].value
            yield from _outside(survey, "unusual", published, (path,), value, "share")


def unusual_client_role(survey: Survey) -> Iterator[Note]:
    """Yield the client roles that are smaller or larger than is usual; a host needs none."""
    published = Published("ranges", "client_fte")
    for option in survey.cooperating:
        given = survey.scenario.property(option, "client_fte")
        if given is None or survey.merges(option):
            continue
        path = survey.scenario.property_path(option, "client_fte")
        host = survey.scenario.document.options[option].host
        guests = [place for place in survey.scenario.participants(option) if place != host]
        each = {path: given}
        if not isinstance(given, Quantity):
            each = {f"{path}.{place}": given[place] for place in guests if place in given}
        by_value: dict[float, list[str]] = {}
        for figure, quantity in each.items():
            by_value.setdefault(quantity.value, []).append(figure)
        for value, same in by_value.items():
            yield from _outside(survey, "client_role", published, tuple(same), value, "fte")


def unusual_exit_fee(survey: Survey) -> Iterator[Note]:
    """Yield the exit fees that are less or more in all than where an arrangement is silent.

    One of nothing is a choice.
    """
    published, own = Published("ranges", "exit_contributions"), frozenset(survey.own)
    names, scenario = ("exit_years", "exit_start_share"), survey.scenario
    given = [
        tuple(scenario.property_path(option, name) for name in names)
        for option in survey.cooperating
        if not survey.merges(option)
    ]
    for paths in dict.fromkeys(given):
        figures = [scenario.figures[path] for path in paths if path in scenario.figures]
        if len(figures) < len(names) or not own.intersection(paths):
            continue
        years, share = figures[0].whole, figures[1].value
        paid = round(sum(share * (1.0 - since / years) for since in range(years)), 2)
        if paid and not published.facts["low"] <= paid <= published.facts["high"]:
            yield Note.at(
                scenario, "exit_fee", at := next(path for path in paths if path in own),
                figure=at, paid=Number(paid, "factor"), published=published,
            )  # fmt: skip


def _outside(
    survey: Survey,
    code: str,
    published: Published,
    paths: tuple[str, ...],
    value: float,
    unit: Unit,
) -> Iterator[Note]:
    if published.facts["low"] <= value <= published.facts["high"]:
        return
    yield Note.at(
        survey.scenario, code, paths[0], figure=Figures(parent_path(paths[0]), paths),
        value=Number(value, unit), published=published,
    )  # fmt: skip


def salary_table(survey: Survey) -> Iterator[Note]:
    """Yield that the salary table is derived, or of another year than the prices."""
    document = survey.scenario.document
    id = document.staff.salary_table
    if id not in loader.salary_table_ids() or survey.scales <= document.salary.keys():
        return
    table = tomli.loads(loader.salary_text(id))["salaries"][id]
    if table["derived"]:
        yield Note.at(survey.scenario, "salary_derived", "staff.salary_table", table=id)
    level, year = document.scenario.price_level, table["date"].year
    if abs(level - year) > 1:
        details = {"table": id, "year": year, "price_level": level}
        yield Note.at(survey.scenario, "salary_year", "staff.salary_table", **details)


def merger_without_grant(survey: Survey) -> Iterator[Note]:
    """Yield the mergers that say nothing about the general grant."""
    for option in survey.options:
        table = survey.scenario.document.options[option]
        stated = "grant" in table.no_amount or any(row.line == "grant" for row in table.amounts)
        if stated or not survey.merges(option):
            continue
        lost = len(survey.scenario.participants(option)) - 1
        published = Published("ranges", "lost_fixed_part")
        yield Note.at(
            survey.scenario, "merger_grant", f"options.{option}", option=survey.name(option),
            lost=lost, amount=Number(lost * published.facts["high"], "euros"), published=published,
        )  # fmt: skip


def own_people_stay(survey: Survey) -> Iterator[Note]:
    """Yield the options that say that a leaver's people stay, while all are employed at home."""
    for option in survey.cooperating:
        stay = survey.scenario.property(option, "exit_people") == "stay"
        if stay and survey.employer(option) == "home":
            path = survey.scenario.property_path(option, "exit_people")
            yield Note.at(survey.scenario, "own_people_stay", path, option=survey.name(option))


def unpaid_settlement(survey: Survey) -> Iterator[Note]:
    """Yield the options in which people leave or are surplus while nothing is said about them."""
    for option in survey.cooperating:
        figures = survey.evaluation(option)
        if survey.employer(option) == "home":
            continue
        gone = float(figures["gone"].sum())
        details = {"option": survey.name(option), "gone": Number(gone, "fte")}
        if gone > 0.005 and survey.scenario.property(option, "social_plan_per_fte") is None:
            yield Note.at(survey.scenario, "no_social_plan", f"options.{option}", **details)
        if gone > 0.005 and survey.scenario.property(option, "guarantee_years") is None:
            yield Note.at(survey.scenario, "no_guarantee", f"options.{option}", **details)
