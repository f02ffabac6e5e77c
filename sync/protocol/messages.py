"""The JSON messages of the line, beside batches and receipts."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from sync.protocol.batches import DeviceId
from sync.protocol.encoding import from_text
from sync.protocol.receipts import SignedReceipt

JSON_TYPE = "application/json"
# Canonical bytes of a content pack, with its texts in every language.
MOST_PACK_BYTES = 4 * 1024 * 1024
MOST_MESSAGE_BYTES = 64 * 1024

Outcome = Literal["created", "duplicate", "held_for_review"]


def _key_text(text: str) -> str:
    from_text(text, 32)
    return text


KeyText = Annotated[str, Field(max_length=64), AfterValidator(_key_text)]


class _Message(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)


class EnrolRequest(_Message):
    """A kiosk shows its one-time code and its new public key, in a request that this key signs."""

    code: str = Field(min_length=1, max_length=64)
    device_id: DeviceId
    device_key: KeyText


class EnrolAnswer(_Message):
    """What a kiosk is called, where its receipts' links lead, and the ministry's keys (base64url)."""

    name: str
    public_url: str | None = None
    server_key: KeyText
    sealing_key: KeyText | None = None
    handoff_key: KeyText | None = None


class PackAnswer(_Message):
    """The ministry holds a content pack of these bytes; `digest` is their SHA-256 in hex."""

    digest: str = Field(pattern=r"^[0-9a-f]{64}$")


class HeadAnswer(SignedReceipt):
    """How far an epoch of a device has arrived, as a signed receipt; `server_time` is RFC 3339 in UTC."""

    server_time: str


class BatchAnswer(SignedReceipt):
    """What became of each record, in order, and the signed receipt that covers them."""

    outcomes: list[Outcome] = Field(max_length=500)
