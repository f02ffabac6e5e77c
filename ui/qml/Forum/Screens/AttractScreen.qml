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

    anchors.fill: parent

    MotifBackdrop {
        anchors.fill: parent
        deep: true
        roof: !Theme.large
        foot: Theme.portrait ? foot.height + Theme.margin + Theme.gapLarge : 0
    }

    TapHandler {
        onTapped: root.viewModel.start()
    }

    AttractMotion {
        width: root.width
        height: Theme.unit * 8
        color: Theme.motifOnDeep
        running: !root.viewModel.paused
    }

    Row {
        id: brand

        x: Theme.margin
        y: Theme.unit * 8 + Theme.gapLarge
        spacing: Theme.gap

        GateMark {
            anchors.verticalCenter: parent.verticalCenter
            size: Math.round(Theme.questionSize * 1.4)
            color: Theme.textOnDeep
        }

        ForumText {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("열린포럼")
            role: "question"
            color: Theme.textOnDeep
        }
    }

    Item {
        id: middle

        x: Theme.margin
        y: brand.y + brand.height
        width: root.width - 2 * Theme.margin
        height: foot.y - y

        Column {
            id: words

            width: parent.width
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gapLarge

            LiveMark {
                text: qsTr("오늘의 질문")
                visible: root.viewModel.question !== ""
            }

            ForumText {
                objectName: "todaysQuestion"
                width: parent.width
                text: root.viewModel.question !== "" ? root.viewModel.question : qsTr("외교에 대한 생각을 들려주세요")
                role: "display"
                color: Theme.textOnDeep
            }

            ForumText {
                width: parent.width
                visible: root.viewModel.participants > 0
                text: qsTr("오늘 %1명이 참여했어요").arg(root.viewModel.participants)
                color: Theme.textOnDeepSupporting
            }
        }
    }

    Column {
        id: foot

        x: Theme.margin
        width: root.width - 2 * Theme.margin
        anchors.bottom: root.bottom
        anchors.bottomMargin: Theme.margin
        spacing: Theme.gap

        PrimaryButton {
            objectName: "start"
            width: parent.width
            deep: true
            iconName: "touch"
            text: root.viewModel.ready ? qsTr("여기를 누르면 시작해요") : qsTr("준비하고 있어요")
            enabled: root.viewModel.ready
            onActivated: root.viewModel.startIn(root.kiosk.language)
        }

        Grid {
            id: languages

            readonly property real each: Math.floor((width - (columns - 1) * spacing) / columns)

            width: parent.width
            columns: Theme.large && Theme.portrait ? 2 : 4
            spacing: Theme.gap

            Repeater {
                model: root.kiosk.languages

                SecondaryButton {
                    required property string code
                    required property string name

                    objectName: "start." + code
                    deep: true
                    width: languages.each
                    text: name
                    enabled: root.viewModel.ready
                    onActivated: root.viewModel.startIn(code)
                }
            }
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gapLarge

            IconButton {
                objectName: "attract.previous"
                deep: true
                text: qsTr("이전 언어")
                iconName: "previous"
                onActivated: root.viewModel.previous()
            }

            IconButton {
                objectName: "attract.pause"
                deep: true
                text: root.viewModel.paused ? qsTr("다시 넘기기") : qsTr("멈추기")
                iconName: root.viewModel.paused ? "play" : "pause"
                onActivated: root.viewModel.togglePause()
            }

            IconButton {
                objectName: "attract.next"
                deep: true
                text: qsTr("다음 언어")
                iconName: "next"
                onActivated: root.viewModel.next()
            }
        }
    }
}
