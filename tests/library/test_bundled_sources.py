from typing import Any

from orgdesign.scenario.schema.facts import Source

from .facts import bundled_documents, cited

UNVERIFIED = "general_knowledge_unverified"


def test_every_cited_source_is_in_its_own_file_and_every_source_is_cited() -> None:
    for name, document in bundled_documents():
        facts = {key: value for key, value in document.items() if key != "sources"}
        assert set(cited(facts)) == set(document["sources"]), name


def test_sources_say_title_publisher_date_and_kind() -> None:
    for name, document in bundled_documents():
        for source in document["sources"].values():
            read = Source(**source)
            assert read.publisher, name
            assert read.date, name
            assert "kind" in source, name


def test_one_id_is_one_source_in_every_file() -> None:
    known: dict[str, Any] = {}
    for name, document in bundled_documents():
        for source_id, source in document["sources"].items():
            assert known.setdefault(source_id, source) == source, (name, source_id)


def test_general_knowledge_is_an_assumption_and_says_so() -> None:
    for _, document in bundled_documents():
        for source_id, source in document["sources"].items():
            assert ("url" in source) == (source_id != UNVERIFIED)
            if source_id == UNVERIFIED:
                assert source["kind"] == "assumption"
                assert source["title"].startswith("Algemene vakkennis, niet aan een bron getoetst")
