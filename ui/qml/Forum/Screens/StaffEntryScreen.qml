// The door of the staff panel: the account, and its PIN on a pad.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.Staff
import Forum.ViewModels

StaffFrame {
    id: root

    required property StaffEntryViewModel viewModel
    readonly property real portraitRoom: Theme.portrait ? room : 0

    primaryWord: qsTr("들어가기")
    primaryIcon: "enter"
    primaryEnabled: root.viewModel.canEnter
    onPrimary: root.viewModel.enter()

    Notice {
        width: root.room
        visible: !root.viewModel.hasAccounts
        kind: "info"
        text: qsTr("아직 계정이 없어요. 이 컴퓨터의 명령줄에서 만들어 주세요: forum-staff account add 이름 --role manager")
    }

    StaffPart {
        visible: root.viewModel.hasAccounts
        // In large letters on a wide screen it stands beside the accounts, so that every digit is seen.
        title: Theme.scarce ? "" : who.text

        Flow {
            width: parent ? (parent as Item).width : 0
            spacing: Theme.unit

            ForumText {
                id: who

                visible: Theme.scarce
                height: Math.max(implicitHeight, accounts.count > 0 ? accounts.itemAt(0).height : 0)
                width: implicitWidth + Theme.unit
                verticalAlignment: Text.AlignVCenter
                text: qsTr("누구세요?")
                role: "supporting"
                strong: true
                color: Theme.text
            }

            Repeater {
                id: accounts

                model: root.viewModel.accounts

                TopicChip {
                    required property string name
                    required property bool isChosen

                    objectName: "account." + name
                    text: name
                    selected: isChosen
                    onActivated: root.viewModel.choose(name)
                }
            }
        }
    }

    Notice {
        width: root.room
        visible: text !== ""
        kind: "warning"
        text: root.viewModel.trouble !== "" ? root.viewModel.trouble : root.viewModel.lockedSeconds > 0 ? qsTr("여러 번 틀렸어요. %1초 뒤에 다시 할 수 있어요.").arg(root.viewModel.lockedSeconds) : root.viewModel.missed ? qsTr("PIN이 맞지 않아요. 다시 눌러 주세요.") : ""
    }

    NumberPad {
        visible: root.viewModel.hasAccounts
        width: Math.min(root.room, Math.max(Theme.cardHeight * 7, root.portraitRoom))
        value: root.viewModel.pin
        masked: true
        most: root.viewModel.most
        backWord: qsTr("지우기")
        placeholder: qsTr("PIN")
        onEdited: digits => root.viewModel.type(digits)
    }
}
