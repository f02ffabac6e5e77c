// Every control in its states, on pages composed like screens; tests/ui/render_gallery.py draws it to PNG.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls

Item {
    id: root

    property int page: 0
    property url qr: ""
    property int qrModules: 45
    readonly property int pages: 12

    /** The Korean words, or the English ones. */
    function w(ko: string, en: string): string {
        return Theme.language === "ko" ? ko : en;
    }

    width: Theme.windowWidth
    height: Theme.windowHeight

    MotifBackdrop {
        anchors.fill: parent
        roof: false
    }

    ForumHeader {
        id: header

        width: parent.width
        visible: root.page !== 11
        title: root.w("열린 외교 포럼", "Open Diplomacy Forum")
        homeWord: root.w("처음으로", "Home")
        languageWord: root.w("언어", "Language")
        accessibilityWord: root.w("화면 설정", "Display")
        staffWord: root.w("직원 호출", "Call staff")
    }

    BottomBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        visible: root.page > 0 && root.page < 11
        backWord: root.w("이전", "Back")
        primaryWord: root.page === 2 ? "" : root.page === 5 ? root.w("제출하기", "Submit") : root.w("다음", "Next")
        primaryIcon: root.page === 5 ? "send" : "forward"
        primaryIconAfter: true
        primaryEnabled: root.page !== 4
    }

    ScrollArea {
        anchors.top: header.bottom
        anchors.bottom: bar.visible ? bar.top : parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: Theme.gapLarge
        anchors.bottomMargin: Theme.unit
        upWord: root.w("위로", "Up")
        downWord: root.w("아래로", "Down")
        visible: root.page !== 11

        Loader {
            width: parent?.width ?? 0
            sourceComponent: [home, choices, statements, inputs, writing, review, thanks, results, buttons, review, review, null][root.page]
        }
    }

    Component {
        id: home

        HomePage {}
    }

    Component {
        id: choices

        ChoicesPage {}
    }

    Component {
        id: statements

        StatementsPage {}
    }

    Component {
        id: inputs

        InputsPage {}
    }

    Component {
        id: writing

        WritingPage {}
    }

    Component {
        id: review

        ReviewPage {}
    }

    Component {
        id: thanks

        ThanksPage {
            qr: root.qr
            qrModules: root.qrModules
        }
    }

    Component {
        id: results

        ResultsPage {}
    }

    Component {
        id: buttons

        ButtonsPage {}
    }

    ConfirmSheet {
        visible: root.page === 9
        title: root.w("처음부터 다시 할까요?", "Start over?")
        detail: root.w("지금까지 쓴 내용은 모두 지워져요.", "Everything you have written will be erased.")
        primaryWord: root.w("계속 쓰기", "Keep writing")
        secondaryWord: root.w("지우고 처음으로", "Erase and start over")
        secondaryIcon: "restart"
        iconName: "restart"
    }

    IdleSheet {
        visible: root.page === 10
        title: root.w("아직 계신가요?", "Are you still there?")
        detail: root.w("답이 없으면 쓰던 내용을 지우고 첫 화면으로 돌아가요.", "If you do not answer, what you wrote is erased and the first screen appears.")
        seconds: 32
        primaryWord: root.w("계속할게요", "I am still here")
        secondaryWord: root.w("끝낼게요", "I have finished")
    }

    AttractPage {
        anchors.fill: parent
        visible: root.page === 11
    }
}
