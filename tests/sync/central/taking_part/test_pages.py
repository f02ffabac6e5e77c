"""Every page of taking part in a real Chromium: it fits, axe-core finds nothing, words stay text, one small request."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from sync.central.settings import Settings
from tests.browser import CHROMIUM_ARGUMENTS, chromium_path
from tests.small_pack import small_pack
from tests.sync.central.public.scenes import Forum
from tests.sync.central.taking_part.conftest import Guest, Ministry, ministry_of

_SCRIPT = "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">"
_FIRST_LOAD = 60_000
# How many bytes the page came in, and how many requests it made besides.
_WEIGHT = """[performance.getEntriesByType('navigation')[0].encodedBodySize,
  performance.getEntriesByType('resource').length]"""
# Pages that look like another one of the walk: axe need not read them too.
_ALIKE = {"/coming", "/nothing", "rating", "statement, voted", "survey", "poll, once more", "review of a proposal"}
# A phone, a desktop, and a desktop at 200 %: width and height in CSS pixels, device pixels for each, and the language.
VIEWS = {
    "narrow": (320, 640, 1, "en"),
    "narrow, Korean": (320, 640, 1, "ko"),
    "desktop": (1280, 900, 1, "zh"),
    "desktop at 200 %": (640, 450, 2, "ja"),
}
_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


@contextmanager
def with_results(home: Path) -> Iterator[Ministry]:
    """Serve a ministry whose poll and survey have been answered in the lobby before."""
    with ministry_of(Settings(home=home, database_url=None)) as ministry:
        forum = Forum(ministry.central, [small_pack()])
        for choice, count in (("security", 40), ("economy", 25), ("culture", 4)):
            forum.arrive(forum.visit("first-poll", {"first": choice}, days_ago=3) for _ in range(count))
        survey = {
            "some": ["security"],
            "order": ["economy", "culture"],
            "trust": 7,
            "stars": 4,
            "views": {"s1": "agree"},
        }
        forum.arrive(forum.visit("long-survey", survey, days_ago=2) for _ in range(12))
        guest = Guest(ministry)
        for _ in range(60):  # the first edition is made aside
            if guest.session.get(f"{ministry.url}/results", timeout=60).status_code == 200:
                break
        yield ministry


@pytest.fixture(scope="module")
def ministry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ministry]:
    with with_results(tmp_path_factory.mktemp("results")) as opened:
        yield opened


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
        yield launched
        launched.close()


def _follow(page: Page, selector: str) -> None:
    """Press something that leads to a page, and wait for that."""
    with page.expect_navigation():
        page.locator(selector).first.click()


def walk(page: Page, url: str, language: str) -> Iterator[str]:
    """Open every page and state, one after the other, and say which one is open."""

    def go(path: str) -> None:
        page.goto(f"{url}/take-part{path}?lang={language}")

    def press(name: str) -> None:
        follow(f"button[value={name}]")

    def follow(selector: str) -> None:
        _follow(page, selector)

    go("")
    yield "list"
    for path in ("/over", "/coming", "/nothing"):
        go(path)
        yield path
    go("/changing")
    yield "seminar"
    follow("a.action")
    yield "note"
    press("next")
    page.locator(".field").fill("17")
    press("next")
    yield "not for this age"
    go("/long-survey")
    yield "survey"
    follow("a.action")
    for question in ("multiple", "ranking", "scale", "rating", "number", "statement"):
        yield question
        if question != "statement":
            press("next")
    press("agree")
    press("back")
    yield "statement, voted"
    press("enough")
    yield "about"
    follow("button.action")
    yield "review of a survey"
    go("/first-poll")
    yield "poll"
    press("next")
    yield "poll, required"
    page.locator("input[value=security]").check()
    press("next")
    press("next")
    follow("form button.action")
    yield "poll, sent"
    go("/first-poll")
    yield "poll, once more"
    go("/idea")
    follow("a.action")
    page.locator(".field").fill(f"010-1234-5678 {_SCRIPT}")
    press("next")
    yield "personal"
    press("keep")
    go("/idea/review")
    yield "review of a proposal"
    go("/idea/contact")
    yield "contact"
    follow("button.action")
    yield "contact, wrong"
    go("/idea/leave")
    yield "leave"
    go("/idea")
    yield "resume"


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_fits_and_axe_finds_nothing(browser: Browser, ministry: Ministry, view: str) -> None:
    width, height, scale, language = VIEWS[view]
    context = browser.new_context(
        viewport={"width": width, "height": height}, device_scale_factor=scale, locale="fr-FR"
    )
    page = context.new_page()
    spoken: list[str] = []
    page.on("console", lambda message: spoken.append(message.text))
    seen = set()
    for where in walk(page, ministry.url, language):
        seen.add(where)
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, where
        size, others = page.evaluate(_WEIGHT)
        assert (0 < size <= _FIRST_LOAD, others) == (True, 0), where
        assert page.locator("html").get_attribute("lang") == language, where
        assert page.locator("script, [style], [onclick], main img").count() == 0, where
        assert page.locator("h1").count() == 1, where
        assert page.title() != "ran"
        if view == "narrow" and where not in _ALIKE:
            found = Axe().run(page, options=_RULES)
            assert found.violations_count == 0, f"{where}: {found.generate_report()}"
    assert len(seen) == 27
    assert [text for text in spoken if not any(status in text for status in ("404", "410", "422"))] == []
    context.close()


def test_own_answer_is_marked_among_the_results_and_few_people_are_held_back(
    browser: Browser, ministry: Ministry
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="ko-KR")
    page.goto(f"{ministry.url}/take-part/first-poll")
    page.locator("input[value=economy]").check()
    _follow(page, "button[value=next]")
    _follow(page, "form button.action")
    bars = page.locator(".bars").first
    assert bars.locator("li").count() == 1
    assert "58%" in bars.inner_text()
    assert "밝히지 않음: 경제, 문화" in page.inner_text("main")
    assert "69명이 답했어요" in page.inner_text("main")
    page.goto(f"{ministry.url}/take-part/first-poll/q/first?anew=1")
    page.locator("input[value=security]").check()
    _follow(page, "button[value=next]")
    _follow(page, "button[value=next]")
    _follow(page, "form button.action")
    assert page.locator(".own").first.inner_text().startswith("안보 내 답")
    page.close()


def test_whole_visit_is_made_by_keyboard_with_every_control_reached(browser: Browser, ministry: Ministry) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, locale="ko-KR")
    page.goto(f"{ministry.url}/take-part/first-poll")
    controls = page.locator("a, button, input:not([type=hidden])").count()
    reached = []
    for _ in range(controls):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.value || document.activeElement.textContent"))
    assert reached[0] == "본문으로 바로 가기"
    # The radios of one question are one stop, and arrows go between them.
    assert {"next", "ko", "en", "ja", "zh"} <= set(reached)
    page.locator("input[value=security]").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review**")
    assert "경제" in page.inner_text(".rows")
    page.locator("form button.action").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sent**")
    page.close()
