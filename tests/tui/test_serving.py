"""The app in a browser: it shows there, its keys work there, and no other page works it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from machines import installed, needed

from orgdesign.cli.main import run
from tui.driving import scenario

pyte = pytest.importorskip("pyte")
SECONDS = 60


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the app on the smallest case is served, until the tests end."""
    installed("textual_serve")
    tmp_path = tmp_path_factory.mktemp("served")
    file, port = scenario(tmp_path), free_port()
    serving = subprocess.Popen(
        [sys.executable, "-m", "orgdesign", "serve", str(file), "--port", str(port)],
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path / "state"), "LANG": "en"},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert serving.stderr is not None
        assert (
            serving.stderr.readline()
            == f"The app is at http://127.0.0.1:{port} (Ctrl-C stops it).\n"
        )
        yield f"127.0.0.1:{port}"
    finally:
        serving.terminate()
        assert serving.wait(SECONDS) == 0
        if serving.stderr:
            serving.stderr.close()


def test_a_browser_shows_the_app_and_its_keys_work_there_without_a_network(address: str) -> None:
    program = needed("chromium", "chromium-browser", "google-chrome")
    from playwright.sync_api import WebSocket, sync_playwright

    screen = pyte.Screen(80, 24)
    stream = pyte.ByteStream(screen)
    asked: list[str] = []

    def listen(opened: WebSocket) -> None:
        asked.append(opened.url)
        size = re.search(r"width=(\d+)&height=(\d+)", opened.url)
        assert size
        screen.resize(int(size[2]), int(size[1]))
        opened.on("framereceived", lambda f: stream.feed(f) if isinstance(f, bytes) else None)

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            page = browser.new_page(viewport={"width": 1200, "height": 700})
            page.on("request", lambda request: asked.append(request.url))
            page.on("websocket", listen)
            page.goto(f"http://{address}/")

            def reads(words: str) -> bool:
                end = time.monotonic() + SECONDS
                while words not in "\n".join(screen.display) and time.monotonic() < end:
                    page.wait_for_timeout(50)
                return words in "\n".join(screen.display)

            assert reads(">Noord  ")
            page.keyboard.press("3")
            assert reads(">municipalities.noord.inhabitants")
        finally:
            browser.close()
    assert {re.split("//|/", url)[1] for url in asked if not url.startswith("data:")} == {address}


@pytest.mark.parametrize(
    ("host", "origin", "listening", "own"),
    [
        ("127.0.0.1:8000", None, "127.0.0.1", True),
        ("127.0.0.1:8000", "http://127.0.0.1:8000", "127.0.0.1", True),
        ("localhost:8000", "http://localhost:8000", "127.0.0.1", True),
        ("[::1]:8000", "http://[::1]:8000", "::1", True),
        ("127.0.0.1:8000", "https://example.org", "127.0.0.1", False),
        ("127.0.0.1:8000", "http://127.0.0.1:9000", "127.0.0.1", False),
        ("127.0.0.1:8000", "null", "127.0.0.1", False),
        ("example.org:8000", "http://example.org:8000", "127.0.0.1", False),
        ("example.org:8000", None, "127.0.0.1", False),
        ("10.0.0.5:8000", "http://10.0.0.5:8000", "0.0.0.0", True),
        ("10.0.0.5:8000", "https://example.org", "0.0.0.0", False),
    ],
)
def test_only_pages_of_the_server_itself_are_answered(
    host: str, origin: str | None, listening: str, own: bool
) -> None:
    installed("textual_serve")
    from orgdesign.tui.serving import is_own

    assert is_own(host, origin, listening) is own


def test_another_page_is_refused(address: str) -> None:
    from urllib.error import HTTPError
    from urllib.request import Request, urlopen

    with urlopen(f"http://{address}/", timeout=SECONDS) as answer:
        assert b"/static/js/textual.js" in answer.read()
    other = Request(f"http://{address}/ws", headers={"Origin": "https://example.org"})
    with pytest.raises(HTTPError, match="403"):
        urlopen(other, timeout=SECONDS)


def test_without_the_library_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "orgdesign.tui.serving", None)
    assert run(["serve", str(scenario(tmp_path))]) == 2
    assert "orgdesign[serve]" in capsys.readouterr().err


def test_a_port_in_use_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    installed("textual_serve")
    with closing(socket.socket()) as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        assert run(["serve", str(scenario(tmp_path)), "--port", port]) == 2
    assert f"poort {port}" in capsys.readouterr().err
