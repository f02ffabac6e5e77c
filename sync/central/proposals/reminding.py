"""Reminders: who works on proposals is told in one letter a day what runs out, without a word of any proposal."""

import smtplib
import ssl
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from email.message import EmailMessage
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

from sqlalchemy import Connection

from kiosk.forum.receipts import receipt_number
from sync.central.proposals.folding import state_of
from sync.central.review.deadlines import REMIND_DAYS_BEFORE, Deadline, Duty, deadlines, reminder_due
from sync.central.review.proposal import Stage
from sync.central.store.errors import CentralError
from sync.central.store.proposals import events_of
from sync.central.store.reminders import awaiting, owed_through

_SECONDS = 30
_WORDS = {
    Duty.DECIDE: ("결정", "to be decided"),
    Duty.NOTIFY: ("결과 통지", "the proposer to be told"),
    Duty.CARRY_OUT: ("실시", "to be carried out"),
    Duty.COMPLETE: ("제안자의 보완", "the proposer to complete it"),
    Duty.ANSWER: ("의견조회 회신", "a consulted body to answer"),
}


class MailRefused(CentralError):
    """The letter did not go out; whoever it tells of is reminded the next time."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """One proposal that somebody has to act on, or to press for; `days_left` is negative where the day is past."""

    proposal_id: str
    duty: Duty
    due_on: date
    days_left: int

    def sentence(self) -> str:
        """Tell it in Korean and in English."""
        korean, english = _WORDS[self.duty]
        left = f"{self.days_left}일 남음" if self.days_left >= 0 else f"{-self.days_left}일 지남"
        return f"{receipt_number(self.proposal_id)}  {self.due_on}  {left}  {korean} / {english}"


def reminders(connection: Connection, today: date) -> list[Reminder]:
    """Return what is to be reminded of today, the most urgent first."""
    found = []
    for each in owed_through(connection, today + timedelta(days=max(REMIND_DAYS_BEFORE))):
        left = (each.due_on - today).days
        of = Deadline(Duty(each.duty), each.due_on, stopped=False, days_left=left)
        if reminder_due(of, each.last_reminded, today):
            found.append(Reminder(each.proposal_id, of.what, each.due_on, left))
    found += _awaited(connection, today)
    return sorted(found, key=lambda each: (each.days_left, each.proposal_id))


def _awaited(connection: Connection, today: date) -> set[Reminder]:
    """Return what proposers and consulted bodies were asked for: staff press them, or go on without."""
    return {
        Reminder(each.proposal_id, of.what, of.day, of.days_left)
        for each in awaiting(connection, (Stage.COMPLETION_ASKED, Stage.CONSULTING))
        for of in deadlines(state_of(events_of(connection, each.proposal_id), each.terms, today), today)
        if of.what in (Duty.COMPLETE, Duty.ANSWER) and reminder_due(of, each.last_reminded, today)
    }


def letter(
    found: Sequence[Reminder], to: Sequence[str], sender: str, public_url: str | None, at: datetime
) -> EmailMessage:
    """Write the letter; it names numbers and days, and leads to the staff's pages for everything else."""
    late = sum(each.days_left < 0 for each in found)
    message = EmailMessage()
    message["Subject"] = (
        f"[열린포럼] 처리기한 알림 {len(found)}건 (지난 것 {late}건) / {len(found)} due, {late} overdue"
    )
    message["From"], message["To"], message["Date"] = sender, ", ".join(to), at
    address = f"\n{public_url.rstrip('/')}/staff\n" if public_url else ""
    message.set_content("\n".join(each.sentence() for each in found) + "\n" + address)
    return message


def send(message: EmailMessage, server: str) -> None:
    """Send by smtps://, or smtp:// with STARTTLS; without TLS only to this machine. Raises MailRefused."""
    parts = urlsplit(server)
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise MailRefused("FORUM_MAIL_URL is no mail server; nothing was sent. Write smtps://USER:PASSWORD@HOST.")
    try:
        with _connected(parts.scheme, parts.hostname, parts.port or 0) as post:
            if parts.username:
                post.login(unquote(parts.username), unquote(parts.password or ""))
            post.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise MailRefused(
            f"The mail server {parts.hostname} did not take the letter ({reason}); everything in it is told again the "
            "next time. Check FORUM_MAIL_URL."
        ) from None


def _connected(scheme: str, host: str, port: int) -> smtplib.SMTP:
    if scheme == "smtps":
        return smtplib.SMTP_SSL(host, port, timeout=_SECONDS, context=ssl.create_default_context())
    post = smtplib.SMTP(host, port, timeout=_SECONDS)
    post.ehlo()
    if post.has_extn("starttls"):
        post.starttls(context=ssl.create_default_context())
    elif not _is_here(host):
        post.close()
        raise MailRefused(f"The mail server {host} speaks no TLS; nothing was sent to it. Use smtps://.")
    return post


def _is_here(host: str) -> bool:
    with suppress(ValueError):
        return ip_address(host).is_loopback
    return host == "localhost"
