"""“휴대전화가 먼저 전해 드려요”: a finished submission, sealed into its receipt's own link for a phone to deliver.

The link is `<central>/r/<token>#<digits>`: a receipt's link as ever, and in its fragment, which no log along the way
holds, the digits (`kiosk.forum.codes`) of an envelope of `kiosk.forum.sealing` that only the ministry's server opens.
The token, which the kiosk signs, names the envelope's digest, and the envelope is bound to kiosk and receipt: it can be
neither altered nor shown for another. Inside it are

    epoch (4 bytes) ‖ seq (5 bytes) ‖ salt (16) ‖ deflated canonical record without its receipt id

so that the ministry holds the very bytes, at their very place in the chain, that the kiosk sends later by itself.
"""

import json
import struct
import zlib
from typing import Any

import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from kiosk.forum.chain import SALT_BYTES, ChainedRecord, commitment
from kiosk.forum.codes import from_digits, qr_bits, to_digits
from kiosk.forum.errors import ForumError
from kiosk.forum.receipts import ReceiptLink, carrying_token, digest_of, receipt_url
from kiosk.forum.sealing import SealRejected, seal_bytes, unseal_bytes

# The data bits of QR version 16 at error level M (ISO/IEC 18004): 453 codewords, 81 modules across.
_QR_BITS = 8 * 453
# More digits than any code of ours holds are not worth reading.
LONGEST_FRAGMENT = 1000
_PLACE = struct.Struct(">IBI")
_MOST_UNPACKED = 64 * 1024
# What nearly every record holds, so that it need not be carried. Never changed: links in visitors' hands depend on it.
_DICTIONARY = (
    b'"declined""other""under-14""70-over""abroad""gyeonggi""busan""pass""disagree""agree"'
    b'{"about":{"age_band":"20-29","gender":"female","region":"seoul"},"activity":"open-opinion","answers":{"opinion":"'
    b'","topic":"peninsula"},"channel":"kiosk","clock":"good","contact":"AQ","duration":20,"language":"ko",'
    b'"pack":"lobby","pack_version":1,"recorded_at":"2026-12-01T01:00:00Z","v":1}'
)


class CarriedRejected(ForumError):
    """A link carries no submission that a kiosk of ours sealed into it; the kiosk itself still holds what it took."""


def carrying_url(
    public_url: str,
    record: ChainedRecord,
    device_id: str,
    device_key: Ed25519PrivateKey,
    handoff_key: bytes,
) -> str | None:
    """Return the receipt's link with the submission in it; None where that needs more than version 16 at level M."""
    if record.payload is None or record.salt is None or record.seq >= 1 << 40 or record.epoch >= 1 << 32:
        return None
    content: dict[str, Any] = json.loads(record.payload)
    receipt_id, language = str(content["receipt_id"]), str(content["language"])
    rest = rfc8785.dumps({key: value for key, value in content.items() if key != "receipt_id"})
    if _with_receipt(rest, receipt_id) != record.payload:
        return None
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=_DICTIONARY)
    place = _PLACE.pack(record.epoch, record.seq >> 32, record.seq & 0xFFFFFFFF)
    plain = place + record.salt + packer.compress(rest) + packer.flush()
    envelope = seal_bytes(handoff_key, plain, "carried", _subject(device_id, receipt_id))
    token = carrying_token(device_key, device_id, receipt_id, language, envelope)
    digits = to_digits(envelope)
    if qr_bits((receipt_url(public_url, ""), token, "#", digits)) > _QR_BITS:
        return None
    return f"{receipt_url(public_url, token)}#{digits}"


def open_carried(key: X25519PrivateKey, link: ReceiptLink, digits: str) -> ChainedRecord:
    """Open what a verified link carries; raises CarriedRejected."""
    envelope = from_digits(digits) if 0 < len(digits) <= LONGEST_FRAGMENT else None
    if envelope is None or link.carried is None or digest_of(envelope) != link.carried:
        raise CarriedRejected("The link was altered, so nothing was taken from it; the kiosk still holds the answer.")
    try:
        plain = unseal_bytes(key, envelope, "carried", _subject(link.device_id, link.receipt_id))
        epoch, high, low = _PLACE.unpack_from(plain)
        salt, packed = plain[_PLACE.size : _PLACE.size + SALT_BYTES], plain[_PLACE.size + SALT_BYTES :]
        unpacker = zlib.decompressobj(-15, zdict=_DICTIONARY)
        rest = unpacker.decompress(packed, _MOST_UNPACKED)
        if not unpacker.eof or len(salt) != SALT_BYTES:
            raise ValueError
        payload = _with_receipt(rest, link.receipt_id)
    except SealRejected as error:
        raise CarriedRejected(str(error)) from None
    except (ValueError, KeyError, TypeError, RecursionError, struct.error, zlib.error):
        raise CarriedRejected(
            "The link holds no submission that this program knows; the kiosk still holds it, and sends it by itself."
        ) from None
    return ChainedRecord(epoch, (high << 32) + low, salt, payload, commitment(salt, payload))


def _with_receipt(rest: bytes, receipt_id: str) -> bytes:
    return rfc8785.dumps({**json.loads(rest), "receipt_id": receipt_id})


def _subject(device_id: str, receipt_id: str) -> str:
    return f"{device_id}/{receipt_id}"
