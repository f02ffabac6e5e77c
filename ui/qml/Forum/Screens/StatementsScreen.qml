// One statement of another person at a time: agree, disagree or pass.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property StatementsViewModel viewModel
    required property StepViewModel step
    readonly property real split: Theme.twoColumns ? Math.round(root.width * 0.55) : 0

    anchors.fill: parent

    ScrollArea {
        x: Theme.margin
        y: Theme.gap
        width: (root.split > 0 ? root.split : root.width) - 2 * Theme.margin + (root.split > 0 ? Theme.margin : 0)
        height: (root.split > 0 || Theme.cramped ? bar.y : votes.y) - y - Theme.gap
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            width: parent.width
            spacing: Theme.gap

            ProgressSteps {
                width: parent.width
                step: root.viewModel.place
                count: root.viewModel.total
            }

            ForumText {
                width: parent.width
                visible: !Theme.large
                text: root.step.title
                role: "supporting"
            }

            StatementCard {
                id: card

                objectName: "statement"
                width: parent.width
                text: root.viewModel.text
                byline: Theme.large ? "" : qsTr("다른 분이 남긴 생각이에요")
            }

            Votes {
                visible: Theme.cramped
                width: parent.width
            }
        }
    }

    SlideIn {
        id: slide

        screen: card
    }

    Connections {
        function onTurned(forward: bool): void {
            slide.play(forward);
        }

        target: root.viewModel
    }

    Votes {
        id: votes

        visible: !Theme.cramped
        x: root.split > 0 ? root.split + Theme.gapLarge : Theme.margin
        y: Math.max(Theme.gap, bar.y - height - (root.split > 0 ? Theme.gapLarge * 2 : 0))
        width: root.width - x - Theme.margin
    }

    BottomBar {
        id: bar

        y: root.height - height
        width: root.width
        backWord: qsTr("이전")
        primaryWord: root.step.changing ? qsTr("확인으로 돌아가기") : root.step.answered ? qsTr("여기까지 할게요") : qsTr("건너뛰기")
        primaryEnabled: root.step.canGoOn
        primaryIcon: "next"
        primaryIconAfter: true
        onBack: root.viewModel.goBack()
        onPrimary: root.viewModel.finish()
    }

    component Votes: VoteRow {
        vote: root.viewModel.vote
        agreeWord: qsTr("동의해요")
        disagreeWord: qsTr("동의하지 않아요")
        passWord: qsTr("잘 모르겠어요")
        onChosen: vote => root.viewModel.choose(vote)
    }
}
