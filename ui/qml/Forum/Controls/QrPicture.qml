// A QR code on white paper with its quiet zone.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Rectangle {
    id: root

    /** A picture of the code's modules without a margin; any pixel size, drawn without smoothing. */
    required property url source
    required property string name
    property int modules: 45

    readonly property real quiet: Math.ceil(width * 4 / (root.modules + 8))

    implicitWidth: Theme.mm(60 * Theme.fit) * (Theme.large ? 1.3 : 1)
    implicitHeight: width
    color: Theme.qrPaper
    radius: Theme.radius
    border.width: Theme.hairline
    border.color: Theme.outline
    Accessible.role: Accessible.Graphic
    Accessible.name: root.name

    Image {
        anchors.fill: parent
        anchors.margins: root.quiet
        source: root.source
        fillMode: Image.PreserveAspectFit
        smooth: false
        cache: false
        Accessible.ignored: true
    }
}
