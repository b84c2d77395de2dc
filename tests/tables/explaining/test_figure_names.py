"""A figure in a sentence: what it is, whose it is, and its value with the unit."""

import pytest
from examples import EXAMPLE, ROOT, example, scenario

from orgdesign.scenario.load import load
from orgdesign.tables.explaining.figure_names import figure_name, figure_value

ZOU = scenario(ROOT / "scenarios" / "zuidoost-utrecht.toml")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("overhead.per_fte", "bedrag per fte (overhead)"),
        ("scenario.wage_growth", "reële loongroei"),
        ("staff.on_costs", "werkgeverslasten"),
        ("tasks.information.overlap", "overlap (Applicatiebeheer en managementinformatie)"),
        ("jobs.invoicing_wmo.fte.de_bilt",
         "formatie (Medewerker declaraties en berichtenverkeer Wmo; De Bilt)"),
        ("options.host_zeist.ramp[0]", "opbouw, nummer 1 (Centrumgemeente Zeist)"),
        ("options.improved.amounts[0].amount",
         "bedrag (Zelfstandig, verbeterd; Verbeterproject per gemeente)"),
        ("options.improved.measures.own_processes.saving",
         "besparing (Zelfstandig, verbeterd; Eigen processen vereenvoudigen)"),
        ("keys.clients.mix.wmo_clients",
         "mengverhouding (Cliënten Jeugd en Wmo; Cliënten met een Wmo-maatwerkvoorziening)"),
        ("keys.clients_and_size.mix.inhabitants",
         "mengverhouding (60% cliënten, 40% inwoners; inwoners)"),
    ],
)  # fmt: skip
def test_a_figure_is_named_by_what_it_is_and_whose(path: str, name: str) -> None:
    assert path in ZOU.figures
    assert figure_name(ZOU, path, "nl") == name


def test_every_figure_has_a_name_in_both_languages() -> None:
    for each in (example(), ZOU):
        for path in each.figures:
            for language in ("nl", "en"):
                assert figure_name(each, path, language)


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("overhead.per_fte", 46_690.6056, "46.691 euro"),
        ("tasks.information.overlap", 0.0525, "5,25%"),
        ("scenario.wage_growth", -0.005, "−0,5%"),
        ("options.joint_body.from", 2026.0, "2026"),
        ("options.host_zeist.client_fte", 0.2097, "0,21 fte"),
        ("tasks.information.scale_elasticity", 0.97, "0,97"),
        ("municipalities.zeist.inhabitants", 63_000.0, "63.000 personen"),
    ],
)
def test_a_value_is_written_with_its_unit(path: str, value: float, said: str) -> None:
    assert figure_value(ZOU, path, value, "nl", "nl_NL") == said


def test_a_figure_of_a_municipality_is_named_by_what_is_measured() -> None:
    said = "budgets.youth_care.values.zeist", "figures.youth_clients.values.zeist"
    assert [figure_name(example(), path, "nl") for path in said] == [
        "Jeugdhulp (Zeist)", "Jeugdigen met jeugdhulp (Zeist)",
    ]  # fmt: skip
    loaded = load(EXAMPLE, ("overhead.values={ zeist = 40_000 }",)).scenario
    assert loaded is not None
    assert figure_name(loaded, "overhead.values.zeist", "en") == "overhead per fte (Zeist)"
