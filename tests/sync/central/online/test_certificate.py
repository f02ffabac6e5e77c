"""The receipt of a proposal as a PDF: one Korean page with number, title, days and a code that a phone can read."""

import subprocess
from pathlib import Path

from PIL import Image

from kiosk.forum.receipts import receipt_number
from sync.central.public.words import day_text
from sync.central.review import events as e
from sync.central.review.calendar import Period, period_end
from tests.end_to_end.qr_reading import read_codes
from tests.sync.central.online.conftest import Lobby
from tests.sync.central.public.scenes import ago, refused

_TITLE = '해외에서도 여권을 더 빨리 #eval("1") *별* <b>굵게</b> $x$ \\ \x0b 010-1234-5678'


def test_certificate_is_one_page_whose_code_leads_to_the_receipt(lobby: Lobby, tmp_path: Path) -> None:
    proposal_id, token = lobby.propose(days_ago=40, title=_TITLE, situation="비밀스러운 현황")
    lobby.events(proposal_id, *refused("이미 합니다."), e.ReExaminationAsked(on=ago(0), reason="다시"))
    answer = lobby.get(token, "/receipt.pdf")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/pdf")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    path = tmp_path / "receipt.pdf"
    path.write_bytes(answer.content)
    said = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    decide_by = period_end(ago(40), Period(days=30))
    for text in (
        "국민제안접수증",
        receipt_number(proposal_id),
        '#eval("1") *별* <b>굵게</b>',
        "[전화번호]",
        f"{day_text(ago(40), 'ko')}",
        f"{day_text(decide_by, 'ko')}까지",
    ):
        assert text in said
    assert "비밀스러운" not in said
    assert said.count("\f") == 1
    subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", path, path.with_suffix("")], check=True)
    (link,) = read_codes(Image.open(path.with_suffix(".png")))
    assert link == f"{lobby.url}/r/{token}"


def test_nobody_gets_a_certificate_without_a_real_link(lobby: Lobby) -> None:
    _, token = lobby.propose()
    assert lobby.get(token[:-4] + "AAAA", "/receipt.pdf").status_code == 404
    assert f"/r/{token}/receipt.pdf" in lobby.get(token).text
