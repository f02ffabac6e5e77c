// Something to read between two questions.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property StepViewModel step

    anchors.fill: parent

    ScrollArea {
        x: Theme.margin
        y: Theme.gap
        width: root.width - 2 * Theme.margin
        height: bar.y - y
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            width: parent ? (parent as Item).width : 0
            spacing: Theme.gapLarge

            ProgressSteps {
                width: parent.width
                step: root.step.place
                count: root.step.total
            }

            ForumText {
                width: Math.min(parent.width, Theme.readableWidth)
                text: root.step.title
            }

            ForumText {
                width: Math.min(parent.width, Theme.readableWidth)
                visible: text !== ""
                text: root.step.help
                role: "supporting"
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
