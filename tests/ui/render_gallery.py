"""Draws the pages of the gallery to PNG files on Qt's software renderer."""

import argparse
import os
import re
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

import qrcode
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickItem, QQuickView

ROOT = Path(__file__).resolve().parents[2]


def pixels_per_mm(width: int, height: int, inches: float) -> float:
    """Pixels per millimetre of a screen with the given diagonal."""
    return float((width**2 + height**2) ** 0.5 / (inches * 25.4))


def settle(milliseconds: int) -> None:
    """Lets animations and layouts run for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> int:
    """Renders the asked pages and prints each file's name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--screen", default="1080x1920@32in", help="pixels and diagonal, such as 1024x768@15in")
    parser.add_argument("--language", default="ko", choices=["ko", "en", "ja", "zh"])
    parser.add_argument("--high-contrast", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--pages", default="", help="numbers, separated by commas; all without it")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "gallery")
    options = parser.parse_args()
    match = re.fullmatch(r"(\d+)x(\d+)@([\d.]+)in", options.screen)
    if match is None:
        parser.error("--screen is written like 1080x1920@32in")
    width, height, inches = int(match[1]), int(match[2]), float(match[3])
    options.out.mkdir(parents=True, exist_ok=True)

    app = QGuiApplication(sys.argv[:1])  # noqa: F841
    view = QQuickView()
    view.engine().addImportPath(str(ROOT / "ui" / "qml"))
    theme = view.engine().singletonInstance("Forum", "Theme")
    assert isinstance(theme, QObject)
    settings: dict[str, object] = {
        "pixelsPerMm": pixels_per_mm(width, height, inches),
        "windowWidth": width,
        "windowHeight": height,
        "scale": options.scale,
        "highContrast": options.high_contrast,
        "language": options.language,
    }
    for name, value in settings.items():
        QQmlProperty(theme, name).write(value)
    code = options.out / "code.png"
    qr = qrcode.QRCode(border=0)
    qr.add_data("https://forum.example.kr/r/" + "Ab3" * 40)
    with code.open("wb") as stream:
        qr.make_image().save(stream)
    view.setInitialProperties({"qr": QUrl.fromLocalFile(str(code)), "qrModules": qr.modules_count})
    view.setSource(QUrl.fromLocalFile(str(ROOT / "tests" / "ui" / "gallery" / "Gallery.qml")))
    view.resize(width, height)
    view.show()
    root = view.rootObject()
    pages = [int(page) for page in options.pages.split(",")] if options.pages else range(int(root.property("pages")))
    theme_name = "contrast" if options.high_contrast else "standard"
    for page in pages:
        root.setProperty("page", page)
        settle(450)
        focused = root.findChild(QQuickItem, "focused")
        if isinstance(focused, QQuickItem):
            focused.forceActiveFocus(Qt.FocusReason.TabFocusReason)
            settle(50)
        file = options.out / f"{options.language}-{theme_name}-{width}x{height}-{options.scale:g}-{page:02}.png"
        view.grabWindow().save(str(file))
        sys.stdout.write(f"{file}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
