// Says that something is going on now: a dot and a word on a small plate.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Rectangle {
    id: root

    required property string text

    implicitWidth: label.implicitWidth + dot.width + Theme.unit * 3.25
    implicitHeight: Math.round(label.implicitHeight * 0.95)
    radius: height / 2
    color: Theme.liveSurface
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    Rectangle {
        id: dot

        x: Theme.unit * 1.25
        width: Math.round(Theme.supportingSize * 0.36)
        height: width
        radius: width / 2
        anchors.verticalCenter: parent.verticalCenter
        color: Theme.live
    }

    ForumText {
        id: label

        x: dot.x + dot.width + Theme.unit * 0.75
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        role: "supporting"
        strong: true
        color: Theme.live
        Accessible.ignored: true
    }
}
