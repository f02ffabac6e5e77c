"""Consulting other bodies (의견조회): each has a link of its own, and needs no account."""

import base64
import hmac
from datetime import datetime
from hashlib import sha256

from kiosk.forum.errors import ForumError
from kiosk.forum.seoul import seoul_day
from sync.central.central import Central
from sync.central.proposals.deciding import Moved, record_event_in
from sync.central.review.events import OpinionAsked, OpinionReceived
from sync.central.store import opinions
from sync.central.store.opinions import Opinion

LONGEST_ANSWER = 10_000


class OpinionClosed(ForumError):
    """The link leads nowhere, or the answer is not awaited any more."""


def ask_opinion(
    central: Central, proposal_id: str, event: OpinionAsked, staff: str, seen: int | None, now: datetime
) -> Moved:
    """Record that a body is consulted, and open its link; raises what `record_event` raises."""
    with central.database.writing() as connection:
        moved = record_event_in(connection, proposal_id, event, staff, seen, now)
        due = next(stop.due for stop in moved.state.open_stops if stop.body == event.body)
        token = opinion_token(central, proposal_id, event.body, moved.seq)
        opinions.add_opinion(connection, _digest(token), proposal_id, event.body, due, now)
    return moved


def opinion_token(central: Central, proposal_id: str, body: str, seq: int) -> str:
    """Return the secret of a consulted body's link: made anew from the server's key, so that nothing keeps it."""
    said = "\n".join(("open-forum-kiosk/opinion/1", proposal_id, str(seq), body))
    mac = hmac.new(central.server_key.private_bytes_raw(), said.encode(), sha256).digest()
    return base64.urlsafe_b64encode(mac).rstrip(b"=").decode()


def find_by_token(central: Central, token: str) -> Opinion:
    """Return the consultation of a link; raises OpinionClosed where there is none."""
    with central.database.reading() as connection:
        found = opinions.find_opinion(connection, _digest(token))
    if found is None:
        raise OpinionClosed("This link leads nowhere; ask the ministry for the right one.")
    return found


def answer(central: Central, token: str, author: str, text: str, now: datetime) -> None:
    """Keep a body's answer and let the clock run on; raises ForumError with nothing kept."""
    author, text = author.strip()[:100], text.strip()[:LONGEST_ANSWER]
    if not author or not text:
        raise OpinionClosed("Write the opinion and who gives it; nothing was sent yet.")
    with central.database.writing() as connection:
        found = opinions.find_opinion(connection, _digest(token), lock=True)
        if found is None or found.answered_at:
            raise OpinionClosed("This opinion has been given already; nothing was changed.")
        event = OpinionReceived(on=seoul_day(now), body=found.body)
        record_event_in(connection, found.proposal_id, event, "", None, now)
        opinions.keep_answer(connection, found.token_digest, author, text, now)


def _digest(token: str) -> bytes:
    return sha256(token.encode("utf-8", "surrogatepass")).digest()
