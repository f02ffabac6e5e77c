// The on-screen keyboard: four languages, nothing remembered.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.VirtualKeyboard
import QtQuick.VirtualKeyboard.Core
import QtQuick.VirtualKeyboard.Settings
import Forum

Item {
    id: root

    property string locale: "ko_KR"
    /** Somebody is here and may write. */
    property bool wanted: true
    readonly property bool offersWords: root.locale === "ja_JP" || root.locale === "zh_CN"

    // Where words are chosen, their place is always kept: nothing moves under the finger when the first is offered.
    implicitHeight: panel.keyboard.height + (root.offersWords ? panel.keyboard.wordCandidateView.height : 0)

    InputPanel {
        id: panel

        objectName: "keyboard"
        width: root.width
        anchors.bottom: root.bottom
    }

    // A word beyond the edge is not made ahead of being seen: Qt complains where its list is gone before it is there.
    Binding {
        target: panel.keyboard.wordCandidateView
        property: "cacheBuffer"
        value: 0
    }

    // Fingers need no key that puts the keyboard away: the way on is “next”. The keypad's arrows need one to leave it.
    Binding {
        target: VirtualKeyboardSettings
        property: "visibleFunctionKeys"
        value: Theme.byKeys ? QtVirtualKeyboard.KeyboardFunctionKeys.Language | QtVirtualKeyboard.KeyboardFunctionKeys.Hide : QtVirtualKeyboard.KeyboardFunctionKeys.Language
    }

    // Whoever comes next finds the keys of their language, whichever were chosen last.
    onWantedChanged: if (!root.wanted) panel.keyboard.localeIndex = panel.keyboard.defaultLocaleIndex

    Component.onCompleted: VirtualKeyboardSettings.arrowKeyNavigationEnabled = true

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
