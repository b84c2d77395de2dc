import os
from pathlib import Path

import pytest

from orgdesign.scenario.load import load
from scenario.files import BASE, codes, sound, write

TRY = 'extends = "{}"\n'


def test_the_extending_file_wins_by_key(tmp_path: Path) -> None:
    text = 'extends = "base.toml"\nscenario.title = "Try"\n[options.host]\nrealisation = 0.5\n'
    loaded = load(write(tmp_path, base=BASE, top=text)["top"])
    scenario = sound(loaded)
    assert scenario.document.scenario.title == "Try"
    assert scenario.document.scenario.years == 5
    assert scenario.figures["options.host.realisation"].value == 0.5
    assert loaded.files == (tmp_path / "top.toml", tmp_path / "base.toml")


def test_arrays_are_replaced_whole(tmp_path: Path) -> None:
    text = 'extends = "base.toml"\n[options.host]\nramp = [1.0]\namounts = []\n'
    option = sound(load(write(tmp_path, base=BASE, top=text)["top"])).document.options["host"]
    assert len(option.ramp or ()) == 1
    assert option.amounts == ()


def test_a_number_drops_the_range_of_the_base_and_a_table_keeps_it(tmp_path: Path) -> None:
    bare = 'extends = "base.toml"\noverhead.per_fte = 70_000\n'
    table = 'extends = "base.toml"\noverhead.per_fte = { value = 45_000 }\n'
    paths = write(tmp_path, base=BASE, bare=bare, table=table)
    assert sound(load(paths["bare"])).figures["overhead.per_fte"].low is None
    assert sound(load(paths["table"])).figures["overhead.per_fte"].low == 40_000


def test_every_path_says_which_file_set_it(tmp_path: Path) -> None:
    text = 'extends = "base.toml"\n\n[options.host]\nrealisation = 0.5\n'
    paths = write(tmp_path, base=BASE, top=text)
    origins = sound(load(paths["top"])).origins
    above, below = origins["options.host.realisation"], origins["options.host.ramp[1]"]
    assert (above.file, above.line, above.column) == (str(paths["top"]), 4, 15)
    assert (above.layer, below.layer) == ("file", "base")
    assert below.file == str(paths["base"])


def test_remove_takes_paths_out(tmp_path: Path) -> None:
    paths = '"options.host.amounts", "overhead.per_fte.low", "overhead.per_fte.high"'
    text = f'extends = "base.toml"\nremove = [{paths}]\n'
    scenario = sound(load(write(tmp_path, base=BASE, top=text)["top"]))
    assert scenario.document.options["host"].amounts == ()
    assert not scenario.figures["overhead.per_fte"].uncertain


def test_remove_reaches_what_the_library_gives(tmp_path: Path) -> None:
    text = 'extends = "base.toml"\nremove = ["forms.host.guarantee_years"]\n'
    scenario = sound(load(write(tmp_path, base=BASE, top=text)["top"]))
    assert "forms.host.guarantee_years" not in scenario.figures
    assert scenario.property("host", "guarantee_years") is None


def test_what_is_removed_can_be_given_anew(tmp_path: Path) -> None:
    text = (
        'extends = "base.toml"\nremove = ["overhead.per_fte"]\noverhead.per_fte = { value = 1 }\n'
    )
    figure = sound(load(write(tmp_path, base=BASE, top=text)["top"])).figures["overhead.per_fte"]
    assert (figure.value, figure.low, figure.signed_off) == (1, None, None)


@pytest.mark.parametrize(
    ("path", "suggestion"),
    [("options.hosd", "options.host"), ("options.host.ramp[1]", None), ("not a path", None)],
)
def test_removing_what_is_not_there_is_a_problem(
    tmp_path: Path, path: str, suggestion: str | None
) -> None:
    text = f'extends = "base.toml"\nremove = ["{path}"]\n'
    (problem,) = load(write(tmp_path, base=BASE, top=text)["top"]).problems
    assert problem.code == "remove_unknown"
    assert (problem.line, problem.details["suggestion"]) == (2, suggestion)


