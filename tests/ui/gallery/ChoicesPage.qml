// A question with choices in every state.
pragma ComponentBehavior: Bound

import QtQuick
import Forum.Controls

Page {
    id: root

    ProgressSteps {
        width: parent.width
        step: 2
        count: 5
    }

    ForumText {
        width: parent.width
        role: "question"
        text: root.w("올해 우리 외교가 가장 힘써야 할 일은 무엇인가요?", "What should our diplomacy work on most this year?")
    }

    ForumText {
        width: parent.width
        role: "supporting"
        text: root.w("하나만 골라 주세요.", "Please choose one.")
    }

    Repeater {
        model: [root.w("한반도 평화와 안보", "Peace and security on the Korean Peninsula"), root.w("경제·통상 외교와 공급망", "Economy, trade and supply chains"), root.w("기후 위기 대응과 에너지 전환을 위한 국제 협력", "International cooperation on the climate crisis and energy transition"), root.w("재외국민 보호", "Protection of citizens abroad")]

        ChoiceCard {
            required property int index
            required property string modelData

            width: parent?.width ?? 0
            text: modelData
            selected: index === 1
            iconName: index < 2 ? ["peace", "economy"][index] : ""
        }
    }

    ChoiceCard {
        width: parent.width
        text: root.w("여러 개 고르기 · 고른 것", "Multiple, chosen")
        detail: root.w("설명이 있는 답", "An answer with a detail")
        selected: true
        multiple: true
    }

    ChoiceCard {
        width: parent.width
        text: root.w("순위 2", "Ranked second")
        selected: false
        rank: 2
    }

    ChoiceCard {
        width: parent.width
        text: root.w("고를 수 없음", "Cannot be chosen")
        selected: false
        enabled: false
    }
}
