// The window: header, one screen at a time, the way to start over, the keyboard, and the sheets that lie over them.
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Window
import Forum
import Forum.Controls
import Forum.ViewModels
import "Screens"

Window {
    id: root

    required property KioskViewModel kiosk
    required property real pixelsPerMm
    /** Staff type in a paper card, on the visitor's own screens. */
    readonly property bool card: root.kiosk.card !== ""
    readonly property bool framed: !["", "Attract", "OutOfOrder", "Closed"].includes(root.kiosk.screen) && !root.kiosk.screen.startsWith("Staff")

    color: Theme.background
    title: qsTr("열린포럼")

    Binding {
        target: Theme
        property: "pixelsPerMm"
        value: root.pixelsPerMm
    }

    Binding {
        target: Theme
        property: "windowWidth"
        value: root.width
    }

    Binding {
        target: Theme
        property: "windowHeight"
        value: root.height
    }

    Binding {
        target: Theme
        property: "scale"
        value: root.kiosk.largeText ? 2 : 1
    }

    Binding {
        target: Theme
        property: "highContrast"
        value: root.kiosk.highContrast
    }

    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.kiosk.calm
    }

    Binding {
        target: Theme
        property: "byKeys"
        value: root.kiosk.byKeys
    }

    Binding {
        target: Theme
        property: "language"
        value: root.kiosk.language
    }

    Connections {
        function onMoved(forward: bool): void {
            slide.play(forward);
            stage.beginAnew();
        }

        function onCleared(): void {
            sheets.closeAll();
        }

        function onLeaveAsked(): void {
            sheets.openLeave();
        }

        function onUndoOffered(): void {
            sheets.openUndo();
        }

        function onCallTold(): void {
            sheets.openStaff();
        }

        target: root.kiosk
    }

    // The keypad: arrows go through everything in the order of reading, also from where nothing has the focus yet.
    FocusScope {
        id: everything

        anchors.fill: parent
        focus: true
        Keys.onDownPressed: everything.goOn(true)
        Keys.onRightPressed: everything.goOn(true)
        Keys.onUpPressed: everything.goOn(false)
        Keys.onLeftPressed: everything.goOn(false)

        function goOn(forward: bool): void {
            root.activeFocusItem?.nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
        }

        MotifBackdrop {
            anchors.fill: parent
            roof: false
        }

        Shortcut {
            sequences: ["Home Page", "Home"]
            enabled: root.framed && !sheets.open
            onActivated: header.home()
        }

        ForumHeader {
            id: header

            visible: root.framed
            enabled: !sheets.open
            width: root.width
            title: root.card ? root.kiosk.card : qsTr("열린포럼")
            homeWord: root.card ? qsTr("그만두기") : qsTr("처음으로")
            staffVisible: !root.card
            languageWord: root.kiosk.languageName
            accessibilityWord: qsTr("화면 설정")
            staffWord: qsTr("직원 도움")
            homeVisible: root.kiosk.screen !== "Home"
            onHome: root.kiosk.unsaved ? sheets.openLeave() : root.kiosk.goHome()
            onLanguageChoice: sheets.openLanguages()
            onAccessibility: sheets.openDisplay()
            staffCalled: root.kiosk.staffCalled
            onStaffCall: root.kiosk.callStaff()
        }

        FocusScope {
            id: stage

            objectName: "stage"
            y: root.framed ? header.height : 0
            width: root.width
            height: (root.framed ? startOver.y : root.height) - y - keyboard.space
            enabled: !sheets.open
            focus: true

            /** Whoever goes by keys sees where a new screen begins; a text that waits to be written is where it begins. */
            function beginAnew(): void {
                if (Theme.byKeys && !InputMethod.visible)
                    stage.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
            }
        }

        SlideIn {
            id: slide

            screen: stage
        }

        Item {
            id: startOver

            readonly property bool offered: root.framed && !root.card

            visible: startOver.offered
            /** Both ways out side by side; under one another where their words are too long for that. */
            readonly property bool paired: newVisitor.implicitWidth + toPhone.implicitWidth + Theme.gap <= root.width
            readonly property real row: newVisitor.implicitHeight + Theme.unit

            width: root.width
            height: !startOver.offered ? 0 : toPhone.visible && !startOver.paired ? startOver.row * 2 : startOver.row
            y: root.height - height

            Rectangle {
                anchors.fill: parent
                color: Theme.surface
            }

            Rectangle {
                width: parent.width
                height: Theme.hairline
                color: Theme.outline
            }

            PlainButton {
                id: newVisitor

                objectName: "startOver"
                x: toPhone.visible && startOver.paired ? (startOver.width - width - toPhone.width - Theme.gap) / 2 : (startOver.width - width) / 2
                y: (startOver.row - height) / 2
                text: Theme.cramped ? qsTr("새로 시작") : qsTr("처음 오셨나요? 새로 시작")
                iconName: "restart"
                role: "supporting"
                enabled: stage.enabled
                onActivated: root.kiosk.unsaved ? sheets.openStartOver() : root.kiosk.startOver()
            }

            PlainButton {
                id: toPhone

                objectName: "toPhone"
                visible: root.kiosk.canHandOff
                x: startOver.paired ? newVisitor.x + newVisitor.width + Theme.gap : (startOver.width - width) / 2
                y: (startOver.paired ? 0 : startOver.row) + (startOver.row - height) / 2
                text: Theme.cramped ? qsTr("휴대전화로") : qsTr("휴대전화로 이어서")
                iconName: "phone"
                role: "supporting"
                enabled: stage.enabled
                onActivated: root.kiosk.handOff()
            }
        }

        KeyboardPlace {
            id: keyboard

            width: root.width
            foot: startOver.y
            locale: root.kiosk.keyboardLocale
            wanted: root.kiosk.anyoneHere || root.kiosk.staffHere
        }

        Sheets {
            id: sheets

            anchors.fill: parent
            kiosk: root.kiosk
            onOpenChanged: sheets.open ? undefined : stage.forceActiveFocus(Qt.TabFocusReason)
        }
    }
}
