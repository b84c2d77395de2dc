"""How the tests of the command line run: in Dutch, and quick enough to say nothing of waiting."""

import pytest


@pytest.fixture(autouse=True)
def _dutch(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("orgdesign.cli.talk.PATIENCE", 600.0)
