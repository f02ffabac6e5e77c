// The home screen: tiles in every state.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Page {
    id: root

    ForumText {
        width: parent.width
        role: "question"
        text: root.w("무엇을 해 볼까요?", "What would you like to do?")
    }

    ForumText {
        width: parent.width
        role: "supporting"
        text: root.w("누구나 참여할 수 있어요. 이름은 묻지 않아요.", "Anyone can take part. We do not ask for your name.")
    }

    Flow {
        width: parent.width
        spacing: Theme.gap

        Repeater {
            model: [
                {
                    icon: "poll",
                    kind: root.w("빠른 투표", "Quick poll"),
                    title: root.w("올해 우리 외교가 가장 힘써야 할 일은 무엇인가요?", "What should our diplomacy work on most this year?"),
                    minutes: root.w("약 30초", "About 30 seconds"),
                    live: true,
                    closed: false
                },
                {
                    icon: "statements",
                    kind: root.w("생각 모으기", "Statements"),
                    title: root.w("기후 외교, 어디까지 동의하시나요?", "Climate diplomacy: how far do you agree?"),
                    minutes: root.w("약 3분", "About 3 minutes"),
                    live: false,
                    closed: false
                },
                {
                    icon: "opinion",
                    kind: root.w("의견 남기기", "Opinion"),
                    title: root.w("외교부에 바라는 점을 들려주세요", "Tell the ministry what you hope for"),
                    minutes: root.w("약 2분", "About 2 minutes"),
                    live: false,
                    closed: false
                },
                {
                    icon: "proposal",
                    kind: root.w("정책 제안", "Proposal"),
                    title: root.w("재외국민 보호를 더 좋게 만들 방법", "Better protection of citizens abroad"),
                    minutes: root.w("약 5분", "About 5 minutes"),
                    live: false,
                    closed: false
                },
                {
                    icon: "seminar",
                    kind: root.w("세미나", "Seminar"),
                    title: root.w("공공외교 시민 세미나", "Public diplomacy seminar"),
                    minutes: "",
                    live: false,
                    closed: true
                }
            ]

            ActivityTile {
                required property var modelData

                readonly property bool half: Theme.twoColumns && !modelData.live

                width: ((parent?.width ?? 0) - (half ? Theme.gap : 0)) / (half ? 2 : 1)
                text: modelData.title
                iconName: modelData.icon
                kindLabel: modelData.kind
                minutesLabel: modelData.minutes
                live: modelData.live
                featured: modelData.live
                liveLabel: root.w("진행 중", "Live now")
                closed: modelData.closed
                closedLabel: root.w("마감됨 · 결과 발표 12월 1일", "Closed · results on 1 December")
            }
        }
    }
}
