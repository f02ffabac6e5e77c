// What visitors are asked: the packs in force, and a switch for each activity.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.Staff
import Forum.ViewModels

StaffFrame {
    id: root

    required property StaffContentViewModel viewModel

    told: root.viewModel.doneWords + root.viewModel.trouble
    primaryWord: qsTr("USB에서 콘텐츠 설치")
    primaryIcon: "document"
    primaryEnabled: !root.viewModel.busy
    onPrimary: root.viewModel.toSticks()

    StaffDone {
        id: done

        width: root.room
        words: root.viewModel.doneWords
        canUndo: root.viewModel.canUndo
        busy: root.viewModel.busy
        onUndo: root.viewModel.undo()
    }

    Notice {
        objectName: "content.trouble"
        width: root.room
        visible: root.viewModel.trouble !== ""
        kind: "warning"
        text: root.viewModel.trouble
    }

    StaffPart {
        title: qsTr("활동 열고 닫기")

        Repeater {
            model: root.viewModel.activities

            StaffSwitch {
                required property string key
                required property string name
                required property string days
                required property string standing
                required property bool isOn
                required property bool isOpen

                objectName: "switch." + key
                width: parent ? (parent as Item).width : 0
                enabled: !root.viewModel.busy && !done.fresh
                text: name
                detail: days + " · " + standing
                on: isOn
                word: isOpen ? qsTr("열림") : isOn ? qsTr("기간 밖") : qsTr("닫음")
                onActivated: root.viewModel.switch(key)
            }
        }
    }

    StaffPart {
        title: qsTr("지금 쓰는 콘텐츠")

        Repeater {
            model: root.viewModel.packs

            Column {
                id: pack

                required property string key
                required property string name
                required property string detail
                required property string before

                width: parent ? (parent as Item).width : 0
                spacing: Theme.unit

                ForumText {
                    width: pack.width
                    text: pack.name
                    role: "supporting"
                    strong: true
                    color: Theme.text
                }

                ForumText {
                    width: pack.width
                    text: pack.detail
                    role: "supporting"
                }

                SecondaryButton {
                    objectName: "rollBack." + pack.key
                    visible: pack.before !== ""
                    width: Math.min(implicitWidth, pack.width)
                    enabled: !root.viewModel.busy
                    text: qsTr("이전 판으로 (%1)").arg(pack.before)
                    iconName: "undo"
                    onActivated: root.viewModel.rollBack(pack.key)
                }
            }
        }
    }
}
