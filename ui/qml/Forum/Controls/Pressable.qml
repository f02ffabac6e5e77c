// What every control that can be pressed shares: one activation a touch, a guard against double taps, keys and focus.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Forum

T.AbstractButton {
    id: root

    /** Emitted once for each deliberate press, by touch, mouse or key; use this and not clicked. */
    signal activated

    property real radius: Theme.radius
    property int guard: Theme.repeatGuard
    /** A second press would be ignored now. */
    readonly property alias guarded: repeat.running

    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, Theme.touchMinimum)
    implicitHeight: Math.max(implicitContentHeight + topPadding + bottomPadding, Theme.touchMinimum)
    padding: Theme.unit
    // Not by touch: a text that loses the focus puts the keyboard away, and the button would move from under the finger.
    focusPolicy: Qt.TabFocus
    activeFocusOnTab: true
    font.family: Theme.fontFamily
    font.pixelSize: Theme.bodySize

    Accessible.role: Accessible.Button
    Accessible.name: root.text
    Accessible.onPressAction: root.clicked()

    onClicked: if (!repeat.running) { repeat.start(); root.activated(); }

    Keys.onReturnPressed: event => event.isAutoRepeat ? undefined : root.clicked()
    Keys.onEnterPressed: event => event.isAutoRepeat ? undefined : root.clicked()
    Keys.onDownPressed: root.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onUpPressed: root.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Keys.onRightPressed: root.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
    Keys.onLeftPressed: root.nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
    Timer {
        id: repeat

        interval: root.guard
    }

    // Only while it is seen, as with every part below that most controls never show.
    Loader {
        active: root.activeFocus && Theme.byKeys
        anchors.fill: parent
        z: 10
        sourceComponent: FocusRing {
            radius: root.radius
        }
    }
}
