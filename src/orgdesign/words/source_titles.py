"""Titles of sources: what of a bundled one is in our own words follows the language."""

from __future__ import annotations

from orgdesign.words import Language, catalogue


def source_title(id: str, title: str, language: Language) -> str:
    """Return the title of a source as readers of a language meet it.

    The title of a publication, and all that a scenario says itself, stays as it is.
    """
    bundled = catalogue("sources").get(id, {"nl": ""})
    return bundled[language] if bundled["nl"] == title else title
