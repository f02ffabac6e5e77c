// One bar, labelled directly: what finished in the full colour, what did not in outline, and both counts.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Item {
    id: root

    required property string label
    required property int finished
    required property int gone
    required property real finishedShare
    required property real goneShare
    readonly property string count: root.finished > 0 && root.gone > 0 ? root.finished + " + " + root.gone : String(root.finished + root.gone)
    readonly property real room: root.width - figures.width - Theme.unit

    implicitHeight: name.implicitHeight + Math.max(track.height, figures.implicitHeight)
    Accessible.role: Accessible.StaticText
    Accessible.name: root.label + ", " + root.count

    ForumText {
        id: name

        width: root.width
        text: root.label
        role: "caption"
        color: Theme.text
        Accessible.ignored: true
    }

    Item {
        id: track

        y: name.implicitHeight + (figures.implicitHeight - height) / 2
        width: root.room
        height: Math.round(Theme.captionSize * 0.8)

        Rectangle {
            id: full

            width: Math.round(root.room * root.finishedShare)
            height: parent.height
            radius: Theme.radiusSmall
            color: Theme.primary
        }

        Rectangle {
            x: full.width > 0 ? full.width + Theme.hairline : 0
            visible: root.gone > 0
            width: Math.max(height, Math.round(root.room * root.goneShare) - x + full.width)
            height: parent.height
            radius: Theme.radiusSmall
            color: Theme.surface
            border.width: Theme.line
            border.color: Theme.outlineStrong
        }
    }

    ForumText {
        id: figures

        x: root.width - width
        y: name.implicitHeight
        text: root.count
        role: "caption"
        strong: true
        color: Theme.text
        Accessible.ignored: true
    }
}
