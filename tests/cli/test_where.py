"""`orgdesign where`: of a figure, of a choice, and of a table or list with figures in it."""

import pytest
from calling import call
from examples import ROOT

TINY = str(ROOT / "scenarios" / "tiny.toml")
SED = str(ROOT / "scenarios" / "sed.toml")
Capture = pytest.CaptureFixture[str]


def told(capsys: Capture, path: str, file: str = SED) -> str:
    answer = call(capsys, "where", path, file)
    assert answer.code == 0, answer.err
    return answer.out


@pytest.mark.parametrize("path", ["options.joint_body.from", "options.joint_body.overhead_per_fte"])
def test_a_year_has_no_thousands_mark_and_an_amount_has(capsys: Capture, path: str) -> None:
    said = {"from": "waarde 2015\n", "overhead_per_fte": "waarde 48.500\n"}
    assert said[path.rpartition(".")[2]] in told(capsys, path)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("staff.suitable_scales", "2"),
        ("scenario.years", "12"),
        ("scenario.price_level", "2019"),
        ("options.improved.form", '"alone"'),
        ("options.host_stede_broec.host", '"stede_broec"'),
        ("criteria.money.anchors", "[40, 20, 0, -20, -40]"),
    ],
)
def test_a_choice_has_its_line_and_its_value(capsys: Capture, path: str, value: str) -> None:
    said = told(capsys, path)
    assert f" {path}\n" in said
    assert "staat op " in said
    assert f"waarde {value}\n" in said
    assert "een keuze of tekst" in said


def test_what_no_file_says_is_told_as_the_program_or_the_form_takes_it(capsys: Capture) -> None:
    said = told(capsys, "options.joint_body.participants")
    assert "staat in geen bestand" in said
    assert 'waarde "all"' in said
    assert 'waarde "joint"' in told(capsys, "options.joint_body.employer")


def test_a_figure_that_nobody_gives_is_told_as_it_counts_then(capsys: Capture) -> None:
    said = told(capsys, "options.host_zuid.realisation", TINY)
    assert said.startswith("staat in geen bestand: zo rekent het programma zonder")
    assert said.endswith("waarde 1\n")


def test_names_with_commas_are_told_apart(capsys: Capture) -> None:
    said = told(capsys, "overhead.per_fte", TINY)
    assert "gelezen door: eigen overhead, berekend; achterblijvende overhead, berekend; " in said
    assert "in: Zelfstandig, Centrumgemeente Zuid\n" in said


def test_a_list_names_the_figures_in_it(capsys: Capture) -> None:
    assert "options.joint_body.ramp[0], " in told(capsys, "options.joint_body.ramp")
    assert "cijfers hierin" in told(capsys, "options.joint_body")


def test_options_whose_names_have_commas_can_be_told_apart(capsys: Capture) -> None:
    assert "Zelfstandig; Zelfstandig, verbeterd; " in told(capsys, "tasks.board.overlap")


@pytest.mark.parametrize("path", ["", "]", "scenario", "options.nobody.form", "scenario.title.x"])
def test_any_path_has_an_answer(capsys: Capture, path: str) -> None:
    answer = call(capsys, "where", path, TINY)
    assert answer.code == (0 if path == "scenario" else 2)
    assert "Onverwachte fout" not in answer.err
