// The quiet background: paper, with the roof line and thin geometric lines at its foot.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.impl
import Forum

Rectangle {
    id: root

    /** Draws the roof line; without it only the paper. */
    property bool roof: true
    /** White on a deep field, to be seen from afar. */
    property bool deep: false
    /** How far above the lower edge the roof stands, so that buttons fit below it. */
    property real foot: 0

    color: root.deep ? Theme.deepSurface : Theme.background
    Accessible.ignored: true

    ColorImage {
        visible: root.roof
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.foot
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.round(Math.min(root.width, root.height * 1.15))
        height: Math.round(width * 0.3)
        source: Theme.iconSource("motif-roof")
        sourceSize: Qt.size(Math.round(width), Math.round(height))
        color: root.deep ? Theme.motifOnDeep : Theme.motif
        defaultColor: "#000000"
    }
}
