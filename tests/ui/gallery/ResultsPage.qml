// Results.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Page {
    id: root

    spacing: Theme.gapLarge

    ForumText {
        width: parent.width
        role: "question"
        text: root.w("지금까지 128명이 답했어요", "128 people have answered so far")
    }

    Repeater {
        model: [[root.w("한반도 평화와 안보", "Peace on the Peninsula"), 0.42, 54, false], [root.w("경제·통상 외교와 공급망", "Economy, trade and supply chains"), 0.31, 40, true], [root.w("기후 위기 대응", "The climate crisis"), 0.2, 26, false], [root.w("재외국민 보호", "Citizens abroad"), 0.0, 0, false]]

        ResultBar {
            required property var modelData

            width: parent?.width ?? 0
            label: modelData[0]
            share: modelData[1]
            countText: root.w(modelData[2] + "명", modelData[2] + " people")
            own: modelData[3]
            ownWord: root.w("내 답", "your answer")
        }
    }

    ResultBar {
        width: parent.width
        label: root.w("다른 생각", "Something else")
        share: 0
        countText: ""
        hidden: true
        hiddenText: root.w("10명 미만", "Fewer than 10")
    }

    Notice {
        width: parent.width
        text: root.w("이곳을 찾은 분들의 답이에요. 국민 전체를 대표하지는 않아요.", "These are the answers of people who came here. They are not a sample of the nation.")
    }
}
