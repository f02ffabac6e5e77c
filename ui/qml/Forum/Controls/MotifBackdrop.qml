// The quiet background: paper, with the roof line and thin geometric lines at its foot.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.impl
import Forum

Rectangle {
    id: root

    /** Draws the roof line; without it only the paper. */
    property bool roof: true

    color: Theme.background
    Accessible.ignored: true

    ColorImage {
        visible: root.roof
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: root.width
        height: Math.round(root.width * 0.3)
        source: Theme.iconSource("motif-roof")
        sourceSize: Qt.size(Math.round(width), Math.round(height))
        color: Theme.motif
        defaultColor: "#000000"
        fillMode: Image.PreserveAspectCrop
        verticalAlignment: Image.AlignBottom
    }
}
