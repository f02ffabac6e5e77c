"""Every page behind a receipt's link in a real Chromium: it fits, axe-core finds nothing, words stay text."""

from collections.abc import Iterator

import pytest
import requests
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

from sync.central.review import events as e
from tests.browser import CHROMIUM_ARGUMENTS, chromium_path
from tests.sync.central.online.conftest import Lobby
from tests.sync.central.proposals.hiding import picture
from tests.sync.central.public.scenes import ago, carried_out, refused, reviewed
from tests.sync.central.staff.proposing import submission_of

_SCRIPT = "<script>document.title='ran'</script><img src=x onerror=\"document.title='ran'\">"
_FIRST_LOAD = 60_000
# A phone, a desktop, and a desktop at 200 %: width and height in CSS pixels, device pixels for each, and the language.
_VIEWS = {
    "narrow": (320, 640, 1, "en"),
    "narrow, Korean": (320, 640, 1, "ko"),
    "desktop": (1280, 900, 1, "zh"),
    "desktop at 200 %": (640, 450, 2, "ja"),
}
_WIDTH_IN_LARGE_LETTERS = """() => {
  const root = document.documentElement;
  root.style.fontSize = "200%";
  const width = document.scrollingElement.scrollWidth;
  root.style.fontSize = "";
  return width;
}"""
_RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}


@pytest.fixture(scope="module")
def lobby(lobby_on_sqlite: Lobby) -> Lobby:
    assert lobby_on_sqlite.officer_key.exists()
    return lobby_on_sqlite


@pytest.fixture(scope="module")
def pages(lobby: Lobby) -> dict[str, str]:
    """Return every page's address, with text of visitors and of staff that would run if it could."""

    def proposed(days_ago: int = 9) -> tuple[str, str]:
        return lobby.propose(days_ago, title=f"제목 {_SCRIPT}", situation=_SCRIPT)

    received_id, received = proposed()
    requests.post(f"{lobby.url}/r/{received}/files", files={"file": ("a", picture("JPEG"))}, timeout=30)
    people = {"agree": "1", "name.0": _SCRIPT[:50], "share.0": "60", "name.1": "김", "share.1": "40"}
    assert lobby.send(received, "/proposers", people).status_code == 303
    contact = {"agree.proposal": "1", "agree.opinion-link": "1", "fourteen": "1", "email": "a@example.kr"}
    assert lobby.send(received, "/contact", contact).status_code == 303
    asked_id, asked = proposed()
    lobby.events(asked_id, e.CompletionAsked(on=ago(5), due=ago(-9), reason=_SCRIPT))
    refused_id, not_adopted = proposed()
    lobby.events(refused_id, *refused(f"이유 {_SCRIPT}", 2))
    done_id, done = proposed()
    lobby.events(done_id, *carried_out(_SCRIPT, f"실시 {_SCRIPT}", 2))
    late_id, late = proposed(90)
    lobby.events(late_id, *reviewed(60))
    voice = lobby.arrive(submission_of("voice", opinion=_SCRIPT))
    assert received_id
    return {
        "received, done": f"{received}?done=files",
        "more": f"{received}/more",
        "proposers": f"{received}/proposers",
        "contact": f"{received}/contact",
        "files": f"{received}/files",
        "publicity": f"{received}/publicity",
        "log": f"{received}/log",
        "completion asked": asked,
        "completing": f"{asked}/more",
        "not adopted": not_adopted,
        "again": f"{not_adopted}/again",
        "carried out": done,
        "too late": f"{done}/again",
        "overdue": late,
        "contest": lobby.arrive(submission_of("contest", title=_SCRIPT)),
        "opinion": voice,
        "opinion, contact": f"{voice}/contact",
        "withdraw": f"{received}?withdraw=1",
    }


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
        yield launched
        launched.close()


@pytest.mark.parametrize("view", _VIEWS)
def test_every_page_fits_and_axe_finds_nothing(
    browser: Browser, lobby: Lobby, pages: dict[str, str], view: str
) -> None:
    width, height, scale, language = _VIEWS[view]
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
    spoken: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: spoken.append(message.text))
    page.on("request", lambda request: asked.append(request.url) if request.url.startswith("http") else None)
    for where, address in pages.items():
        asked.clear()
        answer = page.goto(f"{lobby.url}/r/{address}{'&' if '?' in address else '?'}lang={language}")
        assert answer is not None
        assert (len(asked), len(answer.body()) <= _FIRST_LOAD) == (1, True), where
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, where
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'sha256-"), where
        assert "script-src" not in policy, where
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("script, [style], [onclick], main img").count() == 0, where
        assert page.title() != "ran"
        assert page.evaluate(_WIDTH_IN_LARGE_LETTERS) <= width, where
        if view == "narrow":
            found = Axe().run(page, options=_RULES)
            assert found.violations_count == 0, f"{where}: {found.generate_report()}"
    assert [text for text in spoken if "409" not in text] == []
    page.close()


def test_every_action_has_an_edge_where_the_system_chooses_the_colours(
    browser: Browser, lobby: Lobby, pages: dict[str, str]
) -> None:
    page = browser.new_page(forced_colors="active")
    for where in ("not adopted", "more", "files"):
        page.goto(f"{lobby.url}/r/{pages[where]}")
        assert page.locator(".action").evaluate_all(
            "all => all.length > 0 && all.every(each => getComputedStyle(each).borderTopWidth !== '0px')"
        ), where
    page.close()


def test_every_control_of_a_page_is_reached_by_the_keyboard(
    browser: Browser, lobby: Lobby, pages: dict[str, str]
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    for where in ("received, done", "contact", "files"):
        page.goto(f"{lobby.url}/r/{pages[where]}")
        controls = page.locator("a, button, input:not([type=hidden]), textarea").count()
        reached = set()
        for _ in range(controls + 1):
            page.keyboard.press("Tab")
            reached.add(page.evaluate("e => e.outerHTML", page.evaluate_handle("document.activeElement")))
        assert len({each for each in reached if not each.startswith("<body")}) == controls, where
    page.close()
