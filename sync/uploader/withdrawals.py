"""Withdrawals on the line: what was withdrawn here is sent, and what was withdrawn at the ministry is erased here."""

import time
from collections.abc import Collection
from contextlib import suppress
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.store import Enrolment, Store, Withdrawal
from sync.protocol.encoding import from_text
from sync.protocol.withdrawals import Tombstone, TombstonesRequest
from sync.uploader.client import Line
from sync.uploader.outcomes import Conflict, Rejected, UploadError
from sync.uploader.trust import authority_of

# How often the ministry is asked what visitors withdrew there.
NEWS_SECONDS = 180.0


class Withdrawals:
    """One store's withdrawals, on a connection of their own: records may be under way on the other."""

    def __init__(self, store: Store, enrolment: Enrolment) -> None:
        self._store = store
        self._server_key = Ed25519PublicKey.from_public_bytes(enrolment.server_key)
        key = Ed25519PrivateKey.from_private_bytes(enrolment.device_key)
        self._line = Line(enrolment.central_url, store.device_id, key, authority_of(store.home))
        self._asked: float | None = None

    def close(self) -> None:
        """Close the connection."""
        self._line.close()

    def hear(self) -> bool:
        """Ask, once in a while, what was withdrawn at the ministry; tell whether it was asked now and answered.

        What fails is asked for the next time.
        """
        now = time.monotonic()
        if self._asked is None or now - self._asked >= NEWS_SECONDS:
            self._asked = now
            with suppress(UploadError):
                self.follow_news()
                return True
        return False

    def offer_packs(self, sent: Collection[tuple[str, int]]) -> set[tuple[str, int]]:
        """Send the installed packs that were not sent yet: a visit may go on on a phone before any record is sent.

        One that is refused is offered again before the records that use it.
        """
        offered: set[tuple[str, int]] = set()
        with suppress(UploadError):
            for pack in self._store.packs():
                if (pack.id, pack.version) not in sent:
                    with suppress(Rejected):
                        self._line.send_pack(pack.id, pack.version, pack.canonical())
                        offered.add((pack.id, pack.version))
        return offered

    def follow_news(self) -> int:
        """Erase what visitors withdrew at the ministry, and take its newest keys; return how many were erased."""
        erased, more = 0, True
        while more:
            after = self._store.withdrawals_seen()
            news = self._line.news(self._server_key, after)
            more = news.more and news.through > after
            if news.through > after:
                erased += self._store.follow_withdrawals(news.withdrawn, news.through, datetime.now(UTC))
            self._store.keep_ministry_keys(
                None if news.sealing_key is None else from_text(news.sealing_key, 32),
                None if news.handoff_key is None else from_text(news.handoff_key, 32),
            )
        return erased

    def send(self) -> int:
        """Send what waits until the ministry has signed that it is erased there too; raises UploadError."""
        sent = 0
        while waiting := self._store.withdrawals_to_send():
            erased, signed = self._line.send_withdrawals(self._server_key, tombstones(waiting))
            if erased.epoch != waiting[0].epoch or not {each.seq for each in waiting} <= set(erased.seqs):
                raise Conflict("The ministry's answer does not cover what was withdrawn; it is sent again.")
            self._store.confirm_withdrawals(signed.model_dump_json().encode(), waiting)
            sent += len(waiting)
        return sent


def tombstones(waiting: list[Withdrawal]) -> TombstonesRequest:
    """Return the request to erase withdrawals of one epoch."""
    withdrawn = [
        Tombstone(seq=each.seq, commitment=each.commitment.hex(), receipt_id=each.receipt_id) for each in waiting
    ]
    return TombstonesRequest(epoch=waiting[0].epoch, withdrawn=withdrawn)
