// The line along which a slip would be torn: dashes between two notches.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    /** What lies under the slip. */
    required property color paper
    required property color edge

    implicitHeight: Theme.unit * 3
    clip: true
    Accessible.ignored: true

    Row {
        anchors.centerIn: parent
        spacing: Theme.unit

        Repeater {
            model: Math.max(0, Math.floor((root.width - root.height * 2) / (2 * Theme.unit)))

            Rectangle {
                width: Theme.unit
                height: Theme.hairline
                color: Theme.outline
            }
        }
    }

    Repeater {
        model: [0, root.width]

        Rectangle {
            required property real modelData

            x: modelData - width / 2
            width: root.height
            height: root.height
            radius: height / 2
            color: root.paper
            border.width: Theme.hairline
            border.color: root.edge
        }
    }
}
