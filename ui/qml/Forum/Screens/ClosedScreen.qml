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

    ClosedWords {
        anchors.fill: parent
        title: root.viewModel.title
        detail: root.viewModel.detail
        foot: call.height + Theme.margin
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
