// A topic to choose, or, where it cannot be pressed, a label of one.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Pressable {
    id: root

    property bool selected: false
    property string iconName: ""

    leftPadding: Theme.unit * 2.5
    rightPadding: Theme.unit * 2.5
    radius: height / 2
    Accessible.checkable: true
    Accessible.checked: root.selected

    background: Rectangle {
        radius: root.radius
        color: root.selected ? Theme.primary : root.down ? Theme.surfacePressed : Theme.surface
        border.width: Theme.hairline
        border.color: root.selected ? Theme.primary : Theme.outlineStrong
    }

    contentItem: IconAndWord {
        text: root.text
        iconName: root.selected ? "check" : root.iconName
        role: "supporting"
        strong: root.selected
        color: root.selected ? Theme.textOnPrimary : Theme.text
    }
}
