// Seen from afar: today's question, how many took part, and one invitation, in turn in four languages.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property KioskViewModel kiosk
    required property AttractViewModel viewModel

    TapHandler {
        onTapped: root.viewModel.start()
    }

    Row {
        id: brand

        x: Theme.margin
        y: Theme.margin
        spacing: Theme.gap

        GateMark {
            anchors.verticalCenter: parent.verticalCenter
            size: Math.round(Theme.questionSize * 1.4)
        }

        ForumText {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("열린포럼")
            role: "question"
            color: Theme.primaryDeep
        }
    }

    Column {
        id: words

        x: Theme.margin
        width: root.width - 2 * Theme.margin
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -invitation.height / 2
        spacing: Theme.gapLarge

        ForumText {
            text: qsTr("오늘의 질문")
            role: "body"
            strong: true
            color: Theme.live
            visible: root.viewModel.question !== ""
        }

        ForumText {
            objectName: "todaysQuestion"
            width: parent.width
            text: root.viewModel.question
            role: "display"
        }

        ForumText {
            width: parent.width
            visible: root.viewModel.participants > 0
            text: qsTr("오늘 %1명이 참여했어요").arg(root.viewModel.participants)
            role: "body"
        }
    }

    Column {
        id: invitation

        x: Theme.margin
        width: root.width - 2 * Theme.margin
        anchors.bottom: root.bottom
        anchors.bottomMargin: Theme.margin
        spacing: Theme.gap

        PrimaryButton {
            objectName: "start"
            width: parent.width
            text: qsTr("눌러서 시작하기")
            iconName: "touch"
            onActivated: root.viewModel.startIn(root.kiosk.language)
        }

        Flow {
            width: parent.width
            spacing: Theme.gap

            Repeater {
                model: root.kiosk.languages

                SecondaryButton {
                    required property string code
                    required property string name

                    objectName: "start." + code
                    text: name
                    onActivated: root.viewModel.startIn(code)
                }
            }
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap

            IconButton {
                objectName: "attract.previous"
                text: qsTr("이전")
                iconName: "previous"
                onActivated: root.viewModel.previous()
            }

            IconButton {
                objectName: "attract.pause"
                text: root.viewModel.paused ? qsTr("다시 넘기기") : qsTr("멈추기")
                iconName: root.viewModel.paused ? "play" : "pause"
                onActivated: root.viewModel.togglePause()
            }

            IconButton {
                objectName: "attract.next"
                text: qsTr("다음")
                iconName: "next"
                onActivated: root.viewModel.next()
            }
        }
    }
}
