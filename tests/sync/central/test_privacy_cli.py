"""Contact from the kiosk to the officer who may read it, with real processes, on both databases."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from kiosk.forum.contact import Consent, Contact, with_contact
from kiosk.forum.packs import Pack
from kiosk.store import Store
from sync.central.store.database import Database
from tests.conftest import Run
from tests.submissions import poll_submission
from tests.sync.server import CentralProcess

AGREED = Consent("ko", contact=True, opinion_link=True, fourteen_or_over=True)


@pytest.fixture
def officer_key(central_home: Path, tmp_path: Path, run: Run) -> Path:
    """The private half, made before the kiosk enrols."""
    path = tmp_path / "officer.key"
    made = run("forum-central", "sealing-key", "--out", path)
    assert (made.code, made.err) == (0, "")
    return path


def test_contact_is_read_by_the_officer_alone_and_each_reading_is_noted(
    officer_key: Path, enrolled: CentralProcess, store: Store, pack: Pack, run: Run, database: Database
) -> None:
    enrolment = store.enrolment()
    assert enrolment is not None
    assert enrolment.sealing_key is not None
    assert enrolment.handoff_key not in (None, enrolment.sealing_key)
    contact = Contact("홍길동", "010-1234-5678")
    submission = with_contact(poll_submission(), pack.activities[0], contact, AGREED, enrolment.sealing_key)
    store.keep(submission)
    assert run("forum-sync", "once").code == 0

    wrong = officer_key.with_name("wrong.key")
    wrong.write_text("11" * 32)
    known, unknown = submission.receipt_id, poll_submission().receipt_id
    for arguments, told in (
        ((known, "--key", wrong, "--reason", "답변"), "key"),
        ((unknown, "--key", officer_key, "--reason", "답변"), "No submission"),
        ((known, "--key", officer_key), "Say why this is opened (--reason); nothing was opened."),
        ((known, "--key", officer_key, "--reason", " "), "Say why"),
    ):
        refused = run("forum-central", "unseal", *arguments)
        assert (refused.code, refused.out, told in refused.err) == (1, "", True), refused.err
        assert "홍길동" not in refused.err
    assert json.loads(run("forum-central", "access-log", "--json").out) == []

    read = run(
        "forum-central", "unseal", submission.receipt_id, "--key", officer_key, "--as", "담당자", "--reason", "답변",
        "--json",
    )  # fmt: skip
    assert read.code == 0, read.err
    assert {key: json.loads(read.out)[key] for key in ("name", "phone", "email", "wants_answer")} == {
        "name": "홍길동",
        "phone": "01012345678",
        "email": None,
        "wants_answer": True,
    }
    log = json.loads(run("forum-central", "access-log", "--json").out)
    assert [(row["who"], row["what"], row["receipt_id"], row["reason"]) for row in log] == [
        ("담당자", "contact", submission.receipt_id, "답변")
    ]
    out = officer_key.with_name("export")
    assert run("forum-central", "export", "--from", "2026-11-01", "--as", "분석가", "--out", out).code == 0
    noted = json.loads(run("forum-central", "access-log", "--json").out)[-1]
    assert (noted["who"], noted["what"], noted["reason"][:10]) == ("분석가", "records exported", "2026-11-01")
    for change in ("UPDATE access_log SET who = 'nobody'", "DELETE FROM access_log"):
        with pytest.raises(DBAPIError, match="append-only"), database.writing() as connection:
            connection.execute(text(change))


def test_serving_process_never_opens_the_private_half(officer_key: Path, enrolled: CentralProcess) -> None:
    secret = officer_key.read_text().splitlines()[-1]
    home = Path(enrolled.environment["FORUM_CENTRAL_HOME"])
    assert all(secret not in path.read_text(errors="ignore") for path in home.iterdir() if path.is_file())
    opened = [each.readlink() for each in Path(f"/proc/{enrolled.process.pid}/fd").iterdir()]
    assert officer_key not in opened


def test_kiosk_gets_no_sealing_key_from_a_ministry_without_one(enrolled: CentralProcess, store: Store) -> None:
    enrolment = store.enrolment()
    assert enrolment is not None
    assert enrolment.sealing_key is None
    assert enrolment.handoff_key is not None


def test_withdrawn_or_anonymous_submission_has_no_contact_to_read(
    officer_key: Path, enrolled: CentralProcess, store: Store, run: Run
) -> None:
    kept = store.keep(poll_submission())
    assert run("forum-sync", "once").code == 0
    refused = run("forum-central", "unseal", kept.receipt_id, "--key", officer_key, "--reason", "답변")
    assert (refused.code, "without contact" in refused.err) == (1, True)
