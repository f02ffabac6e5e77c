"""Reading a QR code off a picture with zxing-cpp, which had no part in drawing it, as a poor phone would see it."""

from pathlib import Path

import zxingcpp
from PIL import Image, ImageFilter


def read_codes(picture: Image.Image) -> list[str]:
    """Return the text of every code in a picture."""
    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    return [found.text for found in zxingcpp.read_barcodes(picture, formats=formats)]


def seen_badly(path: Path) -> dict[str, Image.Image]:
    """Return the picture as it is, blurred, turned by 10°, scaled to 40 %, and all of it at once."""
    clear = Image.open(path).convert("L")
    small = (round(clear.width * 0.4), round(clear.height * 0.4))

    def turned(picture: Image.Image) -> Image.Image:
        return picture.rotate(10, Image.Resampling.BICUBIC, expand=True, fillcolor=255)

    def blurred(picture: Image.Image) -> Image.Image:
        return picture.filter(ImageFilter.GaussianBlur(2))

    return {
        "clear": clear,
        "blurred": blurred(clear),
        "turned": turned(clear),
        "scaled": clear.resize(small, Image.Resampling.BILINEAR),
        "all at once": turned(blurred(clear)).resize(small, Image.Resampling.BILINEAR),
    }
