// The mark of the forum: the roof line of Gwanghwamun.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Controls.impl
import Forum

Item {
    id: root

    objectName: "mark"   // where the way into the staff panel begins

    property real size: Theme.headerHeight * 0.5
    property color color: Theme.primary

    implicitHeight: root.size
    implicitWidth: Math.round(root.size * 1.6)
    Accessible.ignored: true

    ColorImage {
        anchors.fill: parent
        source: Theme.iconSource("gate")
        sourceSize: Qt.size(Math.round(root.implicitWidth), Math.round(root.size))
        color: root.color
        defaultColor: "#000000"
    }
}
