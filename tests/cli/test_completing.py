"""What a shell completes: commands, names, and files where a file belongs."""

import pytest
from calling import call
from examples import ROOT

from orgdesign.cli.completing import screen_names, table_names

TINY = str(ROOT / "scenarios" / "tiny.toml")
Capture = pytest.CaptureFixture[str]


def completed(capsys: Capture, monkeypatch: pytest.MonkeyPatch, shell: str, line: str) -> list[str]:
    """Return what the program answers a shell that completes the last word of a line."""
    monkeypatch.setenv("_ORGDESIGN_COMPLETE", f"{shell}_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    words = line.split(" ")
    monkeypatch.setenv("COMP_CWORD", str(len(words) - 1) if shell != "fish" else words[-1])
    with pytest.raises(SystemExit):
        call(capsys)
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize(
    "line",
    [
        "orgdesign compare scena",
        "orgdesign check sc",
        "orgdesign table lines sc",
        "orgdesign sensitivity sc",
        "orgdesign where salary.8 sc",
        "orgdesign diff a.toml sc",
        "orgdesign scena",
    ],
)
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_file_is_left_to_the_shell(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, shell: str, line: str
) -> None:
    assert "file" in completed(capsys, monkeypatch, shell, line)[0]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("orgdesign table pla", "plain,plan"),
        ("orgdesign show ov", "plain,overview"),
        ("orgdesign show fi", "plain,files"),
        ("orgdesign sensitivity tiny.toml tor", "plain,tornado"),
        ("orgdesign com", "plain,compare"),
        ("orgdesign sweep sc", "dir,sc"),
        ("orgdesign export tiny.toml --to sc", "dir,sc"),
        ("orgdesign compare tiny.toml --unit ce", "plain,cents"),
    ],
)
def test_names_and_folders_are_completed(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, line: str, found: str
) -> None:
    assert found in completed(capsys, monkeypatch, "bash", line)


@pytest.mark.parametrize(("command", "names"), [("table", table_names()), ("show", screen_names())])
def test_the_help_names_what_can_be_asked_for(
    capsys: Capture, command: str, names: tuple[str, ...]
) -> None:
    told = call(capsys, command, "--help").out.replace(",", " ").replace(".", " ").split()
    assert set(names) <= set(told)


def test_the_help_says_how_diff_ends_and_who_is_total(capsys: Capture) -> None:
    assert "Eindigt met 1" in call(capsys, "diff", "--help").out
    assert "total" in call(capsys, "explain", "--help").out
    assert "total" in call(capsys, "explain", TINY, "host_zuid", "iedereen").err
    assert "euro" in call(capsys, "results", "--help").out
