// A remark beside the task: an icon, a sentence, and a colour that only repeats them.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Rectangle {
    id: root

    required property string text
    /** info, success, warning or live. */
    property string kind: "info"
    readonly property color ink: root.kind === "warning" ? Theme.danger : root.kind === "success" ? Theme.success : root.kind === "live" ? Theme.live : Theme.info

    implicitWidth: Theme.readableWidth
    implicitHeight: Math.max(label.implicitHeight, icon.height) + Theme.unit * 3
    radius: Theme.radius
    color: root.kind === "warning" ? Theme.dangerSurface : root.kind === "success" ? Theme.successSurface : root.kind === "live" ? Theme.liveSurface : Theme.infoSurface
    Accessible.role: root.kind === "warning" ? Accessible.AlertMessage : Accessible.StaticText
    Accessible.name: root.text

    Rectangle {
        width: Theme.lineThick
        height: parent.height - 2 * parent.radius
        anchors.verticalCenter: parent.verticalCenter
        color: root.ink
    }

    ForumIcon {
        id: icon

        x: Theme.unit * 2
        anchors.verticalCenter: parent.verticalCenter
        name: root.kind === "warning" ? "warning" : root.kind === "success" ? "check-circle" : "info"
        color: root.ink
    }

    ForumText {
        id: label

        x: icon.x + icon.width + Theme.unit * 1.5
        width: root.width - x - Theme.unit * 2
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        role: "supporting"
        color: Theme.text
        Accessible.ignored: true
    }
}
