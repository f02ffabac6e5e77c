// Nothing can be kept, so nothing is asked: said honestly, with a call for staff and a code for them.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property KioskViewModel kiosk
    required property ApologyViewModel viewModel

    anchors.fill: parent

    MotifBackdrop {
        anchors.fill: parent
        roof: Theme.portrait && !Theme.large
        foot: call.height + Theme.margin + Theme.gapLarge
    }

    GateMark {
        id: mark

        x: Theme.margin
        y: Theme.margin
        size: Math.round(Theme.questionSize * 1.4)
    }

    ScrollArea {
        readonly property real highest: mark.y + mark.height + Theme.gap

        x: Theme.margin
        y: Theme.portrait ? Math.max(highest, (call.y - words.implicitHeight) * 0.35) : highest
        width: root.width - 2 * Theme.margin
        height: call.y - y - Theme.gap
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            id: words

            width: parent.width
            spacing: Theme.portrait ? Theme.gapLarge : Theme.gap

            ForumIcon {
                visible: Theme.portrait
                name: "closed"
                size: Theme.iconLarge * 2
                color: Theme.primary
            }

            ForumText {
                width: parent.width
                text: qsTr("지금은 이 화면을 쓸 수 없어요")
                role: Theme.portrait ? "display" : "question"
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
                role: "supporting"
            }
        }
    }

    PrimaryButton {
        id: call

        objectName: "staff"
        x: Theme.margin
        y: root.height - Theme.margin - height
        width: root.width - 2 * Theme.margin
        text: root.kiosk.staffCalled ? qsTr("직원을 불렀어요") : qsTr("직원 부르기")
        iconName: root.kiosk.staffCalled ? "check" : "staff"
        onActivated: root.kiosk.callStaff()
    }
}
