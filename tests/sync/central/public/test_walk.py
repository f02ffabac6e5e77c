"""The public pages in a real Chromium: nothing scrolls sideways, axe-core finds nothing, nothing runs."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from sync.central.settings import Settings
from tests.browser import CHROMIUM_ARGUMENTS, chromium_path, follow
from tests.sync.central.public.conftest import Scene, served

_FIRST_LOAD = 60_000
# A phone, a desktop, and a desktop at 200 %: width and height in CSS pixels, and device pixels for each.
_VIEWS = {"narrow": (320, 640, 1), "desktop": (1280, 900, 1), "desktop at 200 %": (640, 450, 2)}
_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    with served(Settings(home=tmp_path_factory.mktemp("walked"), database_url=None)) as opened:
        yield opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
        yield launched
        launched.close()


def _walk(page: Page, url: str, language: str) -> Iterator[str]:
    """Go where a reader would go, by the links of the pages."""
    page.goto(f"{url}/?lang={language}")
    yield "home"
    sections = page.locator("nav.menu a").evaluate_all("links => links.slice(1).map(each => each.href)")
    assert len(sections) == 5
    inside = {"/results": ".card h3 a", "/suggestions": ".list h2 a", "/outcomes": ".outcome h3 a"}
    for address in sections:
        page.goto(address)
        yield address
        selector = next((inside[path] for path in inside if path in address), None)
        if selector:
            follow(page.locator(selector).first)
            yield f"{address}, inside"
    page.locator("summary").first.click()
    yield "data, dictionary open"
    page.goto(f"{url}/suggestions/nothing?lang={language}")
    yield "not found"


@pytest.mark.parametrize("view", _VIEWS)
def test_every_page_fits_and_axe_finds_nothing(browser: Browser, scene: Scene, view: str) -> None:
    width, height, scale = _VIEWS[view]
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
    spoken: list[str] = []
    page.on("console", lambda message: spoken.append(message.text))
    for where in _walk(page, scene.url, {"narrow": "en", "desktop": "ko"}.get(view, "ja")):
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, where
        if view != "narrow":
            continue
        found = Axe().run(page, options=_RULES)
        assert found.violations_count == 0, f"{where}: {found.generate_report()}"
        assert page.title() != "ran"
        assert page.locator("script, [style], [onclick]").count() == 0, where
    assert [text for text in spoken if "404" not in text] == []
    page.close()


def test_a_first_load_is_one_request_of_at_most_sixty_kilobytes(browser: Browser, scene: Scene) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    sizes: dict[str, int] = {}
    page.on("response", lambda response: sizes.update({response.url: len(response.body())}))
    pages = set()
    for where in _walk(page, scene.url, "zh"):
        page.wait_for_load_state()
        pages.add(page.url)
        assert set(sizes) <= pages, where
        assert all(size <= _FIRST_LOAD for size in sizes.values()), where
    page.close()
