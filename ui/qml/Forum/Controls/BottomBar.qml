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

    readonly property bool stacked: Theme.portrait

    implicitWidth: Theme.windowWidth
    implicitHeight: (root.stacked && next.visible ? next.implicitHeight + Theme.unit : 0) + (root.stacked ? (backButton.visible ? backButton.implicitHeight : 0) : Math.max(next.implicitHeight, backButton.implicitHeight)) + Theme.gap * 2

    PrimaryButton {
        id: next
        objectName: "primary"

        visible: root.primaryWord !== ""
        enabled: root.primaryEnabled
        text: root.primaryWord
        iconName: root.primaryIcon
        iconAfter: root.primaryIconAfter
        x: root.stacked ? Theme.margin : backButton.x + backButton.width + Theme.gapLarge
        y: Theme.gap
        width: root.width - Theme.margin - x
        onActivated: root.primary()
    }

    PlainButton {
        id: backButton
        objectName: "back"

        visible: root.backVisible
        text: root.backWord
        iconName: "back"
        x: Theme.margin
        y: root.stacked ? (next.visible ? next.y + next.height + Theme.unit : Theme.gap) : Theme.gap + (next.implicitHeight - implicitHeight) / 2
        onActivated: root.back()
    }
}
