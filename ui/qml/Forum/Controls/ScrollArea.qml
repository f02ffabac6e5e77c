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
    /** Where height is scarcest the buttons stand beside the content, and above the keyboard beside one another. */
    property bool railed: Theme.scarce || root.height < 4 * Theme.touchMinimum
    readonly property bool low: root.railed && InputMethod.visible && root.height < 2 * (Theme.iconSmall + Theme.supportingSize * Theme.lineHeightTight) + 5 * Theme.unit
    readonly property real rail: !root.railed ? 0 : root.low ? upButton.implicitWidth + downButton.implicitWidth + 2 * Theme.unit : Math.max(upButton.implicitWidth, downButton.implicitWidth) + Theme.unit
    readonly property real bleed: Theme.lineThick * 3   // room for the focus ring, which would be clipped

    /** Scrolls so that the given item is seen. */
    function reveal(item: Item): void {
        flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height, item.mapToItem(holder, 0, 0).y - Theme.gap));
    }

    /** Scrolls to what has the focus, where it is not wholly seen. */
    function follow(item: Item): void {
        const inside = item ? item.mapToItem(flick, 0, 0).y : 0;
        if (item && root.holds(item) && (inside < 0 || inside + item.height > flick.height))
            root.reveal(item);
    }

    function holds(item: Item): bool {
        return item === holder || item !== null && item.parent !== null && root.holds(item.parent);
    }

    Connections {
        function onActiveFocusItemChanged(): void {
            root.follow(root.Window.activeFocusItem);
        }

        enabled: root.visible && root.overflows
        target: root.Window.window
    }

    implicitHeight: holder.implicitHeight

    Flickable {
        id: flick

        x: -root.bleed
        y: -root.bleed
        width: root.width - root.rail + 2 * root.bleed
        height: Math.max(0, root.height + root.bleed - (!root.overflows ? -root.bleed : root.railed ? 0 : upButton.height + Theme.unit))
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
            width: root.width - root.rail
            height: implicitHeight
            implicitHeight: childrenRect.height
        }
    }

    ScrollButton {
        id: upButton
        objectName: "up"

        visible: root.overflows
        beside: !Theme.scarce
        x: root.low ? downButton.x - width - Theme.unit : root.railed ? root.width - width : root.width / 2 - width - Theme.unit
        y: root.railed ? 0 : root.height - height
        text: root.upWord
        iconName: "up"
        enabled: flick.contentY > 1
        onActivated: flick.contentY = Math.max(0, flick.contentY - flick.height * 0.8)
    }

    ScrollButton {
        id: downButton
        objectName: "down"

        visible: root.overflows
        beside: !Theme.scarce
        x: root.railed ? root.width - width : root.width / 2 + Theme.unit
        y: root.low ? 0 : root.height - height
        text: root.downWord
        iconName: "down"
        enabled: flick.contentY < flick.contentHeight - flick.height - 1
        onActivated: flick.contentY = Math.min(flick.contentHeight - flick.height, flick.contentY + flick.height * 0.8)
    }

    Rectangle {
        visible: root.overflows
        y: flick.y + flick.height
        width: root.width - root.rail
        height: Theme.hairline
        color: Theme.outline
    }

    component ScrollButton: IconButton {
        id: button

        topPadding: root.railed ? padding : 0
        bottomPadding: topPadding
        leftPadding: root.railed ? padding : Theme.unit * 2
        rightPadding: leftPadding
        background: Rectangle {
            radius: button.radius
            color: button.down ? Theme.surfacePressed : button.enabled ? Theme.surface : Theme.background
            border.width: Theme.hairline
            border.color: button.enabled ? Theme.outlineStrong : Theme.outline
        }
    }
}
