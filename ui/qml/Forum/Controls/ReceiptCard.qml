// The card of thanks: what was received, its number, the stamp, and the code for the visitor's phone.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Rectangle {
    id: root

    required property string title
    /** One sentence each on what happens next and when. */
    required property list<string> lines
    required property string numberLabel
    required property string number
    /** The stamp's characters, such as 접수. */
    required property string stamp
    property bool stamped: true
    property url qrSource: ""
    property int qrModules: 45
    property string qrLabel: ""

    readonly property real inset: Theme.padding * 1.5
    readonly property bool wide: root.width > qr.implicitWidth + root.inset * 2 + Theme.bodySize * 11

    implicitWidth: Theme.readableWidth
    implicitHeight: foot.y + foot.implicitHeight + root.inset
    radius: Theme.radiusLarge
    color: Theme.surfaceRaised
    border.width: Theme.hairline
    border.color: Theme.outlineStrong

    Rectangle {
        id: band

        width: parent.width
        height: Theme.unit * 5
        topLeftRadius: root.radius
        topRightRadius: root.radius
        color: Theme.deepSurface

        MotifBand {
            anchors.fill: parent
            anchors.topMargin: Theme.unit
            anchors.bottomMargin: Theme.unit
            anchors.leftMargin: root.inset
            anchors.rightMargin: root.inset
            color: Theme.motifOnDeep
        }
    }

    Column {
        id: head

        x: root.inset
        y: band.height + root.inset
        width: parent.width - 2 * root.inset
        spacing: Theme.unit

        ForumText {
            width: parent.width - stampMark.width - Theme.gap
            text: root.title
            role: "question"
        }

        Item {
            width: 1
            height: Theme.unit
        }

        ForumText {
            width: parent.width
            text: root.numberLabel
            role: "supporting"
        }

        ForumText {
            width: parent.width
            text: root.number
            role: "question"
            color: Theme.primary
            Accessible.name: root.numberLabel + " " + root.number
        }
    }

    Stamp {
        id: stampMark

        anchors.right: parent.right
        anchors.rightMargin: root.inset
        y: band.height + Theme.padding
        text: root.stamp
        pressed: root.stamped
    }

    Perforation {
        id: tear

        y: head.y + head.implicitHeight + Theme.padding
        width: parent.width
        paper: Theme.background
        edge: root.border.color
    }

    Grid {
        id: foot

        x: root.inset
        y: tear.y + tear.height + Theme.padding
        width: parent.width - 2 * root.inset
        columns: root.wide ? 2 : 1
        columnSpacing: root.inset
        rowSpacing: Theme.padding
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        QrPicture {
            id: qr

            visible: String(root.qrSource) !== ""
            source: root.qrSource
            modules: root.qrModules
            name: root.qrLabel
        }

        Column {
            width: root.wide && qr.visible ? foot.width - qr.implicitWidth - foot.columnSpacing : foot.width
            spacing: Theme.gap

            ForumText {
                width: parent.width
                visible: qr.visible
                text: root.qrLabel
                strong: true
            }

            Repeater {
                model: root.lines

                ForumText {
                    required property string modelData

                    width: parent?.width ?? 0
                    text: modelData
                    role: "supporting"
                }
            }
        }
    }
}
