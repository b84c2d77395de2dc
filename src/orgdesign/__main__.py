"""The program: the version and the help at once, all else by the command line."""

from __future__ import annotations

import gc
import os
import sys

from orgdesign.cli.commands import (
    ASCII,
    INTERRUPTED,
    help_text,
    is_english,
    opens_the_app,
    version_text,
)


def main() -> None:
    """Run the program and leave with its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        _print(version_text())
    if arguments and arguments[0] in ("--help", "-h"):
        _print(help_text(english=is_english(arguments)))
    _set_up()
    if opens_the_app(arguments):
        from pathlib import Path

        from orgdesign.tui.start import run as run_app

        paths = [Path(argument) for argument in arguments if argument != ASCII]
        try:
            run_app(
                *paths,
                plain_letters=ASCII in arguments,
                spoken="en" if is_english(arguments) else "nl",
            )
        except KeyboardInterrupt:  # before the app took the keys over
            _leave(INTERRUPTED)
        gc.freeze()  # else Python looks for garbage among all that is there before it ends
        sys.exit(0)
    from orgdesign.cli.main import run

    _leave(run(arguments))


def _set_up() -> None:
    """Keep start-up short: no threads for small matrices, no search for garbage."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from orgdesign.cli.later import import_later

    import_later("urllib.parse", "quote_from_bytes")  # paths would be put in addresses by it
    import_later("tempfile")  # the grammar of TOML would unpack an archive that there is not
    gc.set_threshold(100_000, 20, 20)


def _leave(code: int) -> None:
    """End at once: taking every module down, only for the system to drop it, takes a while."""
    from contextlib import suppress

    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(code)


def _print(text: str) -> None:
    from contextlib import suppress

    with suppress(BrokenPipeError):
        sys.stdout.write(text + "\n")
    _leave(0)


if __name__ == "__main__":
    main()
