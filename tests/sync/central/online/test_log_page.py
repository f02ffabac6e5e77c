"""Looking a submission up in the public log from its receipt, and checking the same offline."""

import re
from html import unescape
from pathlib import Path

from kiosk.forum.receipts import receipt_token
from sync.central.public.words import day_text
from tests.sync.central.online.conftest import Lobby, heading
from tests.sync.central.public.scenes import ago
from tests.sync.central.staff.proposing import submission_of
from tests.sync.in_process import run_here


def test_receipt_is_found_in_the_log_and_the_file_proves_it_offline(lobby: Lobby, tmp_path: Path) -> None:
    submission = submission_of("voice", opinion="비밀스러운 의견")
    token = lobby.arrive(submission)
    lobby.propose()
    assert f"/r/{token}/log" in lobby.get(token).text
    page = lobby.get(token, "/log", lang="ko")
    assert (page.status_code, heading(page)) == (200, "공개 기록에 담겨 있어요")
    assert f"{day_text(ago(0), 'ko')}의 공개 기록" in page.text
    assert "비밀스러운" not in page.text

    command = re.search(r"forum-central (verify-receipt \S+\.json --key) '(.*?)'", unescape(page.text))
    link = re.search(r'class="action" href="(/log/proof/inclusion\?token=[^"]+)"', page.text)
    assert command is not None
    assert link is not None
    path = tmp_path / "proof.json"
    path.write_bytes(lobby.fetch(link.group(1)).content)
    checked = run_here("forum-central", "verify-receipt", path, "--key", command.group(2))
    assert (checked.code, checked.err) == (0, "")
    commitment = re.search(r">([0-9a-f]{64})<", page.text)
    assert commitment is not None
    assert commitment.group(1) in path.read_text()


def test_submission_that_only_a_phone_brought_is_not_in_the_log_yet(lobby: Lobby) -> None:
    submission = submission_of("voice", opinion="먼저")
    token = lobby.arrive(submission, confirmed=False)
    page = lobby.get(token, "/log", lang="ko")
    assert (page.status_code, heading(page)) == (409, "아직 공개 기록에 없어요")
    proposal = submission_of("idea", title="먼저 온 제안")
    token = lobby.arrive(proposal, confirmed=False)
    assert heading(lobby.get(token, lang="ko")) == "외교부에 도착했어요"
    assert lobby.get(token, "/more").status_code == 303
    assert lobby.get(token, "/receipt.pdf").status_code == 303


def test_receipt_that_is_on_its_way_has_no_page_in_the_log(lobby: Lobby) -> None:
    token = receipt_token(lobby.key, lobby.device_id, submission_of().receipt_id, "ko")
    assert lobby.get(token, "/log").status_code == 404
