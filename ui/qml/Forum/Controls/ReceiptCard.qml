// The card of thanks: what was received, its number, the stamp, and the code for the visitor's phone.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Rectangle {
    id: root

    required property string title
    /** Up to two sentences on what happens next and when. */
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
    readonly property bool coded: String(root.qrSource) !== ""
    /** There is room for words beside the code. */
    readonly property bool wide: root.coded && root.width > qr.implicitWidth + root.inset * 3 + Theme.bodySize * 12
    /** On a wide screen the code stands beside everything else. */
    readonly property bool sideways: root.wide && !Theme.portrait
    readonly property real headWidth: root.width - root.inset * 2 - (root.sideways ? qr.width + root.inset : 0)

    implicitWidth: Theme.readableWidth
    implicitHeight: Math.max(words.y + words.implicitHeight, root.coded ? qr.y + qr.implicitHeight : 0) + root.inset
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
        width: root.headWidth
        spacing: Theme.unit

        ForumText {
            width: parent.width
            text: root.title
            role: "question"
        }

        Item {
            width: 1
            height: Theme.unit
        }

        ForumText {
            width: parent.width - stampMark.width
            text: root.numberLabel
            role: "supporting"
        }

        ForumText {
            width: parent.width - stampMark.width
            text: root.number
            role: "question"
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            color: Theme.primary
            Accessible.name: root.numberLabel + " " + root.number
        }
    }

    Stamp {
        id: stampMark

        x: root.inset + root.headWidth - width
        y: tear.y - height
        text: root.stamp
        pressed: root.stamped
    }

    Perforation {
        id: tear

        opacity: root.sideways ? 0 : 1
        y: head.y + head.implicitHeight + Theme.padding
        width: parent.width
        paper: Theme.background
        edge: root.border.color
    }

    QrPicture {
        id: qr

        visible: root.coded
        x: root.sideways ? root.width - root.inset - width : root.wide ? root.inset : (root.width - width) / 2
        y: root.sideways ? head.y : tear.y + tear.height + Theme.padding
        source: root.qrSource
        modules: root.qrModules
        name: root.qrLabel
    }

    Column {
        id: words

        readonly property bool besideCode: root.wide && !root.sideways

        x: words.besideCode ? qr.x + qr.width + root.inset : root.inset
        y: root.sideways ? tear.y + tear.height : words.besideCode ? qr.y + Math.max(0, (qr.height - implicitHeight) / 2) : root.coded ? qr.y + qr.height + Theme.padding : tear.y + tear.height + Theme.padding
        width: words.besideCode ? root.width - x - root.inset : root.headWidth
        spacing: Theme.gap

        ForumText {
            width: parent.width
            visible: root.coded
            text: root.qrLabel
            strong: true
        }

        // Two lines, each of its own: a list would be built anew while the words change their language.
        ForumText {
            width: parent.width
            visible: text !== ""
            text: root.lines[0] ?? ""
            role: "supporting"
        }

        ForumText {
            width: parent.width
            visible: text !== ""
            text: root.lines[1] ?? ""
            role: "supporting"
        }
    }
}
