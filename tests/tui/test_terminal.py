"""The installed program in a real terminal."""

import os
import signal
import struct
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from orgdesign.cli.commands import INTERRUPTED
from orgdesign.tui.last_frame import LEAVE
from tui.driving import scenario

pyte = pytest.importorskip("pyte")
pty = pytest.importorskip("pty")


class Terminal:
    """A program in a pseudo-terminal, and the screen that a person would see."""

    def __init__(
        self, arguments: list[str], folder: Path, size: tuple[int, int] = (80, 24)
    ) -> None:
        import fcntl
        import termios

        columns, lines = size
        self.screen = pyte.Screen(columns, lines)
        self.stream = pyte.ByteStream(self.screen)
        self.written = bytearray()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # as a shell gives it to what it starts
            settings = {"TERM": "xterm-256color", "XDG_STATE_HOME": str(folder / "state")}
            os.execve(arguments[0], arguments, {**os.environ, **settings})
        window = struct.pack("HHHH", lines, columns, 0, 0)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, window)

    def read_until(self, words: str) -> str:
        """Read until the screen holds some words; return the screen."""
        return self.read_while(lambda text: words not in text, 30.0)

    def read_while(self, waits: Callable[[str], bool], seconds: float) -> str:
        """Read while the screen is not yet as it must be; return the screen.

        It is looked at when nothing more comes: that costs more than reading.
        """
        import select

        deadline, text = time.monotonic() + seconds, ""
        while not text or waits(text):
            assert time.monotonic() < deadline, text
            if select.select([self.terminal], [], [], 0.05)[0]:
                with suppress(OSError):
                    self.stream.feed(self._read())
            else:
                text = "\n".join(self.screen.display)
        return text

    def _read(self) -> bytes:
        piece = os.read(self.terminal, 65536)
        self.written += piece
        return piece

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.terminal, keys.encode())

    def ended(self) -> int:
        """Wait for the program and return how it ended."""
        import threading

        def drain() -> None:
            with suppress(OSError):
                while self._read():
                    pass

        draining = threading.Thread(target=drain, daemon=True)
        draining.start()
        _, status = os.waitpid(self.process, 0)
        draining.join(5)
        return os.waitstatus_to_exitcode(status)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    program = Path(sys.executable).parent / "orgdesign"
    opened = Terminal([str(program), str(scenario(tmp_path))], tmp_path)
    yield opened
    os.close(opened.terminal)


STARTING = """
import sys, time
from orgdesign.__main__ import main

class Slow:
    def find_spec(self, name, *_):
        if name == "orgdesign.tui.app":
            time.sleep(60)

sys.meta_path.insert(0, Slow())
main()
"""


def test_who_stops_the_program_as_it_starts_gets_the_terminal_back(tmp_path: Path) -> None:
    terminal = Terminal([sys.executable, "-c", STARTING, str(scenario(tmp_path))], tmp_path)
    terminal.read_until("bezig met starten")
    terminal.type("\x03")
    assert terminal.ended() == INTERRUPTED
    os.close(terminal.terminal)
    assert terminal.written.endswith(LEAVE.encode())
    assert b"Traceback" not in terminal.written


def test_the_program_runs_in_a_terminal(terminal: Terminal) -> None:
    text = terminal.read_until("Noord komt bij Centrumgemeente Zuid uit op")
    assert "[2 Vergelijking]" in text
    assert "$ orgdesign compare tiny.toml" in text
    terminal.type("3")
    assert "[3 Aannames]" in terminal.read_until(">municipalities.noord.inhabitants")
    terminal.type("q")
    assert terminal.ended() == 0


def test_a_file_comes_back_as_it_was_left_by_a_terminal_that_was_closed(tmp_path: Path) -> None:
    command = [str(Path(sys.executable).parent / "orgdesign"), str(scenario(tmp_path))]
    for screen in ("[2 Vergelijking]", "[6 Sleutels]"):
        terminal = Terminal(command, tmp_path)
        terminal.read_until("bedragen die er staan" if "6" in screen else "komt bij")
        assert screen in terminal.read_until(screen)
        terminal.type("6")
        terminal.read_until("[6 Sleutels]")
        os.kill(terminal.process, signal.SIGHUP)
        assert terminal.ended() == -signal.SIGHUP
        os.close(terminal.terminal)
