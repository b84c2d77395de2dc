"""The screen that says how sure it is: live, in growing steps, and readable without colour."""

import shlex
from pathlib import Path

import pytest
from calling import call

from orgdesign.parts_of_sensitivity import PARTS, Call
from orgdesign.sensitivity.run import on_and_on
from orgdesign.tui import sampling
from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.pages import tables_of
from orgdesign.tui.screens.sensitivity import SensitivityScreen
from orgdesign.tui.widgets.grid import NumberGrid
from orgdesign.tui.widgets.panel import Panel
from tui.driving import MEDIUM, SMALL, press, settled, shown, uncertain

FEW = (40, 80)


@pytest.fixture(autouse=True)
def _few_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sampling, "STEPS", FEW)
    monkeypatch.setattr("orgdesign.tui.screens.sensitivity.STEPS", FEW)


def picture(screen: SensitivityScreen) -> str:
    return screen.query_one("#picture", Panel).text


def shares_of(app: OrgdesignApp) -> dict[str, float]:
    """The share of each figure in the register, in the order of the screen."""
    table = app.screen_at_hand.shown()
    assert table is not None
    at = [column.id for column in table.columns].index("share_of_spread")
    return {row.id: cell for row in table.rows if isinstance(cell := row.cells[at], float)}


def page(app: OrgdesignApp) -> SensitivityScreen:
    screen = app.screen
    assert isinstance(screen, SensitivityScreen)
    return screen


def test_every_part_has_a_picture_and_is_a_part_of_the_command() -> None:
    from orgdesign.tui.plots.registry import PLOTS

    assert tuple(PLOTS) == tables_of("sensitivity")
    assert set(PLOTS) == set(PARTS) - {"morris", "assumptions"}


async def test_every_part_comes_by_with_its_picture(tmp_path: Path) -> None:
    app = uncertain(tmp_path)
    signs = {
        "switching": ("*", "x"), "tornado": ("l", "h", "|"), "bands": ("[", "]", "O"),
        "ranks": ("1", "2"), "frames": ("#",), "grid": ("+",), "stress": ("|",),
        "indices": ("#",),
    }  # fmt: skip
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, "9")
        for name in tables_of("sensitivity"):
            screen = page(app)
            table = screen.shown()
            assert table is not None
            assert table.id == name
            assert screen.command().startswith("orgdesign sensitivity ")
            assert f".toml {name}" in screen.command()
            assert all(sign in picture(screen) for sign in signs[name]), picture(screen)
            grid = screen.query_one(NumberGrid)
            assert [row.id for row in grid.content.rows] == [row.id for row in table.rows]
            assert screen.query_one("#notes", Panel).text.startswith(table.notes[0])
            await press(pilot, "w")


async def test_the_sentences_come_first_and_the_one_at_the_cursor_on_top(tmp_path: Path) -> None:
    app = uncertain(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "9")
        screen = page(app)
        table = screen.shown()
        assert table is not None
        sentences = [str(row.cells[0]) for row in table.rows]
        assert picture(screen).startswith(sentences[0])
        assert all(sentence in picture(screen) for sentence in sentences)
        await press(pilot, "j")
        assert picture(screen).startswith(sentences[1])
        assert sentences[0] not in picture(screen)


async def test_draws_come_in_steps_and_the_screen_says_how_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    kept = SensitivityScreen.on_sensitivity_screen_stepped

    def noted(self: SensitivityScreen, message: SensitivityScreen.Stepped) -> None:
        if message.step is not None and message.step.done:
            seen.append(message.step.done)
        kept(self, message)

    monkeypatch.setattr(SensitivityScreen, "on_sensitivity_screen_stepped", noted)
    app = uncertain(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, "9", "w", "w")
        assert seen == [*FEW]
        assert "80 trekkingen, startgetal 0, fout ± " in shown(app)
        assert "--draws 80" in page(app).command()
        await press(pilot, "w")
        assert seen == [*FEW, FEW[-1]], "what was drawn serves the ranks too"
        await press(pilot, "m", "W")
        assert seen[3:] == [*FEW, FEW[-1]], "another outcome is drawn anew"


async def test_a_figure_is_changed_where_it_stands_and_what_is_shown_follows(
    tmp_path: Path,
) -> None:
    app = uncertain(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, "9", "w")
        screen = page(app)
        before = screen.shown()
        path = screen.figure()
        assert before is not None
        assert path is not None
        await press(pilot, "enter", "1", "enter")
        assert app.workspace.current is not None
        assert app.workspace.current.tried(path)
        assert screen.shown() != before
        assert f"--set {path}=1" in screen.command()
        await press(pilot, "z")
        assert screen.shown() == before


async def test_what_is_old_says_so_until_the_new_is_there(tmp_path: Path) -> None:
    app = uncertain(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "9")
        screen = page(app)
        assert screen.alarm() == ""
        screen._asked = "something else"
        assert screen.alarm().startswith("OUD")
        screen.redraw_lines()
        await pilot.pause()
        assert "OUD" in shown(app)


async def test_escape_stops_what_runs_and_keeps_it_and_goes_back_otherwise(
    tmp_path: Path,
) -> None:
    app = uncertain(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "9", "w", "w")
        screen = page(app)
        table = screen.shown()
        screen.running = True
        screen._stop.clear()
        await press(pilot, "escape")
        assert app.screen is screen
        assert screen._stop.is_set()
        assert screen.shown() is table or screen.shown() == table
        await press(pilot, "escape")
        assert "[2 Vergelijking]" in shown(app)


