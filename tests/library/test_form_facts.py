import tomllib
from typing import Any

import pytest

from orgdesign.library import form_ids, form_text
from orgdesign.lines import HEADS, LINES
from orgdesign.scenario.schema.options import Form

from .facts import bilingual

FORMS: dict[str, dict[str, Any]] = {
    form_id: tomllib.loads(form_text(form_id))["forms"][form_id] for form_id in form_ids()
}
TEXTS = {"legal", "board", "council_influence", "notes"}
POWERS = {"may_mandate", "may_delegate"}
VALUES = POWERS | {"legal_personality", "opinion_weeks", "earliest_start"}
FIGURES = {"vat_rate", "guarantee_years", "exit_years", "exit_start_share"}
PLAIN = {"name", "kind", "employer", "merges", "heads"}
WITH_OWN_POWERS = {"merger", "alone"}

each_form = pytest.mark.parametrize("form_id", form_ids())


@each_form
def test_a_form_file_holds_its_sources_and_its_form_only(form_id: str) -> None:
    document = tomllib.loads(form_text(form_id))
    assert set(document) == {"sources", "forms"}
    assert set(document["forms"]) == {form_id}


@each_form
def test_a_form_fits_the_schema(form_id: str) -> None:
    Form(**FORMS[form_id])


@each_form
def test_nothing_that_users_must_state_themselves_is_set(form_id: str) -> None:
    assert set(FORMS[form_id]) <= TEXTS | VALUES | FIGURES | PLAIN


@each_form
def test_texts_are_in_both_languages_with_a_source(form_id: str) -> None:
    form = FORMS[form_id]
    assert bilingual(form["name"])
    for name in TEXTS:
        assert bilingual(form[name]), name
        assert set(form[name]) == {"nl", "en", "source"}, name


@each_form
def test_values_and_figures_have_a_source(form_id: str) -> None:
    form = FORMS[form_id]
    for name in (VALUES | FIGURES) & set(form):
        assert {"value", "source"} <= set(form[name]), name
    assert form["earliest_start"]["value"] in {"any_time", "budget_year"}
    assert isinstance(form["legal_personality"]["value"], bool)


@each_form
def test_powers_are_stated_unless_the_municipality_uses_its_own(form_id: str) -> None:
    stated = POWERS & set(FORMS[form_id])
    assert stated == (set() if form_id in WITH_OWN_POWERS else POWERS)


@each_form
def test_the_guarantee_follows_a_change_of_employer(form_id: str) -> None:
    form = FORMS[form_id]
    assert ("guarantee_years" in form) == (form["employer"] != "home")


@each_form
def test_councils_have_twelve_weeks_where_the_form_has_a_wgr_budget(form_id: str) -> None:
    own_budget = {"joint_organ", "joint_operations_body", "public_body", "officials_merger"}
    form = FORMS[form_id]
    assert form.get("opinion_weeks", {}).get("value") == (12 if form_id in own_budget else None)
    starts_with_budget = form["earliest_start"]["value"] == "budget_year"
    assert starts_with_budget == (form_id in own_budget | {"merger"})


@each_form
def test_a_leaver_pays_at_most_three_contributions_by_default(form_id: str) -> None:
    form = FORMS[form_id]
    stays_or_leaves_freely = form_id in {"network", "merger", "alone"}
    assert ("exit_years" in form) == ("exit_start_share" in form) == (not stays_or_leaves_freely)
    if not stays_or_leaves_freely:
        assert form["exit_years"]["value"] == 5
        share = form["exit_start_share"]
        assert (share["low"], share["value"], share["high"]) == (0.8, 1.0, 1.0)


@each_form
def test_vat_is_charged_unless_there_is_one_municipality(form_id: str) -> None:
    expected = None if form_id in {"merger", "alone"} else 0.21
    assert FORMS[form_id].get("vat_rate", {}).get("value") == expected


@each_form
def test_only_a_merger_merges(form_id: str) -> None:
    assert FORMS[form_id].get("merges", False) == (form_id == "merger")


@each_form
def test_heads_are_lines_in_the_order_of_the_bill(form_id: str) -> None:
    heads = FORMS[form_id].get("heads", list(HEADS))
    assert heads == [line for line in LINES if line in heads]


@pytest.mark.parametrize(
    ("form_id", "without", "besides"),
    [
        ("network", {"stranded_overhead", "social_plan"}, set()),
        ("joint_organ", {"stranded_overhead", "social_plan"}, set()),
        ("merger", {"client_role", "stranded_overhead", "vat", "vat_one_off"}, {"grant"}),
        ("alone", set(HEADS), set()),
    ],
)
def test_heads_leave_out_what_cannot_arise(
    form_id: str, without: set[str], besides: set[str]
) -> None:
    assert set(FORMS[form_id]["heads"]) == (set(HEADS) - without) | besides
