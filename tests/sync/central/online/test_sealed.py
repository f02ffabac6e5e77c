"""Contact and co-proposers from the phone: agreed to, sealed with the ministry's key at once, never in the clear."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import text

from kiosk.forum.contact import Consent, Contact, with_contact
from kiosk.forum.errors import ForumError
from sync.central.ingest.withdrawals import withdraw_receipt
from sync.central.keys import SEALING_FILE
from sync.central.proposals.reading import dossier
from sync.central.review.events import ReviewStarted
from sync.central.sealing_keys import read_private_key
from sync.central.unsealing import unseal_contact
from tests.sync.central.online.conftest import Lobby, heading
from tests.sync.central.public.scenes import ago, refused
from tests.sync.central.staff.proposing import proposing_pack, submission_of
from tests.sync.in_process import run_here

_AGREED = {"agree.proposal": "1", "agree.opinion-link": "1", "fourteen": "1"}
_CONTACT = {**_AGREED, "name": "홍길동", "phone": "010-8642-1357", "email": "", "answer": "1"}
_PEOPLE = {
    "agree": "1", "name.0": "홍길동", "share.0": "60", "name.1": "임꺽정", "share.1": "30 %", "name.3": "Ana Ω",
    "share.3": "10",
}  # fmt: skip


@pytest.fixture
def officer(lobby: Lobby) -> X25519PrivateKey:
    return read_private_key(lobby.officer_key)


def _opened(lobby: Lobby, officer: X25519PrivateKey, receipt_id: str) -> dict[str, Any]:
    return unseal_contact(lobby.central.database, receipt_id, officer, "officer", "test", datetime.now(UTC))


def _in_the_clear(lobby: Lobby, *words: str) -> list[str]:
    """Return which words stand in what the server keeps: every row of the papers, and its files."""
    with lobby.central.database.reading() as connection:
        kept = "".join(str(row) for row in connection.execute(text("SELECT content FROM visitor_paper")))
    files = b"".join(path.read_bytes() for path in Path(lobby.central.home).rglob("*") if path.is_file())
    return [word for word in words if word in kept or word.encode() in files]


def test_contact_is_refused_without_a_key_and_the_submission_stays(lobby: Lobby, officer: X25519PrivateKey) -> None:
    _, token = lobby.propose()
    present, away = lobby.central.home / SEALING_FILE, lobby.central.home / "away"
    present.rename(away)
    for path in ("/contact", "/proposers"):
        answer = lobby.send(token, path, _CONTACT)
        assert (answer.status_code, "암호 열쇠가 아직" in answer.text) == (409, True)
    away.rename(present)


def test_contact_is_sealed_when_it_is_written_and_taken_back_again(lobby: Lobby, officer: X25519PrivateKey) -> None:
    proposal_id, token = lobby.propose()
    form = lobby.get(token, "/contact", lang="ko")
    assert [form.text.count(each) for each in ("수집·이용 목적", "수집 항목", "보유·이용 기간", "거부할 권리")] == [
        2
    ] * 4
    sent = lobby.send(token, "/contact?lang=ko", _CONTACT)
    assert (sent.status_code, sent.headers["location"]) == (303, f"/r/{token}?lang=ko&done=contact_kept")
    opened = _opened(lobby, officer, proposal_id)
    assert (opened["name"], opened["phone"], opened["email"], opened["wants_answer"]) == (
        "홍길동",
        "01086421357",
        None,
        True,
    )
    assert opened["consent"]["opinion_link"]
    assert "홍길동" not in lobby.get(token, "/contact").text
    assert _in_the_clear(lobby, "홍길동", "01086421357", "010-8642-1357") == []
    lobby.send(token, "/contact", {**_CONTACT, "phone": "", "email": "hong@example.kr"})
    assert _opened(lobby, officer, proposal_id)["email"] == "hong@example.kr"

    removed = lobby.send(token, "/contact", {"remove": "1"})
    assert removed.headers["location"].endswith("done=contact_removed")
    with pytest.raises(ForumError, match="taken back"):
        _opened(lobby, officer, proposal_id)
    with lobby.central.database.reading() as connection:
        query = text("SELECT count(*) FROM visitor_paper WHERE receipt_id = :id AND content IS NOT NULL")
        receipt = proposal_id if lobby.central.database.is_postgresql else proposal_id.replace("-", "")
        assert connection.execute(query, {"id": receipt}).scalar_one() == 0


def test_a_form_whose_language_is_changed_keeps_what_was_typed_and_sends_nothing(
    lobby: Lobby, officer: X25519PrivateKey
) -> None:
    proposal_id, token = lobby.propose()
    typed = {name: value for name, value in _CONTACT.items() if name != "answer"}
    switched = lobby.send(token, "/contact?lang=ko", {**typed, "lang": "en"})
    assert (switched.status_code, 'lang="en">' in switched.text, 'role="alert"' in switched.text) == (200, True, False)
    assert ('value="홍길동"' in switched.text, switched.text.count(" checked")) == (
        True,
        sum(name.startswith(("agree.", "fourteen")) for name in typed),
    )
    words = lobby.send(token, "/more?lang=ko", {"q.improvement": "한 줄\r\n두 줄", "lang": "ja"})
    assert (words.status_code, 'lang="ja">' in words.text, "\n한 줄\n두 줄</textarea>" in words.text) == (
        200,
        True,
        True,
    )
    people = lobby.send(token, "/proposers?lang=ko", {"name.1": "임꺽정", "lang": "zh"})
    assert (people.status_code, 'value="임꺽정"' in people.text) == (200, True)
    with pytest.raises(ForumError, match="without contact"):
        _opened(lobby, officer, proposal_id)
    assert _in_the_clear(lobby, "임꺽정", "두 줄") == []


def test_contact_that_was_left_at_the_kiosk_is_opened_no_more_once_removed(
    lobby: Lobby, officer: X25519PrivateKey
) -> None:
    activity = proposing_pack().activities[0]
    consent = Consent("ko", contact=True, opinion_link=True, fourteen_or_over=True)
    submission = with_contact(
        submission_of(title="의자"), activity, Contact("홍길동", "010-1234-5678"), consent, lobby.central.sealing_key
    )
    token = lobby.arrive(submission)
    assert _opened(lobby, officer, submission.receipt_id)["name"] == "홍길동"
    assert "연락처가 남아 있어요" in lobby.get(token, "/contact").text
    lobby.send(token, "/contact", {"remove": "1"})
    with pytest.raises(ForumError, match="taken back"):
        _opened(lobby, officer, submission.receipt_id)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({**_CONTACT, "agree.proposal": ""}, "동의하지 않으셔서 연락처는"),
        ({**_CONTACT, "agree.opinion-link": ""}, "의견과 함께 보관하는 데"),
        ({**_CONTACT, "fourteen": ""}, "만 14세 이상인지"),
        ({**_CONTACT, "phone": ""}, "전화번호나 이메일 가운데"),
        ({**_CONTACT, "phone": "12"}, "전화번호를 다시 확인해"),
        ({**_CONTACT, "name": "900101-1234567"}, "주민등록번호나 여권번호는"),
        ({**_CONTACT, "name": "<script>", "phone": ""}, "전화번호나 이메일 가운데"),
    ],
)
def test_contact_is_not_kept_without_consent_or_a_way(
    lobby: Lobby, officer: X25519PrivateKey, fields: dict[str, str], told: str
) -> None:
    proposal_id, token = lobby.propose()
    answer = lobby.send(token, "/contact?lang=ko", fields)
    assert (answer.status_code, told in answer.text, "<script" in answer.text) == (422, True, False)
    with pytest.raises(ForumError, match="without contact"):
        _opened(lobby, officer, proposal_id)


def test_nobody_under_14_is_asked_for_contact_or_names(lobby: Lobby, officer: X25519PrivateKey) -> None:
    submission = replace(submission_of(title="의자"), about={"age_band": "under-14"})
    token = lobby.arrive(submission)
    for path, fields in (("/contact", _CONTACT), ("/proposers", _PEOPLE)):
        for answer in (lobby.get(token, path), lobby.send(token, path, fields)):
            assert (answer.status_code, "만 14세 미만이면" in answer.text) == (409, True)
            assert "<input" not in answer.text


def test_contact_beside_an_opinion_that_is_no_proposal(lobby: Lobby, officer: X25519PrivateKey) -> None:
    submission = submission_of("voice", opinion="좋아요")
    token = lobby.arrive(submission)
    assert f"/r/{token}/contact" in lobby.get(token).text
    fields = {**_CONTACT, "agree.answer": "1"}
    assert lobby.send(token, "/contact", fields).status_code == 303
    assert _opened(lobby, officer, submission.receipt_id)["name"] == "홍길동"
    assert "연락처를 암호로 잠가" in lobby.get(token, done="contact_kept").text


def test_co_proposers_are_sealed_with_their_shares(
    lobby: Lobby, officer: X25519PrivateKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposal_id, token = lobby.propose()
    sent = lobby.send(token, "/proposers?lang=ko", _PEOPLE)
    assert sent.headers["location"] == f"/r/{token}?lang=ko&done=proposers_kept"
    assert _opened(lobby, officer, proposal_id)["proposers"] == [
        {"name": "홍길동", "share": 60},
        {"name": "임꺽정", "share": 30},
        {"name": "Ana Ω", "share": 10},
    ]
    assert _in_the_clear(lobby, "임꺽정") == []
    monkeypatch.setenv("FORUM_CENTRAL_HOME", str(lobby.central.home))
    monkeypatch.setenv("FORUM_DATABASE_URL", lobby.address or "")
    if not lobby.address:
        monkeypatch.delenv("FORUM_DATABASE_URL")
    opening = ("unseal", proposal_id, "--key", lobby.officer_key, "--as", "kim", "--reason", "답변")
    said = run_here("forum-central", *opening)
    assert (said.code, said.err) == (0, "")
    assert "Proposer 임꺽정, 30 %" in said.out
    with lobby.central.database.reading() as connection:
        seen = dossier(connection, proposal_id, ago(0))
    assert seen is not None
    assert seen.sealed == ("proposers",)
    assert lobby.send(token, "/proposers", {"remove": "1"}).headers["location"].endswith("done=proposers_removed")
    with pytest.raises(ForumError, match="taken back"):
        _opened(lobby, officer, proposal_id)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"agree": ""}, "모두 동의해야"),
        ({"share.0": "61"}, "더하면 100이"),
        ({"share.0": "-10"}, "1부터 99까지"),
        ({"share.0": "육십"}, "1부터 99까지"),
        ({"share.0": "100", "share.1": "0", "share.3": "0"}, "1부터 99까지"),
        ({"share.1": ""}, "1부터 99까지"),
        ({"name.1": ""}, "이름은 60자까지"),
        ({"name.1": "010-1234-5678"}, "이름은 60자까지"),
        ({"name.1": "홍길동"}, "두 번"),
        ({"name.0": "", "share.0": ""}, "주제안자와 부제안자를"),
        ({"name.1": "", "share.1": "", "name.3": "", "share.3": ""}, "주제안자와 부제안자를"),
    ],
)
def test_co_proposers_that_break_a_rule_are_not_kept(
    lobby: Lobby, officer: X25519PrivateKey, change: dict[str, str], told: str
) -> None:
    proposal_id, token = lobby.propose()
    answer = lobby.send(token, "/proposers?lang=ko", {**_PEOPLE, **change})
    assert (answer.status_code, told in answer.text) == (422, True)
    assert "Ana" in answer.text or "name.3" in change
    with pytest.raises(ForumError, match="without contact"):
        _opened(lobby, officer, proposal_id)


def test_names_are_taken_until_the_decision_and_erased_with_a_withdrawal(
    lobby: Lobby, officer: X25519PrivateKey
) -> None:
    proposal_id, token = lobby.propose(days_ago=9)
    lobby.events(proposal_id, ReviewStarted(on=ago(3)))
    assert lobby.send(token, "/proposers", _PEOPLE).status_code == 303
    lobby.events(proposal_id, *refused("이미 합니다.")[1:])
    late = lobby.send(token, "/proposers", _PEOPLE)
    assert (late.status_code, heading(late)) == (409, "지금은 함께 제안한 사람을 적을 수 없어요")
    withdraw_receipt(lobby.central.database, lobby.device_id, proposal_id, datetime.now(UTC))
    with pytest.raises(ForumError, match="withdrawn"):
        _opened(lobby, officer, proposal_id)
    assert lobby.send(token, "/contact", _CONTACT).status_code == 404


def test_form_from_elsewhere_keeps_nothing(lobby: Lobby, officer: X25519PrivateKey) -> None:
    proposal_id, token = lobby.propose()
    for path, fields in (("/contact", _CONTACT), ("/proposers", _PEOPLE)):
        assert lobby.send(token, path, fields, **{"Sec-Fetch-Site": "cross-site"}).status_code == 404
    with pytest.raises(ForumError, match="without contact"):
        _opened(lobby, officer, proposal_id)
