// The sheets over every screen: language, display, help, starting over, and whether anyone is still there.
pragma ComponentBehavior: Bound

import QtQuick
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property KioskViewModel kiosk
    property string current: ""
    readonly property bool open: root.current !== "" || root.kiosk.secondsLeft > 0

    function openLanguages(): void {
        root.current = "languages";
    }

    function openDisplay(): void {
        root.current = "display";
    }

    /** Touching the button was the call: the sheet says so. */
    function openStaff(): void {
        root.current = "staff";
    }

    function openUndo(): void {
        root.current = "undo";
    }

    function openLeave(): void {
        root.current = "leave";
    }

    function openStartOver(): void {
        root.current = "startOver";
    }

    function closeAll(): void {
        root.current = "";
    }

    z: 50

    Lazy {
        active: root.current === "languages"
        sourceComponent: ListSheet {
            objectName: "languages"
            title: qsTr("언어를 골라 주세요")
            closeWord: qsTr("닫기")
            onClose: root.closeAll()

            Repeater {
                model: root.kiosk.languages

                ChoiceCard {
                    required property string code
                    required property string name
                    required property bool isChosen

                    objectName: "language." + code
                    width: parent ? (parent as Item).width : 0
                    text: name
                    selected: isChosen
                    onActivated: root.pickLanguage(code)
                }
            }
        }
    }

    Lazy {
        active: root.current === "display"
        sourceComponent: ListSheet {
            objectName: "display"
            title: qsTr("화면을 보기 편하게 바꿔 보세요")
            closeWord: qsTr("다 됐어요")
            onClose: root.closeAll()

            ChoiceCard {
                objectName: "largeText"
                width: parent ? (parent as Item).width : 0
                text: qsTr("큰 글씨")
                iconName: "text-size"
                multiple: true
                selected: root.kiosk.largeText
                onActivated: root.kiosk.toggleLargeText()
            }

            ChoiceCard {
                objectName: "highContrast"
                width: parent ? (parent as Item).width : 0
                text: qsTr("선명한 화면")
                iconName: "contrast"
                multiple: true
                selected: root.kiosk.highContrast
                onActivated: root.kiosk.toggleHighContrast()
            }

            ChoiceCard {
                objectName: "calm"
                width: parent ? (parent as Item).width : 0
                text: qsTr("움직임 줄이기")
                iconName: "pause"
                multiple: true
                selected: root.kiosk.calm
                onActivated: root.kiosk.toggleCalm()
            }
        }
    }

    Lazy {
        active: root.current === "staff"
        sourceComponent: ConfirmSheet {
            objectName: "staffSheet"
            iconName: "staff"
            title: qsTr("직원을 불렀어요")
            detail: qsTr("잠시만 기다려 주세요. 급하시면 안내 데스크에 말씀해 주세요. 쓰시던 내용은 그대로 있어요.")
            primaryWord: qsTr("계속하기")
            onPrimary: root.closeAll()
        }
    }

    Lazy {
        active: root.current === "startOver"
        sourceComponent: ConfirmSheet {
            objectName: "startOverSheet"
            iconName: "restart"
            title: qsTr("새로 시작할까요?")
            detail: qsTr("아직 제출하지 않은 내용은 모두 지워져요.")
            primaryWord: qsTr("계속하기")
            secondaryWord: qsTr("지우고 새로 시작")
            onPrimary: root.closeAll()
            onSecondary: root.kiosk.startOver()
        }
    }

    Lazy {
        active: root.current === "leave"
        sourceComponent: ConfirmSheet {
            objectName: "leaveSheet"
            iconName: "home"
            title: root.kiosk.card !== "" ? qsTr("이 카드를 그만둘까요?") : qsTr("처음 화면으로 갈까요?")
            detail: root.kiosk.card !== "" ? qsTr("이 카드에서 옮겨 적은 내용은 지워져요. 이미 저장한 카드는 그대로예요.") : qsTr("이 활동에서 고르거나 쓰신 내용은 지워져요.")
            primaryWord: qsTr("계속하기")
            secondaryWord: root.kiosk.card !== "" ? qsTr("지우고 그만두기") : qsTr("지우고 처음으로")
            onPrimary: root.closeAll()
            onSecondary: root.leave()
        }
    }

    Lazy {
        active: root.current === "undo"
        sourceComponent: ConfirmSheet {
            objectName: "undoSheet"
            iconName: "undo"
            title: qsTr("방금 제출하신 것을 취소할까요?")
            detail: qsTr("쓰신 내용을 이 기계에서 지워요. 지운 뒤에는 되돌릴 수 없어요.")
            primaryWord: qsTr("그대로 둘게요")
            secondaryWord: qsTr("취소하고 지우기")
            onPrimary: root.closeAll()
            onSecondary: root.undo()
        }
    }

    Lazy {
        active: root.kiosk.secondsLeft > 0
        sourceComponent: IdleSheet {
            objectName: "idleSheet"
            seconds: root.kiosk.secondsLeft
            total: root.kiosk.countdownSeconds
            title: qsTr("아직 계신가요?")
            detail: qsTr("시간이 지나면 다음 분을 위해 쓰시던 내용을 지워요.")
            primaryWord: qsTr("계속할게요")
            secondaryWord: qsTr("그만할게요")
            onPrimary: root.kiosk.stay()
            onSecondary: root.kiosk.startOver()
        }
    }

    function leave(): void {
        root.closeAll();
        root.kiosk.goHome();
    }

    function undo(): void {
        root.closeAll();
        root.kiosk.undo();
    }

    function pickLanguage(code: string): void {
        root.kiosk.chooseLanguage(code);
        root.closeAll();
    }

    /** A sheet is built as it opens: those that are closed do not have to follow another language or size of letters. */
    component Lazy: Loader {
        anchors.fill: parent
    }
}
