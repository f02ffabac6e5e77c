// A text seems to betray its writer: what and where, and what to do about it, before anything is sent.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property CautionViewModel viewModel

    anchors.fill: parent

    ScrollArea {
        x: Theme.margin
        y: Theme.gapLarge
        width: root.width - 2 * Theme.margin
        height: (leave.visible ? leave.y - Theme.unit : bar.y) - y
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            width: parent ? (parent as Item).width : 0
            spacing: Theme.gap

            ForumText {
                width: parent.width
                text: qsTr("글에 개인정보가 들어 있는 것 같아요")
                role: "question"
            }

            ForumText {
                width: parent.width
                text: qsTr("여러 사람이 읽는 글이니 지우시는 편이 안전해요. 그대로 두셔도 공개할 때에는 가려요.")
                role: "supporting"
            }

            ForumText {
                width: parent.width
                text: root.viewModel.question
                role: "supporting"
                strong: true
            }

            Repeater {
                model: root.viewModel.sightings

                Rectangle {
                    id: card

                    required property string kindWords
                    required property string before
                    required property string found
                    required property string after

                    width: parent ? (parent as Item).width : 0
                    implicitHeight: lines.implicitHeight + 2 * Theme.padding
                    radius: Theme.radiusLarge
                    color: Theme.surface
                    border.width: Theme.hairline
                    border.color: Theme.outlineStrong

                    Column {
                        id: lines

                        x: Theme.padding
                        y: Theme.padding
                        width: card.width - 2 * Theme.padding
                        spacing: Theme.unit

                        IconAndWord {
                            width: Math.min(implicitWidth, lines.width)
                            text: card.kindWords
                            iconName: "privacy"
                            role: "supporting"
                            strong: true
                            color: Theme.danger
                        }

                        Flow {
                            width: parent.width

                            Excerpt {
                                text: card.before
                            }

                            Rectangle {
                                width: mark.width + Theme.unit
                                height: mark.height
                                radius: Theme.radiusSmall
                                color: Theme.dangerSurface
                                border.width: Theme.line
                                border.color: Theme.danger

                                Excerpt {
                                    id: mark

                                    objectName: "found"
                                    width: implicitWidth
                                    anchors.centerIn: parent
                                    text: card.found
                                    strong: true
                                }
                            }

                            Excerpt {
                                text: card.after
                            }
                        }
                    }
                }
            }

            LeaveButton {
                visible: Theme.cramped
                width: parent.width
            }
        }
    }

    LeaveButton {
        id: leave

        visible: !Theme.cramped
        x: Theme.margin
        y: bar.y - height
        width: root.width - 2 * Theme.margin
    }

    BottomBar {
        id: bar

        y: root.height - height
        width: root.width
        backWord: qsTr("직접 고치기")
        primaryWord: qsTr("지우기")
        primaryIcon: "close"
        onBack: root.viewModel.goBack()
        onPrimary: root.viewModel.erase()
    }

    component LeaveButton: SecondaryButton {
        objectName: "leaveAsIs"
        text: qsTr("그대로 두기")
        onActivated: root.viewModel.leave()
    }

    component Excerpt: ForumText {
        width: Math.min(implicitWidth, parent ? (parent as Item).width : implicitWidth)
        wrapMode: Text.WrapAnywhere
    }
}
