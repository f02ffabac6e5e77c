// Buttons in every state.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Page {
    id: root

    PrimaryButton {
        width: parent.width
        text: root.w("제출하기", "Submit")
        iconName: "send"
    }

    PrimaryButton {
        width: parent.width
        text: root.w("눌린 모습", "Pressed")
        down: true
    }

    PrimaryButton {
        objectName: "focused"
        width: parent.width
        text: root.w("자판으로 고른 모습", "Focused")
    }

    PrimaryButton {
        width: parent.width
        text: root.w("쓸 수 없음", "Disabled")
        enabled: false
    }

    SecondaryButton {
        width: parent.width
        text: root.w("휴대전화로 이어서", "Continue on your phone")
        iconName: "phone"
    }

    SecondaryButton {
        width: parent.width
        text: root.w("눌린 모습", "Pressed")
        down: true
    }

    SecondaryButton {
        width: parent.width
        text: root.w("쓸 수 없음", "Disabled")
        enabled: false
    }

    ChoiceCard {
        width: parent.width
        text: root.w("눌린 답", "Pressed answer")
        selected: false
        down: true
    }

    Row {
        spacing: Theme.gap

        PlainButton {
            text: root.w("이전", "Back")
            iconName: "back"
        }

        PlainButton {
            text: root.w("눌림", "Pressed")
            iconName: "restart"
            down: true
        }

        IconButton {
            text: root.w("멈춤", "Pause")
            iconName: "pause"
        }

        IconButton {
            text: root.w("다시 듣기", "Replay")
            iconName: "speaker"
            down: true
        }
    }

    ForumText {
        text: root.w("작은 글자 4.8 mm", "Caption 4.8 mm")
        role: "caption"
    }

    AttractMotion {
        width: parent.width
        height: Theme.cardHeight
    }
}
