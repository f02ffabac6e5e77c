"""The HTTP client of the line: signed requests out, and answers that are believed only where they are signed."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urlsplit

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from pydantic import BaseModel, ValidationError
from requests.adapters import HTTPAdapter

from sync.protocol.batches import BATCH_TYPE
from sync.protocol.encoding import to_text
from sync.protocol.messages import JSON_TYPE, BatchAnswer, EnrolAnswer, EnrolRequest, HeadAnswer, PackAnswer
from sync.protocol.published import SignedResults
from sync.protocol.receipts import Receipt, ReceiptRejected, SignedReceipt, read_receipt
from sync.protocol.reports import Heartbeat
from sync.protocol.signatures import signature_headers
from sync.protocol.withdrawals import (
    Erased,
    News,
    SignedStatement,
    StatementRejected,
    TombstonesRequest,
    read_statement,
)
from sync.uploader.deadline import SECONDS, Deadline
from sync.uploader.outcomes import Temporary, UploadError, failure
from sync.uploader.trust import Trusting, trusted

_M = TypeVar("_M", bound=BaseModel)
_S = TypeVar("_S", Erased, News)
# Seconds to connect, and between two packets of an answer.
_TIMEOUT = (10, 60)
# The largest answer is an offered pack.
_MOST_ANSWER = 4 * 1024 * 1024
NOT_MODIFIED = 304


class AddressRejected(UploadError):
    """The central store's address may not be used."""


