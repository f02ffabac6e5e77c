"""Attachments from the phone: kept clean under their SHA-256, listed, taken back, and given to staff as downloads."""

from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Page, expect
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from sync.central.ingest.withdrawals import withdraw_receipt
from sync.central.proposals.attachments import cleaned
from sync.central.review import events as e
from sync.central.staff.permissions import Role
from sync.central.store.access import accesses
from sync.central.store.attachments import Attachment, attachment_bytes, attachments_of
from tests.browser import follow
from tests.sync.central.online.conftest import Lobby, heading
from tests.sync.central.proposals.hiding import SECRET, document, picture
from tests.sync.central.public.scenes import ago, reviewed
from tests.sync.central.staff.proposing import add_person_to


def _attach(lobby: Lobby, token: str, content: bytes, **headers: str) -> requests.Response:
    return requests.post(
        f"{lobby.url}/r/{token}/files?lang=ko",
        files={"file": ("../../holiday at home.php", content, "text/html")},
        headers=headers,
        timeout=60,
        allow_redirects=False,
    )


def _there(lobby: Lobby, proposal_id: str) -> list[Attachment]:
    with lobby.central.database.reading() as connection:
        return attachments_of(connection, proposal_id)


def test_file_is_kept_clean_and_listed_without_its_name(lobby: Lobby, page: Page, tmp_path: Path) -> None:
    proposal_id, token = lobby.propose()
    page.goto(f"{lobby.url}/r/{token}?lang=ko")
    page.get_by_role("link", name="사진·문서 붙이기").click()
    (tmp_path / "큰.jpg").write_bytes(picture("JPEG") + bytes(12_000_000))
    page.goto(f"{lobby.url}/r/{token}/files?lang=ko")
    page.get_by_label("파일 고르기").set_input_files(tmp_path / "큰.jpg")
    page.get_by_role("button", name="붙이기").click()
    expect(page.get_by_role("alert")).to_contain_text("파일이 너무 커서")
    for name, content in (("집.jpg", picture("JPEG")), ("의견서.pdf", document())):
        (tmp_path / name).write_bytes(content)
        page.get_by_label("파일 고르기").set_input_files(tmp_path / name)
        page.get_by_role("button", name="붙이기").click()
        expect(page.get_by_role("status")).to_have_text("파일을 붙였어요.")
    page.goto(f"{lobby.url}/r/{token}/files?lang=ko")
    assert [each.split("\n")[0] for each in page.locator("ul.files li").all_inner_texts()] == [
        "1. JPEG 1 kB",
        "2. PDF 2 kB",
    ]
    assert "집.jpg" not in page.content()
    for each in _there(lobby, proposal_id):
        with lobby.central.database.reading() as connection:
            found = attachment_bytes(connection, proposal_id, each.no)
        assert found is not None
        assert sha256(found[1]).digest() == each.digest
        assert SECRET not in found[1]

    page.get_by_role("button", name="1번 파일 지우기").click()
    expect(page.get_by_role("status")).to_have_text("파일을 지웠어요.")
    assert [each.no for each in _there(lobby, proposal_id)] == [2]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "파일을 골라 주세요"),
        (b"<svg onload=alert(1)>", "붙일 수 없는 종류"),
        (picture("PNG")[:60], "파일을 열 수 없어"),
        (document(password="geheim"), "암호가 걸린 문서"),
        (b"\xff\xd8\xff" + bytes(10_000_000), "너무 커서"),
    ],
    ids=["nothing", "svg", "damaged", "locked", "large"],
)
def test_file_that_cannot_be_kept_is_refused_in_plain_words(lobby_on_sqlite: Lobby, content: bytes, told: str) -> None:
    lobby = lobby_on_sqlite
    proposal_id, token = lobby.propose()
    answer = _attach(lobby, token, content)
    assert (answer.status_code, told in answer.text) == (422, True)
    assert _there(lobby, proposal_id) == []


def test_at_most_five_and_only_until_the_review_begins(lobby: Lobby) -> None:
    proposal_id, token = lobby.propose(days_ago=4)
    for number in range(5):
        assert _attach(lobby, token, picture("PNG", (20 + number, 20))).status_code == 303
    assert "더 붙일 수 없어요" in _attach(lobby, token, picture("WEBP")).text
    assert '<form method="post" enctype' not in lobby.get(token, "/files").text
    assert "다섯 개를 모두 붙였어요" in lobby.get(token, "/files", lang="ko").text
    lobby.events(proposal_id, *reviewed())
    answer = _attach(lobby, token, picture("PNG"))
    assert (answer.status_code, heading(answer)) == (409, "이제는 파일을 붙일 수 없어요")
    # What is there can be taken back at any time.
    assert "지울 수는 있어요" in lobby.get(token, lang="ko").text
    for number in range(1, 6):
        there = lobby.get(token, "/files", lang="ko")
        assert (there.text.count('class="small"'), 'type="file"' in there.text) == (6 - number, False)
        lobby.send(token, "/files/remove", {"number": str(number)})
    assert _there(lobby, proposal_id) == []
    assert lobby.get(token, "/files").status_code == 409
    assert "/files" not in lobby.get(token).text


