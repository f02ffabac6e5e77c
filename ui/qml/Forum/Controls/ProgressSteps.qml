// How far along: "2 / 5" with a thin bar.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    required property int step
    required property int count

    implicitWidth: Theme.cardHeight * 6
    implicitHeight: label.implicitHeight
    Accessible.role: Accessible.ProgressBar
    Accessible.name: root.step + " / " + root.count

    Rectangle {
        id: track

        anchors.verticalCenter: parent.verticalCenter
        anchors.left: parent.left
        anchors.right: label.left
        anchors.rightMargin: Theme.gap
        height: Theme.unit
        radius: height / 2
        color: Theme.barTrack
        border.width: Theme.hairline
        border.color: Theme.outline

        Rectangle {
            width: track.width * Math.min(1, root.step / Math.max(1, root.count))
            height: track.height
            radius: track.radius
            color: Theme.primary

            Behavior on width {
                NumberAnimation {
                    duration: Theme.duration
                    easing.type: Easing.OutCubic
                }
            }
        }
    }

    ForumText {
        id: label

        anchors.right: parent.right
        text: root.step + " / " + root.count
        role: "supporting"
        strong: true
        Accessible.ignored: true
    }
}
