// A QR code on white paper with its quiet zone.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Rectangle {
    id: root

    /** A picture of the code without its margin, one or more whole pixels a module. */
    required property url source
    required property string name
    /** Modules along one side, so that each is drawn as the same whole number of pixels. */
    property int modules: 45

    readonly property int modulePixels: Math.max(1, Math.floor(root.width / (root.modules + 8)))

    implicitWidth: (root.modules + 8) * Math.max(1, Math.round(Theme.qrSize / (root.modules + 8)))
    implicitHeight: width
    color: Theme.qrPaper
    radius: Theme.radius
    border.width: Theme.hairline
    border.color: Theme.outline
    Accessible.role: Accessible.Graphic
    Accessible.name: root.name

    Image {
        anchors.centerIn: parent
        width: root.modules * root.modulePixels
        height: width
        source: root.source
        fillMode: Image.PreserveAspectFit
        smooth: false
        cache: false
        Accessible.ignored: true
    }
}
