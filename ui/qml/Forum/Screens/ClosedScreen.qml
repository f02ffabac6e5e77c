// Out of service, as staff have decided: why, what a visitor can do instead, and a call for staff; in turn in four languages.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property KioskViewModel kiosk
    required property ClosedViewModel viewModel

    anchors.fill: parent

    MotifBackdrop {
        anchors.fill: parent
        deep: true
        roof: Theme.portrait && !Theme.large
        foot: call.height + Theme.margin + Theme.gapLarge
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
        y: Theme.portrait ? Math.max(mark.y + mark.height + Theme.gap, (call.y - words.implicitHeight) * 0.4) : mark.y + mark.height + Theme.gap
        width: root.width - 2 * Theme.margin
        height: call.y - y - Theme.gap
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            id: words

            width: parent ? (parent as Item).width : 0
            spacing: Theme.portrait ? Theme.gapLarge : Theme.gap

            ForumText {
                width: parent.width
                text: root.viewModel.title
                role: Theme.scarce ? "question" : "display"
                color: Theme.textOnDeep
            }

            ForumText {
                width: parent.width
                text: root.viewModel.detail
                pixelSize: Theme.scarce ? Theme.bodySize : Math.round(Theme.bodySize * 1.25)
                color: Theme.textOnDeepSupporting
            }
        }
    }

    SecondaryButton {
        id: call

        objectName: "staff"
        deep: true
        x: Theme.margin
        y: root.height - Theme.margin - height
        width: root.width - 2 * Theme.margin
        text: root.kiosk.staffCalled ? qsTr("직원을 불렀어요") : qsTr("직원 부르기")
        iconName: root.kiosk.staffCalled ? "check" : "staff"
        onActivated: root.kiosk.callStaff()
    }
}
