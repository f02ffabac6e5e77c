"""Checkpoints carry the log's size and root in their one spelling, signed by the log's own key."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.checkpoints import Checkpoint, checkpoint_from_text, read_checkpoint, sign_checkpoint
from sync.protocol.merkle import EMPTY_ROOT, LARGEST_SIZE
from sync.protocol.notes import NoteRejected, sign_note, verifier_key

ORIGIN = "kiosk.example/log"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
VERIFIER = verifier_key(ORIGIN, KEY)
ROOT = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg="
EXTENSIONS = st.lists(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=40), max_size=16
)


@given(st.integers(1, LARGEST_SIZE), st.binary(min_size=32, max_size=32), EXTENSIONS)
def test_a_checkpoint_comes_back_as_it_was_signed(size: int, root: bytes, extensions: list[str]) -> None:
    checkpoint = Checkpoint(ORIGIN, size, root, tuple(extensions))
    assert read_checkpoint(sign_checkpoint(checkpoint, KEY), VERIFIER) == checkpoint


def test_a_checkpoint_is_written_as_the_specification_says() -> None:
    note = sign_checkpoint(Checkpoint(ORIGIN, 0, EMPTY_ROOT), KEY)
    assert note.startswith("kiosk.example/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— kiosk.example/log ")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        f"{ORIGIN}\n8\n",
        f"{ORIGIN}\n8\n{ROOT}",
        f"\n8\n{ROOT}\n",
        f"{ORIGIN}\n\n{ROOT}\n",
        f"{ORIGIN}\n8\n{ROOT}\n\n",
        f"{ORIGIN}\n8\n{ROOT}\n\nextension\n",
        f"{ORIGIN}\n08\n{ROOT}\n",
        f"{ORIGIN}\n+8\n{ROOT}\n",
        f"{ORIGIN}\n-8\n{ROOT}\n",
        f"{ORIGIN}\n8 \n{ROOT}\n",
        f"{ORIGIN}\n٨\n{ROOT}\n",
        f"{ORIGIN}\n{LARGEST_SIZE + 1}\n{ROOT}\n",
        f"{ORIGIN}\n{'9' * 5000}\n{ROOT}\n",
        f"{ORIGIN}\n0\n{ROOT}\n",
        f"{ORIGIN}\n8\n{ROOT[:-1]}\n",
        f"{ORIGIN}\n8\n{ROOT[:-2]}h=\n",  # the same 32 bytes, spelt another way
        f"{ORIGIN}\n8\n{ROOT} \n",
        f"{ORIGIN}\n8\nAAAA\n",
        f"{ORIGIN}\n8\nnot base64 at all\n",
        f"{ORIGIN}\n8\n{ROOT}\n" + "extension\n" * 17,
    ],
)
def test_a_note_that_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(NoteRejected):
        checkpoint_from_text(text)


@given(st.text(max_size=200))
def test_any_text_is_a_checkpoint_or_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(NoteRejected):
        checkpoint_from_text(text)


def test_a_checkpoint_of_another_log_is_refused() -> None:
    other = sign_note(f"other.example/log\n8\n{ROOT}\n", ORIGIN, KEY)
    with pytest.raises(NoteRejected, match=r"of the log “other\.example/log”"):
        read_checkpoint(other, VERIFIER)
    with pytest.raises(NoteRejected, match="No trusted key"):
        read_checkpoint(sign_checkpoint(Checkpoint("other.example/log", 1, EMPTY_ROOT), KEY), VERIFIER)


@pytest.mark.parametrize(
    "checkpoint",
    [
        Checkpoint(ORIGIN, -1, EMPTY_ROOT),
        Checkpoint(ORIGIN, 0, bytes(32)),
        Checkpoint(ORIGIN, 1, bytes(31)),
        Checkpoint(ORIGIN, 1, bytes(32), ("",)),
        Checkpoint(ORIGIN, 1, bytes(32), ("two\nlines",)),
        Checkpoint("two\nlines", 1, bytes(32)),
    ],
)
def test_a_checkpoint_that_could_not_be_read_again_is_not_signed(checkpoint: Checkpoint) -> None:
    with pytest.raises(NoteRejected):
        sign_checkpoint(checkpoint, KEY)
