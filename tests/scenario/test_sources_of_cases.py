"""What the files of the cases say of where a figure comes from is true of that very figure."""

import re

import pytest
from examples import GALLERY, scenario

from orgdesign.scenario.scenario import Scenario
from orgdesign.tables.assumptions import source_table

CASES = [path for path in GALLERY if path.stem != "tiny"]
PUBLISHED = re.compile(
    r"municipalities\.\w+\.(inhabitants|budget)"
    r"|keys\.reported\.fixed\.\w+"
    r"|options\.officials_merger\.amounts\[0\]\.amount"  # of SED: the budget that was raised
)
"""The figures that stand in a publication as they are; all others are estimated from one."""


def each_case() -> pytest.MarkDecorator:
    found = [pytest.param(scenario(path), id=path.stem) for path in CASES]
    return pytest.mark.parametrize("case", found)


@each_case()
def test_what_is_converted_or_transferred_is_an_assumption(case: Scenario) -> None:
    sources = {
        path: source_table(case, path)
        for path in case.figures
        if case.origins[path].layer == "file"
    }
    vouched = [path for path, source in sources.items() if source and source.kind != "assumption"]
    assert [path for path in vouched if not PUBLISHED.fullmatch(path)] == []


@each_case()
def test_every_figure_has_a_source(case: Scenario) -> None:
    own = [path for path in case.figures if case.origins[path].layer == "file"]
    without = [path for path in own if source_table(case, path) is None]
    assert [path for path in without if not path.endswith((".from", ".until", ".year"))] == []


RANGED = re.compile(
    r"(jobs\.\w+\.(fte|hired|vacant)|systems\.\w+\.local|distances\.\w+|figures\.\w+\.values"
    r"|budgets\.\w+\.(values|clients|contracts))\.\w+(\[\d\])?|options\.\w+\.exit_rebuilding|staff\.\w+"
)
"""What every case must give a range where it is assumed."""


@each_case()
def test_what_is_assumed_has_a_range(case: Scenario) -> None:
    assumed = [
        path
        for path, figure in case.figures.items()
        if RANGED.fullmatch(path) and case.origins[path].layer == "file" and figure.value
    ]
    assert [path for path in assumed if not case.figures[path].uncertain] == []


@each_case()
def test_a_publication_has_its_year_or_says_that_it_is_not_known(case: Scenario) -> None:
    published = [each for each in case.document.sources.values() if each.owner is None]
    assert [each.title for each in published if not each.date and not each.note] == []
