"""Enrolling this kiosk: a fresh device key, shown with the one-time code, for the ministry's key in return."""

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_random_exponential

from kiosk.store import Enrolment, Store
from sync.protocol.encoding import from_text
from sync.uploader.client import Line, checked_address
from sync.uploader.outcomes import Temporary
from sync.uploader.trust import keep_authority


def enrol(store: Store, central_url: str, code: str, allow_http: bool, authority: Path | None = None) -> Enrolment:
    """Enrol this kiosk and keep what it got; raises UploadError with nothing changed.

    The key is the same in each try: the server knows a code's first user again, should its answer have been lost.
    """
    address = checked_address(central_url, allow_http)
    key = Ed25519PrivateKey.generate()
    tries = Retrying(
        retry=retry_if_exception_type(Temporary),
        stop=stop_after_attempt(3),
        wait=wait_random_exponential(multiplier=0.5, max=4),
        reraise=True,
    )
    with Line(address, store.device_id, key, authority) as line:
        answer = tries(line.enrol, code)
    enrolment = Enrolment(
        name=answer.name,
        central_url=address,
        public_url=(answer.public_url or address).rstrip("/"),
        device_key=key.private_bytes_raw(),
        server_key=from_text(answer.server_key, 32),
        sealing_key=None if answer.sealing_key is None else from_text(answer.sealing_key, 32),
        handoff_key=None if answer.handoff_key is None else from_text(answer.handoff_key, 32),
    )
    keep_authority(store.home, authority)
    store.save_enrolment(enrolment)
    return enrolment