def test_stopped_draws_are_shown_if_there_are_more_and_are_not_kept(tmp_path: Path) -> None:
    from examples import ROOT

    from orgdesign.model.calculation import evaluate
    from orgdesign.scenario.load import load
    from orgdesign.sensitivity.sample import Sample
    from orgdesign.tables.settings import settings_for

    scenario = load(ROOT / "scenarios" / "tiny.toml").scenario
    assert scenario is not None
    result = evaluate(scenario)
    samples: dict[int, Sample] = {}
    settings = settings_for(scenario)
    steps = list(sampling.steps_of(result, "bands", settings, lambda *_: False, samples))
    assert [step.done for step in steps] == [FEW[0]]
    assert list(samples) == [FEW[0]]
    wanted = sampling.STEPS[0]
    steps = list(sampling.steps_of(result, "bands", settings, lambda *_: True, samples))
    assert [step.done for step in steps] == [wanted, FEW[1]]


async def test_option_and_municipality_are_one_key_away(tmp_path: Path) -> None:
    app = uncertain(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, "9", "w")
        screen = page(app)
        assert "van Centrumgemeente Zuid ten opzichte van zelfstandig (alle" in shown(app)
        await press(pilot, "v", "n")
        assert "--option host_zuid" in screen.command()
        assert "--municipality noord" in screen.command()
        assert "ten opzichte van zelfstandig (Noord)" in shown(app)
        await press(pilot, "N")
        assert "--municipality" not in screen.command()


async def test_the_register_says_how_much_of_the_answer_hangs_on_a_figure(tmp_path: Path) -> None:
    app = uncertain(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, "3")
        grid = app.screen.query_one(NumberGrid)
        in_file = [row.id for row in grid.content.rows]
        said = app.screen.query_one("#carried", Panel).text
        assert "100,0% van de spreiding" in said
        assert "aannamen die niemand heeft vastgesteld" in said
        before = shares_of(app)
        assert sum(before.values()) == pytest.approx(1.0)
        await press(pilot, "o")
        assert list(shares_of(app).values()) == sorted(before.values(), reverse=True)
        assert [row.id for row in grid.content.rows] != in_file
        assert app.workspace.current is not None
        app.workspace.current.set("overhead.per_fte", "50_000", "49_900", "50_100")
        app.recompute()
        await settled(pilot)
        assert shares_of(app)["overhead.per_fte"] < before["overhead.per_fte"]
        await press(pilot, "o")
        assert [row.id for row in grid.content.rows] == in_file


async def test_nothing_of_the_pictures_rests_on_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = []
    for grey in ("", "1"):
        if grey:
            monkeypatch.setenv("NO_COLOR", grey)
        app = uncertain(tmp_path / (grey or "coloured"))
        async with app.run_test(size=SMALL) as pilot:
            await settled(pilot)
            await press(pilot, "9", "w")
            texts.append(shown(app))
    assert texts[0] == texts[1]
    assert "+++" in texts[1]
    assert "---" in texts[1]


async def test_the_two_figures_of_the_grid_are_chosen_one_by_one(tmp_path: Path) -> None:
    app, given = uncertain(tmp_path), tmp_path / "scenarios" / "tiny.toml"
    ranged = 'form = "host"\nrealisation = { value = 0.5, low = 0.2, high = 0.8 }'
    given.write_text(given.read_text("utf-8").replace('form = "host"', ranged), "utf-8")
    figures = ("options.host_zuid.realisation", "overhead.per_fte")
    async with app.run_test(size=MEDIUM) as pilot:
        await settled(pilot)
        await press(pilot, "9")
        screen = page(app)
        while screen.name_of_table != "grid":
            await press(pilot, "w")
        seen = set()
        for _ in range(2):
            await press(pilot, "f")
            seen.add(screen.pair)
        assert len(seen) == 2
        assert len({pair[0] for pair in seen}) == 2
        assert len({pair[1] for pair in seen}) == 1
        while set(screen.pair) != set(figures):
            await press(pilot, "F")
        named = [word for path in screen.pair for word in ("--figure", path)]
        assert " ".join(named) in screen.command()
        table = screen.shown()
        assert table is not None
        assert screen.result is not None
        call = Call(screen.result.scenario, screen.settings(screen.result), screen.pair, on_and_on)
        assert table.rows == PARTS["grid"](call).table.rows


async def test_a_part_says_how_to_check_it_where_that_can_be_computed_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    app, checked = uncertain(tmp_path), {}
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, "9")
        for name in tables_of("sensitivity"):
            table = app.screen_at_hand.shown()
            assert table is not None
            checked[name] = table.identity
            await press(pilot, "w")
    known = {name: identity for name, identity in checked.items() if identity is not None}
    assert set(known) == {"switching", "tornado", "stress"}, "the file asks for more draws"
    for identity in known.values():
        command = shlex.split(identity.check.partition("orgdesign ")[2])
        file = str(tmp_path / "scenarios" / "tiny.toml")
        answer = call(capsys, *[file if word == "tiny.toml" else word for word in command])
        assert answer.code == 0, answer.out
