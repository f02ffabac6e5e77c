// What became of past suggestions: what was said, what was done, and when.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property OutcomesViewModel viewModel

    anchors.fill: parent

    ScrollArea {
        x: Theme.margin
        y: Theme.gapLarge
        width: root.width - 2 * Theme.margin
        height: bar.y - y
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Flow {
            id: cards

            readonly property real each: Theme.twoColumns ? Math.floor((width - Theme.gap) / 2) : width

            width: parent ? (parent as Item).width : 0
            spacing: Theme.gap

            ForumText {
                width: cards.width
                text: qsTr("이렇게 반영되었습니다")
                role: "question"
            }

            Repeater {
                model: root.viewModel.outcomes

                Rectangle {
                    id: card

                    required property string key
                    required property string said
                    required property string done
                    required property string day

                    objectName: "outcome." + card.key
                    width: cards.each
                    implicitHeight: lines.implicitHeight + 2 * Theme.padding
                    radius: Theme.radiusLarge
                    color: Theme.surface
                    border.width: Theme.hairline
                    border.color: Theme.outline

                    Column {
                        id: lines

                        x: Theme.padding
                        y: Theme.padding
                        width: card.width - 2 * Theme.padding
                        spacing: Theme.unit * 1.5

                        IconAndWord {
                            text: qsTr("이렇게 말씀해 주셨어요")
                            iconName: "quote"
                            role: "supporting"
                            color: Theme.textSupporting
                        }

                        ForumText {
                            width: parent.width
                            text: card.said
                        }

                        Rectangle {
                            width: parent.width
                            height: Theme.hairline
                            color: Theme.outline
                        }

                        IconAndWord {
                            text: qsTr("이렇게 바뀌었어요")
                            iconName: "reflected"
                            role: "supporting"
                            strong: true
                            color: Theme.success
                        }

                        ForumText {
                            width: parent.width
                            text: card.done
                            strong: true
                        }

                        ForumText {
                            width: parent.width
                            text: card.day
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
        primaryWord: qsTr("참여하러 가기")
        primaryIcon: "next"
        primaryIconAfter: true
        onBack: root.viewModel.goHome()
        onPrimary: root.viewModel.goHome()
    }
}
