// A value, and two keys that make it less and more.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Flow {
    id: root

    required property string name
    required property string value
    required property string lessWord
    required property string moreWord
    /** The room that a value has at least: keys of steppers below one another stand in line. */
    property real valueWidth: 0
    property bool canLess: true
    property bool canMore: true
    signal less
    signal more

    spacing: Theme.unit

    ForumText {
        width: Math.min(Math.max(implicitWidth + Theme.unit, root.valueWidth), root.width)
        height: Math.max(implicitHeight, fewer.height)
        verticalAlignment: Text.AlignVCenter
        text: root.value
        strong: true
        color: Theme.text
    }

    SecondaryButton {
        id: fewer

        objectName: root.name + ".less"
        width: Math.min(implicitWidth, root.width)
        enabled: root.canLess
        guard: Theme.keyGuard
        text: root.lessWord
        iconName: "minus"
        onActivated: root.less()
    }

    SecondaryButton {
        objectName: root.name + ".more"
        width: Math.min(implicitWidth, root.width)
        enabled: root.canMore
        guard: Theme.keyGuard
        text: root.moreWord
        iconName: "plus"
        onActivated: root.more()
    }
}
