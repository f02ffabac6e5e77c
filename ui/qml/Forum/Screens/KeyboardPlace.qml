// The place of the on-screen keyboard; the keyboard itself is made ready when the first visitor comes.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    /** The keyboard stands on this line. */
    required property real foot
    required property string locale
    /** How much of the screen the keyboard takes; 0 while it is away. */
    readonly property real space: panel.item !== null && InputMethod.visible ? root.height : 0
    /** Somebody is here and may write: the keyboard is made ready bit by bit. */
    required property bool wanted

    y: root.foot - (root.space > 0 ? root.height : 0)
    height: panel.item ? (panel.item as Item).height : 0
    visible: root.space > 0

    Loader {
        id: panel

        width: root.width
        active: root.wanted || item !== null
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

    Binding {
        target: panel.item
        property: "locale"
        value: root.locale
        when: panel.status === Loader.Ready
    }
}
