// A scale from low to high, chosen by one tap; wraps onto two rows where the screen is narrow.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    required property int minimum
    required property int maximum
    /** The chosen number; NaN where nothing is chosen yet. */
    required property real value
    required property string lowWord
    required property string highWord
    signal chosen(step: int)

    readonly property int count: root.maximum - root.minimum + 1
    readonly property int columns: Math.min(root.count, Math.max(2, Math.floor((root.width + Theme.unit) / (Math.max(Theme.touchMinimum, Theme.bodySize * 1.9) + Theme.unit))))
    readonly property int perRow: Math.ceil(root.count / Math.ceil(root.count / root.columns))

    implicitWidth: root.count * (Theme.touchMinimum + Theme.unit)
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.Grouping

    Column {
        id: column

        width: parent.width
        spacing: Theme.gapSmall

        Grid {
            width: parent.width
            columns: root.perRow
            columnSpacing: Theme.unit
            rowSpacing: Theme.unit

            Repeater {
                model: root.count

                ScaleStep {
                    required property int index
                    objectName: "step." + step

                    step: root.minimum + index
                    chosen: root.value === step
                    width: (column.width - (root.perRow - 1) * Theme.unit) / root.perRow
                    onActivated: root.chosen(step)
                }
            }
        }

        Item {
            width: parent.width
            height: Math.max(low.implicitHeight, high.implicitHeight)

            ForumText {
                id: low

                width: parent.width * 0.48
                text: root.lowWord
                role: "supporting"
            }

            ForumText {
                id: high

                width: parent.width * 0.48
                anchors.right: parent.right
                text: root.highWord
                role: "supporting"
                horizontalAlignment: Text.AlignRight
            }
        }
    }
}
