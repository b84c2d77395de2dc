import pytest
from examples import EXAMPLE, example

from orgdesign.model.where import where
from orgdesign.scenario.load import load
from orgdesign.tables.explaining.located import located
from orgdesign.words import Language


def test_a_figure_knows_its_readers_and_the_lines_it_moves() -> None:
    found = where(example(), "staff.hired_factor")
    assert set(found.formulas) == {"own_cost_per_fte", "own_staff_cost", "formation_cost"}
    assert "own_staff" in found.lines
    assert "own_systems" not in found.lines
    assert found.origin is not None


def test_a_figure_of_one_option_is_read_there_only() -> None:
    found = where(example(), "options.host_zeist.vat_recoverable")
    assert found.options == ("host_zeist",)
    assert set(found.lines) == {"vat", "vat_one_off"}


def test_a_figure_that_is_the_same_in_every_option_acts_in_all_of_them() -> None:
    scenario = example()
    assert where(scenario, "staff.ikb").options == ("alone", *scenario.options)
    assert where(scenario, "staff.absence").options == ("alone", *scenario.options)


def test_a_figure_that_only_tables_beside_the_bill_read_names_these() -> None:
    scenario = example()
    path = "budgets.youth_care.variation"
    facts = dict(located(where(scenario, path), scenario, "en", "en_GB"))
    assert facts["tables"].endswith("(risk)")
    assert "nothing" not in facts
    assert "formulas" not in facts
    assert "moves_nothing" in facts


def test_a_whole_number_of_years_is_tried_a_year_longer() -> None:
    loaded = load(EXAMPLE, ("systems.case_system.parallel_years=2",))
    assert loaded.scenario is not None
    found = where(loaded.scenario, "systems.case_system.parallel_years")
    assert found.lines == ("parallel_systems",)


def test_a_figure_that_no_formula_reads_says_so() -> None:
    scenario = example()
    found = where(scenario, "staff.productive_hours")
    assert not found.formulas
    assert "geen formule en geen tabel" in dict(located(found, scenario, "nl", "nl_NL"))["nothing"]


def test_an_unknown_path_is_an_error() -> None:
    with pytest.raises(KeyError):
        where(example(), "staff.nonsense")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_figure_can_be_located(language: Language) -> None:
    scenario = example()
    for path in list(scenario.figures)[::5]:
        facts = dict(located(where(scenario, path), scenario, language, "nl_NL"))
        assert path in facts["place"]