def test_a_base_may_lie_in_a_folder_below(tmp_path: Path) -> None:
    paths = write(tmp_path, cases__base=BASE, top=TRY.format("cases/base.toml"))
    sound(load(paths["top"]))


def test_a_base_may_lie_elsewhere_in_the_scenario_folder(tmp_path: Path) -> None:
    paths = write(tmp_path, base=BASE, tries__top=TRY.format("../base.toml"))
    sound(load(paths["tries__top"], folder=tmp_path))
    assert codes(load(paths["tries__top"], folder=tmp_path / "tries")) == ["extends_outside"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("top.toml", "extends_itself"),
        ("./top.toml", "extends_itself"),
        ("wanting.toml", "extends_missing"),
        ("", "extends_no_file"),
        ("folder", "extends_no_file"),
        ("../outside.toml", "extends_outside"),
        ("/dev/zero", "extends_absolute"),
        ("C:/base.toml", "extends_absolute"),
        ("nul\\u0000.toml", "extends_missing"),
        ("x" * 5000, "extends_missing"),
    ],
)
def test_a_file_that_cannot_be_extended_is_refused(tmp_path: Path, given: str, code: str) -> None:
    folder = tmp_path / "here"
    paths = write(folder, top=f"format = 1\n{TRY.format(given)}", folder__other=BASE)
    write(tmp_path, outside=BASE)
    (problem,) = load(paths["top"], folder=folder).problems
    assert (problem.code, problem.line, problem.column) == (code, 2, 11)


def test_a_circle_is_refused_where_it_closes(tmp_path: Path) -> None:
    paths = write(tmp_path, a=TRY.format("b.toml"), b=TRY.format("c.toml"), c=TRY.format("a.toml"))
    (problem,) = load(paths["a"]).problems
    assert (problem.code, problem.file) == ("extends_cycle", str(paths["c"]))


def test_sixteen_files_may_extend_one_another_but_no_more(tmp_path: Path) -> None:
    texts = {f"file_{i}": TRY.format(f"file_{i + 1}.toml") for i in range(17)}
    paths = write(tmp_path, **texts, file_17=BASE)
    sound(load(paths["file_1"]))
    assert codes(load(paths["file_0"])) == ["extends_too_deep"]


def test_a_link_that_leads_outside_is_refused(tmp_path: Path) -> None:
    paths = write(tmp_path, outside=BASE, here__top=TRY.format("link.toml"))
    (tmp_path / "here" / "link.toml").symlink_to(tmp_path / "outside.toml")
    assert codes(load(paths["here__top"], folder=tmp_path / "here")) == ["extends_outside"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    paths = write(tmp_path, top=TRY.format("pipe"))
    os.mkfifo(tmp_path / "pipe")
    assert codes(load(paths["top"])) == ["extends_no_file"]


def test_the_faults_of_the_base_are_told_in_the_base(tmp_path: Path) -> None:
    wrong = BASE.replace("years = 5", "years = 500")
    paths = write(tmp_path, base=wrong, top=TRY.format("base.toml") + "nonsense = 1\n")
    problems = load(paths["top"]).problems
    assert {problem.file for problem in problems} == {str(path) for path in paths.values()}


@pytest.mark.parametrize("line", ["extends = 3", "remove = [1]", 'remove = "options.host"'])
def test_extends_and_remove_of_another_sort_are_problems(tmp_path: Path, line: str) -> None:
    (problem,) = load(write(tmp_path, top=f"{line}\n{BASE}")["top"]).problems
    assert problem.line == 1


@pytest.mark.parametrize(("given", "like"), [("base", "base.toml"), ("bases.toml", "base.toml")])
def test_a_base_that_is_not_there_is_told_with_the_one_that_is(
    tmp_path: Path, given: str, like: str
) -> None:
    paths = write(tmp_path, base=BASE, top=TRY.format(given))
    (problem,) = load(paths["top"]).problems
    assert problem.details["suggestion"] == like
