import re
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from orgdesign.library.loader import form_ids
from orgdesign.model.calculation import evaluate
from orgdesign.quantities import QUANTITY_WORDS
from orgdesign.scenario.figures import source_of
from orgdesign.scenario.gallery import gallery
from orgdesign.scenario.json_schema import json_schema
from orgdesign.scenario.load import load_text
from orgdesign.scenario.starting.known import known_municipalities
from orgdesign.scenario.starting.new import identifiers, starter
from orgdesign.words import LANGUAGES, Language
from scenario.files import sound

NAMES = [
    ("'s-Hertogenbosch", "s_hertogenbosch"),
    ("Súdwest-Fryslân", "sudwest_fryslan"),
    ("'t Zandt", "t_zandt"),
    ("Bergen (NH.)", "bergen_nh"),
    ("De Bilt", "de_bilt"),
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_starter_without_answers_computes(language: Language) -> None:
    scenario = sound(load_text(starter(language=language)))
    assert scenario.document.scenario.language == language
    assert set(evaluate(scenario).options) == {"alone", "network", "host"}


def test_the_answers_are_in_the_file() -> None:
    text = starter("Shared care", "Valley", [("De Bilt", 43_000), ("Súdwest-Fryslân", None)])
    document = sound(load_text(text)).document
    assert (document.scenario.title, document.scenario.region) == ("Shared care", "Valley")
    assert list(document.municipalities) == ["de_bilt", "sudwest_fryslan"]
    assert document.municipalities["de_bilt"].inhabitants.value == 43_000
    assert document.options["host"].host == "de_bilt"


def test_every_task_gets_jobs_and_every_form_an_option_from_the_start_asked_for() -> None:
    text = starter(tasks=["Burgerzaken", "Jeugd & Wmo"], forms=form_ids(), start=2028)
    document = sound(load_text(text)).document
    assert list(document.tasks) == ["burgerzaken", "jeugd_wmo"]
    assert {job.task for job in document.jobs.values()} == {"burgerzaken", "jeugd_wmo"}
    assert [option.form for option in document.options.values()] == list(form_ids())
    assert {option.from_.value for option in document.options.values()} == {2028}
    for option in document.options.values():
        without = option.form in ("alone", "merger")
        assert set(option.scope) == (set() if without else set(document.tasks))


def test_what_is_known_of_a_municipality_keeps_its_source() -> None:
    known = known_municipalities(gallery())
    named = [("Zeist", None), ("Bunnik", known["Bunnik"].inhabitants), ("Uden", 99_999)]
    document = sound(load_text(starter(municipalities=named, known=known))).document
    given = {table.name: table.inhabitants for table in document.municipalities.values()}
    assert given["Zeist"].value == known["Zeist"].inhabitants
    cited = [document.sources[given[name].source or ""] for name in ("Zeist", "Bunnik", "Uden")]
    assert [source.kind for source in cited] == ["measured", "measured", "assumption"]
    assert cited[0].title == known["Zeist"].source["title"]
    assert document.municipalities["zeist"].code == "GM0355"


def test_a_starter_points_editors_to_the_schema_and_fits_it() -> None:
    text = starter()
    assert text.startswith("#:schema ./orgdesign.schema.json\n")
    assert not list(Draft202012Validator(json_schema()).iter_errors(tomllib.loads(text)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_that_needs_a_source_says_it_is_an_assumption(language: Language) -> None:
    scenario = sound(load_text(starter(language=language)))
    own = [path for path in scenario.figures if scenario.origins[path].layer == "file"]
    choices = re.compile(r"options\..*\.(from|ramp|scope|stranded)\b")
    cited = {path: source_of(scenario, path) for path in own if not choices.search(path)}
    assert set(cited.values()) == {"assumed"}
    assert scenario.document.sources["assumed"].kind == "assumption"


def test_the_comments_are_in_the_language_asked_for() -> None:
    dutch, english = starter(language="nl"), starter(language="en")
    assert "# Bronnen" in dutch
    assert "# Sources" in english
    comments = [line for line in dutch.split("\n") if line.startswith("# ")]
    assert not [line for line in comments if line in english.split("\n")]


def test_answers_that_are_too_long_are_cut() -> None:
    sound(load_text(starter("t" * 999, "r" * 999, [("m" * 999, 1), ("m" * 999, 2)])))


def test_municipalities_of_one_name_are_told_apart() -> None:
    places = sound(load_text(starter("", "", [("Bergen", 1), ("bergen", 2), ("Bergen", 3)])))
    names = [place.name for place in places.document.municipalities.values()]
    assert names == ["Bergen", "bergen (2)", "Bergen (3)"]


@settings(deadline=None)
@given(
    st.text(max_size=300),
    st.text(max_size=300),
    st.lists(st.tuples(st.text(max_size=300), st.one_of(st.none(), st.integers(1, 10**6)))),
)
def test_whatever_is_answered_the_file_can_be_read(
    title: str, region: str, municipalities: list[tuple[str, int | None]]
) -> None:
    sound(load_text(starter(title, region, municipalities)))


@pytest.mark.parametrize(("name", "id"), NAMES)
def test_an_id_is_made_from_a_name(name: str, id: str) -> None:
    assert identifiers([name]) == (id,)


@settings(deadline=None)
@given(st.lists(st.text(max_size=80)))
def test_ids_are_ids_and_all_different(names: list[str]) -> None:
    ids = identifiers(names)
    assert len(set(ids)) == len(names)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]{0,59}", id) for id in ids)
    assert not set(ids) & set(QUANTITY_WORDS)
