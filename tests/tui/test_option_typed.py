"""What is typed for an option becomes what a file says, and what is chosen has its name."""

from dataclasses import replace

import pytest
from examples import ROOT
from examples import scenario as read

from orgdesign.scenario.scenario import Scenario
from orgdesign.tui.option_typed import choices_of, read_cell, typed_in_row, typed_of
from orgdesign.tui.option_words import how_typed
from orgdesign.tui.typed import ObjectionError
from tui.driving import DUTCH


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return read(ROOT / "scenarios" / "zuidoost-utrecht.toml")


@pytest.mark.parametrize(
    ("row", "text", "expected"),
    [
        ("realisation", "0,6", [("", "0.6"), (".low", "0.6"), (".high", "0.6")]),
        (
            "realisation",
            "0,6 0,4 0,8 assumed",
            [("", "0.6"), (".low", "0.4"), (".high", "0.8"), (".source", '"assumed"')],
        ),
        ("realisation", "1..3", [("", "2"), (".low", "1"), (".high", "3")]),
        ("until", "2030", [("", "2030")]),
        ("employer", "eigen gemeente", [("", '"home"')]),
        ("employer", "joint", [("", '"joint"')]),
        ("governance_fixed", "12.500", [("", "12500"), (".low", "12500"), (".high", "12500")]),
        ("thresholds.transition_cost_at_most", "zeist 9.000", [("", "{ zeist = 9000 }")]),
        ("thresholds.transition_cost_at_most", "1500000", [("", "1500000")]),
        ("thresholds.transition_cost_at_most", "zeist 9", [("", "{ zeist = 9 }")]),
        ("host", "de bilt", [("", '"de_bilt"')]),
        ("participants", "Zeist, bunnik", [("", '["zeist", "bunnik"]')]),
        ("participants", "Zeist; bunnik", [("", '["zeist", "bunnik"]')]),
        ("participants", "allen", []),
        ("scope.information", "Zeist 0,5; bunnik 1", [("", "{ zeist = 0.5, bunnik = 1 }")]),
        (
            "scope.information",
            "de bilt 0,5 (0,4-0,6) assumed",
            [("", '{ de_bilt = { value = 0.5, low = 0.4, high = 0.6, source = "assumed" } }')],
        ),
        ("ramp", "0 0,5 1", [("", "[0, 0.5, 1]")]),
        ("keys.running", "inhabitants", [("", '"inhabitants"')]),
        ("keys.running", "Gelijke delen", [("", '"equal"')]),
        ("keys.running", "cliënten jeugd en wmo", [("", '"clients"')]),
        ("form", "ambtelijke fusie", [("", '"officials_merger"')]),
        ("form", "public_body", [("", '"public_body"')]),
        ("realisation", "", [("", "")]),
        ("thresholds.structural_gain_at_least", "", [("", "")]),
    ],
)
def test_what_is_typed_becomes_what_a_file_says(
    scenario: Scenario, row: str, text: str, expected: list[tuple[str, str]]
) -> None:
    path = f"options.host_zeist.{row}"
    found = read_cell(scenario, "host_zeist", row, text, "nl")
    assert list(found) == [(path + end, value) for end, value in expected]


def test_what_is_typed_as_it_was_changes_nothing(scenario: Scenario) -> None:
    from orgdesign.tables.options import OWN, PROPERTIES, value_of

    for option in scenario.options:
        for row in (*OWN, *PROPERTIES):
            value = value_of(scenario, option, row)[0]
            for text in (typed_of(value, DUTCH), typed_in_row(scenario, row, value, "nl")):
                assert read_cell(scenario, option, row, text, "nl") == ()


def test_a_choice_whose_name_tells_nothing_apart_is_named_by_its_id(scenario: Scenario) -> None:
    figure, key = scenario.document.figures["youth_clients"], scenario.document.keys["clients"]
    figures = {"a": figure.replaced(name="equal"), "b": figure, "c": figure}
    document = scenario.document.replaced(figures=figures, keys={"d": key})
    offered = choices_of(replace(scenario, document=document), "host_zeist", "keys.running", "nl")
    assert offered[-4:] == ("a", "b", "c", key.name)


def test_a_month_is_no_year_and_no_municipality(scenario: Scenario) -> None:
    with pytest.raises(ObjectionError, match="“juli 2018” is geen jaar"):
        read_cell(scenario, "host_zeist", "from", "juli 2018", "nl")


def test_too_many_numbers_are_no_figure(scenario: Scenario) -> None:
    with pytest.raises(ObjectionError, match="8 tot 12"):
        read_cell(scenario, "host_zeist", "realisation", "0,1 0,2", "nl")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("scope.youth_backoffice", "of een per gemeente: bunnik 0,5; zeist 1."),
        ("client_fte", "of een per gemeente: bunnik 0,5; zeist 1."),
        ("from", "Een jaar, zoals 2026."),
        ("realisation", "Een getal, of een met bandbreedte: 10 (8 tot 12), 10 8 12"),
        ("ramp", "met spaties ertussen: 0,2 0,5 1."),
        ("host", "vult aan. Kies uit: Bunnik, De Bilt"),
        ("participants", "Typ namen met ; ertussen; pijltje rechts vult aan. Kies uit: allen"),
        ("name", ""),
        ("posts[0]", "Dit wijzigt u in het bestand"),
    ],
)
def test_how_a_figure_is_typed_is_told_with_all_that_may_be_typed(
    scenario: Scenario, row: str, said: str
) -> None:
    told = how_typed(scenario, row, "nl")
    assert said in told
    assert bool(said) == bool(told)


def test_in_brief_what_can_be_chosen_is_not_named(scenario: Scenario) -> None:
    told = how_typed(scenario, "keys.running", "nl", brief=True)
    assert told == "Typ het begin van een naam; pijltje rechts vult aan."
