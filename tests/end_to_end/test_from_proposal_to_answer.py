"""A proposal's whole way: from the lobby to the phone, completed, answered, examined again, and taken back."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from kiosk.forum.receipts import read_receipt_token
from kiosk.forum.seoul import seoul_day
from kiosk.store import open_store
from sync.central.central import opened_central
from sync.central.proposals.deciding import record_event
from sync.central.proposals.reading import Dossier, dossier
from sync.central.review import events as e
from sync.central.review.scoring import Sheet
from sync.central.settings import Settings
from tests.conftest import Run
from tests.end_to_end.phone import phone
from tests.end_to_end.qr_reading import read_codes
from tests.end_to_end.walks import propose
from tests.ui.visitor import Visitor

_TITLE, _GIST = "여권 빨리", "빨리 받게 해요"


def _moved(proposal_id: str, *events: e.Event) -> Dossier:
    """Move the proposal on as staff would, and return what they see."""
    now = datetime.now(UTC)
    with opened_central(Settings()) as central:
        for event in events:
            record_event(central.database, proposal_id, event, "kim", None, now)
        with central.database.reading() as connection:
            found = dossier(connection, proposal_id, seoul_day(now))
    assert found is not None
    return found


def _says(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)


def _kept(visitor: Visitor) -> int:
    with open_store(visitor.kiosk.settings.home) as store:
        today = visitor.journey.today()
        return len(list(store.records(today, today)))


def _code_of(pdf: Path) -> str:
    subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", pdf, pdf.with_suffix("")], check=True)
    (link,) = read_codes(Image.open(pdf.with_suffix(".png")))
    return link


@pytest.mark.parametrize("database_url", [None], ids=["sqlite"])
def test_proposal_is_followed_from_the_lobby_to_its_withdrawal(visitor: Visitor, run: Run, tmp_path: Path) -> None:
    propose(visitor, _TITLE, _GIST)
    picture = tmp_path / "thanks.png"
    assert visitor.picture().save(str(picture))
    (link,) = read_codes(Image.open(picture).convert("L"))

    with phone() as page:
        page.goto(link)
        _says(page, "외교부에 도착했어요")
        assert run("forum-sync", "once").code == 0
        receipt = link.partition("#")[0]
        for _ in range(200):  # another thread of the server may be taking it in at this very moment
            page.goto(receipt)
            if page.locator("h1").inner_text() != "외교부에 도착했어요":
                break
        _says(page, "제안이 접수되었어요")
        expect(page.get_by_text(_TITLE)).to_be_visible()

        # Continue: what was left out in the lobby is written at home.
        page.get_by_role("link", name="제안 내용 보태기").click()
        page.get_by_label("기대효과").fill("모두가 편해져요")
        page.get_by_role("button", name="보탠 내용 보내기").click()
        expect(page.get_by_role("status")).to_have_text("보탠 내용을 잘 받았어요.")

        with page.expect_download() as download:
            page.get_by_role("link", name="국민제안접수증").click()
        download.value.save_as(tmp_path / "receipt.pdf")
        assert _code_of(tmp_path / "receipt.pdf") == receipt

        # Status: every step that staff record is on the page.
        today = seoul_day(datetime.now(UTC))
        proposal_id = read_receipt_token(receipt.rpartition("/")[2]).receipt_id
        seen = _moved(proposal_id, e.ReviewStarted(on=today))
        assert {part["text"] for part in seen.stored.parts} == {_GIST, "모두가 편해져요"}
        page.reload()
        _says(page, "제안을 심사하고 있어요")
        sheets = [e.Scored(on=today, sheet=Sheet(name, 2, 2, 2, 2, 2)) for name in ("kim", "lee")]
        _moved(proposal_id, *sheets, e.Refused(on=today, reason="이미 하고 있습니다."), e.Notified(on=today))
        page.reload()
        _says(page, "이번에는 채택하지 못했어요")
        expect(page.get_by_text("이미 하고 있습니다.")).to_be_visible()

        page.get_by_role("link", name="재심사 요청하기").click()
        page.get_by_label("다시 심사해야 하는 이유").fill("우리 동네에는 없어요")
        page.get_by_role("button", name="재심사 요청 보내기").click()
        _says(page, "제안을 다시 심사하고 있어요")
        seen = _moved(proposal_id)
        assert (seen.stored.stage, seen.requests) == ("re-examination", [(today, "우리 동네에는 없어요")])

        page.get_by_role("link", name="제출 철회하기").click()
        page.get_by_role("button", name="철회하고 지우기").click()
        _says(page, "철회되었어요")
    assert run("forum-sync", "once").code == 0
    assert _kept(visitor) == 0
