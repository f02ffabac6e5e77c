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

    /** Scrolls so that the given item is seen. */
    function reveal(item: Item): void {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, item.mapToItem(holder, 0, 0).y - Theme.gap));
    }

    implicitHeight: holder.implicitHeight

    Flickable {
        id: flick

        anchors.fill: parent
        anchors.bottomMargin: root.overflows ? buttons.height + Theme.unit : 0
        contentWidth: width
        contentHeight: holder.implicitHeight
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

            width: flick.width
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
