// Text of one role; wraps between words, in Korean never inside one.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    /** What is written; "\n" starts a new line. */
    property string text
    /** display, question, body, supporting or caption. */
    property string role: "body"
    readonly property bool heading: root.role === "display" || root.role === "question"
    property bool strong: root.heading
    property color color: root.role === "supporting" || root.role === "caption" ? Theme.textSupporting : Theme.text
    /** The height of a line, in ems. */
    property real lineHeight: Theme.lineHeight
    property alias horizontalAlignment: label.horizontalAlignment
    property alias verticalAlignment: label.verticalAlignment
    property alias maximumLineCount: label.maximumLineCount
    property alias elide: label.elide
    property alias wrapMode: label.wrapMode
    /** Text.HorizontalFit: the letters become smaller where one line of them would not fit. */
    property alias fontSizeMode: label.fontSizeMode
    property alias pixelSize: label.font.pixelSize
    readonly property alias lineCount: label.lineCount
    readonly property alias truncated: label.truncated
    readonly property alias contentWidth: label.contentWidth
    readonly property alias contentHeight: label.contentHeight
    readonly property alias font: label.font

    implicitWidth: Math.ceil(label.implicitWidth)
    implicitHeight: Math.ceil(label.implicitHeight)

    Accessible.role: root.heading ? Accessible.Heading : Accessible.StaticText
    Accessible.name: root.text

    Text {
        id: label

        width: root.width
        height: root.height
        text: root.heading ? Theme.keepPhrases(root.text) : Theme.keepWords(root.text)
        textFormat: Text.PlainText
        wrapMode: Text.Wrap
        color: root.color
        lineHeightMode: Text.FixedHeight
        lineHeight: Math.round(label.font.pixelSize * root.lineHeight)
        font.family: Theme.fontFamily
        font.pixelSize: Theme.textSize(root.role)
        font.weight: root.strong ? Theme.bold : Theme.regular
        Accessible.ignored: true
    }
}
