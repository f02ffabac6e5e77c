// After the questions: about you, whether an answer is wanted, and each consent with its four parts; one choice a screen.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property ClosingViewModel viewModel
    readonly property real split: Theme.twoColumns ? Math.round(root.width * 0.44) : 0

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

            Head {
                width: parent ? (parent as Item).width : 0
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
            sourceComponent: Head {
            }
        }

        Column {
            id: list

            y: root.split > 0 ? 0 : Math.max(head.height + Theme.gapLarge, Math.min(area.height * 0.4, area.height - list.height))
            width: parent ? (parent as Item).width : 0
            spacing: Theme.gap

            Grid {
                id: cards

                // Short labels stand in two columns, so that a list of places is seen without scrolling.
                columns: root.viewModel.aboutYou && !Theme.large ? 2 : 1
                width: parent.width
                spacing: root.viewModel.aboutYou ? Theme.unit : Theme.gap

                Repeater {
                    model: root.viewModel.options

                    ChoiceCard {
                        required property string key
                        required property string label
                        required property bool isChosen

                        objectName: "option." + key
                        width: Math.floor((cards.width - (cards.columns - 1) * cards.spacing) / cards.columns)
                        implicitHeight: Math.max(root.viewModel.aboutYou ? Theme.touchMinimum * 1.4 : Theme.cardHeight, implicitContentHeight + topPadding + bottomPadding)
                        topPadding: root.viewModel.aboutYou ? Theme.unit : Theme.unit * 1.5
                        bottomPadding: topPadding
                        text: label
                        selected: isChosen
                        onActivated: root.viewModel.choose(key)
                    }
                }
            }

            Notice {
                objectName: "refusal"
                width: parent.width
                visible: root.viewModel.remark !== ""
                text: root.viewModel.remark
            }

            PlainButton {
                objectName: "skipAll"
                visible: root.viewModel.aboutYou && !root.viewModel.changing
                anchors.horizontalCenter: parent.horizontalCenter
                text: qsTr("모두 답하지 않을게요")
                iconName: "next"
                iconAfter: true
                role: "supporting"
                onActivated: root.viewModel.skipAll()
            }
        }
    }

    BottomBar {
        id: bar

        y: root.height - height
        width: root.width
        backWord: qsTr("이전")
        primaryWord: root.viewModel.changing && root.viewModel.aboutYou ? qsTr("확인으로 돌아가기") : !root.viewModel.answered && root.viewModel.canGoOn ? qsTr("건너뛰기") : qsTr("다음")
        primaryIcon: "next"
        primaryIconAfter: true
        primaryEnabled: root.viewModel.canGoOn
        onBack: root.viewModel.goBack()
        onPrimary: root.viewModel.goOn()
    }

    component Head: Column {
        id: heading

        spacing: Theme.gap

        ProgressSteps {
            visible: root.viewModel.total > 0
            width: parent.width
            step: root.viewModel.place
            count: Math.max(1, root.viewModel.total)
        }

        ForumText {
            width: parent.width
            text: root.viewModel.title
            role: "question"
        }

        ForumText {
            width: parent.width
            visible: text !== ""
            text: root.viewModel.detail
            role: "supporting"
        }

        Repeater {
            model: root.viewModel.parts

            Column {
                id: part

                required property string heading
                required property string text

                width: parent ? (parent as Item).width : 0

                ForumText {
                    width: part.width
                    text: part.heading
                    role: "supporting"
                    strong: true
                    color: Theme.primary
                }

                ForumText {
                    width: part.width
                    text: part.text
                    role: "supporting"
                    color: Theme.text
                }
            }
        }
    }
}
