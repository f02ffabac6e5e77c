// What an activity is before it starts: how long it takes, from when to when, its rules, its programme.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property IntroViewModel viewModel
    readonly property bool open: root.viewModel.closed === ""
    readonly property bool beside: Theme.twoColumns && (root.viewModel.hasRules || root.viewModel.hasSessions)

    anchors.fill: parent

    ScrollArea {
        id: area

        x: Theme.margin
        y: Theme.gapLarge
        width: root.width - 2 * Theme.margin
        height: bar.y - y
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            id: head

            width: root.beside ? Math.floor((area.width - Theme.gapLarge) / 2) : parent ? (parent as Item).width : 0
            spacing: Theme.gap

            IconAndWord {
                text: root.viewModel.kindWords
                iconName: root.viewModel.kind
                color: Theme.primary
                strong: true
            }

            ForumText {
                width: parent.width
                text: root.viewModel.title
                role: "question"
            }

            ForumText {
                width: parent.width
                visible: text !== ""
                text: root.viewModel.description
            }

            Notice {
                width: parent.width
                visible: !root.open
                text: root.viewModel.closed
            }

            FactRow {
                visible: root.open
                iconName: "clock"
                text: root.viewModel.questions > 1 ? qsTr("%1 걸려요. 질문은 %2개쯤이에요.").arg(root.viewModel.timeWords).arg(root.viewModel.questions) : qsTr("%1 걸려요.").arg(root.viewModel.timeWords)
            }

            FactRow {
                visible: root.viewModel.period !== ""
                iconName: "calendar"
                text: root.viewModel.kind === "call" ? qsTr("공모 기간: %1").arg(root.viewModel.period) : qsTr("참여 기간: %1").arg(root.viewModel.period)
            }

            FactRow {
                visible: root.viewModel.resultDay !== ""
                iconName: "results"
                text: qsTr("결과 발표일: %1").arg(root.viewModel.resultDay)
            }
        }

        Column {
            x: root.beside ? head.width + Theme.gapLarge : 0
            y: root.beside ? 0 : head.height + Theme.gapLarge
            width: root.beside ? head.width : parent ? (parent as Item).width : 0
            spacing: Theme.gap

            ForumText {
                width: parent.width
                visible: root.viewModel.hasRules
                text: qsTr("이런 점을 알아 두세요")
                strong: true
            }

            Repeater {
                model: root.viewModel.rules

                FactRow {
                    iconName: "check"
                }
            }

            Repeater {
                model: root.viewModel.sessions

                Column {
                    id: session

                    required property string day
                    required property string hours
                    required property string title
                    required property string speaker
                    required property bool isToday

                    width: parent ? (parent as Item).width : 0
                    topPadding: session.day !== "" ? Theme.unit : 0
                    spacing: Theme.unit

                    Row {
                        visible: session.day !== ""
                        spacing: Theme.gap

                        ForumText {
                            text: session.day
                            strong: true
                            color: Theme.primary
                        }

                        LiveMark {
                            visible: session.isToday
                            anchors.verticalCenter: parent.verticalCenter
                            text: qsTr("오늘")
                        }
                    }

                    Rectangle {
                        width: parent.width
                        height: Theme.hairline
                        visible: session.day !== ""
                        color: Theme.outline
                    }

                    Column {
                        width: parent.width

                        ForumText {
                            width: parent.width
                            text: session.hours
                            role: "supporting"
                        }

                        ForumText {
                            width: parent.width
                            text: session.title
                        }

                        ForumText {
                            width: parent.width
                            visible: text !== ""
                            text: session.speaker
                            role: "supporting"
                        }
                    }
                }
            }
        }
    }

    BottomBar {
        id: bar

        y: root.height - height
        width: root.width
        backWord: qsTr("이전")
        backVisible: root.open
        primaryWord: root.open ? qsTr("시작하기") : qsTr("다른 활동 보기")
        primaryIcon: "next"
        primaryIconAfter: true
        onBack: root.viewModel.goHome()
        onPrimary: root.open ? root.viewModel.begin() : root.viewModel.goHome()
    }

    component FactRow: Item {
        id: fact

        required property string text
        required property string iconName

        width: parent ? (parent as Item).width : 0
        implicitHeight: Math.max(mark.height, words.implicitHeight)

        ForumIcon {
            id: mark

            y: (words.font.pixelSize * Theme.lineHeight - height) / 2
            name: fact.iconName
            size: Theme.iconSmall * 1.2
            color: Theme.primary
        }

        ForumText {
            id: words

            x: mark.width + Theme.gap
            width: fact.width - x
            text: fact.text
            role: "supporting"
        }
    }
}
