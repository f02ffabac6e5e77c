// The on-screen keyboard: four languages, nothing remembered.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Core
import QtQuick.VirtualKeyboard.Settings

InputPanel {
    id: root

    property string locale: "ko_KR"

    objectName: "keyboard"

    // No key hides the keyboard: a text is on the screen, and the way on is “next”.
    Component.onCompleted: VirtualKeyboardSettings.visibleFunctionKeys = QtVirtualKeyboard.KeyboardFunctionKeys.Language

    Binding {
        target: VirtualKeyboardSettings
        property: "activeLocales"
        value: root.locale === "en_GB" ? ["en_GB", "ko_KR"] : [root.locale, "en_GB"]
    }

    Binding {
        target: VirtualKeyboardSettings
        property: "locale"
        value: root.locale
    }
}
