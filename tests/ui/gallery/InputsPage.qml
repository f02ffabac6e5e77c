// Scales, stars and digits.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Page {
    id: root

    spacing: Theme.gapLarge

    ScaleRow {
        width: parent.width
        minimum: 0
        maximum: 10
        value: 7
        lowWord: root.w("전혀 믿지 않아요", "No trust at all")
        highWord: root.w("완전히 믿어요", "Complete trust")
    }

    ScaleRow {
        width: parent.width
        minimum: 1
        maximum: 5
        value: NaN
        lowWord: root.w("매우 불만족", "Very unhappy")
        highWord: root.w("매우 만족", "Very happy")
    }

    RatingRow {
        width: parent.width
        maximum: 5
        value: 4
    }

    NumberPad {
        width: Math.min(parent.width, Theme.cardHeight * 8)
        anchors.horizontalCenter: parent.horizontalCenter
        value: "42"
        backWord: root.w("지우기", "Delete")
    }
}
