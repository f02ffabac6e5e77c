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
    /** The one that is shown first: on a deep field, with the motif. */
    property bool featured: false

    readonly property bool stacked: root.availableWidth < Theme.narrow
    readonly property bool deep: root.featured && !root.closed
    readonly property color ink: root.closed ? Theme.textDisabled : root.deep ? Theme.textOnDeep : Theme.text
    readonly property color quietInk: root.deep ? Theme.textOnDeepSupporting : Theme.textSupporting
    readonly property color leadInk: root.closed ? Theme.textDisabled : root.deep ? Theme.textOnDeepSupporting : Theme.primary

    enabled: !root.closed
    implicitHeight: Math.max(Theme.cardHeight * 1.6, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.padding
    bottomPadding: root.deep ? Theme.padding * 2 + Theme.unit * 4 : Theme.padding
    radius: Theme.radiusLarge
    Accessible.name: [root.kindLabel, root.text, root.closed ? root.closedLabel : root.minutesLabel].filter(word => word !== "").join(", ")

    background: Rectangle {
        radius: root.radius
        color: root.closed ? Theme.surfaceDisabled : root.deep ? (root.down ? Theme.deepPressed : Theme.deepSurface) : root.down ? Theme.surfacePressed : Theme.surface
        border.width: Theme.hairline
        border.color: root.closed ? Theme.outline : root.deep ? Theme.deepSurface : Theme.outlineStrong

        Loader {
            active: root.deep
            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.padding
            height: Theme.unit * 4
            sourceComponent: MotifBand {
                color: Theme.motifOnDeep
            }
        }
    }

    contentItem: Item {
        id: content

        implicitWidth: badge.width + Theme.padding + words.implicitWidth
        implicitHeight: root.stacked ? badge.height + Theme.unit + words.implicitHeight : Math.max(badge.height, words.implicitHeight)

        Rectangle {
            id: badge

            width: Math.round(Theme.iconLarge * 1.5)
            height: width
            radius: Theme.radiusLarge
            color: root.closed ? Theme.surfaceDisabled : root.deep ? Theme.deepPressed : Theme.selectedSurface
            y: root.stacked ? 0 : (content.height - height) / 2

            ForumIcon {
                anchors.centerIn: parent
                name: root.iconName
                size: Theme.iconLarge
                color: root.closed ? Theme.textDisabled : root.deep ? Theme.textOnDeep : Theme.primary
            }
        }

        Column {
            id: words

            x: root.stacked ? 0 : badge.width + Theme.padding
            y: root.stacked ? content.height - implicitHeight : (content.height - implicitHeight) / 2
            width: content.width - x - (root.stacked ? 0 : arrow.width)
            spacing: Theme.unit * 0.5

            Flow {
                width: parent.width
                spacing: Theme.gap

                ForumText {
                    text: root.kindLabel
                    role: "supporting"
                    color: root.leadInk
                    strong: true
                    Accessible.ignored: true
                }

                Loader {
                    active: root.live && !root.closed
                    visible: active
                    sourceComponent: LiveMark {
                        text: root.liveLabel
                    }
                }
            }

            ForumText {
                width: parent.width
                text: root.text
                role: root.deep ? "question" : "body"
                strong: true
                color: root.ink
                Accessible.ignored: true
            }

            Row {
                spacing: Theme.unit

                ForumIcon {
                    name: root.closed ? "closed" : "clock"
                    size: Theme.iconSmall
                    color: root.quietInk
                    y: Math.round((Theme.supportingSize * Theme.lineHeight - size) / 2)
                }

                ForumText {
                    width: Math.min(implicitWidth, words.width - Theme.iconSmall - Theme.unit)
                    text: root.closed ? root.closedLabel : root.minutesLabel
                    role: "supporting"
                    color: root.quietInk
                    Accessible.ignored: true
                }
            }
        }

        ForumIcon {
            id: arrow

            anchors.right: parent.right
            anchors.verticalCenter: root.stacked ? badge.verticalCenter : parent.verticalCenter
            name: root.closed ? "" : "next"
            color: root.quietInk
        }
    }
}
