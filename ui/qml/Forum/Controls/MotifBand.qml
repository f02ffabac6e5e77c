// A band of thin geometric lines in the spirit of dancheong; decoration only.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.impl
import Forum

Item {
    id: root

    property color color: Theme.motif
    /** The small pattern, for edges; otherwise the rich one. */
    property bool strip: false
    readonly property int tile: Math.round(root.height * (root.strip ? 3 : 2))
    /** How far the pattern has moved to the left, in pixels; it repeats after one tile. */
    property real shift: 0

    clip: true
    Accessible.ignored: true

    ColorImage {
        x: -root.shift
        width: root.width + root.tile
        height: root.height
        source: Theme.iconSource(root.strip ? "motif-strip" : "motif-band")
        sourceSize: Qt.size(root.tile, Math.round(root.height))
        fillMode: Image.TileHorizontally
        horizontalAlignment: Image.AlignLeft
        color: root.color
        defaultColor: "#000000"
    }
}
