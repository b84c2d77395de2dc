"""From a total to its lines, a line to its figures, and a figure to its line in the file."""

import shlex
from pathlib import Path

import pytest
from calling import call

from orgdesign.export.data import json
from orgdesign.tui.screens.bill import Bill
from orgdesign.tui.screens.why import Why, WhyTogether
from orgdesign.tui.widgets.grid import NumberGrid
from tui.driving import MEDIUM, SMALL, grid_text, opened, press, settled, shown

FIGURE = "overhead.per_fte"


async def test_a_total_leads_to_the_line_in_the_file_and_back_in_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, asked = opened(tmp_path), []
    monkeypatch.setattr("orgdesign.tui.outside.edit", lambda _, place: asked.append(place))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        compared = app.screen.query_one(NumberGrid)
        cell = compared.content.rows[0].cells[2].text.split()[0]
        await press(pilot, "enter")
        assert isinstance(app.screen, Bill)
        lines = app.screen.query_one(NumberGrid)
        assert lines.content.rows[-1].cells[3].text.split()[0] == cell
        lines.go_to([row.id for row in lines.content.rows].index("own_overhead"), 1)
        await press(pilot, "enter")
        assert isinstance(app.screen, Why)
        assert "Noord, Zelfstandig, 2029, eigen overhead:" in shown(app)
        assert app.screen.command.endswith("scenarios/tiny.toml alone noord own_overhead")
        assert "$ orgdesign explain " in shown(app)
        await press(pilot, "e")
        assert asked == []
        assert "Dit volgt uit een formule" in shown(app)
        tree = app.screen.query_one(NumberGrid)
        places = [row.cells[2].text for row in tree.content.rows]
        tree.go_to(next(at for at, place in enumerate(places) if FIGURE in place), 1)
        await press(pilot, "e")
        given = (tmp_path / "scenarios" / "tiny.toml").read_text("utf-8").splitlines()
        ((file, line),) = asked
        assert (file.name, given[line - 1]) == ("tiny.toml", "per_fte = 50_000")
        assert f"tiny.toml:{line} {FIGURE}" in shown(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, Bill)
        await press(pilot, "escape")
        assert app.screen is app.screen_at_hand


async def test_lines_and_figures_follow_what_the_editor_wrote(tmp_path: Path) -> None:
    app, given = opened(tmp_path), tmp_path / "scenarios" / "tiny.toml"
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, "enter")
        bill = app.screen
        await press(pilot, "enter")
        before = grid_text(app)
        text = given.read_text("utf-8")
        given.write_text(text.replace("8 = 76_600", "8 = 80_000"), "utf-8")
        app.recompute()
        await settled(pilot)
        assert "80.000" in grid_text(app)
        assert "80.000" not in before
        lines = bill.query_one(NumberGrid).content.rows
        assert lines[0].cells[1].text == "320.000"
        given.write_text(text.replace("host_zuid", "host_anders"), "utf-8")
        app.recompute()
        await settled(pilot)
        await press(pilot, "escape")
        assert app.screen is bill
        assert bill.query_one(NumberGrid).content.rows == lines


async def test_the_total_of_all_leads_to_each_municipality_and_to_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app, asked = opened(tmp_path), []
    monkeypatch.setattr("orgdesign.tui.outside.edit", lambda _, place: asked.append(place))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        await settled(pilot)
        compared = app.screen.query_one(NumberGrid)
        compared.go_to([row.id for row in compared.content.rows].index("total"), 2)
        await press(pilot, "enter")
        lines = app.screen.query_one(NumberGrid)
        ids = [row.id for row in lines.content.rows]
        lines.go_to(ids.index("overhead"), 1)
        amount = lines.content.rows[lines.row].cells[2].text
        await press(pilot, "enter")
        why = app.screen
        assert isinstance(why, WhyTogether)
        assert "Samen, Centrumgemeente Zuid, 2029, overhead samenwerking:" in shown(app)
        tree = why.query_one(NumberGrid)
        assert tree.content.rows[0].cells[1].text.split(",")[0] == amount
        places = [row.cells[2].text for row in tree.content.rows]
        tree.go_to(next(at for at, place in enumerate(places) if FIGURE in place), 1)
        await press(pilot, "e")
        ((file, _),) = asked
        assert file.name == "tiny.toml"
        tree.go_to(0, 1)
        await press(pilot, "enter")
        assert app.screen is why
        assert "Zet de cursor op een gemeente" in shown(app)
        ids = [row.id for row in tree.content.rows]
        tree.go_to(next(at for at, id in enumerate(ids) if "/noord/" in id), 1)
        await press(pilot, "enter")
        assert isinstance(app.screen, Why)
        assert app.screen is not why
        assert "Noord, Centrumgemeente Zuid, 2029, overhead samenwerking:" in shown(app)
        await press(pilot, "escape")
        assert app.screen is why


def euros(text: str) -> float:
    return float(text.replace(".", "").replace(",", ".").replace("−", "-"))


async def test_what_is_in_sight_is_explained_whatever_the_measure(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        for measure in ("transition_cost", "total_cost", "present_value"):
            await press(pilot, "m", "enter")
            lines = app.screen.query_one(NumberGrid)
            for at, row in enumerate(lines.content.rows):
                lines.go_to(at, 1)
                amount = row.cells[2].text
                if amount != "0":
                    await press(pilot, "enter")
                    why = app.screen.query_one(NumberGrid).content.rows[0].cells[1].text
                    assert abs(euros(why) - euros(amount)) <= 1, (measure, row.id)
                    await press(pilot, "escape")
            await press(pilot, "escape")


async def test_a_payback_is_explained_by_its_years_and_a_year_by_its_figures(
    tmp_path: Path,
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, "m", "m", "m", "m")
        assert "terugverdienjaar:" in shown(app)
        assert "Totale lasten, 2029" not in shown(app)
        await press(pilot, "enter")
        lines = app.screen.query_one(NumberGrid)
        years = lines.content.rows[:-1]
        assert [row.id for row in years] == [str(year) for year in range(2025, 2030)]
        lines.go_to(2, 1)
        amount = years[2].cells[2].text
        await press(pilot, "enter")
        assert isinstance(app.screen, Why)
        assert f"{years[2].id}, totale lasten:" in shown(app)
        assert app.screen.query_one(NumberGrid).content.rows[0].cells[1].text.startswith(amount)
        await press(pilot, "escape")
        lines.go_to(len(years), 1)
        await press(pilot, "enter")
        assert "opgeteld tot en met" in shown(app)


@pytest.mark.parametrize("keys", [("enter", "enter"), ("t", "m", "end", "enter", "enter")])
async def test_the_command_of_an_explanation_gives_the_same_explanation(
    tmp_path: Path, keys: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        assert app.workspace.current is not None
        app.workspace.current.set("overhead.per_fte", "60000", "50000", "70000")
        app.recompute()
        await settled(pilot)
        await press(pilot, *keys)
        why = app.screen
        assert isinstance(why, Why)
        command, table = why.command, why.table
    assert table is not None
    answer = call(capsys, *shlex.split(command)[1:], "--format", "json")
    assert answer.out == json(table), answer.err
