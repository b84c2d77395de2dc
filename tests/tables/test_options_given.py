"""The table of options has a row for everything that defines one of them."""

from pathlib import Path

import pytest
from examples import the_case

from orgdesign.records.record import fields
from orgdesign.scenario.load import load
from orgdesign.scenario.scenario import Scenario
from orgdesign.scenario.schema.options import FormProperties, Option
from orgdesign.tables.options import PROPERTIES, options
from orgdesign.tables.options_given import is_given
from orgdesign.tables.settings import Settings

GIVEN = """\
format = 1
extends = "tiny.toml"
[systems.one]
name = "Zaaksysteem"
tasks = ["administration"]
[budgets.one]
name = "Programma"
values = { noord = 1000, zuid = 1000 }
[plans.one]
name = "Bouwopdracht"
from = 2025-01-01
[plans.one.streams.first]
name = "Processen"
discipline = "processes"
per_month = 1
work.start = { name = "Starten", units = 2 }
[options.host_zuid]
workplace = "noord"
then = { year = 2028, option = "later" }
systems = []
work_plan = { administration = "one" }
programme_effect = { one = 0.02 }
votes = { noord = 1, zuid = 2 }
joint_fte = { administrator = { value = 9.5, low = 9, high = 10 } }
keys = { running = "inhabitants", one_off = "equal", governance = "equal" }
tasks = { administration = { from = 2027, decision_date = 2025-07-01 } }
[options.host_zuid.no_amount]
process = "Geen."
[[options.host_zuid.posts]]
name = "Controller"
scale = "8"
fte = 0.5
open_to = ["administrator"]
[options.later]
form = "host"
name = "Later"
host = "zuid"
from = 2026
systems = ["one"]
"""


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Scenario:
    folder = tmp_path_factory.mktemp("given")
    tiny = Path(the_case("tiny.toml").file).read_text("utf-8")
    (folder / "tiny.toml").write_text(tiny, "utf-8")
    (folder / "given.toml").write_text(GIVEN, "utf-8")
    loaded = load(folder / "given.toml")
    assert loaded.scenario, loaded.problems
    return loaded.scenario


@pytest.mark.parametrize(
    ("row", "title", "first", "second"),
    [
        ("then", "daarna", "Later, vanaf 2028", "–"),
        ("workplace", "plaats van het werk", "Noord", "–"),
        ("systems", "applicaties", "geen", "Zaaksysteem"),
        ("work_plan.administration", "werkplan: Administratie", "Bouwopdracht", "–"),
        ("programme_effect.one", "effect op programmabudget: Programma", "0,02", "–"),
        ("votes.zuid", "stemmen: Zuid", "2", "–"),
        ("joint_fte.administrator", "formatieplan: Medewerker administratie", "9,5 [9 .. 10]", "–"),
        ("no_amount.process", "geen bedrag, met reden: proceskosten", "Geen.", "–"),
        (
            "posts[0]",
            "Extra functie 1",
            "Controller: schaal 8, formatie 0,5, eerst open voor Medewerker administratie",
            "–",
        ),
        (
            "keys.governance",
            "Sleutel: bestuur, control en verantwoording",
            "gelijke delen",
            "–",
        ),
        (
            "scope.administration",
            "inbreng: Administratie",
            "1 (begin 2027, datum van het besluit 1 juli 2025)",
            "–",
        ),
    ],
)
def test_what_only_one_option_says_has_a_row(
    given: Scenario, row: str, title: str, first: str, second: str
) -> None:
    from orgdesign.words.numbers import cell_text

    table = options(given, Settings())
    cells = table.row(row).cells
    texts = [
        cell_text(cell, column, table) for cell, column in zip(cells, table.columns, strict=True)
    ]
    assert texts[:3] == [title, first, second]


def test_no_row_is_there_of_what_no_option_says(given: Scenario) -> None:
    table = options(the_case("tiny.toml"), Settings())
    assert not [row.id for row in table.rows if is_given(row.id)]
    assert "keys.governance" not in [row.id for row in table.rows]


def test_every_field_of_an_option_has_rows() -> None:
    elsewhere = {"source", "tasks", "heads"}
    shown = {
        *("name", "form", "participants", "host", "from_", "until", "scope", "keys"),
        *("thresholds", "measures", "amounts", "unwinding", *PROPERTIES),
    }
    others = set(fields(Option)) - elsewhere - shown
    assert fields(FormProperties).keys() <= shown | elsewhere
    assert [field for field in others if not is_given(field)] == []
