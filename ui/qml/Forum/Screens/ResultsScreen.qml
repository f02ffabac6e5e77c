// What was answered so far: after a poll with the visitor's own answer marked, or from home.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property ResultsViewModel viewModel
    readonly property bool justVoted: root.viewModel.number !== ""

    anchors.fill: parent

    ScrollArea {
        x: Theme.margin
        y: Theme.gapLarge
        width: root.width - 2 * Theme.margin
        height: (pages.visible ? pages.y - Theme.gapSmall : bar.y) - y
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            width: parent.width
            spacing: Theme.gap

            Notice {
                width: parent.width
                visible: root.justVoted
                kind: "success"
                text: qsTr("잘 접수되었어요. 접수번호 %1").arg(root.viewModel.number)
            }

            ForumText {
                width: parent.width
                text: root.viewModel.title
                role: "question"
            }

            ForumText {
                width: parent.width
                visible: !root.viewModel.tooFew
                text: root.viewModel.source || qsTr("지금까지 이 화면에서 %1명이 답했어요. 뽑힌 사람에게 물은 표본조사가 아니라서, 온 국민의 생각이라고 할 수는 없어요.").arg(root.viewModel.people)
                role: "supporting"
            }

            ForumText {
                width: parent.width
                visible: root.viewModel.tooFew
                text: qsTr("지금까지 %1명이 답했어요. %2명이 되면 결과를 보여 드려요. 누가 어떻게 답했는지 알 수 없게 하려는 거예요.").arg(root.viewModel.people).arg(root.viewModel.fewest)
            }

            Repeater {
                model: root.viewModel.bars

                Column {
                    id: row

                    required property bool isHeading
                    required property string label
                    required property real share
                    required property int count
                    required property bool isOwn
                    required property bool isHidden

                    width: parent ? (parent as Item).width : 0

                    topPadding: row.isHeading ? Theme.gap : 0

                    ForumText {
                        width: row.width
                        visible: row.isHeading
                        text: row.label
                        strong: true
                    }

                    ResultBar {
                        width: row.width
                        visible: !row.isHeading
                        label: row.label
                        share: row.isHidden ? 0 : row.share
                        countText: qsTr("%1명").arg(row.count)
                        own: row.isOwn
                        ownWord: qsTr("내 답")
                        hidden: row.isHidden
                        hiddenText: qsTr("가렸어요")
                    }
                }
            }

            ForumText {
                width: parent.width
                visible: root.viewModel.heldBack
                text: qsTr("%1명 미만인 답은 가렸어요. 그 수를 짐작하게 하는 답도 함께 가려서, 누가 어떻게 답했는지 알 수 없게 했어요.").arg(root.viewModel.fewest)
                role: "supporting"
            }

            Pages {
                visible: root.viewModel.hasOthers && Theme.cramped
                width: parent.width
            }
        }
    }

    Pages {
        id: pages

        visible: root.viewModel.hasOthers && !Theme.cramped
        x: Theme.margin
        y: bar.y - height
        width: root.width - 2 * Theme.margin
    }

    BottomBar {
        id: bar

        y: root.height - height
        width: root.width
        backWord: qsTr("이전")
        backVisible: !root.justVoted
        primaryWord: root.justVoted ? qsTr("접수증 받기") : qsTr("참여하러 가기")
        primaryIcon: "next"
        primaryIconAfter: true
        onBack: root.viewModel.goHome()
        onPrimary: root.justVoted ? root.viewModel.showReceipt() : root.viewModel.goHome()
    }

    component Pages: Row {
        id: pair

        readonly property real each: Math.floor((width - spacing) / 2)

        spacing: Theme.gap

        SecondaryButton {
            objectName: "results.previous"
            width: pair.each
            text: qsTr("이전 결과")
            iconName: "previous"
            onActivated: root.viewModel.previous()
        }

        SecondaryButton {
            objectName: "results.next"
            width: pair.each
            text: qsTr("다음 결과")
            iconName: "next"
            iconAfter: true
            onActivated: root.viewModel.next()
        }
    }
}
