// The frame of every page of the staff panel: who is inside, the pages, the display, the way out, and one thing to do.
pragma ComponentBehavior: Bound

import QtQuick
import Forum
import Forum.Controls
import Forum.ViewModels

Item {
    id: root

    required property KioskViewModel kiosk
    required property StaffPanelViewModel panel
    default property alias content: parts.data
    /** A page that is one task of another one: it has a way back there, and nothing else stands around it. */
    property string backWord: ""
    property string primaryWord: ""
    property string primaryIcon: ""
    property bool primaryEnabled: true
    /** What came of the last touch; it stands at the head of the page, and is brought into view when it comes. */
    property string told: ""
    /** The width that the parts of a page have. */
    readonly property alias room: parts.width
    signal primary
    signal back

    onToldChanged: if (root.told !== "") scroll.reveal(page)

    anchors.fill: parent

    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }

    ScrollArea {
        id: scroll

        readonly property real end: (next.visible ? next.y : root.height) - Theme.unit

        x: Theme.unit * 2
        // On an upright screen what staff touch lies low, where every hand reaches.
        y: Math.max(Theme.unit, Theme.portrait ? end - implicitHeight : 0)
        width: root.width - 4 * Theme.unit
        height: end - y
        // By the room that there is, and not by what is used of it: that follows the width that a rail leaves.
        railed: Theme.scarce || end - Theme.unit < 4 * Theme.touchMinimum
        upWord: qsTr("위로")
        downWord: qsTr("아래로")

        Column {
            id: page

            width: parent ? (parent as Item).width : 0
            spacing: Theme.gap

            PlainButton {
                objectName: "staff.back"
                visible: root.backWord !== ""
                width: Math.min(implicitWidth, page.width)
                text: root.backWord
                iconName: "back"
                role: "supporting"
                onActivated: root.back()
            }

            Flow {
                visible: root.backWord === ""
                width: page.width
                spacing: Theme.unit

                TopicChip {
                    objectName: "staff.leave"
                    text: qsTr("나가기")
                    iconName: "close"
                    onActivated: root.panel.leave()
                }

                Repeater {
                    model: root.panel.pages

                    TopicChip {
                        required property string key
                        required property string name
                        required property bool isOpen

                        objectName: "page." + key
                        text: name
                        selected: isOpen
                        onActivated: root.panel.turnTo(key)
                    }
                }
            }

            Flow {
                id: parts

                width: page.width
                spacing: Theme.gap
            }

            Flow {
                visible: root.backWord === ""
                width: page.width
                spacing: Theme.unit

                ForumText {
                    width: Math.min(implicitWidth + Theme.unit * 2, page.width)
                    height: Math.max(implicitHeight, Theme.touchMinimum)
                    verticalAlignment: Text.AlignVCenter
                    text: root.panel.who === "" ? qsTr("직원 화면") : root.panel.who
                    role: "supporting"
                    strong: true
                    color: Theme.primaryDeep
                }

                PlainButton {
                    objectName: "staff.language"
                    text: root.kiosk.language === "ko" ? "English" : "한국어"
                    iconName: "globe"
                    role: "supporting"
                    onActivated: root.panel.toggleLanguage()
                }

                PlainButton {
                    objectName: "staff.large"
                    text: root.kiosk.largeText ? qsTr("보통 크기") : qsTr("크게")
                    iconName: "text-size"
                    role: "supporting"
                    onActivated: root.kiosk.toggleLargeText()
                }

                PlainButton {
                    objectName: "staff.contrast"
                    text: root.kiosk.highContrast ? qsTr("보통 색") : qsTr("선명하게")
                    iconName: "contrast"
                    role: "supporting"
                    onActivated: root.kiosk.toggleHighContrast()
                }
            }
        }
    }

    PrimaryButton {
        id: next

        objectName: "primary"
        visible: root.primaryWord !== ""
        enabled: root.primaryEnabled
        x: Theme.unit * 2
        y: root.height - height - Theme.unit * 2
        width: root.width - 4 * Theme.unit
        text: root.primaryWord
        iconName: root.primaryIcon
        onActivated: root.primary()
    }
}
