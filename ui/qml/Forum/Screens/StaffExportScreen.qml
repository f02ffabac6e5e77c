// The tally to a USB stick: which days, which stick, how far it is, and what came of it.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.Staff
import Forum.ViewModels

StaffFrame {
    id: root

    required property StaffExportViewModel viewModel

    told: root.viewModel.doneWords + root.viewModel.trouble
    primaryWord: root.viewModel.exporting ? qsTr("그만두기") : qsTr("내보내기")
    primaryIcon: root.viewModel.exporting ? "close" : "document"
    primaryEnabled: root.viewModel.exporting || root.viewModel.canExport
    onPrimary: root.viewModel.exporting ? root.viewModel.stop() : root.viewModel.start()

    Notice {
        objectName: "export.done"
        width: root.room
        visible: root.viewModel.doneWords !== ""
        kind: "success"
        text: root.viewModel.doneWords
    }

    Notice {
        objectName: "export.trouble"
        width: root.room
        visible: root.viewModel.trouble !== ""
        kind: "warning"
        text: root.viewModel.trouble
    }

    StaffPart {
        visible: root.viewModel.exporting
        title: root.viewModel.stageWords

        Rectangle {
            id: track

            width: parent ? (parent as Item).width : 0
            height: Math.round(Theme.supportingSize * 0.7)
            radius: Theme.radiusSmall
            color: Theme.surfaceSunken
            border.width: Theme.hairline
            border.color: Theme.outlineStrong

            Rectangle {
                objectName: "export.progress"
                width: Math.max(track.radius * 2, track.width * root.viewModel.share)
                height: track.height
                radius: track.radius
                color: Theme.primary
            }
        }
    }

    StaffPart {
        title: qsTr("언제")

        Flow {
            width: parent ? (parent as Item).width : 0
            spacing: Theme.unit

            Repeater {
                model: root.viewModel.periods

                TopicChip {
                    required property string key
                    required property string name
                    required property bool isChosen

                    objectName: "period." + key
                    enabled: !root.viewModel.exporting
                    text: name
                    selected: isChosen
                    onActivated: root.viewModel.choosePeriod(key)
                }
            }
        }

        ForumText {
            width: parent ? (parent as Item).width : 0
            text: root.viewModel.daysWords
            role: "supporting"
        }
    }

    StaffPart {
        title: qsTr("어디에")

        ForumText {
            width: parent ? (parent as Item).width : 0
            visible: !root.viewModel.hasStick
            text: qsTr("USB를 꽂아 주세요. 꽂으면 여기에 나타나요.")
            role: "supporting"
        }

        Flow {
            width: parent ? (parent as Item).width : 0
            visible: root.viewModel.hasStick
            spacing: Theme.unit

            Repeater {
                model: root.viewModel.sticks

                TopicChip {
                    required property string key
                    required property string name
                    required property bool isChosen

                    objectName: "stick." + key
                    enabled: !root.viewModel.exporting
                    text: name
                    selected: isChosen
                    onActivated: root.viewModel.chooseStick(key)
                }
            }
        }
    }

    StaffPart {
        title: qsTr("무엇을")

        ForumText {
            width: parent ? (parent as Item).width : 0
            text: qsTr("집계를 엑셀(XLSX), 표(CSV), 문서(PDF), 기계용(JSON) 파일로, 서명과 함께 담아요. 이름과 연락처, 쓰신 글은 들어가지 않아요.")
            role: "supporting"
        }
    }
}
