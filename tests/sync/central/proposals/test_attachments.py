"""Attachments are known by their content, and keep nothing that is hidden in them."""

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from zlib import compress, crc32

import pytest
from PIL import Image

from sync.central.proposals.attachments import AttachmentProblem, AttachmentRejected, cleaned
from tests.sync.central.proposals.hiding import SECRET, document, everything_in, picture


@pytest.mark.parametrize(("kind", "media"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/webp")])
def test_picture_is_drawn_anew_upright_and_says_nothing_else(kind: str, media: str) -> None:
    content = picture(kind)
    assert SECRET in content
    clean = cleaned(content)
    assert clean.media == media
    assert SECRET not in clean.content
    with Image.open(BytesIO(clean.content)) as image:
        assert (image.format, image.size) == (kind, (40, 60))
        assert dict(image.getexif()) == {}
        assert not {"icc_profile", "exif", "xmp", "comment", "Author"} & set(image.info)
        red, blue = image.convert("RGB").getpixel((20, 5)), image.convert("RGB").getpixel((20, 55))
    assert isinstance(red, tuple)
    assert isinstance(blue, tuple)
    assert red[0] > 150 > red[2]
    assert blue[2] > 150 > blue[0]


def test_what_is_hung_behind_a_picture_is_gone() -> None:
    for tail in (b"<html><script>alert(1)</script>", SECRET, document()):
        clean = cleaned(picture("JPEG") + tail)
        assert tail[:20] not in clean.content


def test_document_is_put_together_anew_from_its_pages(tmp_path: Path) -> None:
    content = document(pages=2)
    assert content.count(SECRET) > 4
    clean = cleaned(content)
    assert clean.media == "application/pdf"
    said = everything_in(clean.content)
    for word in (SECRET.decode(), "JavaScript", "OpenAction", "/AA", "EmbeddedFile", "/Annots", "Metadata", "Exif"):
        assert word not in said, word
    path = tmp_path / "clean.pdf"
    path.write_bytes(clean.content)
    subprocess.run(["pdftoppm", "-r", "72", "-png", "-singlefile", path, path.with_suffix("")], check=True)
    with Image.open(path.with_suffix(".png")) as page:
        assert page.size == (200, 200)
        colour = page.convert("RGB").getpixel((70, 100))
    assert isinstance(colour, tuple)
    assert colour[0] > 150 > colour[2]


def _claims(width: int, height: int) -> bytes:
    """Return a PNG of a few bytes that says it is enormous."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + name + data + crc32(name + data).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", compress(bytes(1000))) + chunk(b"IEND", b"")


def _zip() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.txt", "a")
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty"),
        (b"%PDF-" + bytes(10_000_000), "large"),
        (_claims(60_000, 60_000), "large"),
        (_claims(500, 500), "damaged"),
        (picture("PNG")[:80], "damaged"),
        (picture("JPEG")[:30], "damaged"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "damaged"),
        (document()[:200], "damaged"),
        (b"%PDF-1.7\n%%EOF", "damaged"),
        (document(pages=101), "large"),
        (document(password="geheim"), "locked"),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "kind"),
        (b"<!doctype html><script>alert(1)</script>", "kind"),
        (b"GIF89a" + bytes(50), "kind"),
        (b"MZ" + bytes(50), "kind"),
        (_zip(), "kind"),
        (b" " + document(), "kind"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_kept_is_refused(content: bytes, problem: str) -> None:
    with pytest.raises(AttachmentRejected) as caught:
        cleaned(content)
    assert caught.value.problem is AttachmentProblem(problem)
