"""Where scenario files are: the folder at hand, and the worked cases that come with the program."""

from __future__ import annotations

from pathlib import Path


def scenario_folder(given: Path | None = None) -> Path:
    """Return the folder with scenarios: the one given, else ./scenarios, else the current one."""
    if given is not None:
        return given
    here = Path.cwd()
    return here / "scenarios" if (here / "scenarios").is_dir() else here


def scenario_files(folder: Path) -> tuple[Path, ...]:
    """Return the TOML files of a folder by name; none where the folder cannot be read."""
    try:
        return tuple(sorted(path for path in folder.glob("*.toml") if path.is_file()))
    except OSError:
        return ()


def gallery_folder() -> Path:
    """Return the folder of the worked cases.

    It lies within the installed package, and beside `src` in a source tree.
    """
    package = Path(__file__).resolve().parents[1]
    installed = package / "gallery"
    return installed if installed.is_dir() else package.parents[1] / "scenarios"


def gallery() -> tuple[Path, ...]:
    """Return the worked cases that come with the program, by name."""
    return scenario_files(gallery_folder())
