// The bottom of a screen: back, always at the same place, and the one thing to do next.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    required property string backWord
    /** Empty where the screen has no primary action (an answer's touch is the action). */
    required property string primaryWord
    property string primaryIcon: ""
    property bool primaryIconAfter: false
    property bool primaryEnabled: true
    property bool backVisible: true
    signal back
    signal primary

    /** The next step above the way back: also on a wide screen whose words are too long to stand side by side. */
    readonly property bool stacked: Theme.portrait || backButton.visible && next.implicitWidth + backButton.implicitWidth + Theme.gapLarge > root.width - 2 * Theme.margin

    readonly property real air: Theme.scarce ? Theme.unit : Theme.gap

    implicitWidth: Theme.windowWidth
    implicitHeight: (root.stacked && next.visible ? next.implicitHeight + Theme.unit : 0) + (root.stacked ? (backButton.visible ? backButton.implicitHeight : 0) : Math.max(next.implicitHeight, backButton.implicitHeight)) + root.air * 2

    // The keypad's key of that name.
    Shortcut {
        sequence: "Back"
        enabled: root.visible && root.enabled && root.backVisible
        onActivated: root.back()
    }

    PrimaryButton {
        id: next
        objectName: "primary"

        visible: root.primaryWord !== ""
        enabled: root.primaryEnabled
        text: root.primaryWord
        iconName: root.primaryIcon
        iconAfter: root.primaryIconAfter
        x: root.stacked ? Theme.margin : backButton.x + backButton.width + Theme.gapLarge
        y: root.air
        width: root.width - Theme.margin - x
        onActivated: root.primary()
    }

    PlainButton {
        id: backButton
        objectName: "back"

        visible: root.backVisible
        text: root.backWord
        iconName: "back"
        width: Math.min(implicitWidth, root.width - 2 * Theme.margin)
        x: Theme.margin
        y: root.stacked ? (next.visible ? next.y + next.height + Theme.unit : root.air) : root.air + (next.implicitHeight - implicitHeight) / 2
        onActivated: root.back()
    }
}
