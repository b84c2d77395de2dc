"""The register is the same wherever the files are."""

from pathlib import Path

import pytest
from examples import ROOT

from orgdesign.scenario.load import load, load_text
from orgdesign.tables.assumptions import assumptions
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Table


def register(file: Path) -> Table:
    scenario = load(file).scenario
    assert scenario is not None
    return assumptions(scenario, settings_for(scenario))


def test_the_register_does_not_say_in_which_folder_its_files_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT / "scenarios")
    here = register(Path("tiny.toml"))
    assert here == register(ROOT / "scenarios" / "tiny.toml")
    place = [column.id for column in here.columns].index("place")
    assert not any("/" in str(row.cells[place]) for row in here.rows)


def test_what_is_tried_stands_in_no_file() -> None:
    file = ROOT / "scenarios" / "tiny.toml"
    scenario = load(file, ["overhead.per_fte=40_000"]).scenario
    assert scenario is not None
    table = assumptions(scenario, settings_for(scenario))
    place = [column.id for column in table.columns].index("place")
    row = table.row("overhead.per_fte")
    assert "uitgeprobeerd" in row.cells
    assert row.cells[place] == ""


def test_weeks_for_an_opinion_are_weeks() -> None:
    text = (ROOT / "scenarios" / "tiny.toml").read_text(encoding="utf-8")
    text = text.replace(
        'form = "host"\nhost = "zuid"', 'form = "public_body"\noverhead_per_fte = 50_000'
    )
    scenario = load_text(text).scenario
    assert scenario is not None
    table = assumptions(scenario, settings_for(scenario))
    assert "weken" in table.row("forms.public_body.opinion_weeks").cells
