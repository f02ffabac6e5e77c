// One line of a result: its label, a bar, the share and the count; the visitor's own answer is marked.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    required property string label
    /** From 0 to 1. */
    required property real share
    /** Such as "12명". */
    required property string countText
    property bool own: false
    property string ownWord: ""
    /** Fewer than ten people: the share is not shown. */
    property bool hidden: false
    property string hiddenText: ""

    readonly property bool stacked: root.width < Theme.narrow

    implicitWidth: Theme.readableWidth
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: [root.label, root.own ? root.ownWord : "", root.hidden ? root.hiddenText : Math.round(root.share * 100) + "%", root.hidden ? "" : root.countText].filter(word => word !== "").join(", ")

    Column {
        id: column

        width: parent.width
        spacing: Theme.unit * 0.5

        Item {
            width: parent.width
            height: root.stacked ? name.implicitHeight + figures.implicitHeight : Math.max(name.implicitHeight, figures.implicitHeight)

            ForumIcon {
                id: mark

                name: root.own ? "check-circle" : ""
                color: Theme.primary
                anchors.verticalCenter: name.verticalCenter
            }

            ForumText {
                id: name

                x: root.own ? mark.width + Theme.unit : 0
                width: parent.width - x - (root.stacked ? 0 : figures.width + Theme.gap)
                y: root.stacked ? 0 : (parent.height - implicitHeight) / 2
                text: root.own && root.ownWord !== "" ? root.label + " · " + root.ownWord : root.label
                strong: root.own
                Accessible.ignored: true
            }

            Row {
                id: figures

                anchors.right: parent.right
                y: root.stacked ? parent.height - height : (parent.height - height) / 2
                spacing: Theme.unit

                ForumText {
                    visible: !root.hidden
                    text: Math.round(root.share * 100) + "%"
                    strong: true
                    color: root.own ? Theme.primary : Theme.text
                    Accessible.ignored: true
                }

                ForumText {
                    anchors.verticalCenter: parent.verticalCenter
                    text: root.hidden ? root.hiddenText : root.countText
                    role: "supporting"
                    Accessible.ignored: true
                }
            }
        }

        Rectangle {
            id: track

            width: parent.width
            height: Math.round(Theme.bodySize * 0.7)
            radius: Theme.radiusSmall
            color: Theme.barTrack
            border.width: Theme.hairline
            border.color: Theme.outline

            Rectangle {
                visible: !root.hidden && root.share > 0
                width: Math.max(track.radius * 2, track.width * Math.min(1, root.share))
                height: track.height
                radius: track.radius
                color: root.own ? Theme.barOwn : Theme.barOther
            }
        }
    }
}
