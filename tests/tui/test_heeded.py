"""A key that would change nothing on a table is not offered there and leaves the command alone."""

from dataclasses import replace
from pathlib import Path

import pytest
from examples import ROOT, scenario

from orgdesign.measures import MEASURES, Measure
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.parts_of_sensitivity import PARTS, Call
from orgdesign.sensitivity.run import on_and_on
from orgdesign.tables.by_name import makers
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Table
from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.comparison import View, comparison
from orgdesign.tui.pages import heeded_by, heeded_by_outcome, tables_of
from orgdesign.tui.widgets.bars import ActionFooter, CommandLog
from tui.driving import SMALL, opened, press, settled

SCREENS = ("staffing", "keys", "plan", "criteria", "overview")
DRAWN = ("stability_chance", "cover")
"""Tables that take long to make."""
CHOICES = (("year", 2025), ("year", 2026), ("against", "absolute"), ("against", "alone"))


@pytest.fixture(scope="module")
def result() -> Result:
    return evaluate(scenario(ROOT / "tests" / "golden" / "small.toml"))


@pytest.mark.parametrize("screen", SCREENS)
def test_only_what_a_table_heeds_changes_it(result: Result, screen: str) -> None:
    known = makers(result.scenario)
    for name in set(tables_of(screen)) - set(DRAWN):
        settings = settings_for(result.scenario, name, options=("host",))
        table = known[name](result, settings)
        for choice, value in CHOICES:
            if choice not in heeded_by(name):
                changed = settings.change(**{choice: value})
                other = known[name](result, changed)
                assert other._replace(notes=()) == table._replace(notes=()), (name, choice, value)


@pytest.mark.parametrize("name", tables_of("sensitivity"))
def test_only_what_a_part_of_the_sensitivity_heeds_changes_it(result: Result, name: str) -> None:
    settings = settings_for(result.scenario, name, options=("host",))

    def made(choice: str, value: object) -> Table:
        asked = settings.change(**{choice: value})
        return PARTS[name](Call(result.scenario, asked, (), on_and_on, draws=64)).table

    for choice, values in (
        ("measure", ("structural_cost", "present_value")),
        ("against", ("alone", "absolute")),
    ):
        one, other = (made(choice, value).rows for value in values)
        assert (one != other) == (choice in heeded_by(name)), choice


@pytest.mark.parametrize("measure", MEASURES)
def test_a_comparison_heeds_what_changes_it_and_nothing_else(
    result: Result, measure: Measure
) -> None:
    view = View(measure)
    others = {
        "year": replace(view, year=2026),
        "against": view.turned(),
        "per_inhabitant": replace(view, per_inhabitant=True),
        "percentage": replace(view, percentage=True),
    }
    rows = comparison(result, view, "nl").table.rows
    changing = {
        choice
        for choice, other in others.items()
        if comparison(result, other, "nl").table.rows != rows
    }
    assert changing <= heeded_by_outcome(measure)
    assert heeded_by_outcome(measure) - changing <= {"measure", "year"}


def told(app: OrgdesignApp) -> tuple[str, str]:
    """The command line and the keys in sight."""
    footer = app.screen.query_one(ActionFooter)
    return app.screen.query_one(CommandLog).command, str(footer.render())


@pytest.mark.parametrize("screen", ["7", "8"])
async def test_plan_and_criteria_offer_no_year_and_no_difference(
    tmp_path: Path, screen: str
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, screen)
        before = told(app)
        assert "t jaar" not in before[1]
        assert "d verschil" not in before[1]
        await press(pilot, "t", "d")
        assert told(app) == before


async def test_a_year_is_offered_where_the_outcome_is_of_one(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "t")
        command, footer = told(app)
        assert "--year 2025" in command
        assert "t jaar" in footer
        await press(pilot, "m")
        command, footer = told(app)
        assert "--year" not in command
        assert "t jaar" not in footer
        assert "d verschil" in footer
        await press(pilot, "t")
        assert told(app) == (command, footer)
        await press(pilot, "m")
        assert "--year 2025" in told(app)[0]


async def test_of_a_payback_year_there_is_nothing_per_inhabitant_and_no_percentage(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "i", "percent_sign")
        assert "--per-inhabitant --percentage" in told(app)[0]
        await press(pilot, "M", "M", "M")
        before = told(app)
        assert before[0].endswith("--measure payback")
        await press(pilot, "i", "percent_sign", "d", "t")
        assert told(app) == before
        assert app.screen_at_hand.idle == {"per_inhabitant", "percentage", "against", "year"}
        await press(pilot, "m", "m", "m")
        assert "--per-inhabitant --percentage" in told(app)[0]


async def test_groups_weigh_all_years_or_one_and_other_tables_of_keys_no_outcome(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "6")
        assert app.screen_at_hand.idle >= {"measure"}
        before = told(app)
        await press(pilot, "m")
        assert told(app) == before
        for name in ("shares", "tournament", "overrun", "stability"):
            await press(pilot, "w")
            assert f"table {name} " in told(app)[0]
        command, footer = told(app)
        assert "--measure" not in command
        assert "t jaar" not in footer
        await press(pilot, "m")
        command, footer = told(app)
        assert "--measure total_cost" in command
        assert "t jaar" in footer
        await press(pilot, "t")
        assert "--measure total_cost --year 2025" in told(app)[0]
        assert "Totale lasten 2025" in str(app.screen_at_hand.context())
        await press(pilot, "m")
        assert "--measure present_value" in told(app)[0]
        assert "--year" not in told(app)[0]
