// Every answer before it is submitted; a tap on one changes it.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property ReviewViewModel viewModel
    required property StepViewModel step

    anchors.fill: parent

    ScrollArea {
        x: Theme.margin
        y: Theme.gapLarge
        width: root.width - 2 * Theme.margin
        height: bar.y - y
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            width: parent.width
            spacing: Theme.gap

            ForumText {
                width: parent.width
                text: qsTr("이대로 제출할까요?")
                role: "question"
            }

            ForumText {
                width: parent.width
                text: qsTr("고치고 싶은 답을 누르면 바로 바꿀 수 있어요.")
                role: "supporting"
            }

            Repeater {
                model: root.viewModel.answers

                ReviewRow {
                    required property string key
                    required property string label
                    required property bool isEmpty

                    // The row's own `answer` is required, and filled from the role of the same name.
                    objectName: "change." + key
                    width: parent ? (parent as Item).width : 0
                    question: label
                    empty: isEmpty
                    changeWord: qsTr("고치기")
                    onActivated: root.viewModel.change(key)
                }
            }
        }
    }

    BottomBar {
        id: bar

        y: root.height - height
        width: root.width
        backWord: qsTr("이전")
        primaryWord: root.viewModel.saving ? qsTr("저장하고 있어요…") : qsTr("제출하기")
        primaryIcon: "send"
        primaryEnabled: !root.viewModel.saving && !root.viewModel.blank
        onBack: root.step.goBack()
        onPrimary: root.viewModel.submit()
    }
}
