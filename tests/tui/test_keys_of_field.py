"""While something is typed the footer has the keys of the field, not those that do nothing."""

from pathlib import Path

import pytest

from orgdesign.tui.widgets.bars import ActionFooter
from tui.driving import SMALL, opened, press, settled


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("3", "enter"), "enter overnemen  tab volgend veld  esc niet wijzigen"),
        (("4", "enter"), "enter overnemen  esc niet wijzigen"),
        (("3", "slash"), "enter naar de lijst  esc filter sluiten"),
    ],
)
async def test_the_footer_has_the_keys_of_what_is_typed_in(
    tmp_path: Path, keys: tuple[str, ...], told: str
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        await press(pilot, *keys)
        footer = app.screen.query_one(ActionFooter)
        assert str(footer.render()) == told
        await press(pilot, "escape")
        assert "? hulp" in str(footer.render())
