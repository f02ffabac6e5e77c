"""The links of consulted bodies, by the SHA-256 of their tokens, and what the bodies answered."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, insert, select, update

from sync.central.store import review_tables as t


@dataclass(frozen=True, slots=True)
class Opinion:
    """One consultation; `answer` is None while it is awaited."""

    token_digest: bytes
    proposal_id: str
    body: str
    due_on: date
    made_at: datetime
    answered_at: datetime | None
    author: str | None
    answer: str | None


def add_opinion(connection: Connection, digest: bytes, proposal_id: str, body: str, due_on: date, at: datetime) -> None:
    """Keep a fresh link."""
    connection.execute(
        insert(t.opinion).values(token_digest=digest, proposal_id=proposal_id, body=body, due_on=due_on, made_at=at)
    )


def find_opinion(connection: Connection, digest: bytes, *, lock: bool = False) -> Opinion | None:
    """Return a consultation by its link."""
    query = select(*_COLUMNS).where(t.opinion.c.token_digest == digest)
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    return None if row is None else Opinion(**row._mapping)


def opinions_on(connection: Connection, proposal_id: str) -> list[Opinion]:
    """Return a proposal's consultations, oldest first."""
    query = select(*_COLUMNS).where(t.opinion.c.proposal_id == proposal_id).order_by(t.opinion.c.made_at)
    return [Opinion(**row._mapping) for row in connection.execute(query)]


def keep_answer(connection: Connection, digest: bytes, author: str, answer: str, at: datetime) -> None:
    """Keep what a body answered."""
    connection.execute(
        update(t.opinion).where(t.opinion.c.token_digest == digest).values(author=author, answer=answer, answered_at=at)
    )


_COLUMNS = tuple(t.opinion.c[name] for name in Opinion.__slots__)
