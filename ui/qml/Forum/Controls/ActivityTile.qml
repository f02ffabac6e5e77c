// One activity on the home screen: what it is, how long it takes, and whether it is open.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Pressable {
    id: root

    required property string iconName
    required property string kindLabel
    required property string minutesLabel
    /** A closed activity says so and cannot be started. */
    property bool closed: false
    property string closedLabel: ""
    property bool live: false
    property string liveLabel: ""
    property string detail: ""

    enabled: !root.closed
    implicitHeight: Math.max(Theme.cardHeight * 1.6, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.padding
    radius: Theme.radiusLarge
    Accessible.name: [root.kindLabel, root.text, root.closed ? root.closedLabel : root.minutesLabel].filter(word => word !== "").join(", ")

    background: Rectangle {
        radius: root.radius
        color: root.closed ? Theme.surfaceDisabled : root.down ? Theme.surfacePressed : Theme.surface
        border.width: Theme.hairline
        border.color: root.closed ? Theme.outline : Theme.outlineStrong
    }

    contentItem: Item {
        id: content

        implicitWidth: badge.width + Theme.padding + words.implicitWidth
        implicitHeight: Math.max(badge.height, words.implicitHeight)

        Rectangle {
            id: badge

            width: Math.round(Theme.iconLarge * 1.5)
            height: width
            radius: Theme.radiusLarge
            color: root.closed ? Theme.surfaceDisabled : Theme.selectedSurface
            anchors.verticalCenter: parent.verticalCenter

            ForumIcon {
                anchors.centerIn: parent
                name: root.iconName
                size: Theme.iconLarge
                color: root.closed ? Theme.textDisabled : Theme.primary
            }
        }

        Column {
            id: words

            x: badge.width + Theme.padding
            width: content.width - x - arrow.width
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.unit * 0.5

            Row {
                spacing: Theme.gap

                ForumText {
                    text: root.kindLabel
                    role: "supporting"
                    color: root.closed ? Theme.textDisabled : Theme.primary
                    strong: true
                    Accessible.ignored: true
                }

                ForumText {
                    visible: root.live && !root.closed
                    text: root.liveLabel
                    role: "supporting"
                    strong: true
                    color: Theme.live
                    Accessible.ignored: true
                }
            }

            ForumText {
                width: parent.width
                text: root.text
                strong: true
                color: root.closed ? Theme.textDisabled : Theme.text
                Accessible.ignored: true
            }

            ForumText {
                width: parent.width
                visible: root.detail !== ""
                text: root.detail
                role: "supporting"
                Accessible.ignored: true
            }

            Row {
                spacing: Theme.unit

                ForumIcon {
                    name: root.closed ? "closed" : "clock"
                    size: Theme.iconSmall
                    color: Theme.textSupporting
                    anchors.verticalCenter: parent.verticalCenter
                }

                ForumText {
                    text: root.closed ? root.closedLabel : root.minutesLabel
                    role: "supporting"
                    Accessible.ignored: true
                }
            }
        }

        ForumIcon {
            id: arrow

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: root.closed ? "" : "next"
            color: Theme.textSupporting
        }
    }
}
