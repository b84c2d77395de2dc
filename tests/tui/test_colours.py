"""What is seen does not rest on colour, and every theme is readable."""

from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from orgdesign.tui.themes import CONTRAST, DARK, KEPT_IN, LIGHT, THEMES, kept_theme, next_theme
from tui.driving import SMALL, opened, press, settled, shown


def test_the_key_goes_round_every_theme() -> None:
    name, seen = THEMES[0].name, []
    for _ in THEMES:
        seen.append(name)
        name = next_theme(name).name
    assert seen == [theme.name for theme in THEMES]
    assert name == THEMES[0].name
    assert next_theme("another") is THEMES[0]


def test_without_colours_the_terminals_own_are_left_out() -> None:
    name, seen = THEMES[0].name, set()
    for _ in THEMES:
        seen.add(name)
        name = next_theme(name, grey=True).name
    assert seen == {theme.name for theme in (DARK, LIGHT, CONTRAST)}


async def test_the_colours_chosen_are_there_the_next_time(tmp_path: Path) -> None:
    for expected in (DARK.name, LIGHT.name):
        app = opened(tmp_path)
        async with app.run_test(size=SMALL) as pilot:
            await settled(pilot)
            assert app.theme == expected
            await press(pilot, "c")


@pytest.mark.parametrize("text", ["", "no-such-theme", "\udcff"])
def test_a_damaged_choice_of_colours_is_the_first(tmp_path: Path, text: str) -> None:
    (tmp_path / KEPT_IN).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert kept_theme(grey=False, folder=tmp_path) == DARK.name
    assert kept_theme(grey=False, folder=tmp_path / "absent") == DARK.name


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=lambda theme: theme.name)
@pytest.mark.parametrize("tone", ["gain", "loss", "quiet"])
def test_tones_are_readable_on_their_background(theme: Theme, tone: str) -> None:
    least = 7.0 if theme is CONTRAST else 4.5
    for ground in (theme.background, theme.surface, theme.panel):
        assert ground is not None
        ratio = contrast(Color.parse(theme.variables[tone]), Color.parse(ground))
        assert ratio >= least, (tone, ground, ratio)


def contrast(one: Color, other: Color) -> float:
    """The contrast ratio of WCAG 2.1."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    parts = [part / 255 for part in colour.rgb]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [DARK, LIGHT, CONTRAST], ids=lambda theme: theme.name)
def test_gain_is_blue_and_loss_is_orange(theme: Theme) -> None:
    gain, loss = (Color.parse(theme.variables[tone]) for tone in ("gain", "loss"))
    assert gain.b > max(gain.r, gain.g)
    assert loss.r > loss.g > loss.b


async def test_nothing_is_lost_without_colour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = []
    for given in (None, "1"):
        if given:
            monkeypatch.setenv("NO_COLOR", given)
        app = opened(tmp_path)
        async with app.run_test(size=SMALL) as pilot:
            await settled(pilot)
            texts.append(shown(app))
            if given:
                strips = app.screen._compositor.render_strips()
                colours = {
                    part.get_truecolor()
                    for strip in strips
                    for segment in strip.apply_filter(app._filters[0], Color(0, 0, 0))
                    if segment.style
                    for part in (segment.style.color, segment.style.bgcolor)
                    if part is not None
                }
                assert all(r == g == b for r, g, b in colours)
    assert texts[0] == texts[1]
    assert " V" in texts[1]
    assert "[" in texts[1].splitlines()[5]
    assert ">Noord" in texts[1]


async def test_every_theme_shows_the_same_words(tmp_path: Path) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        text, seen = shown(app), []
        for _ in THEMES:
            seen.append(app.theme)
            assert shown(app) == text
            await press(pilot, "c")
    assert seen == [theme.name for theme in THEMES]
