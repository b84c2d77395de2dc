"""The names of the screens are there on any terminal, and the file that is open below them."""

import pytest

from orgdesign.tui.screens import SCREENS
from orgdesign.tui.widgets.bars import context_in, tabs_in
from orgdesign.words import LANGUAGES, Language, say

FILE = "stichtse-vecht-weesp-wijdemeren.toml"


def names_in(width: int, screen: str, language: Language) -> list[str]:
    """What stands behind the number of each screen."""
    text = tabs_in(width, screen, language).plain
    assert len(text) <= width
    words = text.replace("[", "").replace("]", "").split()
    assert words[::2] == list("1234567890")
    return words[1::2]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS)
def test_every_name_is_whole_in_120_columns_and_told_apart_in_80(
    screen: str, language: Language
) -> None:
    whole = [say(f"app.screen_{name}", language) for name in SCREENS]
    short = [say(f"app.tab_{name}", language) for name in SCREENS]
    at = list(SCREENS).index(screen)
    assert names_in(120, screen, language) in (whole, [*short[:at], whole[at], *short[at + 1 :]])
    stems = names_in(80, screen, language)
    assert all(len(stem) >= 4 for stem in stems)
    assert len(set(stems)) == len(stems)
    assert all(name.startswith(stem) for name, stem in zip(whole, stems, strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_short_name_is_the_beginning_of_the_whole(language: Language) -> None:
    for name in SCREENS:
        short, whole = (say(f"app.{kind}_{name}", language) for kind in ("tab", "screen"))
        assert whole.startswith(short)


def test_where_names_have_no_room_the_numbers_stand_alone() -> None:
    assert tabs_in(40, "plan", "en").plain == " 1 2 3 4 5 6 [7 Plan] 8 9 0"


def test_the_file_stands_at_the_end_and_is_cut_before_it_takes_the_line() -> None:
    text = context_in(40, "Structural cost", "", "a.toml").plain
    assert text == " Structural cost".ljust(33) + "a.toml"
    long = context_in(60, "Structural cost, 2026: difference from alone", "stale", FILE).plain
    assert len(long) == 59
    assert long.startswith("  stale  Structural cost, …  stichtse-")
    assert long.endswith("meren.toml")
    assert context_in(60, "Nothing", "", "").plain == " Nothing"
