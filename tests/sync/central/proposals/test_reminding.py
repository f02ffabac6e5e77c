"""Whoever works on proposals is told in time, once a day, by a real mail server, and of no proposal's words."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink
from aiosmtpd.smtp import SMTP, Envelope, Session
from sqlalchemy import select, update

from kiosk.forum.receipts import receipt_number
from sync.central.central import Central
from sync.central.proposals.consulting import ask_opinion
from sync.central.proposals.deciding import record_event
from sync.central.proposals.reminding import MailRefused, letter, reminders, send
from sync.central.review.deadlines import Duty
from sync.central.review.events import CompletionAsked, OpinionAsked, OpinionWaived, ReviewStarted
from sync.central.store import review_tables as t
from sync.central.store.reminders import note_reminded
from sync.central.store.urgency import urgency
from tests.conftest import Run
from tests.sync.central.staff.conftest import Arrive
from tests.sync.central.staff.conftest import arrive as arrive
from tests.sync.central.staff.conftest import opened as opened
from tests.sync.central.staff.proposing import submission_of, today


class Post(Sink):
    """Keeps the letters that it is given; refuses those to nobody@."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []

    async def handle_RCPT(  # noqa: N802 (the library's)
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address.startswith("nobody@"):
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        assert isinstance(envelope.content, bytes)
        self.letters.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


class OnAFreePort(Controller):
    """Listens where there is room, and looks there whether it does."""

    def _trigger_server(self) -> None:
        assert isinstance(self.server, asyncio.Server)
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call]


@pytest.fixture
def post() -> Iterator[tuple[Post, str]]:
    kept = Post()
    controller = OnAFreePort(kept, hostname="127.0.0.1", port=0)
    controller.start()
    yield kept, f"smtp://127.0.0.1:{controller.port}"
    controller.stop()


def due(central: Central, day: date) -> str:
    """Let the one proposal be due on a day; return its id."""
    with central.database.writing() as connection:
        connection.execute(update(t.proposal).values(due_on=day, urgency=urgency(0, day)))
        found: str = connection.execute(select(t.proposal.c.proposal_id)).scalar_one()
    return found


@pytest.mark.parametrize(
    ("days_left", "told"), [(8, False), (7, True), (6, True), (3, True), (1, True), (0, True), (-1, None)]
)
def test_who_decides_is_reminded_seven_days_before_and_later(
    opened: Central, arrive: Arrive, days_left: int, told: bool | None
) -> None:
    arrive(submission_of(title="여권", situation="내용"))
    proposal_id = due(opened, today() + timedelta(days=days_left))
    with opened.database.writing() as connection:
        found = reminders(connection, today())
        if told is not None:  # when it is late, on working days
            assert [(each.proposal_id, each.duty, each.days_left) for each in found] == (
                [(proposal_id, Duty.DECIDE, days_left)] if told else []
            )
        note_reminded(connection, [each.proposal_id for each in found], today())
        assert reminders(connection, today()) == []


def test_staff_are_told_when_a_proposer_or_a_consulted_body_lets_its_day_come(opened: Central, arrive: Arrive) -> None:
    asked, consulted = submission_of(title="하나"), submission_of(title="둘")
    arrive(asked, consulted)
    now, due = datetime.now(UTC), today() + timedelta(days=8)
    wish = CompletionAsked(on=today(), due=due, reason="더 자세히")
    record_event(opened.database, asked.receipt_id, wish, "kim", None, now)
    record_event(opened.database, consulted.receipt_id, ReviewStarted(on=today()), "kim", None, now)
    body = OpinionAsked(on=today(), body="행정안전부", proposer_told_on=today())
    moved = ask_opinion(opened, consulted.receipt_id, body, "kim", None, now)
    (stop,) = moved.state.open_stops

    def told(on: date) -> list[tuple[str, Duty, int]]:
        with opened.database.reading() as connection:
            return [(each.proposal_id, each.duty, each.days_left) for each in reminders(connection, on)]

    assert told(today()) == []
    assert told(due - timedelta(days=7)) == [(asked.receipt_id, Duty.COMPLETE, 7)]
    assert (consulted.receipt_id, Duty.ANSWER, 1) in told(stop.due - timedelta(days=1))
    waived = OpinionWaived(on=today(), body="행정안전부", reason="회신 없음")
    record_event(opened.database, consulted.receipt_id, waived, "kim", None, now)
    assert Duty.ANSWER not in {duty for _, duty, _ in told(stop.due)}


def test_one_letter_tells_all_of_it_and_no_word_of_a_proposal(
    opened: Central, arrive: Arrive, post: tuple[Post, str], run: Run
) -> None:
    kept, server = post
    arrive(submission_of(title="여권을 하루에", situation="홍길동이 씁니다"))
    proposal_id = due(opened, today() + timedelta(days=3))
    call = ("forum-central", "remind", "--to", "desk@forum.example", "--mail", server)

    lost = run("forum-central", "remind", "--to", "nobody@forum.example", "--mail", server)
    assert (lost.code, lost.out) == (1, "")
    assert "told again the next time" in lost.err
    assert "Traceback" not in lost.err
    done, again = run(*call), run(*call)

    assert (done.code, done.err) == (0, "")
    assert again.out == "Nothing is to be reminded of today.\n"
    (only,) = kept.letters
    text = only.get_content()
    assert only["To"] == "desk@forum.example"
    assert "1 due, 0 overdue" in only["Subject"]
    assert receipt_number(proposal_id) in text
    assert "3일 남음" in text
    assert "여권" not in text + only["Subject"]
    assert "홍길동" not in text


@pytest.mark.parametrize("server", ["https://mail.example", "smtp://", "smtp://127.0.0.1:1", "nonsense"])
def test_a_mail_server_that_cannot_be_used_is_told_plainly(server: str) -> None:
    message = letter([], ["desk@forum.example"], "forum@localhost", None, datetime.now(UTC))
    with pytest.raises(MailRefused, match=r"nothing was sent|told again"):
        send(message, server)
