"""An afternoon of an adviser with the installed program in a real terminal, key by key."""

import re
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tui.test_terminal import Terminal

DOWN, END, HOME, BACKSPACE, ENTER = "\x1b[B", "\x1b[F", "\x1b[H", "\x7f", "\r"


class Adviser(Terminal):
    """Presses keys, each only when what the one before it does is on the screen."""

    keys = 0

    def close(self) -> None:
        """Let the terminal go."""
        import os

        os.close(self.terminal)

    def sees(self, pattern: str, *, gone: bool = False) -> str:
        """Read until the screen holds a pattern, or until it is gone; return the screen."""
        return self.read_while(lambda text: bool(re.search(pattern, text)) is gone, 60.0)

    def press(self, key: str, pattern: str, *, gone: bool = False) -> str:
        """Press a key, and read until its consequence is there."""
        self.keys += 1
        self.type(key)
        return self.sees(pattern, gone=gone)

    def writes(self, text: str, pattern: str) -> str:
        """Type letters, and read until their consequence is there."""
        self.keys += len(text)
        self.type(text)
        return self.sees(pattern)


@pytest.fixture(params=[(80, 24), (120, 40)], ids=["80x24", "120x40"])
def adviser(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Adviser]:
    program = str(Path(sys.executable).parent / "orgdesign")
    with closing(Adviser([program], tmp_path, request.param)) as opened:
        yield opened


def test_the_three_journeys_of_an_adviser(adviser: Adviser, tmp_path: Path) -> None:
    adviser.sees(r"zuidoost-utrecht\.t\S+ +in orde")
    for journey, keys in ((make_and_export, 38), (who_loses_and_until_when, 2), (try_and_save, 19)):
        adviser.keys = 0
        journey(adviser, tmp_path)
        assert adviser.keys == keys, journey.__name__
    adviser.type("q")
    assert adviser.ended() == 0


def make_and_export(adviser: Adviser, folder: Path) -> None:
    """From nothing to an exported table."""
    adviser.press("n", r"Nieuw scenario\.")
    adviser.writes("Samen", r"bestand +samen\.toml")
    adviser.press(ENTER, r"Met ; ertussen, inwoners")
    adviser.writes("Zeist; Bunnik; Uitgeest", "gemeenten +Zeist; Bunnik; Uitgeest")
    adviser.press(ENTER, "De taken waarvoor")
    adviser.press(ENTER, "elke vorm wordt")
    adviser.press(ENTER, "Het eerste jaar")
    adviser.press(ENTER, "Naam van de regio")
    adviser.press(ENTER, "Het bestand in deze map")
    text = adviser.press(ENTER, "2034: Zeist komt bij")
    assert re.search(r"Uitgeest .* N", text), "who loses is seen by a letter"
    adviser.press("x", r"│ Uitgeest[\s\S]*\$ orgdesign export samen")
    adviser.press(ENTER, "bestanden geschreven in")
    assert (folder / "export-samen" / "tables.xlsx").is_file()


def who_loses_and_until_when(adviser: Adviser, folder: Path) -> None:
    """From a loser in the comparison to the value at which it stops."""
    assert (folder / "samen.toml").is_file()
    adviser.press("9", r"Voor \w+: ")
    adviser.press("N", "--municipality uitgeest")
    text = adviser.sees(r"Voor Uitgeest: zelfstandig blijft goedkoper[\s\S]*totdat")
    assert re.search(r"boven [\d.]+ euro komt", text)


def try_and_save(adviser: Adviser, folder: Path) -> None:
    """A variant is tried, undone, done again, saved, and its difference told."""
    adviser.press("4", r"\[4 Varianten\][\s\S]*>naam")
    for row in ("vorm", "deelnemers", "centrumgemeente", "begin"):
        adviser.press(DOWN, f">{row}")
    adviser.press(ENTER, r"\n  2026 ")
    adviser.press(END, r"\n  2026 ")
    adviser.press(BACKSPACE, r"\n  202 ")
    adviser.press("7", r"begin +\[2027")
    adviser.press(ENTER, r"\n  2027 ", gone=True)
    adviser.press("z", "niet bewaard", gone=True)
    adviser.press("Z", r"\*1 niet bewaard")
    adviser.press("s", r"samen-variant\.toml")
    adviser.press(ENTER, r"Bewaard: samen-variant\.toml")
    assert 'extends = "samen.toml"' in (folder / "samen-variant.toml").read_text("utf-8")
    adviser.press("1", r"\n.samen-variant\.toml +in orde")
    adviser.press(HOME, r">samen-variant\.toml")
    adviser.press(DOWN, r">samen\.toml")
    adviser.press("v", r"1: samen\.toml  2: samen-var[\s\S]*Uitgeest")
    adviser.press("w", r"begin van 2026 naar 2027")
