// Nothing can be kept, so nothing is asked: said honestly, with a code for staff.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property ApologyViewModel viewModel

    anchors.fill: parent

    Column {
        anchors.centerIn: parent
        width: root.width - 2 * Theme.margin
        spacing: Theme.gapLarge

        ForumIcon {
            name: "closed"
            size: Theme.iconLarge * 2
            color: Theme.primary
        }

        ForumText {
            width: parent.width
            text: qsTr("지금은 이 화면을 쓸 수 없어요")
            role: "display"
        }

        ForumText {
            width: parent.width
            text: qsTr("먼저 남겨 주신 의견은 안전하게 보관되어 있어요. 안내 데스크에 말씀해 주시면 도와드릴게요.")
        }

        ForumText {
            width: parent.width
            text: qsTr("직원용 코드: %1").arg(root.viewModel.code)
            role: "supporting"
        }

        ForumText {
            width: parent.width
            text: root.viewModel.sentence
            role: "caption"
        }
    }
}
