"""In which language a file's problems are told: its own, else that of the call."""

from pathlib import Path

import pytest
from calling import call

Capture = pytest.CaptureFixture[str]
DUTCH, ENGLISH = "niets berekend", "nothing was calculated"


@pytest.mark.parametrize("command", ["check", "compare"])
@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        (None, "en_GB.UTF-8", ENGLISH),
        (None, "nl_NL.UTF-8", DUTCH),
        ("", "en_GB.UTF-8", ENGLISH),
        ('[scenario]\nlanguage = "nl"\n', "en_GB.UTF-8", DUTCH),
        ('[scenario]\nlanguage = "en"\n', "nl_NL.UTF-8", ENGLISH),
    ],
)
def test_a_file_that_asks_for_no_language_has_that_of_the_call(
    tmp_path: Path,
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    text: str | None,
    locale: str,
    expected: str,
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    path = tmp_path / "wrong.toml"
    if text is not None:
        path.write_text(text, "utf-8")
    answer = call(capsys, command, str(path))
    assert answer.code == 2
    assert expected in answer.err
