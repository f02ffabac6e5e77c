// Seconds that are left, as a number inside a ring of dots that go out.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    required property int seconds
    required property int total
    readonly property int dots: 45

    implicitWidth: Math.round(Math.min(Theme.questionSize * 4, Theme.windowHeight * 0.28))
    implicitHeight: implicitWidth
    Accessible.role: Accessible.StaticText
    Accessible.name: root.seconds

    Repeater {
        model: root.dots

        Rectangle {
            required property int index

            readonly property bool lit: index < root.dots * root.seconds / Math.max(1, root.total)
            readonly property real angle: -Math.PI / 2 + 2 * Math.PI * index / root.dots

            width: Math.round(root.width / 26)
            height: width
            radius: width / 2
            x: root.width / 2 + (root.width / 2 - width) * Math.cos(angle) - width / 2
            y: root.height / 2 + (root.height / 2 - width) * Math.sin(angle) - width / 2
            color: lit ? Theme.primary : Theme.outline
            antialiasing: true
        }
    }

    ForumText {
        anchors.centerIn: parent
        text: root.seconds
        role: "display"
        color: Theme.primaryDeep
        Accessible.ignored: true
    }
}
