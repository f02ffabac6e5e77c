// The hours of a day as columns: what finished in the full colour, what did not in outline above it.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Item {
    id: root

    required property QtObject hours
    readonly property real each: columns.count > 0 ? width / columns.count : 0
    readonly property real tall: Math.round(Theme.captionSize * 8)
    /** Every hour is named where there is room, else every second or third. */
    readonly property int step: Math.max(1, Math.ceil(Theme.captionSize * 3.2 / Math.max(1, root.each)))

    implicitHeight: root.tall + Theme.captionSize * 3.2

    Repeater {
        id: columns

        model: root.hours

        Item {
            id: column

            required property int index
            required property string label
            required property int finished
            required property int gone
            required property real finishedShare
            required property real goneShare

            x: column.index * root.each
            width: root.each
            height: root.height
            Accessible.role: Accessible.StaticText
            Accessible.name: column.label + ", " + (column.finished + column.gone)

            Rectangle {
                id: full

                x: Theme.hairline * 2
                y: count.height + root.tall - height
                width: column.width - 2 * x
                height: Math.round(root.tall * column.finishedShare)
                color: Theme.primary
            }

            Rectangle {
                x: full.x
                y: full.y - height
                width: full.width
                visible: column.gone > 0
                height: Math.round(root.tall * column.goneShare)
                color: Theme.surface
                border.width: Theme.line
                border.color: Theme.outlineStrong
            }

            ForumText {
                id: count

                x: (column.width - implicitWidth) / 2
                y: full.y - (column.gone > 0 ? Math.round(root.tall * column.goneShare) : 0) - height
                height: Math.round(Theme.captionSize * 1.5)
                visible: column.finished + column.gone > 0
                text: String(column.finished + column.gone)
                role: "caption"
                color: Theme.text
                Accessible.ignored: true
            }

            ForumText {
                // The first and the last stay within the chart.
                x: Math.max(-column.x, Math.min((column.width - implicitWidth) / 2, root.width - column.x - implicitWidth))
                y: count.height + root.tall
                visible: column.index % root.step === 0
                text: column.label
                role: "caption"
                Accessible.ignored: true
            }
        }
    }

    Rectangle {
        y: root.height - Theme.captionSize * 1.7
        width: root.width
        height: Theme.hairline
        color: Theme.outlineStrong
    }
}
