"""An option that turns into a merger: every table can be made of it, in both languages."""

from functools import cache

import pytest
from examples import ROOT, scenario

from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.words import LANGUAGES

OPTION = "officials_merger"


@cache
def merging() -> Result:
    change = f'options.{OPTION}.then={{year=2025, option="merger"}}'
    return evaluate(scenario(ROOT / "scenarios" / "maashorst.toml", change))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_of_an_option_that_becomes_a_merger_is_made(name: str) -> None:
    for language in LANGUAGES:
        settings = settings_for(merging().scenario, name, language=language, options=(OPTION,))
        table = TABLES[name](merging(), settings)
        assert table.title
        assert all(len(row.cells) == len(table.columns) for row in table.rows)
