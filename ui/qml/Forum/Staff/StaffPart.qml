// One part of a staff page: a title and what stands under it.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Rectangle {
    id: root

    required property string title
    default property alias content: lines.data
    /** Two parts stand side by side where the page is wide enough. */
    property bool half: false
    readonly property real room: parent ? (parent as Item).width : 0

    width: root.half && root.room >= Theme.supportingSize * 36 ? Math.floor((root.room - Theme.gap) / 2) : root.room
    implicitHeight: lines.y + lines.implicitHeight + Theme.unit * 2
    radius: Theme.radius
    color: Theme.surface
    border.width: Theme.hairline
    border.color: Theme.outline

    ForumText {
        id: name

        x: Theme.unit * 2
        y: Theme.unit * 1.5
        width: root.width - 4 * Theme.unit
        text: root.title
        role: "supporting"
        strong: true
        color: Theme.text
    }

    Column {
        id: lines

        x: Theme.unit * 2
        y: root.title === "" ? Theme.unit * 2 : name.y + name.implicitHeight + Theme.unit
        width: root.width - 4 * Theme.unit
        spacing: Theme.unit
    }
}
