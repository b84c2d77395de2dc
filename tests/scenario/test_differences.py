from pathlib import Path

import pytest

from orgdesign.records.record import Record, fields
from orgdesign.scenario import shape
from orgdesign.scenario.difference_words import describe
from orgdesign.scenario.differences import Difference, differences
from orgdesign.scenario.load import load
from orgdesign.scenario.removed import REMOVED
from orgdesign.words import catalogue
from scenario.files import EXAMPLE, base, sound

Given = str | tuple[str, object]


def between(*overrides: Given) -> list[Difference]:
    return list(differences(sound(load(EXAMPLE)), sound(load(EXAMPLE, overrides))))


def test_a_scenario_does_not_differ_from_itself() -> None:
    assert between() == []


def test_a_quantity_with_only_a_value_is_the_bare_number() -> None:
    assert between("options.joint_body.overhead_per_fte={ value = 44_400.0 }") == []


CASES: list[tuple[Given, str, str, str]] = [
    (
        "sources.cbs_2018.date=2019",
        "changed",
        "Bron Bevolking op 1 januari 2018: datum van 1 januari 2018 naar 2019.",
        "Source Bevolking op 1 januari 2018: date from 1 January 2018 to 2019.",
    ),
    (
        "options.joint_body.joint_fte.contract_management_youth=5.2",
        "changed",
        "Variant Gemeenschappelijke regeling (bedrijfsvoeringsorganisatie): formatieplan, "
        "Contractbeheerder Jeugd van 5,8 naar 5,2.",
        "Option Gemeenschappelijke regeling (bedrijfsvoeringsorganisatie): formation plan, "
        "Contractbeheerder Jeugd from 5.8 to 5.2.",
    ),
    (
        "overhead.per_fte={ value = 45_000, source = 'assumed' }",
        "changed",
        "Overhead: bedrag per fte van 44.400 naar 45.000; "
        "bandbreedte van bedrag per fte vervallen (was 28.000 tot 69.000).",
        "Overhead: amount per fte from 44,400 to 45,000; "
        "range of amount per fte removed (was 28,000 to 69,000).",
    ),
    (
        "overhead.per_fte={ value = 44_400, low = 30_000, high = 69_000, source = 'cbs_2018' }",
        "changed",
        "Overhead: bandbreedte van bedrag per fte van 28.000 tot 69.000 naar 30.000 tot 69.000; "
        "bron bij bedrag per fte anders.",
        "Overhead: range of amount per fte now 30,000 to 69,000 (was 28,000 to 69,000); "
        "source of amount per fte different.",
    ),
    (
        "options.network.realisation=0.6",
        "added",
        "Variant Netwerkorganisatie: realisatie toegevoegd: 0,6.",
        "Option Netwerkorganisatie: realisation added: 0.6.",
    ),
    (
        "options.host_zeist.guarantee_years=3",
        "changed",
        "Variant Centrumgemeente Zeist: jaren werkgarantie van 2 naar 3; "
        "bron bij jaren werkgarantie anders.",
        "Option Centrumgemeente Zeist: guarantee years from 2 to 3; "
        "source of guarantee years different.",
    ),
    (
        ("options.joint_body", REMOVED),
        "removed",
        "Variant Gemeenschappelijke regeling (bedrijfsvoeringsorganisatie): vervallen.",
        "Option Gemeenschappelijke regeling (bedrijfsvoeringsorganisatie): removed.",
    ),
    (
        "options.network.ramp=[0.2, 1.0]",
        "changed",
        "Variant Netwerkorganisatie: opbouw van 0,1; 0,5; 0,9; 1 naar 0,2; 1.",
        "Option Netwerkorganisatie: ramp from 0.1; 0.5; 0.9; 1 to 0.2; 1.",
    ),
    (
        "options.network.ramp[1]=0.4",
        "changed",
        "Variant Netwerkorganisatie: opbouw, nummer 2 van 0,5 naar 0,4.",
        "Option Netwerkorganisatie: ramp, number 2 from 0.5 to 0.4.",
    ),
    (
        'options.network.participants=["zeist", "bunnik"]',
        "changed",
        "Variant Netwerkorganisatie: deelnemers van alle gemeenten naar Zeist; Bunnik.",
        "Option Netwerkorganisatie: participants from all municipalities to Zeist; Bunnik.",
    ),
    (
        'options.network.keys.running="clients_and_size"',
        "changed",
        "Variant Netwerkorganisatie: verdeelsleutels, lopende kosten van vraag in het jaar naar "
        "60% cliënten, 40% inwoners.",
        "Option Netwerkorganisatie: keys, running cost from demand in the year to "
        "60% cliënten, 40% inwoners.",
    ),
    (
        'options.network.no_amount.friction="Niemand gaat over."',
        "added",
        "Variant Netwerkorganisatie: geen bedrag, met reden, overige personele frictiekosten "
        "toegevoegd: “Niemand gaat over.”",
        "Option Netwerkorganisatie: no amount, with a reason, other friction cost of staff "
        "added: “Niemand gaat over.”",
    ),
    (
        "options.joint_body.amounts=[]",
        "removed",
        "Variant Gemeenschappelijke regeling (bedrijfsvoeringsorganisatie): bedragen, "
        "Uittreedsom regionale ICT-dienst vervallen.",
        "Option Gemeenschappelijke regeling (bedrijfsvoeringsorganisatie): amounts, "
        "Uittreedsom regionale ICT-dienst removed.",
    ),
    (
        "options.network.merges=false",
        "added",
        "Variant Netwerkorganisatie: herindeling toegevoegd: nee.",
        "Option Netwerkorganisatie: merges added: no.",
    ),
    (
        "salary.7=53_000.5",
        "changed",
        "Schaal 7: bedrag van 52.000 naar 53.000,5.",
        "Scale 7: amount from 52,000 to 53,000.5.",
    ),
    (
        "options.joint_body.vat_recoverable={ bunnik = 1, de_bilt = 1, utrechtse_heuvelrug = 1, "
        "wijk_bij_duurstede = 1, zeist = 0.5 }",
        "changed",
        "Variant Gemeenschappelijke regeling (bedrijfsvoeringsorganisatie): compensabel deel van "
        "de btw van 1 naar Bunnik 1; De Bilt 1; Utrechtse Heuvelrug 1; Wijk bij Duurstede 1; "
        "Zeist 0,5.",
        "Option Gemeenschappelijke regeling (bedrijfsvoeringsorganisatie): recoverable part of "
        "the VAT from 1 to Bunnik 1; De Bilt 1; Utrechtse Heuvelrug 1; Wijk bij Duurstede 1; "
        "Zeist 0.5.",
    ),
    (
        "forms.host.may_delegate={ value = true, source = 'assumed' }",
        "changed",
        "Vorm Centrumgemeente: delegatie van nee naar ja.",
        "Form Centrumgemeente: delegation from no to yes.",
    ),
    (
        "options.network.client_scale='9'",
        "added",
        "Variant Netwerkorganisatie: schaal opdrachtgeverschap toegevoegd: 9.",
        "Option Netwerkorganisatie: client role scale added: 9.",
    ),
    (
        "options.network.governance_fixed={ value = 5_000, low = 0, high = 9_000 }",
        "added",
        "Variant Netwerkorganisatie: vaste bestuurskosten toegevoegd: 5.000 (0 tot 9.000).",
        "Option Netwerkorganisatie: fixed governance cost added: 5,000 (0 to 9,000).",
    ),
    (
        "options.network.from=2021",
        "changed",
        "Variant Netwerkorganisatie: begin van 2020 naar 2021.",
        "Option Netwerkorganisatie: start from 2020 to 2021.",
    ),
    (
        "scenario.decision_date=2018-07-01",
        "changed",
        "Scenario: datum van het besluit van 28 juni 2018 naar 1 juli 2018.",
        "Scenario: date of the decision from 28 June 2018 to 1 July 2018.",
    ),
    (
        "municipalities.zeist.name='overhead'",
        "changed",
        "Gemeente overhead: naam van Zeist naar overhead.",
        "Municipality overhead: name from Zeist to overhead.",
    ),
    (
        "scenario.region='staff'",
        "changed",
        "Scenario: regio van Zuidoost-Utrecht naar staff.",
        "Scenario: region from Zuidoost-Utrecht to staff.",
    ),
    (
        'scenario.title="\\u001b[31mRed"',
        "changed",
        "Scenario: titel van “Samenwerking backoffices Jeugd en Wmo, Zuidoost-Utrecht” naar "
        "“␛[31mRed”.",
        "Scenario: title from “Samenwerking backoffices Jeugd en Wmo, Zuidoost-Utrecht” to "
        "“␛[31mRed”.",
    ),
]


