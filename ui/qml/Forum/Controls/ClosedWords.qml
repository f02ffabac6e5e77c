// What a visitor reads while the kiosk is out of service, as large as the screen; in small, it is what staff see before.
pragma ComponentBehavior: Bound

import QtQuick
import Forum

Item {
    id: root

    required property string title
    required property string detail
    /** The room that is left free at the foot. */
    property real foot: 0

    MotifBackdrop {
        anchors.fill: parent
        deep: true
        roof: Theme.portrait && !Theme.large
        foot: root.foot + Theme.gapLarge
    }

    GateMark {
        id: mark

        x: Theme.margin
        y: Theme.margin
        size: Math.round(Theme.questionSize * 1.4)
        color: Theme.textOnDeep
    }

    ScrollArea {
        x: Theme.margin
        y: Theme.portrait ? Math.max(mark.y + mark.height + Theme.gap, (root.height - root.foot - words.implicitHeight) * 0.4) : mark.y + mark.height + Theme.gap
        width: root.width - 2 * Theme.margin
        height: root.height - root.foot - y - Theme.gap
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            id: words

            width: parent ? (parent as Item).width : 0
            spacing: Theme.portrait ? Theme.gapLarge : Theme.gap

            ForumText {
                width: parent.width
                text: root.title
                role: Theme.scarce || root.title.length > 30 ? "question" : "display"
                color: Theme.textOnDeep
            }

            ForumText {
                width: parent.width
                text: root.detail
                pixelSize: Theme.scarce ? Theme.bodySize : Math.round(Theme.bodySize * 1.25)
                color: Theme.textOnDeepSupporting
            }
        }
    }
}
