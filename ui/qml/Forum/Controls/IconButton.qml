// An icon with its word under it.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Pressable {
    id: root

    required property string iconName
    property color ink: Theme.text

    padding: Theme.unit
    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.surfacePressed : "transparent"
    }

    contentItem: Item {
        implicitWidth: Math.max(icon.size, label.implicitWidth)
        implicitHeight: icon.size + label.implicitHeight

        ForumIcon {
            id: icon

            name: root.iconName
            color: root.enabled ? root.ink : Theme.textDisabled
            size: Theme.icon
            anchors.horizontalCenter: parent.horizontalCenter
        }

        ForumText {
            id: label

            anchors.top: icon.bottom
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.text
            role: "supporting"
            color: root.enabled ? root.ink : Theme.textDisabled
            Accessible.ignored: true
        }
    }
}
