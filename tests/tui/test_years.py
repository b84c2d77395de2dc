"""The strip of years says which year is shown, where options start and which is reported."""

from pathlib import Path

import pytest

from orgdesign.tui.widgets.years import Years, YearStrip, strip_of
from tui.driving import SMALL, opened, press, settled, shown

TEN = Years(range(2019, 2029), {2026: ""}, {2020, 2021}, {2026})


def test_the_year_shown_stands_in_brackets_and_the_others_have_their_marks() -> None:
    assert strip_of(TEN, 80).plain == ("2019 2020^ 2021^ 2022 2023 2024 2025 [2026*] 2027 2028")


def test_a_table_over_all_years_has_all_of_them_in_brackets() -> None:
    text = strip_of(TEN._replace(shown={}), 80).plain
    assert text == "[2019 2020^ 2021^ 2022 2023 2024 2025 2026* 2027 2028]"


@pytest.mark.parametrize("shown", [2019, 2020, 2035, 2068])
@pytest.mark.parametrize("width", [20, 50, 80])
def test_of_many_years_those_around_the_one_shown_are_in_sight(shown: int, width: int) -> None:
    text = strip_of(Years(range(2019, 2069), {shown: ""}, (), ()), width).plain
    assert len(text) <= width
    assert f"[{shown}]" in text
    assert (".. " in text, " .." in text) == ("2019" not in text, "2068" not in text)


def test_years_of_several_files_stand_in_brackets_with_the_files_they_are_of() -> None:
    years = TEN._replace(shown={2020: "2: ", 2026: "1, 3: "}, reported={2020, 2026})
    assert strip_of(years, 80).plain == (
        "2019 [2: 2020^*] 2021^ 2022 2023 2024 2025 [1, 3: 2026*] 2027 2028"
    )
    assert strip_of(years, 40).plain == "2019 [2: 2020^*] .. [1, 3: 2026*] .."


def test_without_years_there_is_nothing() -> None:
    assert strip_of(Years((), {}, (), ()), 80).plain == ""


async def test_keys_and_the_mouse_go_from_year_to_year(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert shown(app).splitlines()[2].startswith(" 2025 2026^ 2027 2028 [2029*]  ^ begin")
        await press(pilot, "left_square_bracket")
        assert " [2028] 2029*" in shown(app).splitlines()[2]
        await press(pilot, "right_square_bracket", "t")
        assert " [2025] 2026^" in shown(app).splitlines()[2]
        await pilot.click(YearStrip, offset=(16, 0))
        await settled(pilot)
        assert "[2027]" in shown(app).splitlines()[2]
        assert "2027" in shown(app).splitlines()[1]
        await press(pilot, "m")
        assert " [2025 2026^ 2027 2028 2029*]" in shown(app).splitlines()[2]
