from pathlib import Path

import pytest

from orgdesign.measures import MEASURES, Measure
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.scenario.load import load
from orgdesign.scenario.scenario import ALONE
from orgdesign.tables.compare import compare
from orgdesign.tables.waterfall import Step
from orgdesign.tui.comparison import View, comparison
from orgdesign.tui.explanation import explained
from orgdesign.tui.waterfall import drawn
from orgdesign.words import Language
from orgdesign.words.numbers import cell_text
from tui.driving import ROOT

TINY = ROOT / "scenarios" / "tiny.toml"
CASES = sorted(path.name for path in (ROOT / "scenarios").glob("*.toml"))


@pytest.fixture(scope="module", params=CASES)
def result(request: pytest.FixtureRequest) -> Result:
    loaded = load(Path(ROOT / "scenarios" / request.param))
    assert loaded.scenario is not None
    return evaluate(loaded.scenario)


@pytest.mark.parametrize("measure", MEASURES)
def test_every_cell_has_a_sentence(result: Result, measure: Measure) -> None:
    settings = View(measure=measure).settings(result, "en")
    for option in (ALONE, *result.scenario.options):
        first = result.scenario.municipalities[0]
        ((sentence, _),), *_ = explained(result, settings, first, option, 60)
        assert sentence.endswith(".")
        assert "{" not in sentence


@pytest.mark.parametrize(
    ("amount", "language", "said"),
    [
        (280_000, "nl", "krijgt bij Centrumgemeente Zuid 280.000 euro minder dan zelfstandig"),
        (280_000, "en", "gets 280,000 euros less than alone"),
        (-280_000, "nl", "krijgt bij Centrumgemeente Zuid 280.000 euro meer dan zelfstandig"),
    ],
)
def test_more_cost_is_a_smaller_grant(amount: int, language: Language, said: str) -> None:
    grant = f'line = "grant", name = "Grant", municipality = "noord", amount = {amount}'
    loaded = load(TINY, (f"options.host_zuid.amounts=[{{ {grant}, from = 2026 }}]",))
    assert loaded.scenario is not None
    result = evaluate(loaded.scenario)
    settings = View(measure="grant_effect").settings(result, language)
    ((sentence, _),), *_ = explained(result, settings, "noord", "host_zuid", 60)
    assert said in sentence


def test_the_grid_shows_the_cells_of_the_command_line(result: Result) -> None:
    view = View()
    table = compare(result, view.settings(result, "nl"))
    content = comparison(result, view, "nl").content()
    for row, shown in zip(table.rows, content.rows, strict=True):
        for column, cell, seen in zip(table.columns, row.cells, shown.cells, strict=True):
            assert seen.text.startswith(cell_text(cell, column, table))


def test_a_sign_never_stands_without_its_letter(result: Result) -> None:
    content = comparison(result, View(), "en").content()
    for row in content.rows:
        for cell in row.cells[2:]:
            if cell.text.startswith("+") and cell.text.strip("+ ")[0] != "0":
                assert cell.text.rstrip("! ").endswith("L")
                assert cell.tone == "loss"
            if cell.text.startswith("−"):
                assert cell.text.rstrip("! ").endswith("G")
                assert cell.tone == "gain"


def test_bars_show_their_meaning_without_colour() -> None:
    steps = [Step("alone", 100, True), Step("less", -40), Step("more", 20), Step("now", 80, True)]
    lines = [text for text, _ in drawn(steps, ["100", "-40", "+20", "80"], 40)]
    assert [line.rstrip()[-1] for line in lines] == ["=", "-", "+", "="]
    assert lines[0].count("=") > lines[3].count("=") > lines[1].count("-") > lines[2].count("+")
    assert lines[1].index("-", 12) == len(lines[2].rstrip()) - lines[2].rstrip().count("+", 12)


def test_bars_below_zero_have_room() -> None:
    lines = drawn([Step("a", -50, True), Step("b", 80)], ["-50", "+80"], 40)
    assert [len(text) for text, _ in lines] <= [40, 40]
    assert lines[1][0].count("+") > lines[0][0].count("=")


def test_without_room_there_are_no_bars() -> None:
    lines = drawn([Step("a long label of a line", 5, True)], ["5"], 20)
    assert lines[0][0].rstrip() == "a long    5"


def test_a_label_that_does_not_fit_goes_on_below_its_bar() -> None:
    steps = [Step("zelfstandig", 90, True), Step("eigen (achterblijvende) formatie", -40)]
    lines = [text for text, _ in drawn(steps, ["90", "-40"], 58)]
    assert [line.split("  ")[0].strip() for line in lines[:2]] == [
        "zelfstandig",
        "eigen (achterblijvende)",
    ]
    assert lines[2:] == ["  formatie"]
    assert "formatie -40 " in drawn(steps, ["90", "-40"], 78)[1][0]
