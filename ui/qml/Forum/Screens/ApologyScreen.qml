// Something went wrong: whether the answer was kept, a code for staff, and a way on.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property ApologyViewModel viewModel

    anchors.fill: parent

    ScrollArea {
        x: Theme.margin
        y: Theme.scarce ? Theme.gap : Theme.margin
        width: root.width - 2 * Theme.margin
        height: bar.y - y
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            width: parent ? (parent as Item).width : 0
            spacing: Theme.scarce ? Theme.gap : Theme.gapLarge

            ForumIcon {
                name: "warning"
                size: Theme.iconLarge * 1.5
                color: Theme.danger
            }

            ForumText {
                width: parent.width
                text: root.viewModel.saved ? qsTr("문제가 생겼지만 답은 저장되었어요") : qsTr("답을 저장하지 못했어요")
                role: "question"
            }

            ForumText {
                width: parent.width
                text: root.viewModel.saved ? qsTr("걱정하지 않으셔도 돼요. 다시 제출하실 필요가 없어요.") : root.viewModel.canRetry ? qsTr("쓰신 내용은 아직 여기에 있어요. 한 번 더 제출해 보시거나 안내 데스크에 말씀해 주세요.") : qsTr("죄송합니다. 처음부터 다시 해 주시거나 안내 데스크에 말씀해 주세요.")
            }

            ForumText {
                width: parent.width
                text: qsTr("직원용 코드: %1").arg(root.viewModel.code)
                role: "supporting"
            }

            ForumText {
                width: parent.width
                visible: text !== ""
                text: root.viewModel.sentence
                role: "caption"
            }
        }
    }

    BottomBar {
        id: bar

        y: root.height - height
        width: root.width
        backWord: qsTr("그만두기")
        backVisible: root.viewModel.canRetry
        primaryWord: root.viewModel.canRetry ? qsTr("다시 제출하기") : qsTr("처음으로")
        primaryIcon: root.viewModel.canRetry ? "send" : "home"
        onBack: root.viewModel.leave()
        onPrimary: root.viewModel.canRetry ? root.viewModel.retry() : root.viewModel.leave()
    }
}
