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

    /** On a wide screen the invitation stands beside the question. */
    readonly property bool beside: !Theme.portrait && root.width >= Theme.bodySize * 36
    readonly property real side: !root.beside ? 0 : Math.round((root.width - 2 * Theme.margin) * 0.38)
    /** A small wide screen: height is scarcest. */
    readonly property bool low: !Theme.portrait && !root.beside
    readonly property real band: Theme.unit * (root.low ? 5 : 8)
    /** Everything stands a few pixels elsewhere from minute to minute, so that nothing burns into the glass. */
    property int step: 0
    readonly property real shiftX: [0, 1, 1, 0, -1, -1, -1, 0, 1][root.step % 9] * Theme.shift
    readonly property real shiftY: [0, 0, 1, 1, 1, 0, -1, -1, -1][root.step % 9] * Theme.shift

    anchors.fill: parent

    Timer {
        interval: Theme.durationShift
        running: root.visible
        repeat: true
        onTriggered: root.step += 1
    }

    MotifBackdrop {
        anchors.fill: parent
        deep: true
        roof: !Theme.large
        foot: !root.beside ? invitation.height + Theme.margin + Theme.gapLarge : 0
    }

    TapHandler {
        onTapped: root.viewModel.start()
    }

    AttractMotion {
        width: root.width
        height: root.band
        color: Theme.motifOnDeep
        running: !root.viewModel.paused
    }

    Row {
        id: brand

        x: Theme.margin + root.shiftX
        y: root.band + (Theme.portrait ? Theme.gapLarge : Theme.gap) + root.shiftY
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

        x: brand.x
        y: brand.y + brand.height + Theme.gap
        width: root.width - 2 * Theme.margin - (!root.beside ? 0 : root.side + Theme.gapLarge)
        height: (!root.beside ? invitation.y : root.height) - y - (Theme.portrait ? Theme.gapLarge : Theme.gap)

        Column {
            id: words

            width: parent.width
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.portrait ? Theme.gapLarge : Theme.gap

            LiveMark {
                id: live

                text: qsTr("오늘의 질문")
                visible: root.viewModel.question !== ""
            }

            ForumText {
                id: question

                objectName: "todaysQuestion"
                width: parent.width
                text: root.viewModel.question !== "" ? root.viewModel.question : qsTr("외교에 대한 생각을 들려주세요")
                role: "display"
                lineHeight: Theme.portrait ? Theme.lineHeight : Theme.lineHeightTight
                pixelSize: fitting.fontInfo.pixelSize
                color: Theme.textOnDeep
            }

            ForumText {
                id: taken

                width: parent.width
                visible: root.viewModel.participants > 0
                text: qsTr("오늘 %1명이 참여했어요").arg(root.viewModel.participants)
                pixelSize: Math.round(Theme.bodySize * 1.25)
                color: Theme.textOnDeepSupporting
            }
        }
    }

    // Finds the largest letters in which all of the question stands in its place, no phrase of it broken.
    Text {
        id: fitting

        visible: false
        width: middle.width
        height: Math.max(1, middle.height - live.height - taken.height - 2 * words.spacing)
        text: Theme.keepPhrases(question.text)
        textFormat: Text.PlainText
        wrapMode: Text.WordWrap
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.bodySize
        lineHeight: question.lineHeight * metrics.font.pixelSize / metrics.height
        font: metrics.font
    }

    FontMetrics {
        id: metrics

        font.family: Theme.fontFamily
        font.pixelSize: Math.floor(Theme.displaySize * (Theme.portrait ? 1.5 : 1.3))
        font.weight: Theme.bold
    }

    Column {
        id: invitation

        x: (!root.beside ? Theme.margin : root.width - Theme.margin - root.side) + root.shiftX
        y: root.height - Theme.margin - height + root.shiftY
        width: !root.beside ? root.width - 2 * Theme.margin : root.side
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
            columns: root.beside || Theme.large && Theme.portrait ? 2 : 4
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
            spacing: !root.beside ? Theme.gapLarge : Theme.unit

            IconButton {
                objectName: "attract.previous"
                deep: true
                beside: root.low
                text: qsTr("이전 언어")
                iconName: "previous"
                onActivated: root.viewModel.previous()
            }

            IconButton {
                objectName: "attract.pause"
                deep: true
                beside: root.low
                text: root.viewModel.paused ? qsTr("다시 넘기기") : qsTr("멈추기")
                iconName: root.viewModel.paused ? "play" : "pause"
                onActivated: root.viewModel.togglePause()
            }

            IconButton {
                objectName: "attract.next"
                deep: true
                beside: root.low
                text: qsTr("다음 언어")
                iconName: "next"
                onActivated: root.viewModel.next()
            }
        }
    }

    IconButton {
        objectName: "staff"
        deep: true
        x: root.width - Theme.margin - width + root.shiftX
        y: brand.y + (brand.height - height) / 2
        text: qsTr("직원 도움")
        iconName: root.kiosk.staffCalled ? "check" : "staff"
        enabled: root.viewModel.ready
        onActivated: root.kiosk.callStaff()
    }
}
