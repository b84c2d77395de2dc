"""Odd scenarios: every table, screen and format has an answer where there is little to tell."""

import warnings
from collections.abc import Iterable, Iterator

import pytest
from examples import ROOT

from orgdesign.export import bundle
from orgdesign.export.bundle import WHEN_NAMED
from orgdesign.export.registry import DOCUMENTS, FORMATS
from orgdesign.model.calculation import evaluate
from orgdesign.model.result import Result
from orgdesign.scenario.load import load_text
from orgdesign.tables.by_name import makers
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Table
from orgdesign.tui.pages import PAGES

TINY = (ROOT / "scenarios" / "tiny.toml").read_text(encoding="utf-8")
_HEAD = TINY[: TINY.index("[tasks.")]
_OPTION = TINY[TINY.index("[options.") :]
_SCOPE = "scope = { administration = 1.0 }"
_SYSTEMS = """
[tasks.ict]
name = "ICT"
[systems.one]
name = "One"
tasks = ["ict"]
local = { noord = 10_000, zuid = 20_000 }
joint_fixed = 20_000
"""
ODD = {
    "no option": TINY.replace(_OPTION, ""),
    "only alone": TINY.replace('form = "host"\nhost = "zuid"', 'form = "alone"').replace(
        _SCOPE, ""
    ),
    "no task": _HEAD + _OPTION.replace(_SCOPE, ""),
    "no job": _HEAD + _SYSTEMS + _OPTION.replace("administration", "ict"),
    "nobody in a job": TINY.replace("noord = 4.0, zuid = 6.0", "noord = 0.0, zuid = 0.0"),
    "nothing brought in": TINY.replace(_SCOPE, "scope = { administration = 0.0 }"),
    "one municipality": TINY.replace("noord = 4.0, ", "").replace(
        'noord = { name = "Noord", inhabitants = 20_000 }\n', ""
    ),
    "one participant": TINY.replace('participants = "all"', 'participants = ["zuid"]'),
    "after the horizon": TINY.replace("from = 2026", "from = 2040"),
    "one year": TINY.replace("years = 5", "years = 1").replace("from = 2026", "from = 2025"),
}


@pytest.fixture(scope="module", params=ODD)
def result(request: pytest.FixtureRequest) -> Result:
    loaded = load_text(ODD[request.param])
    assert loaded.scenario is not None, loaded.problems
    return evaluate(loaded.scenario)


def tables(
    result: Result, names: Iterable[str], mask_below: float = 0.0
) -> Iterator[tuple[str, Table]]:
    every = makers(result.scenario)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name in names:
            settings = settings_for(result.scenario, name, mask_below=mask_below)
            yield name, every[name](result, settings)


def test_every_table_has_an_answer_in_every_format(result: Result) -> None:
    for name, table in tables(result, makers(result.scenario)):
        assert all(write(table) for write in FORMATS.values()), name


def test_every_table_has_an_answer_where_small_counts_are_masked(result: Result) -> None:
    for name, table in tables(result, set(makers(result.scenario)) - set(WHEN_NAMED), 3.0):
        assert FORMATS["plain"](table), name


def test_every_screen_has_an_answer(result: Result) -> None:
    for screen, page in PAGES.items():
        found = page(result, lambda name: settings_for(result.scenario, name))
        assert all(FORMATS["plain"](table) for table in found), screen


def test_the_whole_can_be_handed_out(result: Result) -> None:
    whole = bundle.booklet(result, tuple(bundle.entries(result)))
    assert all(write(whole) for write in DOCUMENTS.values())
