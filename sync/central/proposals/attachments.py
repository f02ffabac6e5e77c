"""Attachments as they may be kept: known by their content, and rewritten so that nothing hidden stays in them.

An image is drawn anew from its pixels. A PDF is put together anew from its pages: no script, no form, no embedded file,
no metadata; a photograph in it loses what the camera wrote beside it.
"""

import warnings
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from threading import Lock
from typing import Any

import pikepdf
from PIL import Image, ImageOps

from kiosk.forum.errors import ForumError

MOST_BYTES = 10_000_000
MOST_ATTACHMENTS = 5
MOST_PAGES = 100
# More than any phone's camera takes; a file can claim more than any machine has room for. A JPEG is read at a scale.
_MOST_PIXELS = {"JPEG": 120_000_000, "PNG": 40_000_000, "WEBP": 40_000_000}
# One at a time: a picture of that size takes some hundred megabytes while it is drawn.
_drawing = Lock()
# Of the longer side, in pixels: a page of A4 at 350 dpi.
_LONGEST_SIDE = 4096
_STARTS = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG", b"%PDF-": "PDF"}
_MEDIA = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp", "PDF": "application/pdf"}
EXTENSIONS = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "application/pdf": "pdf"}
# What a page or an object in it can do or tell besides what is drawn.
_ON_PAGES = ("/AA", "/Annots", "/AF", "/B", "/StructParents", "/Thumb", "/Metadata", "/PieceInfo", "/LastModified")
_IN_OBJECTS = ("/AF", "/Metadata", "/PieceInfo", "/LastModified")


class AttachmentProblem(StrEnum):
    """Why a file cannot be kept."""

    EMPTY = "empty"
    LARGE = "large"
    KIND = "kind"
    DAMAGED = "damaged"
    LOCKED = "locked"
    MANY = "many"


class AttachmentRejected(ForumError):
    """A file cannot be kept; nothing was."""

    def __init__(self, problem: AttachmentProblem) -> None:
        self.problem = problem
        super().__init__(f"The file cannot be kept ({problem}); nothing was. Choose another one.")


@dataclass(frozen=True, slots=True)
class CleanFile:
    """A file as it is kept."""

    media: str
    content: bytes


def cleaned(content: bytes) -> CleanFile:
    """Return a file without anything hidden, whatever it was called; raises AttachmentRejected."""
    if not content:
        raise AttachmentRejected(AttachmentProblem.EMPTY)
    if len(content) > MOST_BYTES:
        raise AttachmentRejected(AttachmentProblem.LARGE)
    kind = _kind(content)
    with _drawing:
        clean = _clean_pdf(content) if kind == "PDF" else _clean_image(content, kind)
    if len(clean) > MOST_BYTES:
        raise AttachmentRejected(AttachmentProblem.LARGE)
    return CleanFile(_MEDIA[kind], clean)


def _kind(content: bytes) -> str:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    for start, kind in _STARTS.items():
        if content.startswith(start):
            return kind
    raise AttachmentRejected(AttachmentProblem.KIND)


def _clean_image(content: bytes, kind: str) -> bytes:
    try:
        with warnings.catch_warnings(), Image.open(BytesIO(content), formats=[kind]) as image:
            warnings.simplefilter("ignore")  # of odd metadata, which is thrown away
            if image.width * image.height > _MOST_PIXELS[kind]:
                raise AttachmentRejected(AttachmentProblem.LARGE)
            image.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
            upright = ImageOps.exif_transpose(image)
            upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
            drawn = upright.convert("RGBA" if kind != "JPEG" and upright.has_transparency_data else "RGB")
    except Image.DecompressionBombError:
        raise AttachmentRejected(AttachmentProblem.LARGE) from None
    except (OSError, SyntaxError, ValueError, MemoryError, EOFError):
        raise AttachmentRejected(AttachmentProblem.DAMAGED) from None
    # The pixels alone go on: neither EXIF, nor a colour profile, nor text chunks, nor further frames.
    bare = Image.frombytes(drawn.mode, drawn.size, drawn.tobytes())
    out = BytesIO()
    bare.save(out, kind, quality=88) if kind != "PNG" else bare.save(out, kind)
    return out.getvalue()


def _clean_pdf(content: bytes) -> bytes:
    try:
        with pikepdf.open(BytesIO(content)) as pdf, pikepdf.new() as fresh:
            if pdf.is_encrypted:
                raise AttachmentRejected(AttachmentProblem.LOCKED)
            if not 0 < len(pdf.pages) <= MOST_PAGES:
                raise AttachmentRejected(AttachmentProblem.LARGE if len(pdf.pages) else AttachmentProblem.DAMAGED)
            if "/AcroForm" in pdf.Root:
                pdf.generate_appearance_streams()
            pdf.flatten_annotations("all")
            for page in pdf.pages:
                _without(page.obj, _ON_PAGES)
            fresh.pages.extend(pdf.pages)
            for each in fresh.objects:
                _strip(each)
            out = BytesIO()
            fresh.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    except pikepdf.PasswordError:
        raise AttachmentRejected(AttachmentProblem.LOCKED) from None
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, RecursionError, MemoryError):
        raise AttachmentRejected(AttachmentProblem.DAMAGED) from None
    return out.getvalue()


def _strip(each: Any) -> None:
    # Names of fonts and pictures are keys, too, in dictionaries that have no type.
    if isinstance(each, pikepdf.Stream) or (isinstance(each, pikepdf.Dictionary) and "/Type" in each):
        _without(each, _IN_OBJECTS)
    if isinstance(each, pikepdf.Stream) and each.get("/Filter") == pikepdf.Name("/DCTDecode"):
        each.write(_without_camera(each.read_raw_bytes()), filter=pikepdf.Name("/DCTDecode"))


def _without(each: Any, names: tuple[str, ...]) -> None:
    for name in names:
        if name in each:
            del each[name]


def _without_camera(jpeg: bytes) -> bytes:
    """Return a JPEG without comments and the application's segments but JFIF's and Adobe's, which say how to decode."""
    if not jpeg.startswith(b"\xff\xd8"):
        return jpeg
    kept, at = [b"\xff\xd8"], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if not (0xE1 <= jpeg[at + 1] <= 0xEF or jpeg[at + 1] == 0xFE) or jpeg[at + 1] == 0xEE:
            kept.append(jpeg[at:end])
        at = end
    return b"".join((*kept, jpeg[at:]))
