from pathlib import Path

from orgdesign.scenario.gallery import gallery
from orgdesign.scenario.starting.known import known_municipalities

FILE = """
[sources.register]
title = "{title}"
date = {year}
kind = "{kind}"

[municipalities]
oost = {{ name = "Oost", inhabitants = {{ value = {inhabitants}, source = "register" }} }}
west = {{ name = "West", inhabitants = 20_000 }}
"""


def file(folder: Path, name: str, year: int, inhabitants: int, kind: str = "measured") -> Path:
    path = folder / name
    text = FILE.format(title=name, year=year, inhabitants=inhabitants, kind=kind)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_worked_cases_give_inhabitants_with_their_code_and_source() -> None:
    known = known_municipalities(gallery())
    assert (known["Zeist"].inhabitants, known["Zeist"].code) == (63_322, "GM0355")
    assert list(known) == sorted(known)


def test_of_two_files_the_latest_source_counts(tmp_path: Path) -> None:
    files = [file(tmp_path, "a.toml", 2020, 21_000), file(tmp_path, "b.toml", 2018, 19_000)]
    known = known_municipalities(files)
    assert (known["Oost"].inhabitants, known["Oost"].source["title"]) == (21_000, "a.toml")


def test_what_has_no_measured_source_is_not_known(tmp_path: Path) -> None:
    assert known_municipalities([file(tmp_path, "a.toml", 2020, 21_000, "assumption")]) == {}
    assert "West" not in known_municipalities([file(tmp_path, "b.toml", 2020, 21_000)])


def test_a_broken_file_gives_nothing_and_stops_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "a.toml"
    broken.write_text("municipalities = [", encoding="utf-8")
    odd = tmp_path / "b.toml"
    odd.write_text("municipalities = 3\n[sources]\n", encoding="utf-8")
    good = file(tmp_path, "c.toml", 2020, 21_000)
    assert list(known_municipalities([broken, odd, good, tmp_path / "none.toml"])) == ["Oost"]
