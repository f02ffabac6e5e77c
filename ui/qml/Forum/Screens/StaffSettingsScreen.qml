// The settings that staff change at the kiosk: opening hours, the files of closing time, how many backups are kept.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.Staff
import Forum.ViewModels

StaffFrame {
    id: root

    required property StaffSettingsViewModel viewModel

    told: root.viewModel.doneWords + root.viewModel.trouble
    primaryWord: root.viewModel.isRead ? qsTr("바꾼 설정 저장") : ""
    primaryIcon: "check"
    primaryEnabled: root.viewModel.canSave
    onPrimary: root.viewModel.save()

    StaffDone {
        id: done

        width: root.room
        words: root.viewModel.doneWords
        canUndo: root.viewModel.canUndo
        busy: root.viewModel.busy
        onUndo: root.viewModel.undo()
    }

    Notice {
        objectName: "settings.trouble"
        width: root.room
        visible: root.viewModel.trouble !== ""
        kind: "warning"
        text: root.viewModel.trouble
    }

    // Always there: what comes and goes would push the keys about under the finger.
    ForumText {
        width: root.room
        visible: root.viewModel.isRead
        text: qsTr("바꾼 것은 저장한 뒤부터 써요. 저장하지 않고 나가면 바꾸기 전 그대로예요.")
        role: "supporting"
    }

    StaffPart {
        visible: root.viewModel.isRead
        title: qsTr("여는 시간")

        StaffSwitch {
            objectName: "settings.hours"
            width: parent ? (parent as Item).width : 0
            enabled: !root.viewModel.busy && !done.fresh
            text: qsTr("여는 시간 밖에는 화면 끄기")
            detail: qsTr("꺼진 화면은 누르면 2분 동안 켜지고, 참여하고 있는 방문은 끊지 않아요. 기본값: 늘 켜 둠")
            on: root.viewModel.hasHours
            word: root.viewModel.hasHours ? qsTr("켬") : qsTr("끔")
            onActivated: root.viewModel.switchHours()
        }

        Flow {
            visible: root.viewModel.hasHours
            width: parent ? (parent as Item).width : 0
            spacing: Theme.unit

            Repeater {
                model: root.viewModel.days

                TopicChip {
                    required property string key
                    required property string name
                    required property bool isChosen

                    objectName: "day." + key
                    text: name
                    selected: isChosen
                    onActivated: root.viewModel.chooseDay(key)
                }
            }
        }
    }

    StaffPart {
        visible: root.viewModel.hasHours
        title: root.viewModel.dayName

        StaffSwitch {
            objectName: "settings.day"
            width: parent ? (parent as Item).width : 0
            enabled: !root.viewModel.busy && !done.fresh
            text: qsTr("이날 열어요")
            detail: root.viewModel.dayIsOpen ? qsTr("시각은 서울 시각이에요.") : qsTr("이날은 하루 내내 화면이 꺼져 있어요.")
            on: root.viewModel.dayIsOpen
            word: root.viewModel.dayIsOpen ? qsTr("열림") : qsTr("쉼")
            onActivated: root.viewModel.switchDay()
        }

        Repeater {
            model: root.viewModel.ends

            StaffStepper {
                id: end

                required property string key
                required property string time
                required property bool canEarlier
                required property bool canLater

                width: parent ? (parent as Item).width : 0
                name: end.key
                valueWidth: Theme.bodySize * 7.5
                value: end.key === "opens" ? qsTr("%1에 열고").arg(end.time) : qsTr("%1에 닫아요").arg(end.time)
                lessWord: qsTr("%1분 일찍").arg(root.viewModel.step)
                moreWord: qsTr("%1분 늦게").arg(root.viewModel.step)
                canLess: end.canEarlier && !root.viewModel.busy
                canMore: end.canLater && !root.viewModel.busy
                onLess: root.viewModel.move(end.key, -1)
                onMore: root.viewModel.move(end.key, 1)
            }
        }

        Flow {
            width: parent ? (parent as Item).width : 0
            spacing: Theme.unit

            TopicChip {
                objectName: "spread.5"
                enabled: !root.viewModel.busy
                text: qsTr("월~금 모두 이렇게")
                iconName: "calendar"
                onActivated: root.viewModel.spread(5)
            }

            TopicChip {
                objectName: "spread.7"
                enabled: !root.viewModel.busy
                text: qsTr("매일 이렇게")
                iconName: "calendar"
                onActivated: root.viewModel.spread(7)
            }
        }
    }

    StaffPart {
        visible: root.viewModel.isRead
        half: true
        title: qsTr("마감할 때 쓰는 집계 파일")

        Flow {
            width: parent ? (parent as Item).width : 0
            spacing: Theme.unit

            Repeater {
                model: root.viewModel.formats

                TopicChip {
                    required property string key
                    required property string name
                    required property bool isChosen

                    objectName: "format." + key
                    enabled: !root.viewModel.busy
                    text: name
                    selected: isChosen
                    onActivated: root.viewModel.switchFormat(key)
                }
            }
        }

        ForumText {
            width: parent ? (parent as Item).width : 0
            text: root.viewModel.formatsDefault
            role: "supporting"
        }
    }

    StaffPart {
        visible: root.viewModel.isRead
        half: true
        title: qsTr("남겨 두는 백업")

        StaffStepper {
            width: parent ? (parent as Item).width : 0
            name: "backups"
            value: root.viewModel.backups
            lessWord: qsTr("적게")
            moreWord: qsTr("많게")
            canLess: root.viewModel.canKeepFewer && !root.viewModel.busy
            canMore: root.viewModel.canKeepMore && !root.viewModel.busy
            onLess: root.viewModel.keepMore(-1)
            onMore: root.viewModel.keepMore(1)
        }

        ForumText {
            width: parent ? (parent as Item).width : 0
            text: root.viewModel.backupsDefault
            role: "supporting"
        }
    }
}
