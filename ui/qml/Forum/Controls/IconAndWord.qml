// An icon and a word in a row, centred, as buttons show them.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    required property string text
    required property string iconName
    required property color color
    property bool iconAfter: false
    property bool strong: false
    property string role: "body"
    readonly property real iconSpace: !icon.visible ? 0 : icon.size + (root.text === "" ? 0 : Theme.unit * 1.5)

    implicitWidth: label.implicitWidth + root.iconSpace
    implicitHeight: Math.max(label.implicitHeight, icon.visible ? icon.size : 0)

    Item {
        anchors.centerIn: parent
        width: Math.min(root.width, Math.ceil(label.contentWidth) + root.iconSpace)
        height: parent.height

        ForumIcon {
            id: icon

            name: root.iconName
            color: root.color
            size: Math.round(Theme.textSize(root.role) * 1.25)
            x: root.iconAfter ? parent.width - icon.size : 0
            anchors.verticalCenter: parent.verticalCenter
        }

        ForumText {
            id: label

            text: root.text
            role: root.role
            strong: root.strong
            color: root.color
            x: root.iconAfter ? 0 : root.iconSpace
            width: root.width - root.iconSpace
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
