"""QR codes as pictures: one pixel a module, so that any enlargement stays crisp."""

from functools import lru_cache
from urllib.parse import quote, unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

PROVIDER = "qr"
_MASK = 0


def qr_source(text: str) -> str:
    """Return the address of a code's picture for QML."""
    return f"image://{PROVIDER}/{quote(text, safe='')}"


@lru_cache(maxsize=2)
def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a code, dark is true, without a quiet zone; error level M (15 % may be unreadable)."""
    import qrcode  # half a screen of modules, only wanted at the first receipt

    # Finding the best of the eight masks takes half a second for a long link. What our links carry is encrypted or
    # signed, as good as random under every mask, so one serves as well as another.
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=0, mask_pattern=_MASK)
    code.add_data(text)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def module_count(text: str) -> int:
    """Return how many modules a code has across."""
    return len(modules(text))


def qr_image(text: str) -> QImage:
    """Draw a code with one pixel a module."""
    rows = modules(text)
    pixels = b"".join(bytes(0 if dark else 255 for dark in row) for row in rows)
    picture = QImage(pixels, len(rows), len(rows), len(rows), QImage.Format.Format_Grayscale8)
    return picture.convertToFormat(QImage.Format.Format_RGB32)


class QrPictures(QQuickImageProvider):
    """Draws the codes that QML asks for by `qr_source`."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requested_size: QSize) -> QImage:  # noqa: N802 (Qt's)
        """Return the picture of one code."""
        picture = qr_image(unquote(id))
        size.setWidth(picture.width())
        size.setHeight(picture.height())
        return picture
