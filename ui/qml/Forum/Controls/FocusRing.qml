// The visible keyboard focus: a dark line around its parent, with a light gap that keeps it visible on any colour.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Rectangle {
    id: root

    anchors.fill: parent
    anchors.margins: -Theme.lineThick * 2
    color: "transparent"
    border.color: Theme.focus
    border.width: Theme.lineThick

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.lineThick
        radius: Math.max(0, root.radius - Theme.lineThick)
        color: "transparent"
        border.color: Theme.focusGap
        border.width: Theme.lineThick
    }
}
