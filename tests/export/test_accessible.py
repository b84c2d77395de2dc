"""A page in headless Chromium: WCAG 2.1 A and AA by axe-core, and how it prints."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples import SMALL, result
from machines import needed

from export.hostile import hostile
from orgdesign.export.booklet import Booklet
from orgdesign.export.html import page
from orgdesign.tables.registry import TABLES
from orgdesign.tables.settings import settings_for
from orgdesign.tables.table import Column, Row, Table

SHEET = 1031
"""What a sheet of A4 on its side has between its margins. Unit: points of a screen."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


def booklet(language: str) -> Booklet:
    found = result(SMALL)
    tables = [
        make(found, settings_for(found.scenario, name, language=language))
        for name, make in TABLES.items()
    ]
    return Booklet("Titel", (*tables, hostile(), years(12)), language, status="draft")  # type: ignore[arg-type]


def years(number: int) -> Table:
    """A table with long words and an amount of ten figures for each of so many years."""
    columns = (
        Column("line", "Kostenpost"),
        Column("kind", "Aard"),
        *(Column(str(year), str(year), "euros") for year in range(2025, 2025 + number)),
    )
    word = "bedrijfsvoeringsorganisatie"
    rows = [Row(str(at), (f"{word} {at}", word, *[229_633_487] * number)) for at in range(3)]
    return Table("years", "Jaren", columns, tuple(rows), (), "nl", "nl_NL", "draft")


@pytest.mark.parametrize(("language", "width"), [("nl", 320), ("en", 1280)])
def test_a_page_is_accessible(language: str, width: int, tmp_path: Path) -> None:
    program = needed("chromium", "chromium-browser", "google-chrome")
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    file = tmp_path / "page.html"
    file.write_text(page(booklet(language)), "utf-8")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox"])
        try:
            shown = browser.new_page(viewport={"width": width, "height": 900})
            asked: list[str] = []
            shown.on("request", lambda request: asked.append(request.url))
            shown.goto(file.as_uri())
            found = Axe().run(shown, options={"runOnly": {"type": "tag", "values": RULES}})
            wide = shown.evaluate("document.documentElement.scrollWidth")
            shown.emulate_media(media="print")
            shown.set_viewport_size({"width": SHEET, "height": 700})
            cut = shown.evaluate(
                "[...document.querySelectorAll('table')]"
                ".filter(each => each.scrollWidth > document.body.clientWidth)"
                ".map(each => each.dataset.table)"
            )
            over = shown.evaluate("getComputedStyle(document.querySelector('.draft')).position")
            printed = shown.pdf(prefer_css_page_size=True)
        finally:
            browser.close()
    assert not found.response["violations"], found.generate_report()
    assert found.response["passes"]
    assert asked == [file.as_uri()]
    assert wide <= width
    assert cut == []
    assert over == "static"
    assert printed.startswith(b"%PDF")
