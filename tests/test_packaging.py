"""What is shipped: both archives hold what the program needs, and the wheel works by itself."""

import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest
from machines import needed
from source_tree import PACKAGE, ROOT

import orgdesign

DATA = ("*.toml", "*.tcss", "*.html", "py.typed")
GALLERY = sorted(path.name for path in (ROOT / "scenarios").glob("*.toml"))


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with a source archive and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT))
    return folder


def run(*command: str, cwd: Path | None = None, path: str | None = None) -> str:
    """What a command says on stdout; fails with all that it said where it goes wrong."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if path:
        environment["PYTHONPATH"] = path
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(archives: Path) -> Path:
    return next(archives.glob("*.whl"))


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as installed from the wheel; its libraries are those of this environment."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = str(scripts / "python")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index",
        "--quiet", str(wheel))  # fmt: skip
    return scripts


def members(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_every_module_and_data_file(wheel: Path) -> None:
    wanted = {
        path.relative_to(PACKAGE.parent).as_posix()
        for pattern in ("*.py", *DATA)
        for path in PACKAGE.rglob(pattern)
    }
    assert wanted <= members(wheel)


def test_the_wheel_holds_the_gallery(wheel: Path) -> None:
    assert {f"orgdesign/gallery/{name}" for name in GALLERY} <= members(wheel)


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    kinds = {Path(name).suffix for name in members(wheel) if name.startswith("orgdesign/")}
    assert kinds <= {".css", ".csv", ".html", ".py", ".toml", ".tcss", ".typed"}
    tops = {name.split("/")[0] for name in members(wheel)}
    assert tops == {"orgdesign", f"orgdesign-{orgdesign.__version__}.dist-info"}


@pytest.mark.parametrize(
    "name",
    ["pyproject.toml", "Makefile", "constraints.txt", "README.md", "CHANGELOG.md",
     "CONTRIBUTING.md", "docs/handbook.md", "benchmarks/run.py", "tests/test_packaging.py",
     "scenarios/tiny.toml", "src/orgdesign/__init__.py"],
)  # fmt: skip
def test_the_source_archive_holds_the_whole_project(archives: Path, name: str) -> None:
    with tarfile.open(next(archives.glob("*.tar.gz"))) as archive:
        names = archive.getnames()
    assert f"orgdesign-{orgdesign.__version__}/{name}" in names


@pytest.mark.parametrize("command", ["check", "compare"])
def test_the_installed_program_works_away_from_the_checkout(
    program: Path, tmp_path: Path, command: str
) -> None:
    libraries = sysconfig.get_path("purelib")
    python = str(program / "python")
    ask = "import orgdesign.scenario.gallery as g; print(g.gallery_folder())"
    folder = run(python, "-P", "-c", ask, cwd=tmp_path, path=libraries).strip()
    assert Path(folder).is_relative_to(program.parent)
    tiny = str(Path(folder) / "tiny.toml")
    said = run(str(program / "orgdesign"), command, tiny, cwd=tmp_path, path=libraries)
    assert command == "check" or "Noord" in said


@pytest.mark.parametrize(
    ("interpreter", "environment"),
    [
        ("python3", ".venv"),
        ("python3.13", ".venv-python3.13"),
        ("/opt/bin/py", ".venv--opt-bin-py"),
    ],
)
def test_another_interpreter_has_an_environment_of_its_own(
    interpreter: str, environment: str
) -> None:
    told = run(needed("make"), "-n", "-B", "test", f"PYTHON={interpreter}", cwd=ROOT)
    assert f"{interpreter} -m venv {environment}\n" in told
    assert f"\n{environment}/bin/python -m pytest" in told
