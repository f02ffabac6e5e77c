// The review before submitting.
pragma ComponentBehavior: Bound

import QtQuick
import Forum.Controls

Page {
    id: root

    ForumText {
        width: parent.width
        role: "question"
        text: root.w("이대로 제출할까요?", "Is this what you want to submit?")
    }

    ReviewRow {
        width: parent.width
        question: root.w("올해 우리 외교가 가장 힘써야 할 일은 무엇인가요?", "What should our diplomacy work on most this year?")
        answer: root.w("경제·통상 외교와 공급망", "Economy, trade and supply chains")
        changeWord: root.w("고치기", "Change")
    }

    ReviewRow {
        width: parent.width
        question: root.w("그렇게 생각하는 까닭은 무엇인가요?", "Why do you think so?")
        answer: root.w("청년이 참여할 수 있는 자리가 더 많아지면 좋겠습니다.", "I hope that there will be more places where young people can take part.")
        changeWord: root.w("고치기", "Change")
    }

    ReviewRow {
        width: parent.width
        question: root.w("나이대", "Age band")
        answer: root.w("답하지 않음", "Not answered")
        empty: true
        changeWord: root.w("고치기", "Change")
    }
}
