// The place of the on-screen keyboard; the keyboard itself is made ready when the first visitor comes.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    /** The keyboard stands on this line. */
    required property real foot
    required property string locale
    /** The language whose keys are laid out. */
    property string laid
    /** How much of the screen the keyboard takes; 0 while it is away. */
    readonly property real space: panel.item !== null && InputMethod.visible ? root.height : 0
    /** Somebody is here and may write: the keyboard is made ready bit by bit. */
    required property bool wanted
    /** Once begun it is finished, also when the visitor is gone at once: half a keyboard cannot be taken down. */
    property bool begun: false

    y: root.foot - (root.space > 0 ? root.height : 0)
    height: panel.item ? (panel.item as Item).height : 0
    visible: root.space > 0

    Loader {
        id: panel

        width: root.width
        active: root.begun
        asynchronous: true
        source: "Keyboard.qml"
    }

    // Half a keyboard cannot be taken down without complaints of Qt's own: it is finished first.
    Connections {
        target: root.Window.window
        function onClosing() {
            panel.asynchronous = false;
        }
    }

    Component.onCompleted: root.laid = root.locale
    // Laying out the keys of another language takes longer than a frame: they follow the words, and still later while
    // nobody writes. Never at once: they may be higher or lower, and `space` is where the room for them is reckoned.
    onLocaleChanged: later.restart()
    onWantedChanged: if (root.wanted) root.begun = true
    onSpaceChanged: if (root.space > 0 && root.laid !== root.locale) later.restart()

    Timer {
        id: later

        interval: root.space > 0 ? 50 : 2 * Theme.duration + 100
        onTriggered: root.laid = root.locale
    }

    Binding {
        target: panel.item
        property: "wanted"
        value: root.wanted
        when: panel.status === Loader.Ready
    }

    Binding {
        target: panel.item
        property: "locale"
        value: root.laid
        when: panel.status === Loader.Ready
    }
}
