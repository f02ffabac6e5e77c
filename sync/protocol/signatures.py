"""Signed requests: HTTP Message Signatures (RFC 9421, Ed25519) over method, path, query and Content-Digest (RFC 9530).

Host and scheme are not covered, so that a proxy may stand between. The signature's own time is ignored: a kiosk with a
wrong clock must not be locked out, and freshness comes from the sequence of the records.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from cryptography.exceptions import InvalidSignature as BadSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from http_message_signatures import (
    ContentDigest,
    HTTPMessageSigner,
    HTTPMessageVerifier,
    InvalidSignature,
    MappingKeyResolver,
    algorithms,
)
from http_message_signatures.exceptions import HTTPMessageSignaturesException

from kiosk.forum.errors import ForumError

_COVERED = ("@method", "@path", "@query")
_LABEL = "forum"
# The only fields that a signature may cover; names as a server gives them, in lower case.
_FIELDS = frozenset({"signature", "signature-input", "content-digest"})


class SignatureRejected(ForumError):
    """A request is not signed by the key that it should be."""


@dataclass(frozen=True, slots=True)
class _Message:
    method: str
    url: str
    headers: MutableMapping[str, str]


class _Verifier(HTTPMessageVerifier):
    require_created = False

    def validate_created_and_expires(self, sig_input: Any, max_age: Any = None) -> None:
        """Take any time: the device's clock proves nothing."""


def signature_headers(
    key: Ed25519PrivateKey, device_id: str, method: str, target: str, body: bytes | None
) -> dict[str, str]:
    """Return the headers that sign a request; `target` is its path and query as sent."""
    resolver = MappingKeyResolver(public_keys={}, private_keys={device_id: key})
    signer = HTTPMessageSigner(signature_algorithm=algorithms.ED25519, key_resolver=resolver)
    message = _Message(method, _url(target), {})
    signer.sign(message, key_id=device_id, covered_component_ids=_COVERED, body=body, label=_LABEL)
    return dict(message.headers)


def verify_request(
    key: Ed25519PublicKey, device_id: str, method: str, target: str, headers: Mapping[str, str], body: bytes | None
) -> None:
    """Check that the device's key signed this very request; raises SignatureRejected. Header names are lower case."""
    if (plain := _plain(device_id, method, target, headers, body)) is None:
        return verify_any_form(key, device_id, method, target, headers, body)
    signature, signed = plain
    try:
        key.verify(signature, signed)
    except BadSignature:
        raise SignatureRejected("The request's signature does not hold.") from None


def verify_any_form(
    key: Ed25519PublicKey, device_id: str, method: str, target: str, headers: Mapping[str, str], body: bytes | None
) -> None:
    """Check a signature in whatever form RFC 9421 allows; several times the work of the one form that kiosks write."""
    resolver = MappingKeyResolver(public_keys={device_id: key}, private_keys={})
    verifier = _Verifier(signature_algorithm=algorithms.ED25519, key_resolver=resolver)
    message = _Message(method, _url(target), {name: value for name, value in headers.items() if name in _FIELDS})
    try:
        results = verifier.verify(message, max_age=None)
        covered = results[0].covered_components
        missing = [name for name in (*_COVERED, *(("content-digest",) if body else ())) if f'"{name}"' not in covered]
        if len(results) != 1 or missing:
            raise SignatureRejected(f"The request's signature does not cover {', '.join(missing)}.")
        if body:
            ContentDigest.verify(headers["content-digest"], body)
    except (InvalidSignature, HTTPMessageSignaturesException) as error:
        raise SignatureRejected(f"The request's signature does not hold ({error}).") from None


# The one form in which `signature_headers` writes; everything else is left to the library.
_INPUT = re.compile(
    r'forum=(\("@method" "@path" "@query"( "content-digest")?\)'
    r';created=[0-9]{1,12};keyid="([0-9a-f-]{36})";alg="ed25519")'
)
_SIGNATURE = re.compile(r"forum=:([A-Za-z0-9+/]{85}[AQgw]==):")
_TARGET = re.compile(r"(/[A-Za-z0-9/_-]+)(\?[A-Za-z0-9=&_-]+)?")


def _plain(
    device_id: str, method: str, target: str, headers: Mapping[str, str], body: bytes | None
) -> tuple[bytes, bytes] | None:
    """Return the signature and what it is over (RFC 9421, 2.5), or None where a request is not in our one form."""
    said = _INPUT.fullmatch(headers.get("signature-input", ""))
    signature = _SIGNATURE.fullmatch(headers.get("signature", ""))
    place = _TARGET.fullmatch(target)
    if said is None or signature is None or place is None or method not in ("GET", "POST", "PUT"):
        return None
    if said[3] != device_id or bool(said[2]) != bool(body):
        return None
    lines = [f'"@method": {method}', f'"@path": {place[1]}', f'"@query": {place[2] or "?"}']
    if body:
        digest = f"sha-256=:{b64encode(sha256(body).digest()).decode()}:"
        if headers.get("content-digest") != digest:
            return None
        lines.append(f'"content-digest": {digest}')
    lines.append(f'"@signature-params": {said[1]}')
    return b64decode(signature[1]), "\n".join(lines).encode()


def _url(target: str) -> str:
    return f"http://central{target}"