def test_same_file_twice_is_kept_once_and_erased_with_the_last(lobby: Lobby) -> None:
    proposal_id, token = lobby.propose()
    lobby.events(proposal_id, e.CompletionAsked(on=ago(0), due=ago(-9), reason="사진을 붙여 주세요."))
    for _ in range(2):
        assert _attach(lobby, token, picture("PNG")).status_code == 303
    digest = sha256(cleaned(picture("PNG")).content).digest()

    def kept() -> int:
        with lobby.central.database.reading() as connection:
            query = text("SELECT count(*) FROM attachment_content WHERE digest = :digest AND receipt_id = :receipt")
            receipt = proposal_id if lobby.central.database.is_postgresql else proposal_id.replace("-", "")
            return int(connection.execute(query, {"digest": digest, "receipt": receipt}).scalar_one())

    assert (len(_there(lobby, proposal_id)), kept()) == (2, 1)
    with pytest.raises(DatabaseError, match="written once"), lobby.central.database.engine.begin() as connection:
        connection.execute(text("UPDATE attachment_content SET content = digest"))
    lobby.send(token, "/files/remove", {"number": "1"})
    assert kept() == 1
    withdraw_receipt(lobby.central.database, lobby.device_id, proposal_id, datetime.now(UTC))
    assert (_there(lobby, proposal_id), kept()) == ([], 0)
    assert _attach(lobby, token, picture("PNG")).status_code == 404


def test_upload_from_elsewhere_or_that_is_no_form_changes_nothing(lobby: Lobby) -> None:
    proposal_id, token = lobby.propose()
    assert _attach(lobby, token, picture("PNG"), **{"Sec-Fetch-Site": "cross-site"}).status_code == 404
    assert _attach(lobby, token[:-4] + "AAAA", picture("PNG")).status_code == 404
    url = f"{lobby.url}/r/{token}/files"
    kind = {"Content-Type": "multipart/form-data"}
    for body, headers in (
        (b"", kind),
        (b"--x\r\nno headers", {"Content-Type": "multipart/form-data; boundary=x"}),
        (b"--x\r\n" * 20_000, {"Content-Type": "multipart/form-data; boundary=x"}),
    ):
        assert requests.post(url, body, headers=headers, timeout=30, allow_redirects=False).status_code in (404, 422)
    assert requests.post(url, bytes(10_200_000), headers=kind, timeout=60).status_code == 422
    assert requests.post(url, {"file": "x"}, timeout=30).status_code == 415
    assert _there(lobby, proposal_id) == []
    assert lobby.send(token, "/files/remove", {"number": "９"}).status_code == 303


def test_staff_get_a_file_as_a_download_that_is_noted(lobby_on_sqlite: Lobby, page: Page) -> None:
    lobby = lobby_on_sqlite
    proposal_id, token = lobby.propose()
    _attach(lobby, token, document())
    person = add_person_to(lobby.central, f"kim-{proposal_id[:8]}", Role.REVIEWER)
    page.goto(f"{lobby.url}/staff?lang=ko")
    page.get_by_label("계정 이름").fill(person.name)
    page.get_by_label("비밀번호").fill(person.password)
    page.get_by_label("인증 번호 6자리").fill(person.code())
    follow(page.get_by_role("button", name="로그인"))
    page.goto(f"{lobby.url}/staff/proposals/{proposal_id}")
    with page.expect_download() as download:
        page.get_by_role("link", name="1번 application/pdf 내려받기").click()
    assert Path(download.value.path()).read_bytes().startswith(b"%PDF-")
    assert download.value.suggested_filename.endswith("-1.pdf")
    address = f"{lobby.url}/staff/proposals/{proposal_id}/files/"
    answer = page.request.get(f"{address}1")
    assert answer.headers["content-disposition"].startswith('attachment; filename="')
    assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
    assert (answer.headers["x-content-type-options"], answer.headers["cache-control"]) == ("nosniff", "no-store")
    assert [page.request.get(f"{address}{wrong}").status for wrong in ("2", "0", "x", "1e1")] == [404] * 4
    with lobby.central.database.reading() as connection:
        noted = [(each.who, each.what) for each in accesses(connection) if each.receipt_id == proposal_id]
    assert noted == [(person.name, "attachment 1")] * 2
    stranger = requests.get(f"{address}1", timeout=30, allow_redirects=False)
    assert (stranger.status_code, stranger.headers["location"]) == (303, "/staff/sign-in")
