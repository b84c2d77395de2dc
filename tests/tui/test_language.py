"""The app speaks the language asked for, else that of its file, else that of the system."""

from pathlib import Path

import pytest

from orgdesign.tui.app import OrgdesignApp
from orgdesign.tui.screens.dialogs import Choice
from orgdesign.tui.workspace import Speech
from tui.driving import SMALL, opened, settled, shown


@pytest.mark.parametrize(
    ("speech", "own", "words"),
    [
        (Speech("en"), "years = 5", "Discard"),
        (Speech("nl"), 'years = 5\nlanguage = "en"', "Weggooien"),
        (Speech(), 'years = 0\nlanguage = "en"', "Discard"),
        (Speech(spoken="en"), "years = 0", "Discard"),
    ],
)
async def test_the_offer_is_in_the_language_of_the_app(
    tmp_path: Path, speech: Speech, own: str, words: str
) -> None:
    killed = opened(tmp_path)
    file = killed.given or tmp_path
    file.write_text(file.read_text("utf-8").replace("years = 5", own), "utf-8")
    killed.workspace.open(file).set("overhead.per_fte", "60000")
    killed.workspace.journal.let_go()
    app = OrgdesignApp(file, tmp_path / "state", speech=speech)
    async with app.run_test(size=SMALL) as pilot:
        await settled(pilot)
        assert isinstance(app.screen, Choice)
        assert words in shown(app)
