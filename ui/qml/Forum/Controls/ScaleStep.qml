// One step of a scale.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Pressable {
    id: root

    required property int step
    required property bool chosen

    text: root.step
    implicitWidth: Theme.touchMinimum
    implicitHeight: Theme.cardHeight
    padding: 0
    radius: Theme.radiusLarge

    Accessible.role: Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: root.chosen

    background: Rectangle {
        radius: root.radius
        color: root.chosen ? Theme.primary : root.down ? Theme.surfacePressed : Theme.surface
        border.width: root.chosen ? Theme.lineThick : Theme.hairline
        border.color: root.chosen ? Theme.primary : Theme.outlineStrong
    }

    contentItem: ForumText {
        text: root.text
        strong: root.chosen
        color: root.chosen ? Theme.textOnPrimary : Theme.text
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
}
