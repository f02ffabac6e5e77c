// Accounts: who may enter the panel; adding, another PIN, removing after a question.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.Staff
import Forum.ViewModels

Item {
    id: root

    required property KioskViewModel kiosk
    required property StaffPanelViewModel panel
    required property StaffPeopleViewModel viewModel

    anchors.fill: parent

    StaffFrame {
        id: frame

        kiosk: root.kiosk
        panel: root.panel
        told: root.viewModel.doneWords + root.viewModel.trouble
        enabled: root.viewModel.asked === ""
        primaryWord: qsTr("계정 더하기")
        primaryIcon: "plus"
        primaryEnabled: !root.viewModel.busy
        onPrimary: root.viewModel.add()

        StaffDone {
            width: frame.room
            words: root.viewModel.doneWords
            canUndo: false
        }

        Notice {
            objectName: "people.trouble"
            width: frame.room
            visible: root.viewModel.trouble !== ""
            kind: "warning"
            text: root.viewModel.trouble
        }

        Repeater {
            model: root.viewModel.accounts

            StaffPart {
                id: person

                required property string key
                required property string detail
                required property bool canRemove

                half: true
                title: person.key

                ForumText {
                    width: parent ? (parent as Item).width : 0
                    text: person.detail
                    role: "supporting"
                }

                Flow {
                    width: parent ? (parent as Item).width : 0
                    spacing: Theme.unit

                    SecondaryButton {
                        objectName: "changePin." + person.key
                        text: qsTr("PIN 바꾸기")
                        iconName: "edit"
                        enabled: !root.viewModel.busy
                        onActivated: root.viewModel.changePin(person.key)
                    }

                    SecondaryButton {
                        objectName: "remove." + person.key
                        visible: person.canRemove
                        text: qsTr("지우기")
                        iconName: "minus"
                        enabled: !root.viewModel.busy
                        onActivated: root.viewModel.askRemoval(person.key)
                    }
                }
            }
        }
    }

    Loader {
        anchors.fill: parent
        active: root.viewModel.asked !== ""
        sourceComponent: ConfirmSheet {
            objectName: "removeSheet"
            title: qsTr("‘%1’ 계정을 지울까요?").arg(root.viewModel.asked)
            detail: qsTr("이 계정으로는 더 들어올 수 없어요. 그동안 한 일의 기록은 남아요.")
            primaryWord: qsTr("그대로 둘게요")
            secondaryWord: qsTr("지우기")
            onPrimary: root.viewModel.askRemoval("")
            onSecondary: root.viewModel.remove()
        }
    }
}
