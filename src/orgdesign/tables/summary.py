"""One row for each option: what it costs in all, when it pays back, and what it means for staff."""

from __future__ import annotations

from orgdesign.measures import Measure
from orgdesign.model.gaps import gaps
from orgdesign.model.payback import joint_payback
from orgdesign.model.result import Result
from orgdesign.model.staffing import staffing
from orgdesign.money import rounded
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables import notes
from orgdesign.tables.build import make, option_name, text_column
from orgdesign.tables.cents import amounts
from orgdesign.tables.operating import outside_their_years
from orgdesign.tables.payback import payback_cell
from orgdesign.tables.people.staffing import joint_posts
from orgdesign.tables.settings import CENTS_IN, Settings, shown_options
from orgdesign.tables.table import Cell, Column, Mark, Row, Table
from orgdesign.tables.thresholds import verdict, whole_transition_notes
from orgdesign.words import say


def summary(result: Result, settings: Settings) -> Table:
    """Return the outcomes of each option for all municipalities together."""
    scenario, language = result.scenario, settings.language
    options = shown_options(scenario, settings)
    rows = [_row(result, option, settings) for option in (ALONE, *options)]
    return make(
        "summary",
        say("terms.table_summary", language),
        _columns(settings),
        rows,
        [
            *notes.price_notes(scenario, settings),
            notes.year_note(scenario.report_year, settings),
            *notes.horizon_notes(scenario, settings, discounted=True),
            notes.unit_note(settings.change(per_inhabitant=False)),
            notes.sign_note(settings),
            *outside_their_years(result, options, settings.change(year=None)),
            *whole_transition_notes(result, settings),
            *notes.gap_notes(scenario, options, settings),
        ],
        scenario,
        settings,
    )


def _columns(settings: Settings) -> list[Column]:
    def money(id: str, *, signed: bool = False) -> Column:
        title = say(f"interface.{id}", settings.language)
        than = say("interface.than_alone", settings.language) if signed else ""
        return Column(id, title, settings.unit, signed=signed, than=than)

    def plain(id: str) -> str:
        return say(f"interface.{id}", settings.language)

    return [
        text_column("option", settings),
        money("structural"),
        money("structural_difference", signed=True),
        money("one_off"),
        money("value_now"),
        money("value_difference", signed=True),
        Column("payback", plain("payback"), "year"),
        Column("posts", plain("posts"), "fte"),
        Column("changing", plain("changing"), "fte"),
        text_column("threshold", settings),
        Column("number_of_gaps", plain("number_of_gaps"), "count"),
    ]


def _row(result: Result, option: str, settings: Settings) -> Row:
    def printed(of: str, measure: Measure) -> int:
        cents = amounts(result, of, measure, result.scenario.report_year)
        return sum(rounded(amount, CENTS_IN[settings.unit]) for amount in cents)

    structural, before = printed(option, "structural_cost"), printed(ALONE, "structural_cost")
    value, value_before = printed(option, "present_value"), printed(ALONE, "present_value")
    is_alone = option == ALONE
    none = Mark.NOT_APPLICABLE
    cells: list[Cell] = [
        option_name(result.scenario, option, settings.language),
        structural,
        none if is_alone else structural - before,
        printed(option, "transition_cost"),
        value,
        none if is_alone else value - value_before,
        *_people_and_frames(result, option, settings),
    ]
    return Row(option, tuple(cells))


def _people_and_frames(result: Result, option: str, settings: Settings) -> list[Cell]:
    """Return payback, posts, people changing employer, frames and gaps."""
    language, none = settings.language, Mark.NOT_APPLICABLE
    people = staffing(result, option)
    posts = round(float(people.local.sum() + people.client.sum()) + joint_posts(people), 2)
    if option == ALONE:
        return [none, posts, none, none, none]
    passed = verdict(result, option)
    word = none if passed is None else say(f"interface.{'pass' if passed else 'fail'}", language)
    return [
        payback_cell(joint_payback(result, option), language),
        posts,
        round(float(people.changing_employer.sum()), 2),
        word,
        len(gaps(result.scenario, option)),
    ]
