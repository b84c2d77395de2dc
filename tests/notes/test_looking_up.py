"""What notes compare with: the budget calendar, the definition of overhead, and small steps."""

import re
from datetime import date

import pytest

from orgdesign.model.nudges import nudges
from orgdesign.notes.overhead import treatment
from orgdesign.plans.decisions import latest as latest_day
from orgdesign.quantities import Quantity

MANAGERS = re.compile("leidinggev|manager")


@pytest.mark.parametrize(
    ("start", "latest"),
    [
        (2020, date(2019, 6, 6)),
        (2022, date(2021, 6, 6)),
        (2023, date(2022, 6, 23)),
        (2026, date(2025, 6, 23)),
        (2012, date(2011, 6, 6)),
    ],
)
def test_the_last_decision_follows_the_calendar_of_its_year(start: int, latest: date) -> None:
    assert latest_day("decision", start, own=True) == latest


@pytest.mark.parametrize(
    ("definition", "treated"),
    [
        ("PIOFACH met leidinggevenden, zonder inkoop", "included"),
        ("PIOFACH zonder inkoop en leidinggevenden", "excluded"),
        ("PIOFACH zonder inkoop; met leidinggevenden", "included"),
        ("exclusief huisvesting, inclusief leidinggevenden", "included"),
        ("including managers", "included"),
        ("all but housing, excl. managers", "included"),
        ("all, excluding managers", "excluded"),
        ("leidinggevenden en PIOFACH", "included"),
        ("PIOFACH", "silent"),
        ("", "silent"),
    ],
)
def test_a_definition_includes_what_the_nearest_word_says(definition: str, treated: str) -> None:
    assert treatment(definition, MANAGERS) == treated


@pytest.mark.parametrize(
    ("path", "quantity", "expected"),
    [
        ("overhead.per_fte", Quantity(value=40_000), (42_000.0, 38_000.0)),
        ("overhead.per_fte", Quantity(value=0), (1_000.0,)),
        ("staff.absence", Quantity(value=1), (0.95,)),
        ("staff.absence", Quantity(value=0), (0.01,)),
        ("staff.attrition", Quantity(value=0.1, low=0.0, high=0.2), (0.105, 0.095, 0.0, 0.2)),
        ("options.a.guarantee_years", Quantity(value=2), (3.0, 1.0, 0.0)),
        ("options.a.guarantee_years", Quantity(value=0), (1.0,)),
        ("options.a.from", Quantity(value=2025), (2026.0, 2024.0)),
        ("municipalities.a.inhabitants", Quantity(value=15_214), (15_975.0, 14_453.0)),
        ("options.a.amounts[0].amount", Quantity(value=-100), (-95.0, -105.0)),
        ("salaries.table.7.max", Quantity(value=100), (105.0, 95.0)),
    ],
)
def test_a_figure_is_nudged_within_its_bounds(
    path: str, quantity: Quantity, expected: tuple[float, ...]
) -> None:
    assert nudges(path, quantity) == pytest.approx(expected)
