// The attract screen as a deep poster.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Item {
    id: root

    /** The Korean words, or the English ones. */
    function w(ko: string, en: string): string {
        return Theme.language === "ko" ? ko : en;
    }

    MotifBackdrop {
        anchors.fill: parent
        deep: true
        roof: Theme.portrait && !Theme.large
        foot: invitation.height + Theme.margin + Theme.gapLarge
    }

    Item {
        id: words

        anchors.fill: parent
        anchors.margins: Theme.margin

        Row {
            id: brand

            spacing: Theme.gap

            GateMark {
                anchors.verticalCenter: parent.verticalCenter
                size: Math.round(Theme.questionSize * 1.4)
                color: Theme.textOnDeep
            }

            ForumText {
                anchors.verticalCenter: parent.verticalCenter
                role: "question"
                color: Theme.textOnDeep
                text: root.w("열린 외교 포럼", "Open Diplomacy Forum")
            }
        }

        Column {
            y: Theme.portrait && !Theme.large ? Math.round(parent.height * 0.24) : brand.height + Math.max(Theme.unit, (invitation.y - brand.height - height) / 2)
            width: parent.width
            spacing: Theme.gapLarge

            LiveMark {
                text: root.w("오늘의 질문", "Today's question")
            }

            ForumText {
                width: parent.width
                role: "display"
                color: Theme.textOnDeep
                text: root.w("올해 우리 외교가 가장 힘써야 할 일은 무엇인가요?", "What should our diplomacy work on most this year?")
            }

            ForumText {
                width: parent.width
                color: Theme.textOnDeepSupporting
                text: root.w("오늘 128명이 함께했어요", "128 people have taken part today")
            }
        }

        Column {
            id: invitation

            anchors.bottom: parent.bottom
            width: parent.width
            spacing: Theme.gap

            PrimaryButton {
                width: parent.width
                deep: true
                text: root.w("시작하기", "Begin")
                iconName: "touch"
            }

            Flow {
                width: parent.width
                spacing: Theme.gap

                Repeater {
                    model: ["한국어", "English", "日本語", "中文"]

                    SecondaryButton {
                        required property string modelData

                        deep: true
                        text: modelData
                    }
                }
            }

            Row {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.gap

                IconButton {
                    deep: true
                    text: root.w("이전", "Previous")
                    iconName: "previous"
                }

                IconButton {
                    deep: true
                    text: root.w("멈추기", "Pause")
                    iconName: "pause"
                }

                IconButton {
                    deep: true
                    text: root.w("다음", "Next")
                    iconName: "next"
                }
            }
        }
    }

    AttractMotion {
        anchors.top: parent.top
        width: parent.width
        height: Theme.unit * 5
        color: Theme.motifOnDeep
    }
}
