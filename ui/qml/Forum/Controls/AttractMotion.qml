// A slow movement that draws the eye from afar, and stands still where motion is reduced.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.impl
import Forum

Item {
    id: root

    property bool running: true

    clip: true
    Accessible.ignored: true

    ColorImage {
        id: band

        width: root.width * 2
        height: root.height
        source: Theme.iconSource("motif-band")
        fillMode: Image.TileHorizontally
        sourceSize: Qt.size(Math.round(root.height * 2), Math.round(root.height))
        color: Theme.motif
        defaultColor: "#000000"

        NumberAnimation on x {
            from: 0
            to: -root.height * 2
            duration: Theme.durationDrift
            loops: Animation.Infinite
            running: root.running && root.visible && !Theme.reducedMotion
        }
    }
}
