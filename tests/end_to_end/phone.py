"""A visitor's phone: real Chromium at the width of a phone."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser import CHROMIUM_ARGUMENTS, chromium_path


@contextmanager
def phone(language: str = "ko-KR") -> Iterator[Page]:
    """Open a page on a phone that speaks a language; an error in the page's console fails the test."""
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
        page = browser.new_page(viewport={"width": 390, "height": 844}, locale=language, device_scale_factor=2)
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        browser.close()
    assert complaints == []


def picture_of(page: Page, path: Path) -> None:
    """Keep what the phone shows."""
    page.screenshot(path=path, full_page=True)
