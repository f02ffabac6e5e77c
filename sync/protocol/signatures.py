"""Signed requests: HTTP Message Signatures (RFC 9421, Ed25519) over method, path, query and Content-Digest (RFC 9530).

Host and scheme are not covered, so that a proxy may stand between. The signature's own time is ignored: a kiosk with a
wrong clock must not be locked out, and freshness comes from the sequence of the records.
"""

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any

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


def _url(target: str) -> str:
    return f"http://central{target}"
