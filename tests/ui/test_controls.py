"""The controls and their theme: sizes, contrast, icons, one activation a touch."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QEventPoint, QFont, QFontMetricsF, QGuiApplication, QPointingDevice, QTouchEvent
from PySide6.QtQml import QQmlProperty
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

ROOT = Path(__file__).parents[2]
SCREENS = [(1080, 1920, 32.0), (1920, 1080, 24.0), (1024, 768, 15.0), (2160, 3840, 32.0)]

Show = Callable[..., QQuickItem]


def set_theme(view: QQuickView, values: dict[str, object]) -> QObject:
    """Writes properties of the view's own Theme and returns it."""
    theme = view.engine().singletonInstance("Forum", "Theme")
    assert isinstance(theme, QObject)
    for name, value in values.items():
        assert QQmlProperty(theme, name).write(value), name
    return theme


def on_screen(width: int, height: int, inches: float) -> dict[str, object]:
    """The Theme's properties for a screen of the given diagonal."""
    pixels_per_mm = float((width**2 + height**2) ** 0.5 / (inches * 25.4))
    return {"pixelsPerMm": pixels_per_mm, "windowWidth": width, "windowHeight": height}


@pytest.fixture
def view(qapp: QGuiApplication) -> Iterator[QQuickView]:
    """An empty window whose engine knows the controls."""
    window = QQuickView()
    window.engine().addImportPath(str(ROOT / "ui" / "qml"))
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))


@pytest.fixture
def show(view: QQuickView, tmp_path: Path, qtbot: QtBot) -> Show:
    """Shows a piece of QML in a window and returns its root."""

    def shown(body: str) -> QQuickItem:
        file = tmp_path / "Piece.qml"
        file.write_text(f"import QtQuick\nimport Forum\nimport Forum.Controls\n{body}\n", encoding="utf-8")
        view.setSource(QUrl.fromLocalFile(str(file)))
        view.show()
        qtbot.waitExposed(view)
        root = view.rootObject()
        assert isinstance(root, QQuickItem)
        return root

    return shown


BUTTON = """
PrimaryButton { property int times: 0; text: "제출하기"; width: 400; focus: true; onActivated: times += 1 }
"""


def centre(item: QQuickItem) -> QPointF:
    """The middle of an item in its window."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))


def test_second_touch_of_a_control_is_ignored_within_half_a_second(view: QQuickView, show: Show, qtbot: QtBot) -> None:
    button = show(BUTTON)
    place = centre(button).toPoint()
    for _ in range(3):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert button.property("times") == 1
    qtbot.waitUntil(lambda: not button.property("guarded"))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=place)
    assert button.property("times") == 2


def test_cancelled_touch_activates_nothing(view: QQuickView, show: Show) -> None:
    button = show(BUTTON)
    device = QTest.createTouchDevice()
    assert isinstance(device, QPointingDevice)
    QTest.touchEvent(view, device).press(0, centre(button).toPoint(), view).commit()
    assert button.property("down") is True
    point = QEventPoint(0, QEventPoint.State.Released, centre(button), centre(button))
    cancel = QTouchEvent(QEvent.Type.TouchCancel, device, Qt.KeyboardModifier.NoModifier, [point])
    QCoreApplication.sendEvent(view, cancel)
    assert button.property("down") is False
    assert button.property("times") == 0


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keypad_activates_the_focused_control(view: QQuickView, show: Show, key: Qt.Key) -> None:
    button = show(BUTTON)
    button.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    assert button.property("visualFocus") is True
    QTest.keyClick(view, key)
    assert button.property("times") == 1


def test_arrow_keys_move_the_focus_in_the_order_of_reading(view: QQuickView, show: Show) -> None:
    root = show("""
Column {
    PrimaryButton { objectName: "first"; text: "가"; width: 300 }
    SecondaryButton { objectName: "second"; text: "나"; width: 300 }
}""")
    first, second = root.findChild(QQuickItem, "first"), root.findChild(QQuickItem, "second")
    assert isinstance(first, QQuickItem)
    assert isinstance(second, QQuickItem)
    first.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert second.hasActiveFocus()
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert first.hasActiveFocus()


def test_text_panel_takes_no_more_than_its_limit_and_keeps_what_follows_the_cursor(
    view: QQuickView, show: Show
) -> None:
    panel = show("""
TextPanel {
    name: "의견"; most: 5; text: "12345"; width: 400
    Component.onCompleted: { area.forceActiveFocus(); area.cursorPosition = 2 }
}""")
    QTest.keyClick(view, Qt.Key.Key_9)
    assert panel.property("text") == "12345"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("외교 정책", "외\u2060교 정\u2060책"),
        ("2026년", "2026\u2060년"),
        ("기후·환경", "기\u2060후·환\u2060경"),
        ("peace talks", "peace talks"),
        ("旅券やパスポート", "旅券やパ\u2060ス\u2060ポ\u2060ー\u2060ト"),
    ],
)
def test_korean_words_and_those_of_katakana_are_never_broken_inside(show: Show, text: str, kept: str) -> None:
    root = show(f'Item {{ width: 10; height: 10; property string kept: Theme.keepWords("{text}") }}')
    assert root.property("kept") == kept


@pytest.mark.parametrize(
    "phrases",
    [
        "これから|1年、|韓国の|外交が|最も|力を|入れるべきことは|何でしょうか？",
        "どの|テーマについての|ご意見ですか？",
        "アンケート：|わたしと|外交",
        "お名前（任意）",
        "先ほどの|提出を|取り消しますか？",
    ],
)
def test_a_japanese_heading_breaks_only_after_a_phrase(show: Show, phrases: str) -> None:
    text = phrases.replace("|", "")
    root = show(f'Item {{ width: 10; height: 10; property string kept: Theme.keepPhrases("{text}") }}')
    assert root.property("kept") == "".join("\u2060".join(phrase) for phrase in phrases.split("|"))


def luminance(colour: QColor) -> float:
    """Relative luminance by WCAG 2.2."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio by WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


