// Content that may be taller than its place: moved by a drag or, always, by two buttons.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    required property string upWord
    required property string downWord
    default property alias content: holder.data
    readonly property bool overflows: holder.implicitHeight > root.height + 1
    readonly property alias contentY: flick.contentY
    readonly property real bleed: Theme.lineThick * 3   // room for the focus ring, which would be clipped

    /** Scrolls so that the given item is seen. */
    function reveal(item: Item): void {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, item.mapToItem(holder, 0, 0).y - Theme.gap));
    }

    implicitHeight: holder.implicitHeight

    Flickable {
        id: flick

        x: -root.bleed
        y: -root.bleed
        width: root.width + 2 * root.bleed
        height: Math.max(0, root.height + root.bleed - (root.overflows ? buttons.height : -root.bleed))
        contentWidth: width
        contentHeight: holder.implicitHeight + 2 * root.bleed
        boundsBehavior: Flickable.StopAtBounds
        interactive: root.overflows
        clip: root.overflows

        Behavior on contentY {
            enabled: !flick.dragging && !flick.flicking

            NumberAnimation {
                duration: Theme.duration
                easing.type: Easing.OutCubic
            }
        }

        Item {
            id: holder

            x: root.bleed
            y: root.bleed
            width: root.width
            height: implicitHeight
            implicitHeight: childrenRect.height
        }
    }

    Row {
        id: buttons

        visible: root.overflows
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.gap

        PlainButton {
            text: root.upWord
            objectName: "up"
            iconName: "up"
            role: "supporting"
            enabled: flick.contentY > 1
            onActivated: flick.contentY = Math.max(0, flick.contentY - flick.height * 0.8)
        }

        PlainButton {
            text: root.downWord
            objectName: "down"
            iconName: "down"
            role: "supporting"
            enabled: flick.contentY < flick.contentHeight - flick.height - 1
            onActivated: flick.contentY = Math.min(flick.contentHeight - flick.height, flick.contentY + flick.height * 0.8)
        }
    }
}
