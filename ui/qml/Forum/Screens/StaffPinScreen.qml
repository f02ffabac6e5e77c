// A new PIN, typed twice.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.Staff
import Forum.ViewModels

StaffFrame {
    id: root

    required property StaffPeopleViewModel viewModel

    backWord: qsTr("그만두고 돌아가기")
    primaryWord: root.viewModel.again ? qsTr("저장") : qsTr("다음")
    primaryIcon: root.viewModel.again ? "check" : "next"
    primaryEnabled: root.viewModel.canGoOn
    onBack: root.viewModel.back()
    onPrimary: root.viewModel.pinIsDone()

    Notice {
        objectName: "people.trouble"
        width: root.room
        visible: root.viewModel.trouble !== ""
        kind: "warning"
        text: root.viewModel.trouble
    }

    ForumText {
        objectName: "pin.asked"
        width: root.room
        text: root.viewModel.again ? qsTr("‘%1’의 새 PIN을 한 번 더 눌러 주세요").arg(root.viewModel.name) : qsTr("‘%1’의 새 PIN을 눌러 주세요(숫자 6~12자리)").arg(root.viewModel.name)
        role: "supporting"
        strong: true
        color: Theme.text
    }

    NumberPad {
        width: Math.min(root.room, Math.max(Theme.cardHeight * 7, Theme.portrait ? root.room : 0))
        value: root.viewModel.pin
        masked: true
        most: root.viewModel.most
        backWord: qsTr("지우기")
        placeholder: qsTr("PIN")
        onEdited: digits => root.viewModel.type(digits)
    }
}
