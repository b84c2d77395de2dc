import ast
import datetime
from typing import Any

import pytest
from source_tree import part

from orgdesign.library import ranges

from .facts import bilingual

RANGES: dict[str, dict[str, Any]] = ranges()["ranges"]
CALENDAR: list[dict[str, Any]] = ranges()["calendar"]


@pytest.mark.parametrize("range_id", RANGES)
def test_a_range_has_bounds_unit_year_title_and_source(range_id: str) -> None:
    found = RANGES[range_id]
    assert set(found) == {"title", "low", "high", "unit", "year", "source"}
    assert 0 <= found["low"] <= found["high"]
    assert found["unit"] in {"euro", "share", "fte", "hours", "factor"}
    assert bilingual(found["title"])
    assert found["unit"] != "share" or found["high"] <= 1


def test_every_range_and_profile_is_compared_with() -> None:
    texts = {
        node.value
        for source in part("notes")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant)
    }
    assert not {*RANGES, *ranges()["profiles"]} - texts


def test_every_source_of_a_range_is_named() -> None:
    every = [*RANGES.values(), *ranges()["profiles"].values(), *CALENDAR]
    assert not ranges()["sources"].keys() - {each["source"] for each in every}


def test_overhead_per_fte_in_the_primary_process_follows_from_the_whole_formation() -> None:
    total, share = RANGES["overhead_per_fte_total"], RANGES["overhead_share"]
    primary = RANGES["overhead_per_fte_primary"]
    for bound in ("low", "high"):
        assert primary[bound] == round(total[bound] / (1 - share[bound]), -3)


def test_profiles_are_shares_by_year_with_a_source() -> None:
    for profile in ranges()["profiles"].values():
        assert set(profile) == {"title", "values", "year", "source"}
        assert all(0 <= value <= 1 for value in profile["values"])
        assert bilingual(profile["title"])
    assert ranges()["profiles"]["ramp_up"]["values"] == [0.1, 0.5, 0.9, 1.0]


def test_the_budget_calendar_changed_on_1_july_2022_without_a_gap() -> None:
    before, since = CALENDAR
    assert since["from"] == datetime.date(2022, 7, 1)
    assert since["from"] - before["until"] == datetime.timedelta(days=1)
    assert (before["opinion_weeks"], since["opinion_weeks"]) == (8, 12)


@pytest.mark.parametrize("entry", CALENDAR)
def test_the_councils_weeks_fit_between_frames_and_adoption(entry: dict[str, Any]) -> None:
    frames, adopted = (
        datetime.date.fromisoformat(f"2023-{entry[name]}")
        for name in ("frames_before", "adopted_before")
    )
    assert adopted - frames >= datetime.timedelta(weeks=entry["opinion_weeks"])
    assert bilingual(entry["title"])