@pytest.mark.parametrize(("override", "kind", "dutch", "english"), CASES)
def test_a_difference_is_one_sentence(override: Given, kind: str, dutch: str, english: str) -> None:
    (difference,) = between(override)
    assert difference.kind == kind
    assert describe(difference, "nl") == dutch
    assert describe(difference, "en") == english


def test_ids_of_the_file_are_never_told_as_words_of_the_program() -> None:
    given = (
        "sources.equal={ title = 'Onderzoek' }",
        "sources.overhead={ title = 'Rapport' }",
        "jobs.administration_youth.source='equal'",
        "tables.overhead={ measure = 'structural_cost' }",
        "budgets.overhead={ name = 'Opleidingen', values = { zeist = 1 } }",
    )
    more = (
        "jobs.administration_youth.source='overhead'",
        "tables.overhead.title='equal'",
        "options.network.no_amount.overhead='Geen.'",
    )
    old = sound(load(EXAMPLE, given))
    said = [describe(each, "nl") for each in differences(old, sound(load(EXAMPLE, given + more)))]
    assert said == [
        "Functie Medewerker administratie Jeugd: bron van Onderzoek naar Rapport.",
        "Variant Netwerkorganisatie: geen bedrag, met reden, overhead samenwerking toegevoegd: "
        "“Geen.”",
        "Tabel equal: titel toegevoegd: equal.",
    ]


