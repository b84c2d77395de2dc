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

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


def booklet(language: str) -> Booklet:
    found = result(SMALL)
    tables = [
        make(found, settings_for(found.scenario, name, language=language))
        for name, make in TABLES.items()
    ]
    return Booklet("Titel", (*tables, hostile()), language, status="draft")  # type: ignore[arg-type]


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
            printed = shown.pdf(format="A4", landscape=True)
        finally:
            browser.close()
    assert not found.response["violations"], found.generate_report()
    assert found.response["passes"]
    assert asked == [file.as_uri()]
    assert wide <= width
    assert printed.startswith(b"%PDF")
