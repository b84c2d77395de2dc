"""The last picture of a scenario: shown at once at the next start, until the app is there.

It knows nothing of textual or the model: what it is for is not to wait for them.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, TextIO

from orgdesign.tui.state_pages import keep_page, kept_page

ENTER = "\x1b[?1049h\x1b[?25l\x1b[H"
"""Goes to the terminal's other screen, hides the cursor and puts it at the top."""
LEAVE = "\x1b[?25h\x1b[?1049l"
"""Shows the cursor again and goes back to the screen that was there before."""
_LOOK = ("TERM", "COLORTERM", "NO_COLOR", "TMUX")
"""What the colours of a picture depend on."""


class Frame(NamedTuple):
    """A picture in lines, and the words that say that the app is still starting."""

    lines: Sequence[str]
    words: str

    def painted(self) -> str:
        """Return what paints the picture, its last line replaced by the words."""
        *most, _ = self.lines
        starting = f"\x1b[0;7m {self.words} \x1b[0m\x1b[K"
        return ENTER + "\r\n".join([*most, starting])

    def paint(self, output: TextIO) -> None:
        """Paint the picture."""
        output.write(self.painted())
        output.flush()

    def take_away(self, output: TextIO) -> None:
        """Leave the terminal as it was before the picture."""
        output.write(LEAVE)
        output.flush()


class LastFrame:
    """The folder with the last picture of each scenario file that was opened."""

    def __init__(self, state: Path, environment: Mapping[str, str] = os.environ) -> None:
        self._folder = state / "frames"
        self._look = [environment.get(name) for name in _LOOK]

    def keep(
        self, opened: Path, files: Collection[Path], size: tuple[int, int], frame: Frame
    ) -> None:
        """Keep the picture of what was opened, for as long as the files it rests on stay as is."""
        with suppress(OSError):
            entry = {
                "look": self._look,
                "size": list(size),
                "files": {str(file): _stamp(file) for file in files},
                "frame": list(frame),
            }
            keep_page(self._folder, opened, entry)

    def last(self, opened: Path, size: tuple[int, int]) -> Frame | None:
        """Return the last picture; None where it would be of another file, size or look."""
        try:
            entry = kept_page(self._folder, opened)
            stamps = {file: _stamp(Path(file)) for file in entry["files"]}
            lines, words = entry["frame"]
            found = Frame([str(line) for line in lines], str(words))
            same = [entry["look"], entry["size"], entry["files"]] == [self._look, [*size], stamps]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None
        return found if same and found.lines else None


def _stamp(file: Path) -> list[int]:
    status = file.stat()
    return [status.st_mtime_ns, status.st_size]
