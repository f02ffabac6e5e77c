// One of our own line icons, recoloured.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.impl
import Forum

Item {
    id: root

    /** The name of a file in assets/icons, without its ending; empty shows nothing. */
    required property string name
    property color color: Theme.text
    property real size: Theme.icon

    implicitWidth: root.size
    implicitHeight: root.size
    visible: root.name !== ""
    Accessible.ignored: true

    ColorImage {
        anchors.fill: parent
        source: Theme.iconSource(root.name)
        sourceSize: Qt.size(Math.round(root.size), Math.round(root.size))
        color: root.color
        defaultColor: "#000000"
    }
}
