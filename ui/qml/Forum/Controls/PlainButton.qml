// A quiet button without an edge, such as "back".
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Pressable {
    id: root

    property string iconName: ""
    property bool iconAfter: false
    property string role: "body"
    property color ink: Theme.text

    implicitHeight: Math.max(Theme.touchMinimum, implicitContentHeight + topPadding + bottomPadding)
    topPadding: 0
    bottomPadding: 0
    leftPadding: Theme.unit * 2
    rightPadding: Theme.unit * 2

    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.surfacePressed : "transparent"
    }

    contentItem: IconAndWord {
        text: root.text
        iconName: root.iconName
        iconAfter: root.iconAfter
        role: root.role
        color: root.enabled ? root.ink : Theme.textDisabled
    }
}
