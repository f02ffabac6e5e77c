// A pack from a USB stick: what is there, what it changes, and accepting it.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.Staff
import Forum.ViewModels

StaffFrame {
    id: root

    required property StaffInstallViewModel viewModel

    backWord: root.viewModel.canChooseAgain ? qsTr("다른 파일 보기") : qsTr("설치하지 않고 돌아가기")
    primaryWord: qsTr("받아들이고 설치")
    primaryIcon: "check"
    primaryEnabled: root.viewModel.canAccept
    onBack: root.viewModel.back()
    onPrimary: root.viewModel.accept()

    Notice {
        objectName: "install.trouble"
        width: root.room
        visible: root.viewModel.trouble !== ""
        kind: "warning"
        text: root.viewModel.trouble
    }

    Notice {
        objectName: "install.none"
        width: root.room
        visible: root.viewModel.looked && !root.viewModel.hasFound
        kind: "info"
        text: root.viewModel.hasStick ? qsTr("이 USB에는 콘텐츠 파일(.yaml)이 없어요. 맨 위 폴더나 그 아래 폴더에 넣어 다시 꽂아 주세요.") : qsTr("USB를 꽂아 주세요. 꽂으면 여기에 나타나요.")
    }

    StaffPart {
        visible: root.viewModel.hasFound
        title: qsTr("USB에 있는 콘텐츠")

        Repeater {
            model: root.viewModel.found

            ChoiceCard {
                required property int key
                required property string name
                required property string where
                required property bool isChosen
                required property bool isGood

                objectName: "found." + key
                width: parent ? (parent as Item).width : 0
                visible: isChosen || !root.viewModel.looking
                text: name
                detail: where
                iconName: isGood ? "document" : "warning"
                selected: isChosen
                onActivated: root.viewModel.lookAt(key)
            }
        }
    }

    Notice {
        objectName: "install.refusal"
        width: root.room
        visible: text !== ""
        kind: "warning"
        text: root.viewModel.refusal
    }

    StaffPart {
        visible: root.viewModel.faults !== ""
        title: qsTr("잘못된 곳")

        ForumText {
            objectName: "install.faults"
            width: parent ? (parent as Item).width : 0
            text: root.viewModel.faults
            role: "supporting"
        }
    }

    StaffPart {
        visible: root.viewModel.canAccept
        title: qsTr("받아들이면 이렇게 돼요")

        Repeater {
            model: root.viewModel.changes

            Item {
                id: change

                required property string key
                required property string how
                required property string name
                required property string detail

                objectName: "change." + change.key
                width: parent ? (parent as Item).width : 0
                implicitHeight: words.implicitHeight
                Accessible.role: Accessible.StaticText
                Accessible.name: change.name + ", " + change.detail

                ForumIcon {
                    id: mark

                    y: (Theme.supportingSize * Theme.lineHeight - height) / 2
                    name: change.how === "added" ? "plus" : change.how === "removed" ? "minus" : "edit"
                    size: Theme.iconSmall
                    color: change.how === "removed" ? Theme.danger : Theme.primary
                }

                Column {
                    id: words

                    x: mark.width + Theme.unit
                    width: change.width - x

                    ForumText {
                        width: parent.width
                        text: (change.how === "added" ? qsTr("새 활동: %1") : change.how === "removed" ? qsTr("없어지는 활동: %1") : qsTr("바뀜: %1")).arg(change.name)
                        role: "supporting"
                        strong: true
                        color: Theme.text
                        Accessible.ignored: true
                    }

                    ForumText {
                        width: parent.width
                        visible: change.detail !== ""
                        text: change.detail
                        role: "supporting"
                        Accessible.ignored: true
                    }
                }
            }
        }

        ForumText {
            width: parent ? (parent as Item).width : 0
            text: qsTr("이미 받은 의견은 그대로 남아요. 다음 방문자부터 새 콘텐츠가 보이고, 언제든 되돌릴 수 있어요.")
            role: "supporting"
        }
    }
}
