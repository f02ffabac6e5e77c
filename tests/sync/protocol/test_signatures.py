"""The quick check of our own form of signature agrees with the library's, for true and for bent requests."""

from dataclasses import dataclass, field, replace

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.signatures import SignatureRejected, signature_headers, verify_any_form, verify_request

KEY = Ed25519PrivateKey.generate()
DEVICE = "3d934584-a615-4488-bb16-ed1982734fd1"
OTHER = "4d934584-a615-4488-bb16-ed1982734fd1"


@dataclass(frozen=True)
class Sent:
    method: str = "POST"
    target: str = f"/v1/devices/{DEVICE}/batches"
    body: bytes | None = b"body"
    headers: dict[str, str] = field(default_factory=dict)

    def signed(self) -> "Sent":
        headers = signature_headers(KEY, DEVICE, self.method, self.target, self.body)
        return replace(self, headers={name.lower(): value for name, value in headers.items()})

    def with_header(self, name: str, value: str) -> "Sent":
        return replace(self, headers={**self.headers, name: value})


def _both(sent: Sent, device: str = DEVICE, key: Ed25519PrivateKey = KEY) -> tuple[bool, bool]:
    told = []
    for check in (verify_request, verify_any_form):
        try:
            check(key.public_key(), device, sent.method, sent.target, sent.headers, sent.body)
            told.append(True)
        except SignatureRejected:
            told.append(False)
    return told[0], told[1]


GOOD = Sent().signed()
HEAD = Sent("GET", f"/v1/devices/{DEVICE}/head?epoch=1", None).signed()


@pytest.mark.parametrize("sent", [GOOD, HEAD, Sent("PUT", "/v1/a%20b", b"x").signed(), Sent(body=b"").signed()])
def test_a_true_request_holds_either_way(sent: Sent) -> None:
    assert _both(sent) == (True, True)


@pytest.mark.parametrize(
    "sent",
    [
        replace(GOOD, method="PUT"),
        replace(GOOD, target=GOOD.target + "?a=b"),
        replace(GOOD, target=f"/v1/devices/{OTHER}/batches"),
        replace(GOOD, body=b"other"),
        replace(HEAD, target=f"/v1/devices/{DEVICE}/head?epoch=2"),
        replace(HEAD, body=b"added"),
        GOOD.with_header("content-digest", Sent(body=b"other").signed().headers["content-digest"]),
        GOOD.with_header("signature", HEAD.headers["signature"]),
        GOOD.with_header("signature-input", HEAD.headers["signature-input"]),
        GOOD.with_header("signature-input", GOOD.headers["signature-input"].replace("created=", "created=1")),
        GOOD.with_header("signature-input", GOOD.headers["signature-input"].replace(DEVICE, OTHER)),
        GOOD.with_header("signature-input", ""),
        replace(GOOD, headers={}),
    ],
)
def test_a_bent_request_falls_either_way(sent: Sent) -> None:
    assert _both(sent) == (False, False)


def test_another_kiosks_key_or_name_falls_either_way() -> None:
    assert _both(GOOD, device=OTHER) == (False, False)
    assert _both(GOOD, key=Ed25519PrivateKey.generate()) == (False, False)


@given(st.sampled_from(["signature", "signature-input", "content-digest"]), st.data())
def test_one_changed_letter_in_a_header_falls_either_way(name: str, data: st.DataObject) -> None:
    value = GOOD.headers[name]
    place = data.draw(st.integers(0, len(value) - 1))
    letter = data.draw(st.characters(min_codepoint=32, max_codepoint=126))
    bent = GOOD.with_header(name, value[:place] + letter + value[place + 1 :])
    quick, full = _both(bent)
    assert quick is full or (quick, full) == (False, True)
    if letter != value[place] and name != "signature":
        assert quick is False or full is True


@given(st.from_regex(r"/[A-Za-z0-9/_-]{1,30}(\?[A-Za-z0-9=&_-]{1,20})?", fullmatch=True), st.binary(max_size=20))
def test_any_plain_target_holds_either_way(target: str, body: bytes) -> None:
    assert _both(Sent("POST", target, body or None).signed()) == (True, True)
