"""The least a Qt Quick kiosk could be: a text field and the Hangul keyboard; prints first frame and memory."""

import json
import os
import sys

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

from ui.process import milliseconds_since_start, proportional_set_size

PAGE = b"""
import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Settings
Window {
    width: 1080; height: 1920; visible: true
    Text { text: "\xec\x97\xb4\xeb\xa6\xb0\xed\x8f\xac\xeb\x9f\xbc"; font.pixelSize: 60 }
    TextInput { y: 200; width: 400; height: 60; focus: true }
    InputPanel { y: 1000; width: 1080; Component.onCompleted: VirtualKeyboardSettings.locale = "ko_KR" }
}
"""


def main() -> None:
    """Show the page, print the figures as a line of JSON, and end."""
    os.environ["QT_IM_MODULE"] = "qtvirtualkeyboard"
    os.environ["QT_LOGGING_RULES"] = "qt.qml.propertyCache.append=false;qt.multimedia.symbolsresolver=false"
    application = QGuiApplication(sys.argv)
    engine = QQmlApplicationEngine()
    engine.loadData(QByteArray(PAGE))
    window = engine.rootObjects()[0]

    def shown() -> None:
        figures = {"first_frame_ms": round(milliseconds_since_start()), "pss_kb": proportional_set_size()}
        sys.stdout.write(json.dumps(figures) + "\n")
        sys.stdout.flush()
        os._exit(0)

    window.frameSwapped.connect(shown)  # type: ignore[attr-defined]
    application.exec()


if __name__ == "__main__":
    main()