def test_the_other_way_round_added_is_removed() -> None:
    old, new = sound(load(EXAMPLE)), sound(load(EXAMPLE, ["options.network.realisation=0.6"]))
    (difference,) = differences(new, old)
    assert (difference.kind, difference.new) == ("removed", None)


def test_differences_stand_in_the_order_of_the_file() -> None:
    found = between("options.network.from=2021", "overhead.per_fte=45_000", "salary.7=1")
    assert [x.path for x in found] == ["salary.7", "overhead.per_fte", "options.network.from"]


def test_bundled_forms_that_come_with_a_choice_are_no_differences_of_their_own(
    tmp_path: Path,
) -> None:
    other = base(tmp_path, 'options.host={ form = "network", name = "Host South", from = 2026 }')
    paths = [x.path for x in differences(base(tmp_path), other)]
    assert "options.host.form" in paths
    assert not [path for path in paths if path.startswith(("forms", "sources"))]


def test_a_changed_bundled_form_is_a_difference() -> None:
    assert [x.path for x in between("forms.host.vat_rate=0.09")] == ["forms.host.vat_rate"]


def test_every_key_of_the_schema_has_a_word() -> None:
    fields, waiting = set[str](), [shape.TOP]
    seen = set(waiting)
    while waiting:
        shapes = waiting.pop()
        inner = [shape.below(shapes, key) for key in shape.keys(shapes)]
        inner += [shape.below(shapes, "x"), shape.below(shapes, 0)]
        fields.update(shape.keys(shapes))
        fresh = {found for found in inner if found} - seen
        seen |= fresh
        waiting += fresh
    assert len(fields) > 100
    assert not fields - set(catalogue("fields"))


def test_every_keyed_table_of_the_schema_has_a_word_for_one_of_it() -> None:
    document = next(iter(shape.TOP))
    assert issubclass(document, Record)
    keyed = {key for key in fields(document) if shape.below(shape.at((key,)), "x")}
    single = {"scenario", "staff", "overhead", "alone", "sensitivity"}
    assert {f"one_{key}" for key in keyed - single} <= set(catalogue("fields"))
