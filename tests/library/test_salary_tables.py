import datetime
import tomllib
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from orgdesign.library import salary_table_ids, salary_text

from .facts import bilingual

Steps = dict[str, dict[str, int]]

TABLES: dict[str, dict[str, Any]] = {
    table_id: tomllib.loads(salary_text(table_id))["salaries"][table_id]
    for table_id in salary_table_ids()
}
SCALES = ["6", "7", "8", "9", "10", "10A", "11", "11A", "12", "13", "14"]
OFFICIAL = {"cao-gemeenten-2019-10", "cao-gemeenten-2020-07"}
RAISES = [
    ("cao-gemeenten-2020-07", "cao-gemeenten-2022-04", 0, ["1.015", "1.024"]),
    ("cao-gemeenten-2022-04", "cao-gemeenten-2023-01", 240, ["1.02"]),
    ("cao-gemeenten-2023-01", "cao-gemeenten-2024-01", 0, ["1.0475"]),
    ("cao-gemeenten-2024-01", "cao-gemeenten-2024-10", 0, ["1.0125"]),
]

each_table = pytest.mark.parametrize("table_id", salary_table_ids())


def raised(euros: int, plus: int, factors: list[str]) -> int:
    amount = Decimal(euros + plus)
    for factor in factors:
        amount = (amount * Decimal(factor)).quantize(Decimal(1), ROUND_HALF_UP)
    return int(amount)


@each_table
def test_a_salary_file_holds_its_sources_and_its_table_only(table_id: str) -> None:
    document = tomllib.loads(salary_text(table_id))
    assert set(document) == {"sources", "salaries"}
    assert set(document["salaries"]) == {table_id}


@each_table
def test_a_table_has_a_title_a_source_and_the_date_of_its_id(table_id: str) -> None:
    table = TABLES[table_id]
    assert bilingual(table["title"])
    assert table["source"]
    assert table["date"] == datetime.date.fromisoformat(
        table_id.removeprefix("cao-gemeenten-") + "-01"
    )


@each_table
def test_salaries_rise_with_the_scale_and_within_it(table_id: str) -> None:
    monthly: Steps = TABLES[table_id]["monthly"]
    assert list(monthly) == SCALES
    for step in ("min", "max"):
        amounts = [scale[step] for scale in monthly.values()]
        assert amounts == sorted(set(amounts))
    assert all(scale["min"] < scale["max"] for scale in monthly.values())


@each_table
def test_what_was_computed_is_marked_derived_and_says_how(table_id: str) -> None:
    table = TABLES[table_id]
    assert table["derived"] == (table_id not in OFFICIAL)
    assert ("derivation" in table) == table["derived"]
    assert ("notes" in table) == table["derived"]
    if table["derived"]:
        assert bilingual(table["notes"])
        assert "afgeleid" in table["title"]["nl"]


@pytest.mark.parametrize(("before", "after", "plus", "factors"), RAISES)
def test_a_derived_table_is_the_one_before_it_raised(
    before: str, after: str, plus: int, factors: list[str]
) -> None:
    for scale, steps in TABLES[before]["monthly"].items():
        expected = {step: raised(euros, plus, factors) for step, euros in steps.items()}
        assert TABLES[after]["monthly"][scale] == expected, scale
    assert TABLES[after]["derivation"].startswith(f"{before}: ")


def test_the_official_tables_have_the_published_figures() -> None:
    assert TABLES["cao-gemeenten-2019-10"]["monthly"]["6"] == {"min": 1877, "max": 2818}
    assert TABLES["cao-gemeenten-2019-10"]["monthly"]["14"] == {"min": 4925, "max": 6788}
    assert TABLES["cao-gemeenten-2020-07"]["monthly"]["10A"] == {"min": 3244, "max": 4783}
