// A question above its answers, or beside them on a wide screen; back and next stay at the bottom.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property StepViewModel step
    property string remark: ""
    default property alias answers: list.data
    /** The answers stand beside the question. */
    property bool beside: Theme.twoColumns
    readonly property real split: root.beside ? Math.round(root.width * 0.4) : 0

    anchors.fill: parent

    Loader {
        active: root.split > 0
        x: Theme.margin
        y: Theme.gapLarge
        width: root.split - Theme.margin - Theme.gap
        height: bar.y - y
        sourceComponent: ScrollArea {
            upWord: qsTr("위로")
            downWord: qsTr("아래로")

            QuestionHead {
                width: parent ? (parent as Item).width : 0
                step: root.step
                remark: root.remark
            }
        }
    }

    ScrollArea {
        id: area

        x: root.split > 0 ? root.split + Theme.gap : Theme.margin
        y: root.split > 0 ? Theme.gapLarge : Theme.gap
        width: root.width - x - Theme.margin
        height: bar.y - y
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        // Built in one place only: what is not seen would be laid out all the same.
        Loader {
            id: head

            active: root.split === 0
            width: parent ? (parent as Item).width : 0
            sourceComponent: QuestionHead {
                step: root.step
                remark: root.remark
            }
        }

        Column {
            id: place

            // The answers stand where every hand reaches: not above two fifths of the place, as long as they fit.
            y: root.split > 0 ? 0 : Math.max(head.height + Theme.gapLarge, Math.min(area.height * 0.4, area.height - place.height))
            width: parent ? (parent as Item).width : 0
            spacing: Theme.gap

            Column {
                id: list

                width: parent.width
                spacing: Theme.gap
            }

            Notice {
                objectName: "refused"
                visible: text !== ""
                width: parent.width
                kind: "warning"
                text: root.step.refused
            }
        }
    }

    StepBar {
        id: bar

        y: root.height - height
        width: root.width
        step: root.step
    }
}
