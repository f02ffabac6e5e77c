// The mark of a choice: round for one of many, square for several, a number for a rank.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Rectangle {
    id: root

    required property bool selected
    property bool multiple: false
    property int rank: 0

    implicitWidth: Math.round(Theme.bodySize * 1.4)
    implicitHeight: implicitWidth
    radius: root.multiple && root.rank === 0 ? Theme.radiusSmall : width / 2
    color: root.selected || root.rank > 0 ? Theme.primary : Theme.surface
    border.width: Theme.line
    border.color: root.selected || root.rank > 0 ? Theme.primary : Theme.outlineStrong
    Accessible.ignored: true

    Loader {
        active: root.selected && root.rank === 0
        anchors.centerIn: parent
        sourceComponent: ForumIcon {
            name: "check"
            color: Theme.textOnPrimary
            size: root.width * 0.78
        }
    }

    Loader {
        active: root.rank > 0
        anchors.centerIn: parent
        sourceComponent: ForumText {
            text: root.rank
            strong: true
            color: Theme.textOnPrimary
            Accessible.ignored: true
        }
    }
}
