"""Signed notes are written and read as the specification says, and nothing else is believed."""

from base64 import b64decode, b64encode

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.notes import (
    MOST_NOTE_BYTES,
    KeyRejected,
    NoteRejected,
    VerifierKey,
    open_note,
    read_verifier_key,
    sign_note,
    verifier_key,
)

NAME = "kiosk.example/log"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
VERIFIER = verifier_key(NAME, KEY)
WITNESS = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
TEXT = "kiosk.example/log\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n"
NOTE = sign_note(TEXT, NAME, KEY)
# The same, made with openssl, sha256sum and base64 from the specification alone.
OPENSSL_VERIFIER = "kiosk.example/log+a93e7068+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
OPENSSL_NOTE = (
    TEXT + "\n— kiosk.example/log "
    "qT5waAzs71pqOrMOKPpeQClJnO1rl0Ur4klkdXhkROv6sfvyTAmajz+KckUGF5qm0soXlAsuiC7JMLrJcm16grEdgAM=\n"
)


def _line(name: str, key: Ed25519PrivateKey, text: str = TEXT) -> str:
    return sign_note(text, name, key).rpartition("\n\n")[2]


def test_notes_and_keys_are_what_openssl_makes_of_the_specification() -> None:
    assert str(VERIFIER) == OPENSSL_VERIFIER
    assert NOTE == OPENSSL_NOTE


def test_a_public_logs_verifier_key_is_read() -> None:
    # The checksum database of Go's modules: every installation of Go carries this key.
    text = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"
    assert str(read_verifier_key(text)) == text
    assert read_verifier_key(text).name == "sum.golang.org"


def test_a_verifier_key_is_refused_when_any_letter_was_altered_or_cut() -> None:
    whole = OPENSSL_VERIFIER
    parts = {whole[i:j] for i in range(len(whole)) for j in range(i, len(whole) + 1)} - {whole}
    changed = {whole[:i] + other + whole[i + 1 :] for i in range(len(whole)) for other in "+A é\n"} - {whole}
    for each in parts | changed:
        with pytest.raises(KeyRejected):
            read_verifier_key(each)


def test_a_verifier_key_of_another_kind_or_length_is_refused() -> None:
    name, key_id, encoded = OPENSSL_VERIFIER.split("+", 2)
    raw = b64decode(encoded)
    for other in (b"\x02" + raw[1:], raw + b"\0", raw[:-1], b"\x01"):
        with pytest.raises(KeyRejected):
            read_verifier_key(f"{name}+{key_id}+{b64encode(other).decode()}")


@pytest.mark.parametrize("name", ["", "two words", "a+b", "wide\u3000space", "line\nbreak", "\udcff", "x" * 257])
def test_a_name_with_spaces_or_plus_is_refused(name: str) -> None:
    with pytest.raises(KeyRejected):
        VerifierKey(name, VERIFIER.public_key)


def test_a_note_is_opened_with_the_keys_that_are_trusted() -> None:
    witness = verifier_key("witness.example", WITNESS)
    note = NOTE + _line("witness.example", WITNESS)
    assert open_note(note, [VERIFIER]) == (TEXT, [VERIFIER])
    assert open_note(note.encode(), [VERIFIER, witness]) == (TEXT, [VERIFIER, witness])
    assert open_note(note, [witness]) == (TEXT, [witness])
    assert open_note(NOTE + _line(NAME, KEY), [VERIFIER]) == (TEXT, [VERIFIER])
    assert open_note(NOTE + "— stranger.example AAAAAAAA\n", [VERIFIER]) == (TEXT, [VERIFIER])


def test_a_text_keeps_its_own_empty_lines() -> None:
    text = "one\n\ntwo\n"
    assert open_note(sign_note(text, NAME, KEY), [VERIFIER]) == (text, [VERIFIER])


def test_a_note_is_refused_when_no_trusted_key_signed_it() -> None:
    impostor = verifier_key(NAME, WITNESS)  # the same name, another key
    renamed = VerifierKey("other.example", VERIFIER.public_key)
    for trusted in ([], [impostor], [renamed]):
        with pytest.raises(NoteRejected, match="No trusted key"):
            open_note(NOTE, trusted)


def test_a_note_is_refused_when_a_trusted_key_signed_another_text() -> None:
    other = _line(NAME, KEY, "another text\n")
    for note in (TEXT + "\n" + other, NOTE + other):
        with pytest.raises(NoteRejected, match="does not fit"):
            open_note(note, [VERIFIER])


@given(st.integers(0, len(NOTE.encode()) - 1), st.integers(1, 255))
def test_a_note_is_refused_when_any_byte_was_altered(at: int, change: int) -> None:
    raw = bytearray(NOTE.encode())
    raw[at] ^= change
    with pytest.raises(NoteRejected):
        open_note(bytes(raw), [VERIFIER])


def test_a_note_with_control_characters_is_refused_though_a_trusted_key_signed_it() -> None:
    text = "left\rright\n"
    signature = b64encode(VERIFIER.key_id + KEY.sign(text.encode())).decode()
    with pytest.raises(NoteRejected, match="control characters"):
        open_note(f"{text}\n— {NAME} {signature}\n", [VERIFIER])


@given(st.integers(0, len(NOTE) - 1))
def test_a_note_is_refused_when_it_was_cut_short(length: int) -> None:
    with pytest.raises(NoteRejected):
        open_note(NOTE[:length], [VERIFIER])


@given(st.binary(max_size=300) | st.text(max_size=300))
def test_anything_else_is_refused_with_a_sentence(note: bytes | str) -> None:
    with pytest.raises(NoteRejected):
        open_note(note, [VERIFIER])


def test_sixteen_large_signatures_are_read_and_no_flood_of_them() -> None:
    large = b64encode(bytes(5000)).decode()
    witnesses = "".join(f"— witness{each}.example {large}\n" for each in range(15))
    assert open_note(NOTE + witnesses, [VERIFIER]) == (TEXT, [VERIFIER])
    with pytest.raises(NoteRejected, match="more than 100 signatures"):
        open_note(NOTE + _line(NAME, KEY) * 100, [VERIFIER])
    with pytest.raises(NoteRejected, match="bytes; it was not read"):
        open_note("x" * MOST_NOTE_BYTES + "\n" + NOTE, [VERIFIER])


@pytest.mark.parametrize("text", ["", "no newline", "tab\t\n", "\udcff\n", "x" * MOST_NOTE_BYTES + "\n"])
def test_a_text_that_could_not_be_read_again_is_not_signed(text: str) -> None:
    with pytest.raises(NoteRejected, match="nothing was signed"):
        sign_note(text, NAME, KEY)
