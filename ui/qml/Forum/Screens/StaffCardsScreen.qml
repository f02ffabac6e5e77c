// Paper cards: which day and language the next one is of, its activity, and the one that was kept last.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.Staff
import Forum.ViewModels

StaffFrame {
    id: root

    required property StaffCardsViewModel viewModel

    told: root.viewModel.doneWords + root.viewModel.trouble

    StaffDone {
        width: root.room
        words: root.viewModel.doneWords
        canUndo: root.viewModel.undoSeconds > 0
        undoWord: qsTr("방금 카드 취소 (%1초 안에)").arg(root.viewModel.undoSeconds)
        onUndo: root.viewModel.undo()
    }

    Notice {
        objectName: "cards.trouble"
        width: root.room
        visible: root.viewModel.trouble !== ""
        kind: "warning"
        text: root.viewModel.trouble
    }

    StaffPart {
        title: qsTr("어떤 카드인가요? 오늘 입력한 카드: %1장").arg(root.viewModel.entered)

        Flow {
            width: parent ? (parent as Item).width : 0
            spacing: Theme.unit

            TopicChip {
                id: earlier

                objectName: "cards.earlier"
                text: qsTr("하루 전")
                iconName: "previous"
                onActivated: root.viewModel.turnDay(-1)
            }

            ForumText {
                objectName: "cards.day"
                height: earlier.height
                verticalAlignment: Text.AlignVCenter
                text: root.viewModel.dayWords
                role: "supporting"
                strong: true
                color: Theme.text
            }

            TopicChip {
                objectName: "cards.later"
                visible: !root.viewModel.isToday
                text: qsTr("하루 뒤")
                iconName: "next"
                onActivated: root.viewModel.turnDay(1)
            }
        }

        Flow {
            width: parent ? (parent as Item).width : 0
            spacing: Theme.unit

            Repeater {
                model: root.viewModel.languages

                TopicChip {
                    required property string key
                    required property string name
                    required property bool isChosen

                    objectName: "cards.language." + key
                    text: name
                    selected: isChosen
                    onActivated: root.viewModel.chooseLanguage(key)
                }
            }
        }

        Repeater {
            model: root.viewModel.activities

            SecondaryButton {
                required property string key
                required property string name
                required property string whyNot

                objectName: "card." + key
                width: parent ? (parent as Item).width : 0
                enabled: whyNot === ""
                text: whyNot === "" ? name : name + " · " + whyNot
                iconName: "edit"
                onActivated: root.viewModel.begin(key)
            }
        }
    }
}
