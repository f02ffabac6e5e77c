// The card of thanks: what was received, its number, the stamp and the code for the visitor's phone.
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

    readonly property bool wide: root.width > qr.implicitWidth * 2.4

    implicitWidth: Theme.readableWidth
    implicitHeight: body.implicitHeight + Theme.padding * 3
    radius: Theme.radiusLarge
    color: Theme.surfaceRaised
    border.width: Theme.hairline
    border.color: Theme.outline

    Grid {
        id: body

        x: Theme.padding * 1.5
        y: Theme.padding * 1.5
        width: root.width - 2 * x
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.padding
        rowSpacing: Theme.padding
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter

        Column {
            width: root.wide ? body.width - Theme.padding - side.width : body.width
            spacing: Theme.gap

            ForumText {
                width: parent.width - stampMark.width
                text: root.title
                role: "question"
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

        Column {
            id: side

            width: qr.implicitWidth
            spacing: Theme.unit
            visible: String(root.qrSource) !== ""

            QrPicture {
                id: qr

                source: root.qrSource
                modules: root.qrModules
                name: root.qrLabel
            }

            ForumText {
                width: parent.width
                text: root.qrLabel
                role: "supporting"
                horizontalAlignment: Text.AlignHCenter
            }
        }
    }

    Stamp {
        id: stampMark

        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: -Theme.unit
        text: root.stamp
        pressed: root.stamped
    }
}