TEXT_ON = [
    ("text", "background"),
    ("text", "surface"),
    ("text", "surfaceRaised"),
    ("text", "selectedSurface"),
    ("text", "surfacePressed"),
    ("text", "infoSurface"),
    ("text", "dangerSurface"),
    ("text", "successSurface"),
    ("textSupporting", "background"),
    ("textSupporting", "surface"),
    ("textPlaceholder", "surface"),
    ("textDisabled", "surfaceDisabled"),
    ("primary", "surface"),
    ("primary", "background"),
    ("primary", "surfacePressed"),
    ("primaryDeep", "selectedSurface"),
    ("textOnPrimary", "primary"),
    ("textOnPrimary", "primaryPressed"),
    ("textOnPrimaryDisabled", "primaryDisabled"),
    ("textOnDeep", "deepSurface"),
    ("textOnDeep", "deepPressed"),
    ("textOnDeepSupporting", "deepSurface"),
    ("textOnInvite", "invite"),
    ("danger", "surface"),
    ("info", "infoSurface"),
    ("live", "liveSurface"),
    ("live", "surface"),
]
PARTS_ON = [
    ("outlineStrong", "surface"),
    ("outlineStrong", "background"),
    ("focus", "background"),
    ("focus", "surface"),
    ("barOwn", "barTrack"),
    ("barOther", "barTrack"),
    ("success", "successSurface"),
    ("danger", "dangerSurface"),
]


@pytest.mark.parametrize(("high", "text_least"), [(False, 4.5), (True, 7.0)])
def test_contrast_of_every_role_meets_the_notice(view: QQuickView, high: bool, text_least: float) -> None:
    theme = set_theme(view, {"highContrast": high})
    pairs = [(pair, text_least) for pair in TEXT_ON] + [(pair, 3.0) for pair in PARTS_ON]
    ratios = {pair: contrast(theme.property(pair[0]), theme.property(pair[1])) for pair, _ in pairs}
    assert {pair: round(ratios[pair], 2) for pair, least in pairs if ratios[pair] < least} == {}


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(("scale", "essential"), [(1.0, 7.25), (2.0, 12.0)])
@pytest.mark.parametrize("language", ["ko", "en", "ja", "zh"])
def test_ink_of_text_is_tall_enough(
    view: QQuickView, screen: tuple[int, int, float], scale: float, essential: float, language: str
) -> None:
    theme = set_theme(view, {**on_screen(*screen), "scale": scale, "language": language})
    font = QFont(theme.property("fontFamily"))
    least = {"questionSize": essential, "bodySize": essential, "supportingSize": essential, "captionSize": 4.8}
    for name, millimetres in least.items():
        font.setPixelSize(int(theme.property(name)))
        ink = QFontMetricsF(font).tightBoundingRect("H").height() / theme.property("pixelsPerMm")
        assert ink >= millimetres - 0.01, name


def test_every_icon_that_qml_names_exists() -> None:
    named: set[str] = set()
    for file in (ROOT / "ui" / "qml").rglob("*.qml"):
        for binding in re.findall(r"\b(?:iconName|primaryIcon|secondaryIcon): (.+)", file.read_text(encoding="utf-8")):
            named.update(re.findall(r'"([a-z][a-z-]+)"', binding))
    stored = {file.stem for file in (ROOT / "assets" / "icons").glob("*.svg")}
    assert named
    assert named - stored - {"back"} == set()
    assert "back" in stored


def pressables(item: QQuickItem) -> Iterator[QQuickItem]:
    """Every visible control below an item that can be pressed."""
    for child in item.childItems():
        if child.isVisible():
            if child.metaObject().indexOfSignal("activated()") >= 0:
                yield child
            yield from pressables(child)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("screen", SCREENS)
def test_everything_that_can_be_pressed_is_large_enough_and_has_a_name(
    view: QQuickView, screen: tuple[int, int, float], scale: float
) -> None:
    theme = set_theme(view, {**on_screen(*screen), "scale": scale})
    view.setSource(QUrl.fromLocalFile(str(ROOT / "tests" / "ui" / "gallery" / "Gallery.qml")))
    root = view.rootObject()
    per_mm = theme.property("pixelsPerMm")
    seen = 0
    for page in range(int(root.property("pages"))):
        root.setProperty("page", page)
        for control in pressables(root):
            seen += 1
            width, height = control.width() / per_mm, control.height() / per_mm
            assert min(width, height) >= 12, (page, control.property("text"), width, height)
            assert width * height >= 150, (page, control.property("text"))
            assert control.property("text") != "" or not control.isEnabled(), page
    assert seen > 60
