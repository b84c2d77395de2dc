"""What was tried outlives the program, whenever it ends, and two runs leave each other alone."""

import subprocess
import sys
from pathlib import Path

import pytest

from orgdesign.tui.journal import Journal, Layer

SCENARIO = Path("a.toml")
LAYERS: tuple[Layer, ...] = (
    (("options.host.realisation", "0.6"),),
    (("options.host.realisation", "0.6"), ("jobs.adviseur.name", '"Coördinator €"')),
    (("staff.ikb", "0.2"),),
)
RUN = """
import sys
from pathlib import Path
from orgdesign.tui.journal import Journal

journal, number = Journal(Path(sys.argv[1])), 0
while True:
    number += 1
    journal.write(Path("a.toml"), (("staff.ikb", str(number)), ("overhead.per_fte", "9" * 500)))
    print(number, flush=True)
"""


def left(folder: Path) -> list[Layer]:
    """What a next run is offered; it leaves everything as it was."""
    pages = Journal(folder).left(SCENARIO)
    for page in pages:
        page.let_go()
    return [page.layer for page in pages]


@pytest.mark.parametrize("number", [1, 40])
def test_a_run_that_is_killed_leaves_all_that_was_tried(tmp_path: Path, number: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", RUN, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as run:
        assert run.stdout is not None
        for line in run.stdout:
            if int(line) == number:
                assert left(tmp_path) == []
                run.kill()
                break
        last = max([number, *map(int, run.stdout.read().split())])
    ((ikb, overhead),) = left(tmp_path)
    assert overhead == ("overhead.per_fte", "9" * 500)
    assert int(ikb[1]) in (last, last + 1)


def test_a_page_cut_at_any_byte_gives_the_last_whole_change(tmp_path: Path) -> None:
    journal, ends = Journal(tmp_path), []
    for layer in LAYERS:
        journal.write(SCENARIO, layer)
        (page,) = tmp_path.iterdir()
        ends.append(page.stat().st_size)
    journal.let_go()
    whole = page.read_bytes()
    for length in range(len(whole) + 1):
        page.write_bytes(whole[:length])
        there = [layer for layer, end in zip(LAYERS, ends, strict=True) if end <= length]
        assert left(tmp_path) == there[-1:]


@pytest.mark.parametrize("damage", [b"", b"{\n", b"[]\n", b'{"overrides": 3}\n', b"\xff\n"])
def test_a_damaged_page_offers_what_can_be_read(tmp_path: Path, damage: bytes) -> None:
    journal = Journal(tmp_path)
    journal.write(SCENARIO, LAYERS[0])
    journal.let_go()
    (page,) = tmp_path.iterdir()
    page.write_bytes(damage + page.read_bytes() + damage)
    assert left(tmp_path) == [LAYERS[0]]
    page.write_bytes(damage)
    assert left(tmp_path) == []


def test_two_runs_on_one_file_keep_their_own(tmp_path: Path) -> None:
    one, other = Journal(tmp_path), Journal(tmp_path)
    one.write(SCENARIO, LAYERS[0])
    other.write(SCENARIO, LAYERS[1])
    assert one.is_open_elsewhere(SCENARIO, ())
    assert left(tmp_path) == []
    one.write(SCENARIO, ())
    assert not other.is_open_elsewhere(SCENARIO, ())
    other.let_go()
    assert left(tmp_path) == [LAYERS[1]]


def test_what_is_offered_to_one_run_is_not_offered_to_another(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write(SCENARIO, LAYERS[0])
    journal.let_go()
    (page,) = Journal(tmp_path).left(SCENARIO)
    assert left(tmp_path) == []
    page.let_go()
    assert left(tmp_path) == [LAYERS[0]]


def test_another_scenario_is_offered_nothing(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write(SCENARIO, LAYERS[0])
    journal.let_go()
    assert journal.any_for(SCENARIO)
    assert not journal.any_for(Path("b.toml"))
    assert Journal(tmp_path).left(Path("b.toml")) == ()


def test_a_page_that_was_taken_away_or_is_full_goes_on_as_a_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path)
    journal.write(SCENARIO, LAYERS[0])
    (page,) = tmp_path.iterdir()
    page.unlink()
    journal.write(SCENARIO, LAYERS[1])
    (second,) = tmp_path.iterdir()
    monkeypatch.setattr("orgdesign.tui.journal.LONGEST", 10)
    journal.write(SCENARIO, LAYERS[2])
    (third,) = tmp_path.iterdir()
    assert len({page, second, third}) == 3
    journal.let_go()
    assert left(tmp_path) == [LAYERS[2]]