def checked_address(url: str, allow_http: bool) -> str:
    """Return an address that may be used: https, or http to this machine unless allowed; raises AddressRejected."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if parts.scheme not in ("http", "https") or not host or parts.query or parts.fragment or parts.username:
        raise AddressRejected(f"“{url}” is no address of a central store; write https://HOST. Nothing was changed.")
    if parts.scheme == "http" and not allow_http and not _is_loopback(host):
        raise AddressRejected(
            f"{url} would carry visitors' words unencrypted, so nothing was sent. Use https, or --allow-http in a "
            "network that you trust."
        )
    return url.rstrip("/")


class Line:
    """An open line to one central store, as one device; belongs to one thread."""

    def __init__(
        self,
        central_url: str,
        device_id: str,
        device_key: Ed25519PrivateKey,
        authority: Path | None = None,
        seconds: float = SECONDS,
    ) -> None:
        self._base = central_url.rstrip("/")
        self._path = urlsplit(self._base).path
        self._device_id = device_id
        self._key = device_key
        self._session = requests.Session()
        self._session.trust_env = False
        encrypted = self._base.startswith("https://")
        # Reading the machine's authorities takes longer than a whole upload on loopback.
        adapter = Trusting(trusted(authority)) if encrypted else HTTPAdapter()
        self._deadline = Deadline(seconds)
        self._session.mount("https://" if encrypted else "http://", self._deadline.watch(adapter))
        if not _is_loopback(urlsplit(self._base).hostname or ""):
            self._session.proxies.update(requests.utils.get_environ_proxies(self._base))

    def close(self) -> None:
        """Close the connections."""
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def enrol(self, code: str) -> EnrolAnswer:
        """Show a one-time code and this device's public key."""
        request = EnrolRequest(
            code=code, device_id=self._device_id, device_key=to_text(self._key.public_key().public_bytes_raw())
        )
        body = request.model_dump_json().encode()
        return _message(EnrolAnswer, self._answer("POST", "/v1/enrol", body, {"Content-Type": JSON_TYPE}))

    def head(self, server_key: Ed25519PublicKey, epoch: int) -> tuple[Receipt, SignedReceipt]:
        """Ask how far an epoch has arrived; only a signed answer counts."""
        body = self._answer("GET", f"/v1/devices/{self._device_id}/head?epoch={epoch}", None, {})
        return self._receipt(HeadAnswer, body, server_key, epoch)

    def send_pack(self, pack_id: str, version: int, canonical: bytes) -> None:
        """Send a content pack that coming records use."""
        target = f"/v1/devices/{self._device_id}/packs/{pack_id}/{version}"
        answer = _message(PackAnswer, self._answer("PUT", target, canonical, {"Content-Type": JSON_TYPE}))
        if answer.digest != sha256(canonical).hexdigest():
            raise Temporary("Something else than the ministry's server answered; every record is kept.")

    def send_batch(self, server_key: Ed25519PublicKey, epoch: int, body: bytes) -> tuple[Receipt, SignedReceipt]:
        """Send an encoded batch; returns the ministry's signed receipt, and raises UploadError for everything else."""
        headers = {"Content-Type": BATCH_TYPE, "Content-Encoding": "gzip"}
        answer = self._answer("POST", f"/v1/devices/{self._device_id}/batches", body, headers)
        return self._receipt(BatchAnswer, answer, server_key, epoch)

    def send_withdrawals(
        self, server_key: Ed25519PublicKey, request: TombstonesRequest
    ) -> tuple[Erased, SignedStatement]:
        """Ask the ministry to erase what was withdrawn; only its signed word counts."""
        target = f"/v1/devices/{self._device_id}/withdrawals"
        body = request.model_dump_json().encode()
        return self._statement(Erased, server_key, self._answer("POST", target, body, {"Content-Type": JSON_TYPE}))

    def news(self, server_key: Ed25519PublicKey, after: int) -> News:
        """Ask what visitors withdrew at the ministry; only a signed answer counts."""
        body = self._answer("GET", f"/v1/devices/{self._device_id}/news?after={after}", None, {})
        return self._statement(News, server_key, body)[0]

    def send_day(self, signed: SignedStatement) -> None:
        """Send this kiosk's signed count of one of its days."""
        body = signed.model_dump_json().encode()
        self._answer("POST", f"/v1/devices/{self._device_id}/days", body, {"Content-Type": JSON_TYPE})

    def send_heartbeat(self, heartbeat: Heartbeat) -> None:
        """Say how this kiosk is."""
        body = heartbeat.model_dump_json().encode()
        self._answer("POST", f"/v1/devices/{self._device_id}/heartbeat", body, {"Content-Type": JSON_TYPE})

    def offer(self, tag: str | None) -> tuple[SignedStatement, str | None] | None:
        """Ask which packs are offered; return the statement, not verified yet, and its tag; None where it is known."""
        return self._newer(SignedStatement, "/v1/packs", tag)

    def results(self, tag: str | None) -> tuple[SignedResults, str | None] | None:
        """Ask which results are published; return the statement, not verified yet, and its tag; None where known."""
        return self._newer(SignedResults, "/v1/results", tag)

    def offered_pack(self, pack_id: str, version: int) -> bytes:
        """Return the bytes of an offered pack, not verified yet."""
        return self._answer("GET", f"/v1/packs/{pack_id}/{version}", None, {})

    def _newer(self, kind: type[_M], target: str, tag: str | None) -> tuple[_M, str | None] | None:
        status, headers, body = self._exchange("GET", target, None, {"If-None-Match": tag} if tag else {})
        if status == NOT_MODIFIED and tag:
            return None
        if not 200 <= status < 300:
            raise failure(status, headers, body, datetime.now(UTC))
        return _message(kind, body), headers.get("ETag")

    def _statement(self, kind: type[_S], server_key: Ed25519PublicKey, body: bytes) -> tuple[_S, SignedStatement]:
        signed = _message(SignedStatement, body)
        try:
            return read_statement(kind, server_key, signed, self._device_id), signed
        except StatementRejected as error:
            raise Temporary(str(error)) from None

    def _receipt(
        self, kind: type[SignedReceipt], body: bytes, server_key: Ed25519PublicKey, epoch: int
    ) -> tuple[Receipt, SignedReceipt]:
        signed = _message(kind, body)
        try:
            return read_receipt(server_key, signed, self._device_id, epoch), signed
        except ReceiptRejected as error:
            raise Temporary(str(error)) from None

    def _answer(self, method: str, target: str, body: bytes | None, headers: dict[str, str]) -> bytes:
        status, told, answer = self._exchange(method, target, body, headers)
        if 200 <= status < 300:
            return answer
        raise failure(status, told, answer, datetime.now(UTC))

    def _exchange(
        self, method: str, target: str, body: bytes | None, headers: dict[str, str]
    ) -> tuple[int, Mapping[str, str], bytes]:
        signed = signature_headers(self._key, self._device_id, method, self._path + target, body)
        try:
            with (
                self._deadline.exchange(len(body or b"")),
                self._session.request(
                    method,
                    self._base + target,
                    data=body,
                    headers={**headers, **signed, "Accept": JSON_TYPE},
                    timeout=_TIMEOUT,
                    allow_redirects=False,
                    stream=True,
                ) as response,
            ):
                return response.status_code, response.headers, self._limited(response.iter_content(65_536))
        except requests.exceptions.SSLError:
            raise Temporary(
                "The ministry's server could not prove who it is (TLS); nothing was sent and every record is kept. "
                "Check the clock and the certificates."
            ) from None
        except requests.RequestException:
            raise Temporary("The ministry's server cannot be reached; every record is kept and sent later.") from None

    def _limited(self, chunks: Iterable[bytes]) -> bytes:
        answer = b""
        for chunk in chunks:
            answer += chunk
            self._deadline.came(len(chunk))
            if len(answer) > _MOST_ANSWER:
                raise Temporary("The answer is too long to be the ministry's; every record is kept.")
        return answer


def _message(kind: type[_M], body: bytes) -> _M:
    try:
        return kind.model_validate_json(body)
    except ValidationError:
        raise Temporary("Something else than the ministry's server answered; every record is kept.") from None


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
