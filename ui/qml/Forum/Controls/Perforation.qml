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

    // As many dashes as the widest slip needs; how many must never follow a width that still changes while they are made.
    Row {
        x: root.height
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.unit

        Repeater {
            model: 150

            Rectangle {
                width: Theme.unit
                height: Theme.hairline
                color: Theme.outline
            }
        }
    }

    Notch {
        x: -width / 2
    }

    Notch {
        x: root.width - width / 2
    }

    component Notch: Rectangle {
        width: root.height
        height: root.height
        radius: height / 2
        color: root.paper
        border.width: Theme.hairline
        border.color: root.edge
    }
}
